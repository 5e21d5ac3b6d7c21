/// Gradient descent with momentum: the step follows a running combination of all gradients so far.
///
/// | convention | velocity | step | constant gradient g |
/// |---|---|---|---|
/// | `.heavyBall` | v ← βv + g | θ ← θ − ηv | v → g/(1−β) |
/// | `.exponentialAverage` | v ← βv + (1−β)g | θ ← θ − ηv | v → g |
///
/// The two take the same path when the second has the learning rate of the first divided by 1 − β.
///
/// ```swift
/// var momentum = Momentum(learningRate: 0.1, beta: 0.9)
/// var x = [1.0]
/// momentum.step(&x, gradient: [1])
/// momentum.step(&x, gradient: [1])
/// momentum.state["v"]  // => [1.9]
/// x                    // => [0.71]
/// ```
///
/// - Domain: 0 ≤ β < 1; β = 0 is gradient descent.
/// - Not true: that PyTorch's `dampening=1-β` is the exponential average: its first step takes g undamped.
/// - Source: Polyak (1964); Sutskever et al. (2013), eq. (1)-(2), where the velocity contains −η; the heavy-ball form is that of
///   PyTorch and of "Dive into Deep Learning", eq. (12.6.3); the average that of Kingma & Ba's first moment.
public struct Momentum: Optimizer, Equatable {
  /// How much of the new gradient enters the velocity.
  public enum Convention: Sendable, Equatable, CaseIterable {
    /// All of it.
    case heavyBall
    /// The share 1 − β, which makes the velocity an average.
    case exponentialAverage
  }

  /// η.
  public var learningRate: Double
  /// β, the share of the velocity that survives a step.
  public let beta: Double
  /// Which of the two formulas is meant.
  public let convention: Convention
  private var velocity: [Double] = []

  /// Makes the optimizer, at rest.
  public init(learningRate: Double, beta: Double = 0.9, convention: Convention = .heavyBall) {
    precondition(beta >= 0 && beta < 1, "momentum lies in 0 ..< 1")
    self.learningRate = learningRate
    self.beta = beta
    self.convention = convention
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    velocity.beginWithZeros(parameters.count)
    let share = convention == .heavyBall ? 1 : 1 - beta
    for i in parameters.indices {
      velocity[i] = beta * velocity[i] + share * gradient[i]
      parameters[i] -= learningRate * velocity[i]
    }
  }

  /// The velocity `v`.
  public var state: OptimizerState { OptimizerState([.init("v", velocity)]) }
}
