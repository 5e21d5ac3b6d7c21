import LessonKit
import Testing

@Suite struct PublishedMarginLossTests {
  /// Keras, "Hinge losses for maximum-margin classification": truth [[0, 1], [0, 0]] read as −1 and 1.
  static let kerasSigns: [Double] = [-1, 1, -1, -1]
  static let kerasScores: [Double] = [0.6, 0.4, 0.4, 0.6]

  static let values: [Published] = [
    .init("Keras Hinge", Hinge().value(kerasScores, targets: kerasSigns, reduction: .mean), is: 1.3),
    .init("Keras Hinge, row 1", Hinge().value([0.6, 0.4], targets: [-1, 1], reduction: .mean), is: 1.1),
    .init("Keras Hinge, row 2", Hinge().value([0.4, 0.6], targets: [-1, -1], reduction: .mean), is: 1.5),
    .init("Keras SquaredHinge", SquaredHinge().value(kerasScores, targets: kerasSigns, reduction: .mean), is: 1.86),
    .init("Keras SquaredHinge, row 1", SquaredHinge().value([0.6, 0.4], targets: [-1, 1], reduction: .mean), is: 1.46),
    .init("Keras SquaredHinge, row 2", SquaredHinge().value([0.4, 0.6], targets: [-1, -1], reduction: .mean), is: 2.26),
    .init("Keras CategoricalHinge, row 1: [0, 1] and [0.6, 0.4]", CategoricalHinge().value([0.6, 0.4], target: 1), is: 1.2),
    // sklearn.metrics.hinge_loss: scores −2.18, 2.36, 0.09 for −1, 1, 1 give 0.30.
    .init(
      "sklearn hinge_loss", Hinge().value([-2.18, 2.36, 0.09], targets: [-1, 1, 1], reduction: .mean), is: 0.3033, within: 5e-5),
    .init("sklearn zero_one_loss", zeroOneLoss([1, 2, 3, 4], targets: [2, 2, 3, 4], reduction: .mean), is: 0.25),
    .init("sklearn zero_one_loss, counted", zeroOneLoss([1, 2, 3, 4], targets: [2, 2, 3, 4], reduction: .sum), is: 1),
    // CS231n, "Linear classification": margin 10, and the figure of the classifier.
    .init("CS231n, [13, −7, 11], Δ = 10", MulticlassHinge(margin: 10).value([13, -7, 11], target: 0), is: 8),
    .init("CS231n, figure, hinge", MulticlassHinge().value([-2.85, 0.86, 0.28], target: 2), is: 1.58, within: 1e-12),
    // CS231n lecture 3: cat 2.9, car 0, frog 12.9, mean 5.27.
    .init("CS231n slides, cat", MulticlassHinge().value([3.2, 5.1, -1.7], target: 0), is: 2.9, within: 1e-12),
    .init("CS231n slides, car", MulticlassHinge().value([1.3, 4.9, 2.0], target: 1), is: 0),
    .init("CS231n slides, frog", MulticlassHinge().value([2.2, 2.5, -3.1], target: 2), is: 12.9, within: 1e-12),
    .init(
      "CS231n slides, mean",
      MulticlassHinge().value([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]], targets: [0, 1, 2], reduction: .mean),
      is: 5.27, within: 5e-3),
    .init("CS231n, [10, 9, 9]", MulticlassHinge().value([10, 9, 9], target: 0), is: 0),
    .init("CS231n, [10, −100, −100]", MulticlassHinge().value([10, -100, -100], target: 0), is: 0),
    .init("Logistic at 0", Logistic().value(0, target: 1), is: log(2)),
    .init("Logistic, y = −1, s = 1.5 (mpmath)", Logistic().value(1.5, target: -1), is: 1.7014132779827524),
    // CS231n, L2 regularization: w₁ = (1, 0, 0, 0) costs 1.0, w₂ = (0.25, …) 0.25.
    .init("CS231n, penalty of w1", l2Penalty([1, 0, 0, 0], strength: 1), is: 1),
    .init("CS231n, penalty of w2", l2Penalty([0.25, 0.25, 0.25, 0.25], strength: 1), is: 0.25),
    .init("L1 penalty of w2", l1Penalty([0.25, 0.25, 0.25, 0.25], strength: 1), is: 1),
  ]

  @Test(arguments: values)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  @Test func hingeRules() {
    #expect(Hinge().value(0.5, target: 1) == 0.5)
    #expect(Hinge().value(1, target: 1) == 0)
    #expect(Hinge().derivative(1, target: 1) == 0)
    #expect(Hinge().derivative(0.5, target: 1) == -1)
    // With labels 0 and 1 the loss of the class 0 never moves.
    #expect(Hinge().values([-5, 0, 5], targets: [0, 0, 0]) == [1, 1, 1])
    #expect([0, 1].map(signedLabel) == [-1, 1])
    #expect(ZeroOne().values([0.1, -0.1, 0], targets: [1, 1, 1]) == [0, 1, 1])
    #expect(ZeroOne().derivative(0.1, target: 1) == 0)
    #expect(ZeroOne().derivative(0, target: 1).isNaN)
    #expect(CategoricalHinge().value([0.3], target: 0) == 0)
    #expect(MulticlassHinge().gradient([1, 1, 1], target: 1) == [1, -2, 1])
    #expect(CategoricalHinge().gradient([1, 1, 1], target: 1) == [1, -1, 0])
  }

  /// Hinge, squared hinge and scaled logistic loss bound the 0-1 loss from above; multiclass forms agree with the binary one.
  @Test func bounds() {
    var random = SplitMix64(seed: 51)
    for _ in 0..<300 {
      let (s, y) = (random.normal(standardDeviation: 2), random.bernoulli(0.5) ? 1.0 : -1)
      let wrong = ZeroOne().value(s, target: y)
      #expect(Hinge().value(s, target: y) >= wrong)
      #expect(SquaredHinge().value(s, target: y) >= wrong)
      #expect(Logistic().value(s, target: y) / log(2) >= wrong)
      #expect(
        Logistic().value(s, target: y).isApproximatelyEqual(
          to: BinaryCrossEntropyFromLogits().value(s, target: (y + 1) / 2), relative: 1e-14))
      let pair = MulticlassHinge(margin: 2).value([s, -s], target: y > 0 ? 0 : 1)
      #expect(pair.isApproximatelyEqual(to: 2 * Hinge().value(s, target: y), relative: 1e-14, absolute: 1e-15))
      let scores = random.normals(5)
      #expect(CategoricalHinge().value(scores, target: 2) <= MulticlassHinge().value(scores, target: 2))
    }
  }
}

