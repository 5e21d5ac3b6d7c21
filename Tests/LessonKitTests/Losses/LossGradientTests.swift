import LessonKit
import Testing

/// Every gradient against central differences on seeded random input, and the check itself against wrong gradients.
@Suite struct LossGradientTests {
  private func checkRegression<L: Loss>(_ loss: L, kinks: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
    var random = SplitMix64(seed: 61)
    for _ in 0..<50 {
      let targets = random.normals(6)
      let errors = random.normals(6, standardDeviation: 2).map { e in
        kinks.contains { abs(abs(e) - $0) < 1e-3 } ? e + 0.01 : e
      }
      let predictions = zip(targets, errors).map { $0 + $1 }
      let check = loss.gradientCheck(predictions, targets: targets)
      #expect(check.passes(tolerance: 1e-8), "\(check)", sourceLocation: sourceLocation)
    }
  }

  @Test func regression() {
    checkRegression(SquaredError(), kinks: [])
    checkRegression(HalfSquaredError(), kinks: [])
    checkRegression(AbsoluteError(), kinks: [0])
    checkRegression(Huber(delta: 1.5), kinks: [1.5])
    checkRegression(SmoothL1(), kinks: [1])
    checkRegression(SmoothL1(beta: 0.3), kinks: [0.3])
    checkRegression(LogCosh(), kinks: [])
    checkRegression(PseudoHuber(delta: 0.7), kinks: [])
    checkRegression(Pinball(quantile: 0.9), kinks: [0])
  }

  private func checkMargin<L: Loss>(_ loss: L, sourceLocation: SourceLocation = #_sourceLocation) {
    var random = SplitMix64(seed: 62)
    for _ in 0..<50 {
      let targets = (0..<6).map { _ in random.bernoulli(0.5) ? 1.0 : -1 }
      let scores = random.normals(6, standardDeviation: 2).map { abs(abs($0) - 1) < 1e-3 ? $0 + 0.01 : $0 }
      let check = loss.gradientCheck(scores, targets: targets)
      #expect(check.passes(tolerance: 1e-8), "\(check)", sourceLocation: sourceLocation)
    }
  }

  @Test func margins() {
    checkMargin(Hinge())
    checkMargin(SquaredHinge())
    checkMargin(Logistic())
    checkMargin(ZeroOne())
  }

