import LessonKit
import Testing

/// The recurrences of the papers, written out a second time and run on seeded random gradients.
@Suite struct OptimizerLawTests {
  static let steps = 30

  static func gradients(_ seed: Int) -> [Double] {
    var random = SplitMix64(seed: UInt64(seed))
    return (0..<steps).map { _ in random.normal(mean: 0.3, standardDeviation: 2) }
  }

  /// The path of one parameter from 1 under given gradients.
  static func path(_ optimizer: some Optimizer, _ gradients: [Double]) -> [Double] {
    var optimizer = optimizer
    var x = [1.0]
    return gradients.map { g in
      optimizer.step(&x, gradient: [g])
      return x[0]
    }
  }

  static func expectEqual(_ a: [Double], _ b: [Double], _ relative: Double = 1e-12) {
    #expect(a.count == b.count)
    for (x, y) in zip(a, b) { #expect(x.isApproximatelyEqual(to: y, relative: relative, absolute: 1e-13)) }
  }

  /// Heavy ball unrolled: vₜ = Σ βᵗ⁻ᵏ gₖ, so θₜ = θ₀ − η Σₛ vₛ.
  @Test(arguments: 1...5) func heavyBallIsAWeightedSum(seed: Int) {
    let g = Self.gradients(seed)
    var x = 1.0
    let expected = g.indices.map { t in
      var v = 0.0
      for k in 0...t { v += pow(0.9, Double(t - k)) * g[k] }
      x -= 0.01 * v
      return x
    }
    Self.expectEqual(Self.path(Momentum(learningRate: 0.01), g), expected)
  }

  /// Lesson 12, exercise 3: the average with rate η takes the path of the heavy ball with rate η(1−β).
  @Test(arguments: 1...5) func bothMomentumConventionsCoincide(seed: Int) {
    let g = Self.gradients(seed)
    Self.expectEqual(
      Self.path(Momentum(learningRate: 0.1, beta: 0.8, convention: .exponentialAverage), g),
      Self.path(Momentum(learningRate: 0.1 * (1 - 0.8), beta: 0.8), g))
  }

  /// Sutskever et al. (2013), eq. (1) and (2): v ← μv − εg, θ ← θ + v.
  @Test func heavyBallIsSutskeversMomentum() {
    let g = Self.gradients(9)
    var (x, v) = (1.0, 0.0)
    let expected = g.map { g in
      v = 0.9 * v - 0.01 * g
      x += v
      return x
    }
    Self.expectEqual(Self.path(Momentum(learningRate: 0.01), g), expected)
  }

  /// Sutskever et al. (2013), eq. (3) and (4), with the gradient at the look-ahead point θ + μv: those points are our path.
  @Test func nesterovFollowsTheLookAheadPoints() {
    let f = Rosenbrock()
    var (theta, v) = ([-1.2, 1.0], [0.0, 0.0])
    var expected: [[Double]] = []
    for _ in 0..<20 {
      let g = f.gradient(at: [theta[0] + 0.9 * v[0], theta[1] + 0.9 * v[1]])
      for i in 0..<2 {
        v[i] = 0.9 * v[i] - 1e-4 * g[i]
        theta[i] += v[i]
      }
      expected.append([theta[0] + 0.9 * v[0], theta[1] + 0.9 * v[1]])
    }
    let trace = minimize(f, from: [-1.2, 1], with: Nesterov(learningRate: 1e-4), steps: 20)
    for (own, point) in zip(trace.points.dropFirst(), expected) { Self.expectEqual(own, point, 1e-11) }
  }

  /// Duchi et al. (2011): θₜ = θₜ₋₁ − η gₜ / (√Σₖ gₖ² + ε).
  @Test(arguments: 1...5) func adaGradDividesByTheRootOfTheSum(seed: Int) {
    let g = Self.gradients(seed)
    var x = 1.0
    let expected = g.indices.map { t in
      let squares = g[0...t].reduce(0) { $0 + $1 * $1 }
      x -= 0.5 * g[t] / (squares.squareRoot() + 1e-10)
      return x
    }
    Self.expectEqual(Self.path(AdaGrad(learningRate: 0.5), g), expected)
  }

  /// Tieleman & Hinton (2012), unrolled: sₜ = (1−γ) Σ γᵗ⁻ᵏ gₖ².
  @Test(arguments: 1...5) func rmsPropAveragesTheSquares(seed: Int) {
    let g = Self.gradients(seed)
    var x = 1.0
    let expected = g.indices.map { t in
      var s = 0.0
      for k in 0...t { s += 0.1 * pow(0.9, Double(t - k)) * g[k] * g[k] }
      x -= 0.02 * g[t] / (s + 1e-6).squareRoot()
      return x
    }
    Self.expectEqual(Self.path(RMSProp(learningRate: 0.02, epsilon: 1e-6, placement: .insideRoot), g), expected)
  }

  /// Kingma & Ba (2015), section 3: v̂ₜ is the weighted mean of all squares with weights β₂ᵗ⁻ᵏ; so is m̂ₜ of the gradients.
  @Test(arguments: 1...5) func adamsMomentsAreWeightedMeans(seed: Int) {
    let g = Self.gradients(seed)
    var adam = Adam(learningRate: 0.01)
    var x = [1.0]
    for t in g.indices {
      adam.step(&x, gradient: [g[t]])
      var (m, v, w1, w2) = (0.0, 0.0, 0.0, 0.0)
      for k in 0...t {
        let (a, b) = (pow(0.9, Double(t - k)), pow(0.999, Double(t - k)))
        m += a * g[k]
        v += b * g[k] * g[k]
        w1 += a
        w2 += b
      }
      Self.expectEqual(adam.state["m̂"] + adam.state["v̂"], [m / w1, v / w2])
      Self.expectEqual(adam.state["m"] + adam.state["v"], [0.1 * m, 0.001 * v])
    }
  }

  /// Kingma & Ba (2015), section 2.1: the step does not change when all gradients are scaled (for ε = 0).
  @Test(arguments: [0.01, 100, 1e4]) func adamIgnoresTheScale(_ scale: Double) {
    let g = Self.gradients(3)
    let optimizer = Adam(learningRate: 0.01, epsilon: 0)
    Self.expectEqual(Self.path(optimizer, g), Self.path(optimizer, g.map { scale * $0 }), 1e-11)
  }

  /// Lesson 12: the first step is η long for gradients 1, 100, 10 000, and (1−β₁)/√(1−β₂) times η without the correction.
  @Test(arguments: [1.0, 100, 10_000]) func adamsFirstStep(_ g: Double) {
    let corrected = Self.path(Adam(learningRate: 0.1), [g])[0]
    #expect((1 - corrected).isApproximatelyEqual(to: 0.1, relative: 1.1e-8))
    let raw = Self.path(Adam(learningRate: 0.1, correctsBias: false), [g])[0]
    #expect((1 - raw).isApproximatelyEqual(to: 0.1 * 3.1622776601683795, relative: 1e-6))
  }

  /// For a constant gradient g: m̂ₜ = g at every t, while mₜ = g(1−β₁ᵗ); 90 % of it takes 22 steps (lesson 12, exercise 2).
  @Test func biasCorrectionOfAConstant() {
    var adam = Adam(learningRate: 0.01)
    var x = [0.0]
    var firstAt90 = 0
    for t in 1...30 {
      adam.step(&x, gradient: [2])
      #expect(adam.state["m̂"][0].isApproximatelyEqual(to: 2, relative: 1e-14))
      #expect(adam.state["m"][0].isApproximatelyEqual(to: 2 * (1 - pow(0.9, Double(t))), relative: 1e-14))
      if firstAt90 == 0 && adam.state["m"][0] >= 1.8 { firstAt90 = t }
    }
    #expect(firstAt90 == 22)
  }

  /// Loshchilov & Hutter (2019): without a gradient AdamW shrinks by 1 − ηλ a step; Adam with an L2 gradient moves by about η.
  @Test func adamWDecaysPastTheMoments() {
    let decayed = Self.path(AdamW(learningRate: 0.1, weightDecay: 0.5), [0, 0, 0])
    Self.expectEqual(decayed, [0.95, 0.9025, 0.857375])
    let adam = Self.path(Adam(learningRate: 0.1), Self.gradients(4))
    Self.expectEqual(Self.path(AdamW(learningRate: 0.1, weightDecay: 0), Self.gradients(4)), adam)
  }

  /// With weight decay, descent on f is descent on f + ½λ‖θ‖².
  @Test func weightDecayIsAnL2Penalty() {
    let valley = QuadraticBowl(coefficients: [0.1, 2])
    let penalized = QuadraticBowl(coefficients: [0.1 + 0.15, 2 + 0.15])
    let a = minimize(valley, from: [-5, -2], with: GradientDescent(learningRate: 0.1, weightDecay: 0.3), steps: 20)
    let b = minimize(penalized, from: [-5, -2], with: GradientDescent(learningRate: 0.1), steps: 20)
    Self.expectEqual(a.lastPoint, b.lastPoint)
  }

  @Test func zeroMemoryIsGradientDescent() {
    let g = Self.gradients(8)
    let descent = Self.path(GradientDescent(learningRate: 0.03), g)
    Self.expectEqual(Self.path(Momentum(learningRate: 0.03, beta: 0), g), descent)
    Self.expectEqual(Self.path(Nesterov(learningRate: 0.03, beta: 0), g), descent)
  }
}