@Suite struct PenaltyTests {
  /// The closed forms against a grid search of their objectives.
  @Test(arguments: [-3.0, -1, -0.7, 0, 0.2, 1, 2.5])
  func minimizers(_ a: Double) {
    let grid = (-400...400).map { Double($0) / 100 }
    for strength in [0.0, 0.5, 1, 2] {
      func lasso(_ w: Double) -> Double { (w - a) * (w - a) / 2 + l1Penalty([w], strength: strength) }
      func ridge(_ w: Double) -> Double { (w - a) * (w - a) / 2 + l2Penalty([w], strength: strength) }
      let soft = softThreshold(a, by: strength)
      let shrunk = ridgeShrinkage(a, by: strength)
      #expect(grid.allSatisfy { lasso($0) >= lasso(soft) - 1e-12 })
      #expect(grid.allSatisfy { ridge($0) >= ridge(shrunk) - 1e-12 })
    }
  }

  @Test func softThresholdMeetsTheCourse() {
    // Donoho and Johnstone: 0 inside the threshold, moved by it outside. The course's exercise: a = 0.7, λ = 1 gives 0.
    #expect(softThreshold(0.7, by: 1) == 0)
    #expect(softThreshold(-0.7, by: 1).sign == .plus)
    #expect(softThreshold(1, by: 1) == 0)
    #expect(softThreshold(3, by: 1) == 2)
    #expect(softThreshold(-3, by: 1) == -2)
    #expect(softThreshold(.nan, by: 1).isNaN)
  }

  @Test func gradients() {
    var random = SplitMix64(seed: 52)
    let weights = random.normals(20)
    for i in weights.indices {
      let h = 1e-6
      func moved(_ d: Double) -> [Double] { weights.indices.map { $0 == i ? weights[$0] + d : weights[$0] } }
      let l1 = (l1Penalty(moved(h), strength: 0.3) - l1Penalty(moved(-h), strength: 0.3)) / (2 * h)
      let l2 = (l2Penalty(moved(h), strength: 0.3) - l2Penalty(moved(-h), strength: 0.3)) / (2 * h)
      #expect(abs(l1PenaltyGradient(weights, strength: 0.3)[i] - l1) < 1e-7)
      #expect(abs(l2PenaltyGradient(weights, strength: 0.3)[i] - l2) < 1e-7)
    }
    #expect(l1PenaltyGradient([0, -2], strength: 3) == [0, -3])
  }
}
