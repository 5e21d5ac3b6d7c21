import LessonKit
import Testing

@Suite struct PublishedRegressionLossTests {
  /// scikit-learn's running example for regression metrics.
  static let (truth, predicted) = ([3, -0.5, 2, 7], [2.5, 0.0, 2, 8])

  /// Its example with two outputs, column by column.
  static let columns: [(truth: [Double], predicted: [Double])] = [([0.5, -1, 7], [0, -1, 8]), ([1, 1, -6], [2, 2, -5])]

  static let scikitLearn: [Published] = [
    .init("sklearn mean_squared_error", meanSquaredError(predicted, targets: truth), is: 0.375),
    .init("sklearn root_mean_squared_error", rootMeanSquaredError(predicted, targets: truth), is: 0.612, within: 5e-4),
    .init("sklearn root_mean_squared_error (numpy)", rootMeanSquaredError(predicted, targets: truth), is: 0.6123724356957945),
    .init("sklearn mean_absolute_error", meanAbsoluteError(predicted, targets: truth), is: 0.5),
    .init(
      "sklearn MSE, raw value 1", meanSquaredError(columns[0].predicted, targets: columns[0].truth), is: 0.41666667,
      within: 5e-9),
    .init("sklearn MSE, raw value 2", meanSquaredError(columns[1].predicted, targets: columns[1].truth), is: 1),
    .init(
      "sklearn MSE, uniform average",
      mean(columns.map { meanSquaredError($0.predicted, targets: $0.truth) }), is: 0.708, within: 5e-4),
    .init(
      "sklearn MSE, weights 0.3 and 0.7",
      zip([0.3, 0.7], columns).map { $0 * meanSquaredError($1.predicted, targets: $1.truth) }.reduce(0, +), is: 0.825),
    .init(
      "sklearn RMSE, two outputs",
      mean(columns.map { rootMeanSquaredError($0.predicted, targets: $0.truth) }), is: 0.822, within: 1e-3),
    .init("sklearn MAE, raw value 1", meanAbsoluteError(columns[0].predicted, targets: columns[0].truth), is: 0.5),
    .init("sklearn MAE, raw value 2", meanAbsoluteError(columns[1].predicted, targets: columns[1].truth), is: 1),
    .init("sklearn MAE, uniform average", mean(columns.map { meanAbsoluteError($0.predicted, targets: $0.truth) }), is: 0.75),
    .init(
      "sklearn MAE, weights 0.3 and 0.7",
      zip([0.3, 0.7], columns).map { $0 * meanAbsoluteError($1.predicted, targets: $1.truth) }.reduce(0, +), is: 0.85),
  ]
  static let pinball: [Published] = [
    // sklearn.metrics.mean_pinball_loss, examples.
    .init("sklearn pinball 0.1, low", pinball(0.1, [0, 2, 3]), is: 0.03333, within: 5e-6),
    .init("sklearn pinball 0.1, high", pinball(0.1, [1, 2, 4]), is: 0.3, within: 1e-15),
    .init("sklearn pinball 0.9, low", pinball(0.9, [0, 2, 3]), is: 0.3, within: 1e-15),
    .init("sklearn pinball 0.9, high", pinball(0.9, [1, 2, 4]), is: 0.03333, within: 5e-6),
  ]

  private static func pinball(_ quantile: Double, _ predictions: [Double]) -> Double {
    Pinball(quantile: quantile).value(predictions, targets: [1, 2, 3], reduction: .mean)
  }

  /// Keras, "Regression losses": truth [[0, 1], [0, 0]]; flat, for all its reductions here are means over all entries.
  static let keras: [Published] = [
    .init("Keras MeanSquaredError", meanSquaredError([1, 1, 1, 0], targets: [0, 1, 0, 0]), is: 0.5),
    .init(
      "Keras MeanSquaredError, SUM",
      (meanSquaredError([1, 1], targets: [0, 1]) + meanSquaredError([1, 0], targets: [0, 0])), is: 1),
    .init("Keras MeanAbsoluteError", meanAbsoluteError([1, 1, 1, 0], targets: [0, 1, 0, 0]), is: 0.5),
    .init("Keras Huber", Huber(delta: 1).value([0.6, 0.4, 0.4, 0.6], targets: [0, 1, 0, 0], reduction: .mean), is: 0.155),
    .init("Keras Huber, row 1", Huber(delta: 1).value([0.6, 0.4], targets: [0, 1], reduction: .mean), is: 0.18),
    .init("Keras Huber, row 2", Huber(delta: 1).value([0.4, 0.6], targets: [0, 0], reduction: .mean), is: 0.13),
    .init("Keras LogCosh", LogCosh().value([1, 1, 0, 0], targets: [0, 1, 0, 0], reduction: .mean), is: 0.108, within: 5e-4),
    .init("Keras LogCosh, row 1", LogCosh().value([1, 1], targets: [0, 1], reduction: .mean), is: 0.217, within: 5e-4),
  ]

