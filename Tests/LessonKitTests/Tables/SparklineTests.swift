import LessonKit
import Testing

@Suite struct SparklineTests {
  /// A picture drawn by hand before the code, with the losses it was drawn from: 60 losses of gradient descent on
  /// w1^2 + 10 w2^2 from (-4, 2).
  @Test func targetPicture() {
    let rows = [0.005, 0.03, 0.095].map { rate in
      let losses = Self.losses(rate: rate)
      let last: Cell = .number(losses[59], .significant(rate == 0.095 ? 2 : 3))
      return [.text("lr = \(rate)"), .text(sparkline(losses, width: 30, scale: .log, over: 1e-4...56)), last]
    }
    let table = Table(columns: ["run", "loss, one log scale for all", "last"], rows: rows)
    #expect(
      table.text == """
        run         loss, one log scale for all        last
        lr = 0.005  ''''''''''''''''''''''''''''''     4.89
        lr = 0.03   '''''''''-------------........   0.0108
        lr = 0.095  ''''''''-------........_______   1.6e-4
        """)
  }

  private static func losses(rate: Double) -> [Double] {
    var w = (-4.0, 2.0)
    return (0..<60).map { _ in
      let loss = w.0 * w.0 + 10 * w.1 * w.1
      w = (w.0 - rate * 2 * w.0, w.1 - rate * 20 * w.1)
      return loss
    }
  }

  @Test(
    arguments: [
      ([], nil, .linear, nil, ""),
      ([1, 2, 3, 4, 3, 2, 1], nil, .linear, nil, "_.-'-._"),
      ([5, 5, 5], nil, .linear, nil, "---"),
      ([7], nil, .linear, nil, "-"),
      ([0, .nan, 3], nil, .linear, nil, "_ '"),
      ([.nan, .nan], nil, .linear, nil, "  "),
      ([-.infinity, 0, 3, .infinity], nil, .linear, nil, "__''"),
      ([-1, 0, 1, 10, 100, 1000], nil, .log, nil, "  _.-'"),
      ([1, 2, 3, 4], nil, .linear, 1...8, "__.."),
      ([1, 2], 6, .linear, nil, "___'''"),
      ([1, 2, 3, 4], 2, .linear, nil, "_-"),
      ([1, 2], -3, .linear, nil, ""),
      ([1, 2], nil, .log, -1...1, "--"),
    ] as [([Double], Int?, SparklineScale, ClosedRange<Double>?, String)])
  func cases(values: [Double], width: Int?, scale: SparklineScale, range: ClosedRange<Double>?, expected: String) {
    #expect(sparkline(values, width: width, scale: scale, over: range) == expected)
  }

  @Test func atMostThirtyColumnsByDefault() {
    #expect(sparkline((0..<1000).map(Double.init)).count == 30)
  }

  /// No last bit of a logarithm may decide a glyph.
  @Test func noiseInTheLastBitChangesNothing() {
    let values = (0..<60).map { 1 / Double(1 << $0) }
    let line = sparkline(values, scale: .log)
    #expect(sparkline(values.map { $0.nextUp }, scale: .log) == line)
    #expect(sparkline(values.map { $0.nextDown }, scale: .log) == line)
  }
}
