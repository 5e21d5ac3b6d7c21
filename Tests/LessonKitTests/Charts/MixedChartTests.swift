import LessonKit
import Testing

/// What the text draws is also in the SVG, in the summary and in the data table.
@Suite struct MixedChartTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var name: String
    /// Sentences of the summary.
    var sentences: [String]
    /// Cells of the table, row by row from the first.
    var rows: [[String]]
    /// Elements of the SVG by class.
    var elements: [String: Int]
    var testDescription: String { name }
  }

  /// By hand from the data of `mixedCharts`.
  static let expected = [
    Expected(
      name: "mixed-bars-line",
      sentences: [
        "Bar chart with a line.", "x: optimizer.", "y: accuracy, 0 to 1.",
        "run: 3 bars from high to low: adam 0.94, momentum 0.91, sgd 0.82.", "goal rises from 0.8 to 0.9.",
        "A line marks y = 0.5.",
      ],
      rows: [["run", "sgd", "0.82"], ["run", "momentum", "0.91"], ["run", "adam", "0.94"], ["goal", "sgd", "0.8"]],
      elements: ["chart-bar": 3, "chart-line": 1, "chart-name": 2]),
    Expected(
      name: "mixed-line-bars", sentences: ["Bar chart with a line.", "The line falls from 3 to -2 at x = 1, then rises to 1."],
      rows: [["a", "3", "2"], ["b", "-2", "-3"], ["c", "1", "1.5"]], elements: ["chart-bar": 3, "chart-line": 1]),
    Expected(
      name: "mixed-bars-log", sentences: ["Bar chart, y on a log scale.", "1 bar without a place on the log axis."],
      rows: [["a", "0.001"], ["b", "1"], ["c", "100"], ["d", "-1"]], elements: ["chart-bar": 3]),
    Expected(
      name: "mixed-bars-cut", sentences: ["2 values outside the axes."], rows: [["a", "0.75"], ["b", "0.4"], ["c", "1.2"]],
      elements: ["chart-bar": 2]),
    Expected(
      name: "mixed-bars-matrix", sentences: ["Not drawn: a matrix, a line and rules."], rows: [["a", "1"], ["b", "2"]],
      elements: ["chart-bar": 2, "chart-note": 1, "chart-cell": 0, "chart-line": 0]),
    Expected(
      name: "mixed-matrix-line", sentences: ["Not drawn: a line and a matrix."], rows: [["1", "1", "2"], ["2", "3", "4"]],
      elements: ["chart-cell": 14, "chart-note": 1, "chart-line": 0]),  // four cells and ten of the key
    Expected(
      name: "mixed-line-matrix", sentences: ["Line chart.", "Not drawn: matrices and bars."], rows: [["0", "1"], ["1", "2"]],
      elements: ["chart-line": 1, "chart-note": 1, "chart-bar": 0]),
    Expected(
      name: "mixed-histogram-line",
      sentences: ["Histogram with a line.", "x: -2 to 2.", "1 value outside the axes.", "Not drawn: a histogram."],
      rows: [["count", "-2 to -1", "1"], ["count", "-1 to 0", "2"]], elements: ["chart-bar": 4, "chart-line": 1]),
    Expected(
      name: "mixed-boxes", sentences: ["Box plot with points.", "b: median 4, quartiles 3 and 5, whiskers 2 to 6."],
      rows: [["low", "1", "a"], ["lower quartile", "2", "a"], ["median", "3", "a"]],
      elements: ["chart-box": 2, "chart-points": 1]),
    Expected(
      name: "mixed-contour", sentences: ["Contour plot with a path.", "Levels 5.", "A line marks x = 1."],
      rows: [["function", "0", "2", "20"], ["function", "1", "2", "21"], ["function", "2", "2", "22"]],
      elements: ["chart-path": 1, "chart-step": 2]),
    Expected(
      name: "mixed-notes", sentences: ["1 value infinite.", "A line marks x = 1.", "At (2, 2): here."],
      rows: [["s", "0", "1"], ["s", "1", "inf"], ["s", "2", "2"], ["rule", "1", ""], ["here", "2", "2"]],
      elements: ["chart-line": 1, "chart-infinite": 1, "chart-label": 1]),
  ]

  @Test(arguments: expected)
  func renderings(expected: Expected) throws {
    let chart = try #require(mixedCharts.first { $0.name == expected.name }).chart
    for sentence in expected.sentences { #expect(chart.summary.contains(sentence), "\(chart.summary)") }
    #expect(chart.table.rows.prefix(expected.rows.count).map { $0.map(\.text) } == expected.rows, "\(chart.table)")
    let facts = try #require(XMLFacts(chart.svg))
    for (name, count) in expected.elements {
      #expect(facts.elements.count { $0.attributes["class"] == name } == count, "\(name)")
    }
  }

  @Test func everyMixedChartIsExpected() {
    #expect(MixedChartTests.expected.map(\.name) == mixedCharts.map(\.name))
  }

  typealias Element = (name: String, attributes: [String: String], text: String)

  /// Bars end where the ticks of their values are, hang below the zero line and stand over the ticks of their names.
  @Test func barsEndAtTheirValues() throws {
    let chart = Chart().bars(["a": 2, "b": -1]).bars(["a": 1, "b": 0]).x("", .category).y("", -1...2)
    let facts = try #require(XMLFacts(chart.svg))
    func number(_ element: Element, _ name: String) -> Double { Double(element.attributes[name] ?? "") ?? .nan }
    func tick(_ label: String, _ kind: String) throws -> Double {
      let element = try #require(facts.elements.first { $0.attributes["class"] == kind && $0.text == label })
      return number(element, kind == "chart-y-tick" ? "y" : "x")
    }
    let bars = facts.elements.filter { $0.attributes["class"] == "chart-bar" }
    #expect(bars.count == 3)  // zero shows nothing
    // Labels stand lower than their ticks by the same amount.
    let zero = try tick("0", "chart-y-tick")
    for (bar, label) in zip(bars, ["2", "-1", "1"]) {
      let end = try tick(label, "chart-y-tick")
      #expect((number(bar, "height") - (end - zero).magnitude).magnitude < 0.02)
      #expect(number(bar, "y") + 4.66 - min(zero, end) < 0.02)
    }
    let middle = try tick("a", "chart-x-tick")
    #expect(number(bars[0], "x") + number(bars[0], "width") <= number(bars[2], "x"))
    #expect(number(bars[0], "x") < middle && middle < number(bars[2], "x") + number(bars[2], "width"))
    #expect(bars[0].attributes["fill"] != bars[2].attributes["fill"])
  }

  /// Whatever marks meet: each is in the table and in the summary, or both say that it is not drawn.
  @Test func noMarkIsSilent() {
    let marks: [(Chart) -> Chart] = [
      { $0.line([1, 2.5], "L") }, { $0.points([1, 2.5], "P") }, { $0.step([1, 2.5], "S") }, { $0.bars(["B": 2.5]) },
      { $0.histogram([1, 2.5]) }, { $0.matrix([[2.5]]) }, { $0.contour({ $0 + $1 }, x: 0...1, y: 0...1, at: [1]) },
      { $0.path([(0, 2.5)], "W") }, { $0.box(["X": [1, 2.5]]) }, { $0.errorBars([(0, 1, 2, 2.5)], "E") },
      { $0.rule(y: 2.5) }, { $0.band([(0, 1, 2), (1, 2, 2.5)], "A") }, { $0.label("N", x: 1, y: 2.5) },
    ]
    let words = [
      "L ", "P: ", "S ", "B 2.5", "2 values in", "Matrix.", "Levels 1", "W: ", "X: ", "E ", "y = 2.5", "Band A", "N.",
    ]
    let left = [
      "a line", "points", "steps", "bars", "a histogram", "a matrix", "a contour plot", "a path", "boxes", "error bars",
      "a rule", "a band", "a label",
    ]
    for scale in [Chart.Scale.linear, .category] {
      for (i, first) in marks.enumerated() {
        for (k, second) in marks.enumerated() where i != k {
          let chart = second(first(Chart())).x("", scale)
          for mark in [i, k] {
            let isLeft = chart.text.split(separator: "\n").last.map { $0 == "(not drawn: \(left[mark]))" } ?? false
            #expect(isLeft == chart.summary.contains("Not drawn: \(left[mark])."), "\(chart.summary)")
            #expect(isLeft != chart.summary.contains(words[mark]), "\(words[mark]) in \(chart.summary)")
            #expect(isLeft == chart.svg.contains("not drawn: \(left[mark])"))
          }
          // Alone in its figure, a mark has the table of its kind; two share one that tells them apart.
          if !chart.summary.contains("Not drawn") {
            #expect(chart.table.columns[0] == "series" || chart.table.columns.count > 2, "\(chart.table)")
          }
        }
      }
    }
  }
}
