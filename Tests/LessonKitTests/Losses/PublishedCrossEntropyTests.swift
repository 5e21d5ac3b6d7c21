import LessonKit
import Testing

@Suite struct PublishedCrossEntropyTests {
  static let binary: [Published] = [
    .init("Keras, y = (0, 1), p = (0.4, 0.6): −ln 0.6 (mpmath)", bce([0.4, 0.6], [0, 1]), is: 0.51082562376599068),
    // Keras, "Probabilistic losses", BinaryCrossentropy: truth [[0, 1], [0, 0]].
    .init("Keras BinaryCrossentropy", bce([0.6, 0.4, 0.4, 0.6], [0, 1, 0, 0]), is: 0.815, within: 5e-4),
    .init("Keras binary_crossentropy, row 1", bce([0.6, 0.4], [0, 1]), is: 0.916, within: 5e-4),
    .init("Keras binary_crossentropy, row 2", bce([0.4, 0.6], [0, 0]), is: 0.714, within: 5e-4),
    .init("Keras, from logits", logits([-18.6, 0.51, 2.94, -12.8], [0, 1, 0, 0]), is: 0.865, within: 6e-4),
    .init("Keras, from logits, row 1", logits([-18.6, 0.51], [0, 1]), is: 0.235, within: 5e-4),
    .init("Keras, from logits, row 2", logits([2.94, -12.8], [0, 0]), is: 1.496, within: 5e-4),
    // PyTorch, BCEWithLogitsLoss: targets 1, logits 1.5 gives 0.2014.
    .init("PyTorch BCEWithLogitsLoss", logits([1.5], [1]), is: 0.2014, within: 5e-5),
    .init("PyTorch BCEWithLogitsLoss (mpmath)", logits([1.5], [1]), is: 0.20141327798275246),
    // sklearn.metrics.log_loss: ["spam", "ham", "ham", "spam"], probabilities of spam 0.9, 0.1, 0.2, 0.65.
    .init("sklearn log_loss", bce([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1]), is: 0.21616, within: 5e-6),
    .init("sklearn log_loss (mpmath)", bce([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1]), is: 0.216161874680579),
    .init(
      "tf.keras 2, with ε = 1e−7 in the logarithm (mpmath)", -log(0.6 + 1e-7), is: 0.51082545709933796, within: 1e-15),
  ]

  /// tf.nn.sigmoid_cross_entropy_with_logits, example.
  static let tensorFlow: [Published] = zip(
    zip([1.0, -1, 0, 1, -1, 0, 0], [0.0, 0, 0, 1, 1, 1, 0.5]),
    [1.3132617, 0.3132617, 0.6931472, 0.3132617, 1.3132617, 0.6931472, 0.6931472]
  ).map { .init("TensorFlow, logit \($0.0), label \($0.1)", logits([$0.0], [$0.1]), is: $1, within: 1e-7) }

  private static func bce(_ p: [Double], _ y: [Double]) -> Double { binaryCrossEntropy(p, targets: y, reduction: .mean) }
  private static func logits(_ z: [Double], _ y: [Double]) -> Double {
    binaryCrossEntropyFromLogits(z, targets: y, reduction: .mean)
  }

