/// The rectified linear unit, max(0, x).
///
/// ```swift
/// relu(-2.0)  // => 0.0
/// relu(3.0)  // => 3.0
/// ```
///
/// - Source: Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML 2010.
@_disfavoredOverload public func relu<T: RealNumber>(_ x: T) -> T {
  x.isNaN ? x : max(0, x)
}

/// The slope of ReLU: 0 below 0, 1 above.
///
/// At 0 there is no derivative; any number in 0 ... 1 is a subgradient, and this gives 0, as PyTorch and Keras do.
///
/// ```swift
/// reluDerivative(0.0)  // => 0.0
/// ```
@_disfavoredOverload public func reluDerivative<T: RealNumber>(_ x: T) -> T {
  x.isNaN ? x : x > 0 ? 1 : 0
}

/// The leaky ReLU: x for x ≥ 0, and `slope` · x below, so that no unit falls silent for good.
///
/// ```swift
/// leakyRelu(-2.0, slope: 0.01)  // => -0.02
/// ```
///
/// - Parameters:
///   - x: Any number.
///   - slope: The slope below 0: 0.01 in the paper and in PyTorch, 0.2 in Keras.
/// - Source: Maas, Hannun, Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 2013.
@_disfavoredOverload public func leakyRelu<T: RealNumber>(_ x: T, slope: T) -> T {
  x >= 0 ? x : slope * x
}

/// The slope of the leaky ReLU: 1 above 0, and `slope` below and, by convention, at 0.
///
/// ```swift
/// leakyReluDerivative(-2.0, slope: 0.01)  // => 0.01
/// ```
@_disfavoredOverload public func leakyReluDerivative<T: RealNumber>(_ x: T, slope: T) -> T {
  x.isNaN ? x : x > 0 ? 1 : slope
}

/// The unit step (Heaviside) function: 0 below 0, 1 above.
///
/// ```swift
/// step(-0.5)  // => 0.0
/// step(0.0)  // => 1.0
/// step(0.0, atZero: 0.5)  // => 0.5
/// ```
///
/// - Parameters:
///   - x: Any number; NaN gives NaN.
///   - atZero: The value at 0 itself, on which books differ: 1 in Rosenblatt's perceptron, ½ for symmetry.
@_disfavoredOverload public func step<T: RealNumber>(_ x: T, atZero: T = 1) -> T {
  x.isNaN ? x : x == 0 ? atZero : x > 0 ? 1 : 0
}

/// The slope of the step function: 0 wherever it exists, and NaN at 0, where it does not.
///
/// A network of such units has no gradient to follow, which is why the perceptron's rule is not gradient descent.
///
/// ```swift
/// stepDerivative(0.1)  // => 0.0
/// stepDerivative(0.0).isNaN  // => true
/// ```
@_disfavoredOverload public func stepDerivative<T: RealNumber>(_ x: T) -> T {
  x.isNaN || x == 0 ? .nan : 0
}
