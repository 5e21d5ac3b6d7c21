/// Nesterov's accelerated gradient: momentum that looks ahead before it takes the gradient.
///
/// As published, the gradient is taken at the point where the velocity is about to lead: v ← μv − η∇f(θ + μv), θ ← θ + v.
/// Written for that point as the parameters it needs the gradient only where they are:
///
///     v ← βv + g
///     θ ← θ − η·(g + βv)
///
/// ```swift
/// var nesterov = Nesterov(learningRate: 0.1, beta: 0.9)
/// var x = [1.0]
/// nesterov.step(&x, gradient: [1])
/// x  // => [0.81]
/// ```
///
/// - Source: Nesterov (1983); Sutskever et al. (2013), eq. (3)-(4); the second form, used by PyTorch, is from Bengio et al.
///   (2012), "Advances in optimizing recurrent networks", eq. (7).
public struct Nesterov: Optimizer, Equatable {
  /// η.
  public var learningRate: Double
  /// β, the share of the velocity that survives a step.
  public let beta: Double
  private var velocity: [Double] = []

  /// Makes the optimizer, at rest.
  public init(learningRate: Double, beta: Double = 0.9) {
    precondition(beta >= 0 && beta < 1, "momentum lies in 0 ..< 1")
    self.learningRate = learningRate
    self.beta = beta
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    velocity.beginWithZeros(parameters.count)
    for i in parameters.indices {
      velocity[i] = beta * velocity[i] + gradient[i]
      parameters[i] -= learningRate * (gradient[i] + beta * velocity[i])
    }
  }

  /// The velocity `v`.
  public var state: OptimizerState { OptimizerState([.init("v", velocity)]) }
}
