import LessonKit
import Testing

@Suite struct MinimizeTests {
  static let valley = QuadraticBowl(coefficients: [0.1, 2])

  @Test func aTraceHasTheStartAndEveryStep() {
    let trace = minimize(Self.valley, from: [-5, -2], with: Momentum(learningRate: 0.1, beta: 0.5), steps: 3)
    #expect(trace.points.count == 4)
    #expect(trace.points[0] == [-5, -2])
    #expect(trace.losses[0] == 10.5)
    #expect(trace.losses[3] == Self.valley(trace.lastPoint))
    #expect(trace.states[0]["v"].isEmpty)
    #expect(trace.states[1]["v"] == [-1, -8])
    #expect(trace.series("v", 1).count == 4)
    #expect(trace.series("v", 1)[0] == 0)
    #expect(trace.coordinate(0)[0] == -5)
    #expect(trace.lastLoss == trace.losses[3])
  }

  @Test func noStepsLeaveTheStart() {
    let trace = minimize(Self.valley, from: [1, 1], with: Adam(), steps: 0)
    #expect(trace.lastPoint == [1, 1])
    #expect(trace.losses == [2.1])
  }

  @Test func optimizersAreValues() {
    var first = Momentum(learningRate: 0.1)
    var x = [1.0]
    first.step(&x, gradient: [1])
    var copy = first
    copy.step(&x, gradient: [1])
    #expect(first.state["v"] == [1])
    #expect(copy.state["v"] == [1.9])
  }

  @Test func effectiveRatesAreInTheState() {
    // Gradient 2 at every step: AdaGrad's rate is η/(2√t), RMSProp's approaches η/2.
    var adaGrad = AdaGrad(learningRate: 0.5, epsilon: 0)
    var rms = RMSProp(learningRate: 0.5, epsilon: 0)
    var (x, y) = ([0.0], [0.0])
    for t in 1...100 {
      adaGrad.step(&x, gradient: [2])
      rms.step(&y, gradient: [2])
      #expect(adaGrad.state["rate"][0].isApproximatelyEqual(to: 0.25 / Double(t).squareRoot(), relative: 1e-14))
    }
    #expect(rms.state["rate"][0].isApproximatelyEqual(to: 0.25, relative: 1e-4))
  }

  /// Goh (2017), "Why momentum really works": with κ = 20 the best rate makes both axes shrink by 19/21 a step, and the best
  /// momentum by (√κ−1)/(√κ+1) = 0.634512.
  @Test func bestRatesOfAValley() {
    #expect(Self.valley.conditionNumber.isApproximatelyEqual(to: 20, relative: 1e-15))
    #expect(Self.valley.bestRate.isApproximatelyEqual(to: 2 / 4.2, relative: 1e-15))
    let descent = minimize(Self.valley, from: [1, 1], with: GradientDescent(learningRate: Self.valley.bestRate), steps: 10)
    for i in 0..<2 {
      #expect(abs(descent.lastPoint[i]).isApproximatelyEqual(to: pow(19.0 / 21, 10), relative: 1e-12))
    }
    let beta = 0.634512004736886 * 0.634512004736886
    let rate = pow(2 / (2 + 0.2.squareRoot()), 2)
    let ball = minimize(Self.valley, from: [1, 1], with: Momentum(learningRate: rate, beta: beta), steps: 400)
    let speed = pow(abs(ball.coordinate(0)[400] / ball.coordinate(0)[200]), 1.0 / 200)
    #expect(abs(speed - 0.634512004736886) < 0.005)
  }

  /// Lesson 9, exercise 1: the largest stable rate of 0.1x₁² + 2x₂² is 0.5. At it x₂ swings for ever, above it grows.
  @Test func theLargestStableRate() {
    #expect(Self.valley.largestStableRate == 0.5)
    func end(_ rate: Double) -> Double {
      abs(minimize(Self.valley, from: [0, 1], with: GradientDescent(learningRate: rate), steps: 100).lastPoint[1])
    }
    #expect(end(0.5) == 1)
    #expect(end(0.499) < 1)
    #expect(end(0.501) > 1)
  }

  @Test func divergenceGoesOnToTheEnd() {
    let trace = minimize(Self.valley, from: [1, 1], with: GradientDescent(learningRate: 1e200), steps: 4)
    #expect(trace.points.count == 5)
    #expect(!trace.lastLoss.isFinite)
    #expect(trace.steps(toReach: 1e-6) == nil)
  }

  @Test(arguments: [1, 2, 3]) func everyOptimizerGetsDown(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let start = [random.uniform(in: -3..<3), random.uniform(in: -3..<3)]
    let f = QuadraticBowl(coefficients: [0.5, 1])
    func check(_ optimizer: some Optimizer) {
      let trace = minimize(f, from: start, with: optimizer, steps: 500)
      #expect(trace.lastLoss < 1e-3, "\(optimizer)")
    }
    check(GradientDescent(learningRate: 0.1))
    check(Momentum(learningRate: 0.05))
    check(Momentum(learningRate: 0.5, convention: .exponentialAverage))
    check(Nesterov(learningRate: 0.05))
    check(AdaGrad(learningRate: 1))
    check(RMSProp(learningRate: 0.01))
    check(Adam(learningRate: 0.05))
    check(AdamW(learningRate: 0.05, weightDecay: 0.01))
  }
}

@Suite struct ClippingTests {
  /// TensorFlow API documentation: `tf.clip_by_norm([1, 2, 3, 4, 5], 2.0)` in single precision, hence
  /// the tolerance of a unit in the seventh decimal.
  @Test func byNormAsPublished() {
    let printed = [0.26967996, 0.5393599, 0.80903983, 1.0787199, 1.3483998]
    for (own, value) in zip(clipped([1, 2, 3, 4, 5], toNorm: 2), printed) { #expect(abs(own - value) < 2e-7) }
  }

  /// TensorFlow API documentation: `tf.clip_by_value([[-10, -1, 0], [0, 2, 10]], -1, 1)`.
  @Test func byValueAsPublished() {
    #expect(clipped([-10, -1, 0, 0, 2, 10], toValue: 1) == [-1, -1, 0, 0, 1, 1])
  }

  @Test(arguments: 1...10) func byNormKeepsTheDirection(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let g = (0..<5).map { _ in random.normal() }
    let short = clipped(g, toNorm: 0.5)
    #expect(norm(short) <= 0.5 * (1 + 1e-15))
    for i in 1..<5 { #expect((short[i] * g[0]).isApproximatelyEqual(to: short[0] * g[i], relative: 1e-13)) }
    #expect(clipped(g, toNorm: 100) == g)
  }

  @Test func normsOfLargeAndEmptyVectors() {
    #expect(norm([3e200, 4e200]).isApproximatelyEqual(to: 5e200, relative: 1e-15))
    #expect(norm([3e-200, 4e-200]).isApproximatelyEqual(to: 5e-200, relative: 1e-15))
    #expect(norm([]) == 0)
    #expect(norm([.infinity, 1]) == .infinity)
    #expect(clipped([0, 0], toNorm: 0) == [0, 0])
  }
}