  static let others: [Published] = [
    // scipy.special 1.17.1: huber(delta, r), pseudo_huber(delta, r), computed on this machine.
    .init("SciPy huber(1, 2)", Huber(delta: 1).value(2, target: 0), is: 1.5),
    .init("SciPy huber(2, 0.5)", Huber(delta: 2).value(0.5, target: 0), is: 0.125),
    .init("SciPy huber(0.5, 2)", Huber(delta: 0.5).value(2, target: 0), is: 0.875),
    .init("SciPy huber(3, -7)", Huber(delta: 3).value(-7, target: 0), is: 16.5),
    .init("SciPy pseudo_huber(1, 2)", PseudoHuber(delta: 1).value(2, target: 0), is: 1.23606797749979),
    .init("SciPy pseudo_huber(2, 3)", PseudoHuber(delta: 2).value(3, target: 0), is: 3.211102550927978),
    .init("SciPy pseudo_huber(3, 0.001)", PseudoHuber(delta: 3).value(0.001, target: 0), is: 4.999999861111118e-7),
    // torch 2: SmoothL1Loss and HuberLoss documentation, formulas at single points.
    .init("Smooth L1, inside", SmoothL1().value(0.5, target: 0), is: 0.125),
    .init("Smooth L1, outside", SmoothL1().value(2, target: 0), is: 1.5),
    .init("Smooth L1, at the seam", SmoothL1().value(1, target: 0), is: 0.5),
    // Mazur, "A step by step backpropagation example": E_o1, E_o2 and the total.
    .init("Mazur, E_o1", HalfSquaredError().value(0.75136507, target: 0.01), is: 0.274811083, within: 4e-9),
    .init("Mazur, E_o2", HalfSquaredError().value(0.772928465, target: 0.99), is: 0.023560026, within: 2e-9),
    .init(
      "Mazur, E_total", HalfSquaredError().value([0.75136507, 0.772928465], targets: [0.01, 0.99], reduction: .sum),
      is: 0.298371109, within: 5e-9),
    .init("Mazur, dE/dout_o1", HalfSquaredError().derivative(0.75136507, target: 0.01), is: 0.74136507, within: 1e-15),
    .init("log-cosh(1e-4) (mpmath)", LogCosh().value(1e-4, target: 0), is: 4.9999999916666667e-9),
    .init("log-cosh(0.5) (mpmath)", LogCosh().value(0.5, target: 0), is: 0.12011450695827752),
    .init("log-cosh(1) (mpmath)", LogCosh().value(1, target: 0), is: 0.43378083048302719),
    .init("log-cosh(1000) (mpmath)", LogCosh().value(1000, target: 0), is: 999.30685281944005),
  ]

  @Test(arguments: scikitLearn + pinball + keras + others)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  /// How Huber and Smooth L1 differ (PyTorch, HuberLoss): the first is δ times the second with β = δ.
  @Test(arguments: [0.1, 0.5, 1, 2, 10])
  func huberIsDeltaTimesSmoothL1(_ delta: Double) {
    var random = SplitMix64(seed: 41)
    for _ in 0..<100 {
      let e = random.normal(standardDeviation: 3)
      let (huber, smooth) = (Huber(delta: delta), SmoothL1(beta: delta))
      #expect(huber.value(e, target: 0).isApproximatelyEqual(to: delta * smooth.value(e, target: 0), relative: 1e-14))
      #expect(huber.derivative(e, target: 0).isApproximatelyEqual(to: delta * smooth.derivative(e, target: 0), relative: 1e-14))
      #expect(huber.value(e, target: 0) <= min(e * e / 2, delta * abs(e)))
      #expect(PseudoHuber(delta: delta).value(e, target: 0) <= huber.value(e, target: 0) * (1 + 1e-14))
    }
    for side in [-delta, delta] {
      #expect(
        abs(Huber(delta: delta).value(side.nextUp, target: 0) - Huber(delta: delta).value(side.nextDown, target: 0)) < 1e-15
          * (1 + delta * delta))
      #expect(abs(Huber(delta: delta).derivative(side.nextUp, target: 0)) <= delta)
    }
  }

  /// Best constants for 1, 2, 3, 4, 100 (course, lesson 6): mean 22, median 3, Huber's between; quantiles by pinball.
  @Test func bestConstants() {
    let data: [Double] = [1, 2, 3, 4, 100]
    let grid = (0...11_000).map { Double($0) / 100 }
    func best<L: Loss>(_ loss: L) -> Double {
      grid.min { a, b in
        loss.value([Double](repeating: a, count: 5), targets: data, reduction: .sum)
          < loss.value([Double](repeating: b, count: 5), targets: data, reduction: .sum)
      } ?? .nan
    }
    #expect(best(SquaredError()) == 22)
    #expect(best(AbsoluteError()) == 3)
    // Σ clip(c − x) = 0 with δ = 1: (c − 2) + (c − 3) + 1 − 1 − 1 = 0 has no root in 2...3; 1 + 1 + (c − 3) − 1 − 1 = 0 has.
    #expect(best(Huber(delta: 1)) == 3)
    // δ = 10: c − 1 + c − 2 + c − 3 + c − 4 − 10 = 0, so c = 5.
    #expect(best(Huber(delta: 10)) == 5)
    #expect(best(Pinball(quantile: 0.7)) == 4)
    #expect(best(Pinball(quantile: 0.1)) == 1)
  }
}
