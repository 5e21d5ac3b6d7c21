/// Gradient descent, θ ← θ − η·(g + λθ).
///
/// ```swift
/// var descent = GradientDescent(learningRate: 0.1)
/// var x = [1.0]
/// descent.step(&x, gradient: [2])
/// x  // => [0.8]
/// ```
///
/// - Not true: that the gradient points away from the minimum. It points up the steepest slope, which in a narrow valley is
///   almost across.
/// - Source: Cauchy (1847); with λ, the gradient of the L2 penalty ½λ‖θ‖² (PyTorch's `SGD(weight_decay:)`).
public struct GradientDescent: Optimizer, Equatable {
  /// η.
  public var learningRate: Double
  /// λ, the weight of the L2 penalty.
  public let weightDecay: Double

  /// Makes the optimizer; without `weightDecay` it is plain gradient descent.
  public init(learningRate: Double, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.weightDecay = weightDecay
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    for i in parameters.indices {
      parameters[i] -= learningRate * (gradient[i] + weightDecay * parameters[i])
    }
  }
}