  private func checkBinary<L: Loss>(_ loss: L, logits: Bool, soft: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    var random = SplitMix64(seed: 63)
    for _ in 0..<50 {
      let targets = (0..<6).map { _ in soft ? random.uniform() : random.bernoulli(0.5) ? 1.0 : 0 }
      let predictions = (0..<6).map { _ in logits ? random.normal(standardDeviation: 4) : random.uniform(in: 0.05..<0.95) }
      let check = loss.gradientCheck(predictions, targets: targets)
      #expect(check.passes(tolerance: 1e-8), "\(check)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [false, true])
  func binary(soft: Bool) {
    checkBinary(BinaryCrossEntropy(), logits: false, soft: soft)
    checkBinary(BinaryCrossEntropy(clipping: 1e-7), logits: false, soft: soft)
    checkBinary(BinaryCrossEntropyFromLogits(), logits: true, soft: soft)
    checkBinary(Focal(gamma: 2, alpha: 0.25), logits: false, soft: soft)
    checkBinary(Focal(gamma: 0), logits: false, soft: soft)
    checkBinary(Focal(gamma: 0.5), logits: false, soft: soft)
    checkBinary(FocalFromLogits(gamma: 2, alpha: 0.25), logits: true, soft: soft)
    checkBinary(FocalFromLogits(gamma: 0), logits: true, soft: soft)
  }

  @Test func classes() {
    var random = SplitMix64(seed: 64)
    for _ in 0..<100 {
      let scores = random.normals(5, standardDeviation: 3)
      let target = random.probabilities(5, zeros: true)
      let label = random.integer(below: 5)
      let losses: [GradientCheck] = [
        CategoricalCrossEntropyFromLogits().gradientCheck(scores, target: target),
        CategoricalCrossEntropyFromLogits(labelSmoothing: 0.1).gradientCheck(scores, target: target),
        CategoricalCrossEntropy().gradientCheck(random.probabilities(5).map { 0.05 + $0 }, target: target),
        CategoricalCrossEntropy(labelSmoothing: 0.1).gradientCheck(random.probabilities(5).map { 0.05 + $0 }, target: target),
        MulticlassHinge().gradientCheck(scores, target: label),
        CategoricalHinge(margin: 2).gradientCheck(scores, target: label),
      ]
      for check in losses { #expect(check.passes(), "\(check)") }
    }
  }

  /// From probabilities and from logits the same number, and the chain rule between their gradients.
  @Test func logitsAndProbabilitiesAgree() {
    var random = SplitMix64(seed: 65)
    for _ in 0..<100 {
      let (z, y) = (random.normal(standardDeviation: 4), random.uniform())
      #expect(
        BinaryCrossEntropyFromLogits().value(z, target: y).isApproximatelyEqual(
          to: BinaryCrossEntropy().value(sigmoid(z), target: y), relative: 1e-12))
      #expect(
        BinaryCrossEntropyFromLogits().derivative(z, target: y).isApproximatelyEqual(
          to: BinaryCrossEntropy().derivative(sigmoid(z), target: y) * sigmoidDerivative(z), relative: 1e-9, absolute: 1e-12))
      #expect(
        FocalFromLogits(gamma: 2).value(z, target: 1).isApproximatelyEqual(
          to: Focal(gamma: 2).value(sigmoid(z), target: 1), relative: 1e-9, absolute: 1e-15))
      let (scores, target) = (random.normals(4), random.probabilities(4))
      let viaSoftmax = softmaxGradient(scores, upstream: CategoricalCrossEntropy().gradient(softmax(scores), target: target))
      let direct = CategoricalCrossEntropyFromLogits().gradient(scores, target: target)
      for i in scores.indices { #expect(abs(viaSoftmax[i] - direct[i]) < 1e-14) }
      // The loss is the cross-entropy of information theory.
      #expect(
        CategoricalCrossEntropy().value(softmax(scores), target: target).isApproximatelyEqual(
          to: crossEntropy(target, softmax(scores), in: .nats), relative: 1e-14))
      // Two classes are one logit, their difference.
      #expect(
        CategoricalCrossEntropyFromLogits().value([z, 0], target: [y, 1 - y]).isApproximatelyEqual(
          to: BinaryCrossEntropyFromLogits().value(z, target: y), relative: 1e-13))
    }
  }

  /// Gibbs: the expected cross-entropy is least at q = p. So is not that of the focal loss.
  @Test func properness() {
    let truth = 0.8
    let grid = (1..<1000).map { Double($0) / 1000 }
    func best<L: Loss>(_ loss: L) -> Double {
      grid.min { loss.value($0, target: truth) < loss.value($1, target: truth) } ?? .nan
    }
    #expect(best(BinaryCrossEntropy()) == 0.8)
    #expect(best(SquaredError()) == 0.8)
    #expect(best(Focal(gamma: 2)) < 0.8)
    // Without its minus sign the loss would be least at the wrong end.
    #expect(grid.max { BinaryCrossEntropy().value($0, target: 1) < BinaryCrossEntropy().value($1, target: 1) } == 0.001)
  }

  @Test func rootMeanSquare() {
    var random = SplitMix64(seed: 66)
    let (p, y) = (random.normals(7), random.normals(7))
    let gradient = rootMeanSquaredErrorGradient(p, targets: y)
    let check = gradientCheck(of: { rootMeanSquaredError($0, targets: y) }, gradient: { _ in gradient }, at: p)
    #expect(check.passes(tolerance: 1e-9), "\(check)")
    #expect(meanAbsoluteError(p, targets: y) <= rootMeanSquaredError(p, targets: y))
    #expect(rootMeanSquaredErrorGradient([1], targets: [1])[0].isNaN)
  }

  @Test func reductions() {
    let (p, y): ([Double], [Double]) = ([1, 2, 4], [1, 1, 1])
    #expect(SquaredError().values(p, targets: y) == [0, 1, 9])
    #expect(SquaredError().value(p, targets: y, reduction: .sum) == 10)
    #expect(SquaredError().value(p, targets: y, reduction: .mean) == 10 / 3.0)
    #expect(SquaredError().gradient(p, targets: y, reduction: .sum) == [0, 2, 6])
    #expect(meanSquaredErrorGradient([1, 3], targets: [0, 0]) == [1, 3])
    #expect(meanAbsoluteErrorGradient([1, -3], targets: [0, 0]) == [0.5, -0.5])
    #expect(SquaredError().value([], targets: [], reduction: .sum) == 0)
    #expect(SquaredError().value([], targets: [], reduction: .mean).isNaN)
    let scores: [[Double]] = [[0, 0], [0, 0]]
    let targets: [[Double]] = [[1, 0], [0, 1]]
    let loss = CategoricalCrossEntropyFromLogits()
    #expect(loss.gradient(scores, targets: targets, reduction: .mean) == [[-0.25, 0.25], [0.25, -0.25]])
    #expect(loss.value(scores, targets: targets, reduction: .sum) == 2 * log(2))
    #expect(oneHot(1, count: 3) == [0, 1, 0])
    #expect(labelSmoothed([0, 0, 0, 1], by: 0.25) == [0.0625, 0.0625, 0.0625, 0.8125])
  }

  /// The check must be able to fail, and must name the entry.
  @Test func findsAWrongDerivative() {
    struct Faulty: Loss {
      func value(_ prediction: Double, target: Double) -> Double { (prediction - target) * (prediction - target) }
      func derivative(_ prediction: Double, target: Double) -> Double {
        prediction > 2 ? prediction - target : 2 * (prediction - target)
      }
    }
    let check = Faulty().gradientCheck([1, 3, 0], targets: [0, 0, 0])
    #expect(!check.passes(tolerance: 0.49))
    #expect(check.worst?.index == 1)
    #expect(check.worst?.analytic == 3)
    #expect(check.worst?.numeric.isApproximatelyEqual(to: 6) == true)
    #expect(check.worst?.error.isApproximatelyEqual(to: 0.5) == true)
    #expect(ZeroOne().gradientCheck([1, 0], targets: [1, 1]).worst?.error == .infinity)
    #expect(SquaredError().gradientCheck([], targets: []).passes())
  }
}
