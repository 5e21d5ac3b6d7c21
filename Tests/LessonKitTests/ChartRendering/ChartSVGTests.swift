import LessonKit
import Testing

@Suite struct ChartSVGTests {
  @Test(arguments: targetCharts)
  func ticksAreThoseOfTheText(target: GoldenChart) throws {
    let facts = try #require(XMLFacts(target.chart.svg))
    guard case .plot(let plot) = target.chart.layout.content else { return }
    #expect(facts.texts(ofClass: "chart-y-tick") == plot.y.ticks.map { $0.text })
    #expect(facts.texts(ofClass: "chart-x-tick") == plot.x.ticks.filter { $0.isLabeled }.map { $0.text })
    for tick in plot.x.ticks where tick.isLabeled { #expect(target.chart.text.contains(tick.text)) }
    for tick in plot.y.ticks { #expect(target.chart.text.contains(tick.text)) }
  }

  /// The policy of the pages allows no style attributes, no scripts and no fonts; ids would collide between figures.
  @Test(arguments: targetCharts + oddCharts + moreCharts)
  func isWellFormedAndBare(target: GoldenChart) throws {
    let svg = target.chart.svg
    let facts = try #require(XMLFacts(svg))
    #expect(facts.elements[0].name == "svg")
    #expect(facts.elements[0].attributes["role"] == "img")
    let known: Set = ["svg", "g", "path", "rect", "circle", "text"]
    for element in facts.elements {
      #expect(known.contains(element.name))
      #expect(element.attributes["style"] == nil && element.attributes["id"] == nil)
    }
    #expect(!svg.contains("nan") || target.name.contains("missing"))
  }

  @Test(arguments: targetCharts + oddCharts + moreCharts)
  func coordinatesHaveAtMostTwoDecimals(target: GoldenChart) throws {
    let facts = try #require(XMLFacts(target.chart.svg))
    let names = ["d", "x", "y", "cx", "cy", "width", "height", "r", "viewBox"]
    for element in facts.elements {
      for name in names {
        for number in (element.attributes[name] ?? "").split(whereSeparator: { " MLHVZ".contains($0) }) {
          #expect(Double(number) != nil, "\(number) in \(element)")
          let decimals = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
          #expect(decimals <= 2, "\(number)")
        }
      }
    }
  }

  /// A point whose values are tick values must lie exactly where the two ticks are.
  @Test func pointsLieOnTheirTicks() throws {
    let chart = Chart().points([(0, 0), (10, 100), (20, 50)]).x("", 0...20).y("", 0...100)
    let facts = try #require(XMLFacts(chart.svg))
    let circles = facts.elements.filter { $0.name == "circle" }.map { $0.attributes }
    let xTicks = facts.elements.filter { $0.attributes["class"] == "chart-x-tick" }
    let yTicks = facts.elements.filter { $0.attributes["class"] == "chart-y-tick" }
    func x(_ label: String) -> Double? { xTicks.first { $0.text == label }.flatMap { Double($0.attributes["x"] ?? "") } }
    func y(_ label: String) -> Double? { yTicks.first { $0.text == label }.flatMap { Double($0.attributes["y"] ?? "") } }
    #expect(circles.count == 3)
    for (circle, (xLabel, yLabel)) in zip(circles, [("0", "0"), ("10", "100"), ("20", "50")]) {
      let cx = try #require(Double(circle["cx"] ?? ""))
      let cy = try #require(Double(circle["cy"] ?? ""))
      #expect(cx == x(xLabel))
      // A label stands on its line, so its y is lower by the same amount everywhere.
      let baseline = try #require(y(yLabel))
      #expect((baseline - cy - 4.66).magnitude < 0.02)
    }
  }

  @Test func evenTicksAreEvenlySpaced() throws {
    let facts = try #require(XMLFacts(Chart().line([0, 4, 1, 3]).x("step").y("loss").svg))
    for name in ["chart-x-tick", "chart-y-tick"] {
      let key = name == "chart-x-tick" ? "x" : "y"
      let places = facts.elements.filter { $0.attributes["class"] == name }.compactMap { Double($0.attributes[key] ?? "") }
      #expect(places.count > 2)
      let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
      for gap in gaps { #expect((gap - gaps[0]).magnitude < 0.011) }
    }
  }

  @Test func seriesDifferInMoreThanColor() throws {
    let chart = Chart().line([1, 2], "a").line([2, 1], "b").line([3, 3], "c")
    let facts = try #require(XMLFacts(chart.svg))
    let lines = facts.elements.filter { $0.attributes["class"] == "chart-line" }.map { $0.attributes }
    #expect(Set(lines.compactMap { $0["stroke"] }).count == 3)
    #expect(Set(lines.map { $0["stroke-dasharray"] ?? "" }).count == 3)
    #expect(facts.texts(ofClass: "chart-name").sorted() == ["a", "b", "c"])
    #expect(facts.elements.contains { $0.name == "circle" })  // the markers of the first
  }

  @Test func theIdNamesThePicture() throws {
    let chart = Chart("A < B").line([1, 2])
    let alone = try #require(XMLFacts(chart.svg)).elements[0].attributes
    #expect(alone["aria-label"] == "A < B")
    let named = try #require(XMLFacts(chart.svg(id: "c3"))).elements[0].attributes
    #expect(named["aria-labelledby"] == "c3-t")
    #expect(named["aria-describedby"] == "c3-d")
  }

  @Test func aMillionPointsMakeASmallPicture() throws {
    let values = (0..<1_000_000).map { sin(Double($0) / 50_000) + Double($0 % 7) / 20 }
    #expect(Chart().line(values).svg.utf8.count < 20_000)
    let pairs = values.prefix(100_000).enumerated().map { (Double($0), $1) }
    #expect(Chart().points(pairs).svg.utf8.count < 12_000_000)
  }

  /// The level curves of x^2 + y^2 are circles: every point of the path has the level's distance from the middle.
  @Test func contoursFollowTheFunction() throws {
    let chart = Chart().contour({ $0 * $0 + $1 * $1 }, x: -2...2, y: -2...2, at: [1]).x("", -2...2).y("", -2...2)
    guard case .plot(let plot) = chart.layout.content else { return }
    let facts = try #require(XMLFacts(chart.svg))
    let path = try #require(facts.elements.first { $0.name == "path" && ($0.attributes["d"]?.count ?? 0) > 200 })
    let points = (path.attributes["d"] ?? "").split(whereSeparator: { "ML".contains($0) })
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(points.count > 50)
    let top = Double(plot.y.cells) - 0.25
    for point in points {
      let x = plot.x.value(at: Int(((point[0] / 8 - Double(plot.axisColumn) - 0.5) * 1024).rounded()))
      let y = plot.y.value(at: Int(((top - point[1] / 18) * 1024).rounded()))
      #expect((x * x + y * y - 1).magnitude < 0.01)
    }
  }
}

extension XMLFacts {
  func texts(ofClass name: String) -> [String] {
    elements.filter { $0.name == "text" && $0.attributes["class"] == name }.map { $0.text }
  }
}

/// Charts of the kinds that the target pictures leave out.
let moreCharts: [GoldenChart] = [
  .init(
    "band",
    Chart("Band").band([(0, 1, 2), (1, 1.5, 3), (2, 2, 4)], "interval").line([1.5, 2, 3], "mean").x("n").y("v")),
  .init(
    "error-bars",
    Chart("Errors").errorBars([(0, 1, 1.5, 2), (1, 1.5, 2, 3), (2, 2, 3, 4)], "sgd").errorBars([(0, 2, 2.5, 3)], "adam")),
  .init("step", Chart("Steps").step([1, 3, 2, 5], "stairs").line([1, 2, 3, 4], "line")),
  .init("legend", Chart("Legend").line([1, 5, 2], "one").line([3, 2], "two").points([(0.5, 3)], "three").rule(y: 2)),
  .init("saddle", Chart("Saddle").contour({ $0 * $0 - $1 * $1 }, x: -2...2, y: -2...2, at: [-1, 0, 1])),
]

/// Data that no author means to draw.
let oddCharts: [GoldenChart] = [
  .init("empty", Chart()),
  .init("one value", Chart("One").line([3])),
  .init("missing only", Chart("None").line([.nan, .nan]).points([(.nan, 1)])),
  .init(
    "infinite missing", Chart("Infinite").line([.infinity, 1, -.infinity, .nan]).points([(0, .infinity), (1, -.infinity)])),
  .init("huge", Chart("Huge").line([-1e300, 1e300, 0])),
  .init("tiny", Chart("Tiny").line([1e-300, 2e-300])),
  .init("largest", Chart("Largest").line([-.greatestFiniteMagnitude, .greatestFiniteMagnitude])),
  .init("log of nothing", Chart("Log").line([0, -1, -2]).y("loss", .log)),
  .init("names", Chart("損失 < \"x\" & y").line([1, 2], "検証 <a>").x("エポック 👩‍👩‍👧").y("a\nb\u{1}")),
  .init("no bars", Chart("Bars").bars([])),
  .init("odd bars missing", Chart("Bars").bars(["nan": .nan, "inf": .infinity, "-inf": -.infinity, "zero": 0])),
  .init("no matrix", Chart("Matrix").matrix([])),
  .init("odd matrix missing", Chart("Matrix").matrix([[.nan, 1], [.infinity], []])),
  .init("no histogram", Chart("Histogram").histogram([])),
  .init("no box", Chart("Box").box(["a": [], "b": [.nan], "c": [1]])),
  .init("flat contour", Chart("Flat").contour({ _, _ in 1 }, x: 0...1, y: 0...1, at: [1, 2])),
  .init("odd contour", Chart("Odd").contour({ x, _ in 1 / x }, x: -1...1, y: 0...1, at: [1, .nan])),
  .init("clipped", Chart("Clipped").line([-100, 100, -100, 100]).band([(0, -100, 100), (3, -50, 1)]).y("", 0...1)),
  .init("no path", Chart("Path").path([])),
  .init("outside label", Chart("Label").line([0, 1]).label("far", x: 10, y: 10).rule(x: .nan).rule(y: .infinity)),
]