  static let categorical: [Published] = [
    // Keras, CategoricalCrossentropy: [[0, 1, 0], [0, 0, 1]] against [[0.05, 0.95, 0], [0.1, 0.8, 0.1]].
    .init("Keras CategoricalCrossentropy", keras(.mean), is: 1.177, within: 5e-4),
    .init("Keras CategoricalCrossentropy, the article's digits", keras(.mean), is: 1.176939, within: 5e-7),
    .init("Keras CategoricalCrossentropy (mpmath)", keras(.mean), is: 1.1769391936907983),
    .init("Keras CategoricalCrossentropy, SUM", keras(.sum), is: 2.354, within: 5e-4),
    .init("Keras, row 1", categoricalCrossEntropy([0.05, 0.95, 0], target: [0, 1, 0]), is: 0.0513, within: 5e-5),
    .init("Keras, row 2", categoricalCrossEntropy([0.1, 0.8, 0.1], target: [0, 0, 1]), is: 2.303, within: 5e-4),
    // CS231n, "Linear classification", figure: 1.04 in nats.
    .init("CS231n, softmax classifier", scores([-2.85, 0.86, 0.28], oneHot(2, count: 3)), is: 1.04, within: 5e-4),
    // CS231n lecture 3, cat, car, frog: −ln 0.13 = 2.04.
    .init("CS231n slides, cat", scores([3.2, 5.1, -1.7], oneHot(0, count: 3)), is: 2.04, within: 5e-3),
    .init("CS231n, [10, 9, 9] (mpmath)", scores([10, 9, 9], oneHot(0, count: 3)), is: 0.55144471393205106),
    .init("CS231n, [10, −100, −100] (mpmath)", scores([10, -100, -100], oneHot(0, count: 3)), is: 3.3778237604490647e-48),
    .init("Uniform guess over 10 classes", scores([Double](repeating: 1, count: 10), oneHot(3, count: 10)), is: log(10)),
    // D2L, section 4.4: −ln 0.1 and −ln 0.5.
    .init(
      "D2L cross_entropy, first", categoricalCrossEntropy([0.1, 0.3, 0.6], target: oneHot(0, count: 3)), is: 2.3026,
      within: 5e-5),
    .init(
      "D2L cross_entropy, second", categoricalCrossEntropy([0.3, 0.2, 0.5], target: oneHot(2, count: 3)), is: 0.6931,
      within: 5e-5),
    // D2L, section 22.11.5: labels (0, 2).
    .init(
      "D2L cross_entropy, information theory",
      categoricalCrossEntropy(
        [[0.3, 0.6, 0.1], [0.2, 0.3, 0.5]], targets: [oneHot(0, count: 3), oneHot(2, count: 3)], reduction: .mean), is: 0.9486,
      within: 5e-5),
    // tf.nn.softmax_cross_entropy_with_logits and its sparse form, examples.
    .init("TensorFlow softmax cross-entropy, row 1", scores([4, 2, 1], [1, 0, 0]), is: 0.16984604, within: 5e-8),
    .init("TensorFlow softmax cross-entropy, row 2", scores([0, 5, 1], [0, 0.8, 0.2]), is: 0.82474494, within: 2e-7),
    .init("TensorFlow sparse, row 1", scores([2, -5, 0.5, -0.1], oneHot(0, count: 4)), is: 0.29750752, within: 5e-8),
    .init("TensorFlow sparse, row 2", scores([0, 0, 1.9, 1.4], oneHot(3, count: 4)), is: 1.1448325, within: 1e-7),
    .init("TensorFlow sparse, row 3", scores([-100, 100, -100, -100], oneHot(1, count: 4)), is: 0, within: 1e-80),
    // Karpathy, makemore: an untrained model over 27 characters costs ln 27 = 3.29.
    .init("Karpathy, ln 27", scores([Double](repeating: 0, count: 27), oneHot(5, count: 27)), is: 3.2958, within: 5e-5),
    // Keras divides by the row's sum; the row (0.5, 0.89, 0.6) then costs 0.8047, without division 0.1165.
    .init("Row that sums to 1.99", categoricalCrossEntropy([0.5, 0.89, 0.6], target: [0, 1, 0]), is: 0.1165, within: 5e-5),
    .init(
      "Row that sums to 1.99, divided", categoricalCrossEntropy([0.5, 0.89, 0.6].map { $0 / 1.99 }, target: [0, 1, 0]),
      is: 0.8047,
      within: 5e-5),
    // Smoothing 0.1 over three classes: weights 0.0333, 0.9333, 0.0333 (mpmath).
    .init(
      "Label smoothing 0.1",
      CategoricalCrossEntropy(labelSmoothing: 0.1).value([0.05, 0.9, 0.05], target: [0, 1, 0]), is: 0.29805196618423728),
  ]

  private static func keras(_ reduction: Reduction) -> Double {
    categoricalCrossEntropy([[0.05, 0.95, 0], [0.1, 0.8, 0.1]], targets: [[0, 1, 0], [0, 0, 1]], reduction: reduction)
  }
  private static func scores(_ z: [Double], _ y: [Double]) -> Double {
    CategoricalCrossEntropyFromLogits().value(z, target: y)
  }

