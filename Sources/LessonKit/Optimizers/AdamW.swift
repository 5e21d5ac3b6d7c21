/// AdamW: Adam with a weight decay that does not pass through the moments.
///
///     θ ← θ − ηλθ, then Adam's step with the gradient of the loss alone
///
/// ```swift
/// var adamW = AdamW(learningRate: 0.1, weightDecay: 0.5)
/// var x = [2.0]
/// adamW.step(&x, gradient: [0])
/// x  // => [1.9]
/// ```
///
/// Adam with an L2 penalty in the gradient would divide the decay by √v̂ too and shrink rarely used weights most.
///
/// - Source: Loshchilov & Hutter (2019), "Decoupled weight decay regularization", algorithm 2. There λ is not multiplied by
///   the base rate α, only by the schedule; here, as in PyTorch, it is multiplied by the whole learning rate.
public struct AdamW: Optimizer, Equatable {
  private var adam: Adam
  /// λ, the share of a weight that decays a step, in units of the learning rate.
  public let weightDecay: Double

  /// η.
  public var learningRate: Double {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// Makes the optimizer at step 0.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01
  ) {
    adam = Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    self.weightDecay = weightDecay
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    for i in parameters.indices { parameters[i] -= learningRate * weightDecay * parameters[i] }
    adam.step(&parameters, gradient: gradient)
  }

  /// Adam's state.
  public var state: OptimizerState { adam.state }
}
