/// RMSprop: AdaGrad with a memory that fades, so that the rate can recover.
///
///     s ← γs + (1−γ)g²
///     θ ← θ − η·g/(√s + ε)
///
/// ```swift
/// var rmsProp = RMSProp(learningRate: 0.1, gamma: 0.9)
/// var x = [1.0]
/// rmsProp.step(&x, gradient: [1])
/// x  // => [0.68377]
/// ```
///
/// The first step is 1/√(1−γ) times η whatever the gradient, because s begins at zero; Adam corrects for that.
///
/// - Not true: that it averages the gradient. It averages the *square* of the gradient.
/// - Source: Tieleman & Hinton (2012), Coursera lecture 6e, with γ = 0.9; ε and its place are the implementations'.
public struct RMSProp: Optimizer, Equatable {
  /// η.
  public var learningRate: Double
  /// γ, the share of the average that survives a step.
  public let gamma: Double
  /// ε.
  public let epsilon: Double
  /// Where ε stands.
  public let placement: EpsilonPlacement
  private var squares: [Double] = []
  private var rates: [Double] = []

  /// Makes the optimizer without memory of any gradient.
  public init(
    learningRate: Double, gamma: Double = 0.9, epsilon: Double = 1e-8, placement: EpsilonPlacement = .outsideRoot
  ) {
    precondition(gamma >= 0 && gamma < 1, "the memory of RMSprop lies in 0 ..< 1")
    self.learningRate = learningRate
    self.gamma = gamma
    self.epsilon = epsilon
    self.placement = placement
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    squares.beginWithZeros(parameters.count)
    rates.beginWithZeros(parameters.count)
    for i in parameters.indices {
      squares[i] = gamma * squares[i] + (1 - gamma) * gradient[i] * gradient[i]
      rates[i] = learningRate / placement.root(squares[i], epsilon)
      parameters[i] -= rates[i] * gradient[i]
    }
  }

  /// The average of squares `s` and the effective `rate` η/(√s + ε).
  public var state: OptimizerState { OptimizerState([.init("s", squares), .init("rate", rates)]) }
}
