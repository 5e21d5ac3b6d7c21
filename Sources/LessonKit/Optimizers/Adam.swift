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

  public mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    for i in parameters.indices { parameters[i] -= learningRate * weightDecay * parameters[i] }
    adam.step(&parameters, gradient: gradient)
  }

  /// Adam's state.
  public var state: OptimizerState { adam.state }
}
