// The activations of computed literals; see ``DoubleNumber``.

/// `relu` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func relu<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { relu(x) }
  return general(x.asDouble)
}

/// `reluDerivative` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func reluDerivative<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { reluDerivative(x) }
  return general(x.asDouble)
}

/// `leakyRelu` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func leakyRelu<T: DoubleNumber>(_ x: T, slope: T) -> Double {
  func general<R: RealNumber>(_ x: R, slope: R) -> R { leakyRelu(x, slope: slope) }
  return general(x.asDouble, slope: slope.asDouble)
}

/// `leakyReluDerivative` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func leakyReluDerivative<T: DoubleNumber>(_ x: T, slope: T) -> Double {
  func general<R: RealNumber>(_ x: R, slope: R) -> R { leakyReluDerivative(x, slope: slope) }
  return general(x.asDouble, slope: slope.asDouble)
}

/// `step` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func step<T: DoubleNumber>(_ x: T, atZero: T = 1) -> Double {
  func general<R: RealNumber>(_ x: R, atZero: R) -> R { step(x, atZero: atZero) }
  return general(x.asDouble, atZero: atZero.asDouble)
}

/// `stepDerivative` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func stepDerivative<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { stepDerivative(x) }
  return general(x.asDouble)
}

/// `sigmoid` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func sigmoid<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { sigmoid(x) }
  return general(x.asDouble)
}

/// `sigmoidDerivative` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func sigmoidDerivative<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { sigmoidDerivative(x) }
  return general(x.asDouble)
}

/// `logSigmoid` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func logSigmoid<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { logSigmoid(x) }
  return general(x.asDouble)
}

/// `softplus` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func softplus<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { softplus(x) }
  return general(x.asDouble)
}

/// `softplusDerivative` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func softplusDerivative<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { softplusDerivative(x) }
  return general(x.asDouble)
}

/// `tanhDerivative` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func tanhDerivative<T: DoubleNumber>(_ x: T) -> Double {
  func general<R: RealNumber>(_ x: R) -> R { tanhDerivative(x) }
  return general(x.asDouble)
}

/// `softmax` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func softmax<T: DoubleNumber>(_ scores: [T]) -> [Double] {
  func general<R: RealNumber>(_ scores: [R]) -> [R] { softmax(scores) }
  return general(scores.map { $0.asDouble })
}

/// `logSoftmax` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func logSoftmax<T: DoubleNumber>(_ scores: [T]) -> [Double] {
  func general<R: RealNumber>(_ scores: [R]) -> [R] { logSoftmax(scores) }
  return general(scores.map { $0.asDouble })
}

/// `logSoftmaxGradient` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func logSoftmaxGradient<T: DoubleNumber>(_ scores: [T], upstream: [T]) -> [Double] {
  func general<R: RealNumber>(_ scores: [R], upstream: [R]) -> [R] { logSoftmaxGradient(scores, upstream: upstream) }
  return general(scores.map { $0.asDouble }, upstream: upstream.map { $0.asDouble })
}

/// `logSumExp` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func logSumExp<T: DoubleNumber>(_ scores: [T]) -> Double {
  func general<R: RealNumber>(_ scores: [R]) -> R { logSumExp(scores) }
  return general(scores.map { $0.asDouble })
}

/// `softmaxJacobian` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func softmaxJacobian<T: DoubleNumber>(_ scores: [T]) -> [[Double]] {
  func general<R: RealNumber>(_ scores: [R]) -> [[R]] { softmaxJacobian(scores) }
  return general(scores.map { $0.asDouble })
}

/// `softmaxGradient` of computed literals.
@_documentation(visibility: private)
@_disfavoredOverload public func softmaxGradient<T: DoubleNumber>(_ scores: [T], upstream: [T]) -> [Double] {
  func general<R: RealNumber>(_ scores: [R], upstream: [R]) -> [R] { softmaxGradient(scores, upstream: upstream) }
  return general(scores.map { $0.asDouble }, upstream: upstream.map { $0.asDouble })
}