  static let focal: [Published] = [
    // Keras, binary_focal_crossentropy with γ = 2, rows 1 and 2.
    .init(
      "Keras focal, row 1", Focal(gamma: 2).value([0.6, 0.4], targets: [0, 1], reduction: .mean), is: 0.330, within: 5e-4),
    .init(
      "Keras focal, row 2", Focal(gamma: 2).value([0.4, 0.6], targets: [0, 0], reduction: .mean), is: 0.206, within: 5e-4),
    // Lin et al., section 3.2: with γ = 2, p = 0.9 counts a hundredth, p ≈ 0.968 a thousandth, p ≤ 0.5 a quarter or more.
    .init("Lin et al., p = 0.9", -log(0.9) / Focal(gamma: 2).value(0.9, target: 1), is: 100, within: 1e-9),
    .init("Lin et al., p ≈ 0.968", -log(0.968) / Focal(gamma: 2).value(0.968, target: 1), is: 1000, within: 30),
    .init("Lin et al., p = 0.5", -log(0.5) / Focal(gamma: 2).value(0.5, target: 1), is: 4),
    .init("Focal at 0.9 (mpmath)", Focal(gamma: 2).value(0.9, target: 1), is: 0.0010536051565782628, within: 1e-17),
    .init("Cross-entropy at 0.9 (mpmath)", Focal(gamma: 0).value(0.9, target: 1), is: 0.10536051565782630),
    .init(
      "α = 0.25, target 1", Focal(gamma: 2, alpha: 0.25).value(0.9, target: 1), is: 0.0010536051565782628 / 4, within: 1e-17),
    .init(
      "α = 0.25, target 0", Focal(gamma: 2, alpha: 0.25).value(0.1, target: 0), is: 0.0010536051565782628 * 0.75, within: 1e-17),
  ]

  @Test(arguments: binary + tensorFlow + categorical + focal)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  /// The digits that libraries print in single precision.
  @Test func floatDigits() {
    // Without ε numpy and the kit print 0.5108256; tf.keras 2 adds ε = 1e−7 and prints 0.5108254.
    #expect(binaryCrossEntropy(Float(0.6), target: 1) == 0.5108256)
    // Float(0.4) is a little above 0.4, and the kit's log1p(−p) sees that where a library's log(1 − p) does not.
    #expect(binaryCrossEntropy(Float(0.4), target: 0) == Float(0.5108256).nextUp)
    #expect(abs(-Float.logarithm(of: 0.6 + 1e-7) - 0.5108254) <= Float(0.5).ulp)
    let predictions: [[Float]] = [[0.05, 0.95, 0], [0.1, 0.8, 0.1]]
    let targets: [[Float]] = [[0, 1, 0], [0, 0, 1]]
    // numpy float32 prints 1.1769392, Keras 1.176939: two units in the last place lower.
    #expect(categoricalCrossEntropy(predictions, targets: targets, reduction: .mean) == 1.1769392)
  }

  @Test func certainAnswers() {
    let probability = BinaryCrossEntropy()
    #expect(probability.value(1, target: 1) == 0)
    #expect(probability.value(0, target: 0) == 0)
    #expect(probability.value(0, target: 1) == .infinity)
    #expect(probability.value(1, target: 0) == .infinity)
    #expect(BinaryCrossEntropy(clipping: 1e-7).value(0, target: 1).isApproximatelyEqual(to: 16.11809565095832, relative: 1e-12))
    #expect(BinaryCrossEntropy(clipping: 1e-7).derivative(0, target: 1) == 0)
    #expect(CategoricalCrossEntropy().value([1, 0], target: [0, 1]) == .infinity)
    #expect(CategoricalCrossEntropy().value([1, 0], target: [1, 0]) == 0)
    #expect(probability.value(1.2, target: 0).isNaN)
    #expect(Focal(gamma: 2).value(1, target: 1) == 0)
    #expect(Focal(gamma: 2).value(0, target: 1) == .infinity)
  }

  /// Stable at ±1000 where the composition of sigmoid and logarithm is not.
  @Test func extremeLogits() {
    let loss = BinaryCrossEntropyFromLogits()
    #expect(loss.value(1000, target: 1) == 0)
    #expect(loss.value(-1000, target: 1) == 1000)
    #expect(loss.value(1000, target: 0) == 1000)
    #expect(loss.value(-1000, target: 0) == 0)
    #expect(loss.derivative(-1000, target: 1) == -1)
    #expect(loss.derivative(1000, target: 1) == 0)
    #expect(loss.derivative(40, target: 1).isApproximatelyEqual(to: -4.248354255291589e-18, relative: 1e-14))
    let classes = CategoricalCrossEntropyFromLogits()
    #expect(classes.value([1000, -1000], target: [0, 1]) == 2000)
    #expect(classes.value([1000, -1000], target: [1, 0]) == 0)
    #expect(classes.gradient([1000, -1000], target: [0, 1]) == [1, -1])
    let focal = FocalFromLogits(gamma: 2)
    #expect(focal.value(-1000, target: 1) == 1000)
    #expect(focal.value(1000, target: 1) == 0)
    #expect(focal.derivative(-1000, target: 1) == -1)
  }
}
