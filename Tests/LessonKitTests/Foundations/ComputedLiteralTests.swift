import LessonKit
import Testing

/// A literal that is computed is no type's in particular: alone it is a `Double`, as a bare literal is, and beside a `Float` a
/// `Float`. That the calls compile is half of the test.
@Suite struct ComputedLiteralTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var computed: [Double]
    /// The same with arguments that are a `Double` without any doubt.
    var plain: [Double]

    init(_ name: String, _ computed: Double, _ plain: Double) { self.init(name, [computed], [plain]) }

    init(_ name: String, _ computed: [Double], _ plain: [Double]) {
      self.name = name
      self.computed = computed
      self.plain = plain
    }

    var testDescription: String { name }
  }

  private static let two: Double = 2
  private static let half: Double = 0.5
  private static let scores: [Double] = [1, 3, 3]

  static let activations = [
    Case("sigmoid", sigmoid(2 + 2), sigmoid(two + two)), Case("sigmoid, bare", sigmoid(2), sigmoid(two)),
    Case("sigmoid, negative", sigmoid(-(2 + 2)), sigmoid(-two - two)), Case("sigmoid, quotient", sigmoid(1 / 2), sigmoid(half)),
    Case("sigmoidDerivative", sigmoidDerivative(1 + 1), sigmoidDerivative(two)),
    Case("logSigmoid", logSigmoid(1 + 1), logSigmoid(two)), Case("softplus", softplus(4 - 2), softplus(two)),
    Case("softplusDerivative", softplusDerivative(1 + 1), softplusDerivative(two)),
    Case("tanhDerivative", tanhDerivative(1 + 1), tanhDerivative(two)), Case("relu", relu(1 + 1), two),
    Case("reluDerivative", reluDerivative(1 + 1), 1), Case("leakyRelu", leakyRelu(1 - 3, slope: 1 / 4), -half),
    Case("leakyReluDerivative", leakyReluDerivative(1 - 3, slope: 1 / 2), half), Case("step", step(1 + 1), 1),
    Case("step, at zero", step(1 - 1, atZero: 1 / 2), half), Case("stepDerivative", stepDerivative(1 + 1), 0),
    Case("nested", sigmoid(sigmoid(1 + 1) + sigmoid(1 + 1)), sigmoid(2 * sigmoid(two))),
  ]

  static let lists = [
    Case("softmax", softmax([1, 2 + 1, 3]), softmax(scores)), Case("softmax, bare", softmax([1, 3, 3]), softmax(scores)),
    Case("logSoftmax", logSoftmax([1, 2 + 1, 3]), logSoftmax(scores)),
    Case("logSoftmaxGradient", logSoftmaxGradient([1 - 1, 0], upstream: [1, 0]), [half, -half]),
    Case("logSumExp", logSumExp([1, 2 + 1, 3]), logSumExp(scores)),
    Case("softmaxJacobian", softmaxJacobian([1 - 1, 0])[0], [half * half, -half * half]),
    Case("softmaxGradient", softmaxGradient([1 - 1, 0], upstream: [1, 1 - 1]), [half * half, -half * half]),
    Case("binaryCrossEntropy", binaryCrossEntropy(1 / 2, target: 1), binaryCrossEntropy(half, target: 1)),
    Case(
      "binaryCrossEntropy, batch", binaryCrossEntropy([1 / 2, 1 / 2], targets: [0, 1], reduction: .sum),
      binaryCrossEntropy([half, half], targets: [0, 1], reduction: .sum)),
    Case("from logits", binaryCrossEntropyFromLogits(1 + 1, target: 1), binaryCrossEntropyFromLogits(two, target: 1)),
    Case(
      "from logits, batch", binaryCrossEntropyFromLogits([1 + 1], targets: [1], reduction: .mean),
      binaryCrossEntropyFromLogits(two, target: 1)),
    Case(
      "categorical", categoricalCrossEntropy([1 / 2, 1 / 2], target: [0, 1]),
      categoricalCrossEntropy([half, half], target: [0, 1])),
    Case(
      "categorical, batch", categoricalCrossEntropy([[1 / 2, 1 / 2]], targets: [[0, 1]], reduction: .mean),
      categoricalCrossEntropy([half, half], target: [0, 1])),
    Case(
      "categorical from logits", categoricalCrossEntropyFromLogits([1, 2 + 1, 3], target: [0, 0, 1]),
      categoricalCrossEntropyFromLogits(scores, target: [0, 0, 1])),
    Case(
      "categorical from logits, batch",
      categoricalCrossEntropyFromLogits([[1, 2 + 1, 3]], targets: [[0, 0, 1]], reduction: .mean),
      categoricalCrossEntropyFromLogits(scores, target: [0, 0, 1])),
  ]

  static let statistics = [
    Case("naiveSum", naiveSum([1, 2 + 1]), 4), Case("pairwiseSum", pairwiseSum([1, 2 + 1]), 4),
    Case("kahanSum", kahanSum([1, 2 + 1]), 4), Case("neumaierSum", neumaierSum([1, 2 + 1]), 4),
    Case("mean", mean([1, 2 + 1]), two), Case("median", median([1, 2 + 1, 3]), 3),
    Case("variance", variance([1, 2 + 1], of: .sample), two),
    Case("standardDeviation", standardDeviation([1, 2 + 1], of: .population), 1),
    Case("relativeDifference", relativeDifference(1 + 1, 2 + 2), relativeDifference(two, 4)),
    Case("a reduction", Reduction.mean([1, 2 + 1]), two),
  ]

  @Test(arguments: activations + lists + statistics) func isADouble(_ row: Case) { #expect(row.computed == row.plain) }

  @Test func besideAFloatItIsAFloat() {
    let single: Float = sigmoid(2 + 2)
    #expect(single == sigmoid(Float(4)) && Double(single) != sigmoid(2 + 2))
    #expect(type(of: sigmoid(Float(2) + 2)) == Float.self && type(of: sigmoid(2 + 2)) == Double.self)
    let probabilities: [Float] = softmax([1, 2 + 1, 3])
    #expect(probabilities == softmax([Float(1), 3, 3]))
    let singles: [Float] = [1, 2]
    let mapped = singles.map { sigmoid(2 * $0 + 1) }
    #expect(mapped == [sigmoid(Float(3)), sigmoid(Float(5))] && [Float(3), 5].map(sigmoid) == mapped)
    let loss: Float = binaryCrossEntropy(1 / 2, target: 1)
    #expect(loss == 0.6931472)
    #expect(type(of: mean([Float(1), 2 + 1])) == Float.self)
  }
}
