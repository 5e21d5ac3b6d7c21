import LessonKit
import Testing

@Suite struct PublishedActivationTests {
  static let scalars: [Published] =
    [
      // Nielsen, Neural Networks and Deep Learning, chapter 3: outputs 0.82 and 0.98; chapter 5: the slope is at most 1/4.
      .init("Nielsen, (w, b) = (0.6, 0.9)", sigmoid(0.6 + 0.9), is: 0.82, within: 5e-3),
      .init("Nielsen, (w, b) = (2, 2)", sigmoid(2.0 + 2.0), is: 0.98, within: 5e-3),
      .init("Nielsen, slope at 0", sigmoidDerivative(0.0), is: 0.25),
      // CS231n, "Backpropagation, intuitions", sigmoid example: output 0.73, gradient 0.2 (0.73 · 0.27).
      .init("CS231n, sigmoid(1)", sigmoid(1.0), is: 0.73, within: 5e-3),
      .init("CS231n, gradient", sigmoidDerivative(1.0), is: 0.2, within: 5e-3),
      // Karpathy, micrograd lecture: tanh(0.8813735870195432) = 0.7071, slope 0.5.
      .init("micrograd lecture, tanh slope", tanhDerivative(0.8813735870195432), is: 0.5, within: 1e-12),
      // Mazur, "A step by step backpropagation example".
      .init("Mazur, out_h1", sigmoid(0.3775), is: 0.593269992, within: 1e-9),
      .init("Mazur, out_o1", sigmoid(1.105905967), is: 0.75136507, within: 5e-9),
      .init("Mazur, slope at o1", sigmoidDerivative(1.105905967), is: 0.186815602, within: 1e-9),
      .init("D2L, relu(-2)", relu(-2.0), is: 0),
      .init(
        "Karpathy, uniform over 27 characters", -logSoftmax([Double](repeating: 0, count: 27))[0], is: 3.2958, within: 5e-5),
      .init("CS231n, initial loss of 10 classes", logSumExp([Double](repeating: 0, count: 10)), is: 2.302, within: 1e-3),
      // scipy.special.logsumexp, example: np.arange(10).
      .init("SciPy logsumexp(arange(10))", logSumExp((0..<10).map(Double.init)), is: 9.4586297444267107),
    ]
    // scipy.special.expit, example.
    + zip([-1.5, 0, 1.5], [0.18242552, 0.5, 0.81757448]).map { .init("SciPy expit(\($0))", sigmoid($0), is: $1, within: 5e-9) }
    // scipy.special.log_expit, example.
    + zip([-3.0, 0.25, 2.5, 5.0], [-3.04858735, -0.57593942, -0.07888973, -0.00671535]).map {
      .init("SciPy log_expit(\($0))", logSigmoid($0), is: $1, within: 5e-9)
    }
    // Keras, "Layer activation functions"; the page computes in Float, hence the tolerances.
    + zip([-20.0, -1, 0, 1, 20], [2.0611537e-9, 2.6894143e-1, 0.5, 7.3105860e-1, 1]).map {
      .init("Keras sigmoid(\($0))", sigmoid($0), is: $1, within: 6e-8 * $1 + 1e-15)
    }
    + zip([-20.0, -1, 0, 1, 20], [2.0611537e-9, 3.1326166e-1, 6.9314718e-1, 1.3132616, 20]).map {
      .init("Keras softplus(\($0))", softplus($0), is: $1, within: 1.2e-7 * $1)
    }
    + zip([-10.0, -5, 0, 5, 10], [0.0, 0, 0, 5, 10]).map { .init("Keras relu(\($0))", relu($0), is: $1) }
    + zip([-10.0, -5, 0, 5, 10], [-5, -2.5, 0, 5, 10]).map {
      .init("Keras leaky relu(\($0)), slope 0.5", leakyRelu($0, slope: 0.5), is: $1)
    }
    // Computed with mpmath at 40 digits.
    + [
      .init("sigmoid(40) · (1 − sigmoid(40)) (mpmath)", sigmoidDerivative(40.0), is: 4.2483542552915889e-18),
      .init("sigmoid′(10) (mpmath)", sigmoidDerivative(10.0), is: 4.5395807735951671e-5),
      .init("tanh′(20) (mpmath)", tanhDerivative(20.0), is: 1.6993417021166356e-17),
      .init("softplus(−50) (mpmath)", softplus(-50.0), is: 1.9287498479639178e-22),
      .init("log sigmoid(40) (mpmath)", logSigmoid(40.0), is: -4.2483542552915890e-18),
      .init("sigmoid(−700) (mpmath)", sigmoid(-700.0), is: 9.8596765437597709e-305),
    ]

