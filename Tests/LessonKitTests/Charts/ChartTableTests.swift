import LessonKit
import Testing

@Suite struct ChartTableTests {
  /// Even steps where the count allows; the first and the last row always.
  @Test(arguments: [1, 2, 23, 24, 25, 51, 100, 101, 241, 242, 1000, 1_000_003])
  func atMostTwentyFourRowsWithBothEnds(count: Int) {
    let table = Chart().line((0..<count).map { Double($0) }).table
    #expect(table.rows.count <= 24)
    #expect(table.rows.count >= min(count, 9))
    #expect(table.rows.first == [.number(0, .significant(6)), .number(0, .significant(6))])
    #expect(table.rows.last == [.number(Double(count - 1), .significant(6)), .number(Double(count - 1), .significant(6))])
    let xs = table.rows.compactMap { row in if case .number(let x, _) = row[0] { x } else { nil } }
    let steps = zip(xs, xs.dropFirst()).map { $1 - $0 }
    #expect(Set(steps.dropLast()).count <= 1)
    #expect(steps.allSatisfy { $0 > 0 && $0 <= steps[0] })
  }

  @Test func curvesOverTheSameXShareRows() {
    let chart = Chart("t").line([1, 2], "a").band([(0, 0.5, 1), (1, 1, 1.5)], "b").x("step")
    #expect(chart.table.text == "t\n\nstep   a   b low   b high\n   0   1     0.5      1\n   1   2     1        1.5")
  }

  @Test func seriesOfTheirOwnHaveRowsOfTheirOwn() {
    let chart = Chart().points([(0, 1), (2, 3)], "A").points([(5, 4)], "B").y("y2")
    #expect(chart.table.text == "series   x   y2\nA        0    1\nA        2    3\nB        5    4")
    let many = (0..<30).reduce(Chart()) { chart, k in chart.points([(Double(k), 1), (3, 3)], "s\(k)") }
    #expect(many.table.rows.count <= 24)
  }

  @Test(
    arguments: [
      (Chart().bars(["a": 1, "b": 0.25]), "name   value\na       1\nb       0.25"),
      (Chart().bars(["a": 1]).x("euros").y("good"), "good   euros\na          1"),
      (Chart().histogram([0.5, 1.5], bins: 2, over: 0...2), "from   to   count\n   0    1       1\n   1    2       1"),
      (Chart().matrix([[1], [.nan, 2]], rows: ["r", "s"]), "    r   s\nr   1\ns       2"),
      (
        Chart().box(["s": [1, 2, 3]]),
        "name   values   low   lower quartile   median   upper quartile   high   outliers\n"
          + "s           3     1              1.5        2              2.5      3          0"
      ),
      (Chart().contour({ $0 + $1 }, x: 0...1, y: 0...1, at: []), nil),
    ] as [(Chart, String?)])
  func kinds(chart: Chart, expected: String?) {
    if let expected { #expect(chart.table.text == expected) }
    #expect(chart.table.rows.count <= 24)
  }

  @Test func aContourHasItsLargestYOnTop() {
    let table = Chart().contour({ $0 + 10 * $1 }, x: 0...1, y: 0...1, at: []).x("u").y("v").table
    #expect(table.columns.first == "v \\ u")
    #expect(table.rows.count == 9)
    #expect(table.rows.first?.first == .number(1, .significant(6)))
    #expect(table.rows.first?.last == .number(11, .significant(6)))
    #expect(table.rows.last?.last == .number(1, .significant(6)))
  }

  @Test(arguments: RenderedCharts.all)
  func everyChartHasAFigure(target: GoldenChart) {
    let figure = target.chart.figure
    #expect(figure.kind == .chart)
    #expect(figure.text == target.chart.text)
    #expect(figure.svg == target.chart.svg)
    #expect(figure.data?.text == target.chart.table.text)
    #expect((figure.data?.rows.count ?? 0) <= 24)
  }
}
