import Foundation
import LessonKit
import Testing

@Suite struct ChartSummaryTests {
  /// Written by hand before the code, word for word.
  @Test func targetSummary() throws {
    let chart = try #require(targetCharts.first { $0.name == "learning-rates" }).chart
    #expect(
      chart.summary == """
        Line chart, y on a log scale. x: step, 0 to 50. lr = 0.005 falls from 56 to 5.86. lr = 0.03 falls from 56 to 0.0329. \
        lr = 0.095 falls from 56 to 0.00106.
        """)
  }

  /// Written by hand from the data.
  @Test(
    arguments: [
      (Chart("t"), "Empty chart."),
      (Chart().line([1, 2, 4]).x("step").y("loss"), "Line chart. x: step, 0 to 2. y: loss, 1 to 4. loss rises from 1 to 4."),
      (Chart().line([1, 2, 4]), "Line chart. x: 0 to 2. The line rises from 1 to 4."),
      (Chart().line([3, 3, 3], "a"), "Line chart. x: 0 to 2. a stays at 3."),
      (Chart().line([3], "a").x("step"), "Line chart. x: step, 0 to 0. a is 3 at step 0."),
      (Chart().line([Double](), "a"), "Line chart. a has no values."),
      (Chart().line([4, 1, 3], "a").x("x"), "Line chart. x: 0 to 2. a falls from 4 to 1 at x = 1, then rises to 3."),
      (Chart().line([4, 6, 3], "a").x("n"), "Line chart. x: n, 0 to 2. a rises from 4 to 6 at n 1, then falls to 3."),
      (
        Chart().line([2, 9, 0, 7], "a"),
        "Line chart. x: 0 to 3. a goes up and down from 2 to 7, lowest 0 at x = 2, highest 9 at x = 1."
      ),
      (Chart().line([1, 50, 49.5, 100], "a"), "Line chart. x: 0 to 3. a rises from 1 to 100."),  // a reversal of half a percent
      (Chart().line([0, 100, 98], "a"), "Line chart. x: 0 to 2. a rises from 0 to 98, highest 100 at x = 1."),
      (
        Chart().line([.nan, 2, .infinity, 1]).y("v", 0...1.5),
        "Line chart. x: 0 to 3. y: v, 0 to 1.5. v falls from 2 to 1. 1 value missing. 1 value infinite. 1 value outside the axes."
      ),
      (
        Chart().line([-1, 0, 10, 100], "a").y("", .log),
        "Line chart, y on a log scale. x: 0 to 3. a rises from 10 to 100. 2 values missing."
      ),
      (
        Chart().line([1, 2]).line([2, 1]).rule(y: 1.5),
        "Line chart. x: 0 to 1. line 1 rises from 1 to 2. line 2 falls from 2 to 1. A line marks y = 1.5."
      ),
      (
        Chart().points([(0, 1), (2, 3)], "A").points([(0, 1)], "B"),
        "Scatter plot. x: 0 to 2. A: 2 points, x 0 to 2, y 1 to 3. B: 1 point, x 0, y 1. 1 point hidden under points of a later class."
      ),
      (
        Chart().bars(["a": 1, "b": 3, "c": 3, "d": .nan]),
        "Bar chart. 3 bars from high to low: b 3, c 3, a 1. Total 7. 1 value missing."
      ),
      (
        Chart().bars(["a": 1, "b": 3]).bars(["c": 2]).x("price in euros").y("good"),
        "Bar chart. x: price in euros. y: good. 2 bars from high to low: b 3, a 1. Total 4. 1 bar from high to low: c 2. Total 2."
      ),
      (
        Chart().bars((1...9).map { ("b\($0)", Double($0)) }),
        "Bar chart. 9 bars, highest b9 9, b8 8, b7 7, lowest b1 1. Total 45."
      ),
      (
        Chart().histogram([0.5, 1.5, 1.6, 2.5, 9, .nan], bins: 4, over: 0...4).x("v"),
        "Histogram. x: v, 0 to 4. 4 values in 4 bins of width 1 from 0 to 4. Most, 2, lie from 1 to 2. "
          + "1 value outside the bins. 1 value missing."
      ),
      (
        Chart().matrix([[1, 2], [.nan, 4]], rows: ["a", "b"]),
        "Matrix. 2 rows, 2 columns. Largest 4 in row b, column b; smallest 1 in row a, column a. 1 cell missing."
      ),
      (
        Chart().contour({ $0 + $1 }, x: 0...1, y: 0...2, at: [1]).path([(0, 0), (1, 2)]),
        "Contour plot with a path. x: 0 to 1. Levels 1. Lowest 0 at (0, 0), highest 3 at (1, 2). Path of 2 points from (0, 0) to (1, 2)."
      ),
      (
        Chart().box(["s": [1, 2, 3, 4, 100]]),
        "Box plot. x: 1 to 100. s: median 3, quartiles 2 and 4, whiskers 1 to 4, 1 outlier at 100."
      ),
      (
        Chart().errorBars([(0, 1, 2, 3), (1, 0, 3, 5)], "m"),
        "Chart with error bars. x: 0 to 1. m rises from 2 to 3. Widest interval 0 to 5 at x = 1."
      ),
      (
        Chart().band([(0, 1, 2), (4, 3, 5)]).label("here", x: 2, y: 3),
        "Band chart. x: 0 to 4. Band: 1 to 2 at x = 0, 3 to 5 at x = 4. At (2, 3): here."
      ),
      (Chart().step([1, 2], "s"), "Step chart. x: 0 to 1. s rises from 1 to 2."),
      (
        Chart().line([1, 2]).x("rate", .log, 1...10).y("", .log),
        "Line chart, x and y on log scales. x: rate, 1 to 10. The line is 2 at rate 1. 1 value missing."
      ),
    ] as [(Chart, String)])
  func summaries(chart: Chart, expected: String) {
    #expect(chart.summary == expected)
  }

  @Test func theAuthorsWordsReplaceTheSummary() {
    #expect(Chart().line([1, 2]).describe("It rises.").summary == "It rises.")
    #expect(Chart().line([1, 2]).describe("It rises.").figure.summary == "It rises.")
  }

  /// For random walks the summary holds the first, the last, the least and the greatest value, as C's printf rounds them.
  @Test func numbersAreThoseOfTheData() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      var value = Double.random(in: -50...50, using: &random)
      let values = (0..<Int.random(in: 2...40, using: &random)).map { _ in
        value += Double.random(in: -5...5, using: &random)
        return value
      }
      let summary = Chart().line(values, "walk").summary
      for number in [values[0], values[values.count - 1], values.min() ?? 0, values.max() ?? 0] {
        // %.3g alone differs from our rule only beyond 0.001...999, where a walk seldom goes.
        guard (0.001..<999).contains(number.magnitude) else { continue }
        let written = String(format: "%.3g", number)
        #expect(summary.contains(written), "\(written) in \(summary)")
      }
    }
  }

  @Test(arguments: RenderedCharts.all)
  func oneParagraphEndsInAPeriod(target: GoldenChart) {
    #expect(target.chart.summary.last == ".")
    #expect(!target.chart.summary.contains("\n"))
    #expect(!target.chart.summary.contains("  "))
  }
}