  @Test(arguments: scalars)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  struct Vector: Sendable, CustomStringConvertible {
    let description: String
    let scores: [Double]
    let printed: [Double]
    let tolerance: Double
  }

  static let softmaxes: [Vector] = [
    .init(
      description: "Wikipedia, Softmax function", scores: [1, 2, 3, 4, 1, 2, 3],
      printed: [0.02364054, 0.06426166, 0.1746813, 0.474833, 0.02364054, 0.06426166, 0.1746813], tolerance: 5e-7),
    .init(
      description: "Bendersky, The softmax function and its derivative", scores: [1, 2, 3],
      printed: [0.09003057, 0.24472847, 0.66524096], tolerance: 5e-9),
    .init(description: "Bendersky, large scores", scores: [1000, 2000, 3000], printed: [0, 0, 1], tolerance: 0),
    .init(
      description: "CS231n, the classifier of the linear classification notes", scores: [-2.85, 0.86, 0.28],
      printed: [0.016, 0.631, 0.353], tolerance: 6e-4),
    .init(
      description: "CS231n slides, cat, car and frog", scores: [3.2, 5.1, -1.7], printed: [0.13, 0.87, 0.00], tolerance: 5e-3),
    .init(
      description: "SciPy softmax, axis=1, row 1", scores: [1, 0.5, 0.2, 3],
      printed: [1.05877e-1, 6.42177e-2, 4.75736e-2, 7.82332e-1], tolerance: 5e-7),
    .init(
      description: "SciPy softmax, axis=1, row 2", scores: [1, -1, 7, 3],
      printed: [2.42746e-3, 3.28521e-4, 9.79307e-1, 1.79366e-2], tolerance: 5e-7),
    .init(
      description: "SciPy softmax, axis=1, row 3", scores: [2, 12, 13, 3],
      printed: [1.22094e-5, 2.68929e-1, 7.31025e-1, 3.31885e-5], tolerance: 5e-7),
    .init(
      description: "SciPy softmax, axis=0, column 1", scores: [1, 1, 2], printed: [0.211942, 0.211942, 0.576117],
      tolerance: 5e-7),
    .init(
      description: "the classic overflow, CS231n notes (values by mpmath)", scores: [123, 456, 789],
      printed: [5.7527440569791497e-290, 2.398487868841356e-145, 1], tolerance: 1e-15),
  ]

  @Test(arguments: softmaxes)
  func softmaxMeetsThePublishedValues(_ vector: Vector) {
    let p = softmax(vector.scores)
    for (own, printed) in zip(p, vector.printed) {
      #expect(abs(own - printed) <= vector.tolerance, "computed \(own), printed \(printed)")
    }
    for (own, logarithm) in zip(p, logSoftmax(vector.scores)) where own > 0 {
      #expect(log(own).isApproximatelyEqual(to: logarithm, relative: 1e-12, absolute: 1e-15))
    }
  }

  @Test func overflowExampleKeepsItsSmallestTerms() {
    let p = softmax([123.0, 456, 789])
    #expect(p[0].isApproximatelyEqual(to: exp(-666), relative: 1e-14))
    #expect(p[1].isApproximatelyEqual(to: exp(-333), relative: 1e-14))
    // scipy.special.log_softmax, example: [1000.0, 1.0] gives [0, -999].
    #expect(logSoftmax([1000.0, 1]) == [0, -999])
  }
}
