/// Adam, adaptive moment estimation: momentum in the numerator, RMSprop in the denominator, both corrected for their zero start.
///
///     m ← β₁m + (1−β₁)g          m̂ = m/(1−β₁ᵗ)
///     v ← β₂v + (1−β₂)g²         v̂ = v/(1−β₂ᵗ)
///     θ ← θ − η·m̂/(√v̂ + ε)
///
/// ```swift
/// var adam = Adam(learningRate: 0.1)
/// var x = [1.0]
/// adam.step(&x, gradient: [200])
/// x  // => [0.9]
/// ```
///
/// The first step is η long (less a trifle for ε) whatever the scale of the gradient: m̂ = g and √v̂ = |g|.
/// With `correctsBias: false` it is (1−β₁)/√(1−β₂) ≈ 3.16 times as long, and the first hundreds of steps are wrong too.
///
/// - Not true: that it needs no learning rate, nor that it always converges (Reddi et al., 2018).
/// - Source: Kingma & Ba (2015), algorithm 1, whose defaults these are.
public struct Adam: Optimizer, Equatable {
  /// η.
  public var learningRate: Double
  /// β₁, the memory of the first moment.
  public let beta1: Double
  /// β₂, the memory of the second moment.
  public let beta2: Double
  /// ε, outside the root.
  public let epsilon: Double
  /// Whether m and v are divided by 1 − βᵗ.
  public let correctsBias: Bool
  private var m: [Double] = []
  private var v: [Double] = []
  private var mHat: [Double] = []
  private var vHat: [Double] = []
  // β₁ᵗ and β₂ᵗ, as products: exact enough and no power a step.
  private var power1 = 1.0
  private var power2 = 1.0

  /// Makes the optimizer at step 0.
  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, correctsBias: Bool = true
  ) {
    precondition(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1, "the memories of Adam lie in 0 ..< 1")
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.correctsBias = correctsBias
  }

  /// Changes the parameters once, by the formula above.
  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    m.beginWithZeros(parameters.count)
    v.beginWithZeros(parameters.count)
    mHat.beginWithZeros(parameters.count)
    vHat.beginWithZeros(parameters.count)
    power1 *= beta1
    power2 *= beta2
    for i in parameters.indices {
      m[i] = beta1 * m[i] + (1 - beta1) * gradient[i]
      v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i]
      mHat[i] = correctsBias ? m[i] / (1 - power1) : m[i]
      vHat[i] = correctsBias ? v[i] / (1 - power2) : v[i]
      parameters[i] -= learningRate * mHat[i] / (vHat[i].squareRoot() + epsilon)
    }
  }

  /// The moments `m` and `v` and what the step used of them, `m̂` and `v̂`.
  public var state: OptimizerState {
    OptimizerState([.init("m", m), .init("v", v), .init("m̂", mHat), .init("v̂", vHat)])
  }
}
