/// AdaGrad: every parameter has its own rate, which shrinks with all the squared gradients it has seen.
///
///     s ← s + g²
///     θ ← θ − η·g/(√s + ε)
///
/// ```swift
/// var adaGrad = AdaGrad(learningRate: 0.5)
/// var x = [1.0, 1.0]
/// adaGrad.step(&x, gradient: [2, 200])
/// x  // => [0.5, 0.5]
/// ```
///
/// - Not true: that η itself changes, as descriptions with "α ← α/(√s + ε)" say. Done literally that divides twice and stops.
/// - Source: Duchi, Hazan & Singer (2011), eq. (1) and figure 1 in its diagonal form.
public struct AdaGrad: Optimizer, Equatable {
  /// η.
  public var learningRate: Double
  /// ε.
  public let epsilon: Double
  /// Where ε stands.
  public let placement: EpsilonPlacement
  private var squares: [Double] = []
  private var rates: [Double] = []

  /// Makes the optimizer without memory of any gradient.
  public init(learningRate: Double, epsilon: Double = 1e-10, placement: EpsilonPlacement = .outsideRoot) {
    self.learningRate = learningRate
    self.epsilon = epsilon
    self.placement = placement
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    squares.beginWithZeros(parameters.count)
    rates.beginWithZeros(parameters.count)
    for i in parameters.indices {
      squares[i] += gradient[i] * gradient[i]
      rates[i] = learningRate / placement.root(squares[i], epsilon)
      parameters[i] -= rates[i] * gradient[i]
    }
  }

  /// The sum of squares `s` and the effective `rate` η/(√s + ε).
  public var state: OptimizerState { OptimizerState([.init("s", squares), .init("rate", rates)]) }
}
