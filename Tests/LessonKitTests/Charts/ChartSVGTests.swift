import LessonKit
import Testing

@Suite struct ChartSVGTests {
  @Test(arguments: targetPlots)
  func ticksAreThoseOfTheText(target: GoldenChart) throws {
    let facts = try #require(XMLFacts(target.chart.svg))
    let plot = try #require(target.chart.plot)
    #expect(facts.texts(ofClass: "chart-y-tick") == plot.y.ticks.map { $0.text })
    #expect(facts.texts(ofClass: "chart-x-tick") == plot.x.ticks.filter { $0.isLabeled }.map { $0.text })
    for tick in plot.x.ticks where tick.isLabeled { #expect(target.chart.text.contains(tick.text)) }
    for tick in plot.y.ticks { #expect(target.chart.text.contains(tick.text)) }
  }

  /// The policy of the pages allows no style attributes, no scripts and no fonts; ids would collide between figures.
  @Test(arguments: RenderedCharts.all)
  func isWellFormedAndBare(target: GoldenChart) throws {
    let facts = try #require(XMLFacts(target.chart.svg))
    #expect(facts.elements[0].name == "svg")
    #expect(facts.elements[0].attributes["role"] == "img")
    let known: Set = ["svg", "g", "path", "rect", "circle", "text"]
    for element in facts.elements {
      #expect(known.contains(element.name))
      #expect(element.attributes["style"] == nil && element.attributes["id"] == nil)
      #expect(element.attributes.allSatisfy { !$0.value.contains("nan") })
    }
  }

  @Test(arguments: RenderedCharts.all)
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
      #expect((baseline - cy - 4.9).magnitude < 0.02)
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
    #expect(facts.elements.count { $0.name == "circle" } == 6)  // data have dots
  }

  /// A function is drawn through, for where it was sampled means nothing; a fifth curve is gray.
  @Test func dotsMarkDataAndFourSeriesHaveColors() throws {
    let sampled = try #require(XMLFacts(Chart().line({ $0 }, over: 0...1).svg))
    #expect(!sampled.elements.contains { $0.name == "circle" })
    let many = (1...6).reduce(Chart()) { $0.line([Double($1), Double($1)], "s\($1)") }
    let lines = try #require(XMLFacts(many.svg)).elements.filter { $0.attributes["class"] == "chart-line" }
    #expect(Set(lines.compactMap { $0.attributes["stroke"] }).count == 5)
  }

  /// Names stand at the ends of their curves in the order of the curves, apart from each other, in the color of the line.
  @Test(arguments: [SVGForm.wide, .narrow])
  func namesStandInTheOrderOfTheCurves(form: SVGForm) throws {
    let chart = Chart().line([9, 1.01], "c").line([1, 1.03], "a").line([2, 1.02], "b").y("", 0...9)
    let facts = try #require(XMLFacts(form == .wide ? chart.svg : chart.narrowSVG))
    let names = facts.elements.filter { $0.attributes["class"] == "chart-name" }
    let places = names.compactMap { Double($0.attributes["y"] ?? "") }
    #expect(zip(names.map { $0.text }, places).sorted { $0.1 < $1.1 }.map { $0.0 } == ["a", "b", "c"])
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 14 })
    #expect(names.allSatisfy { $0.attributes["fill"]?.hasPrefix("var(--chart-") == true })
  }

  enum SVGForm: Sendable { case wide, narrow }

  /// Pages set the words of a drawing in the reader's own face, where capitals are wider than in a fixed-width one: here as
  /// wide as in DejaVu Sans, which is wide.
  @Test(arguments: [SVGForm.wide, .narrow], [["A", "G", "M", "W"], ["MW", "MM"], ["SGD", "GRU"], ["W"]])
  func namesAtTheLeftEdgeAreWhole(form: SVGForm, names: [String]) throws {
    let widths: [Character: Double] = [
      "A": 0.684, "D": 0.770, "G": 0.775, "M": 0.863, "R": 0.695, "S": 0.635, "U": 0.732, "W": 0.989,
    ]
    let bars = Chart().bars(names.map { ($0, 2) })
    let boxes = Chart().box(names.map { ($0, [1, 2, 3]) })
    for (chart, kind) in [(bars, "chart-name"), (boxes, "chart-y-tick")] {
      let facts = try #require(XMLFacts(form == .wide ? chart.svg : chart.narrowSVG))
      let size = try #require(Double(facts.elements[0].attributes["font-size"] ?? ""))
      let drawn = facts.elements.filter { $0.attributes["class"] == kind }
      #expect(drawn.count == names.count)
      for name in drawn {
        let width = name.text.reduce(0) { $0 + (widths[$1] ?? 0) } * size
        #expect(try #require(Double(name.attributes["x"] ?? "")) >= width, "\(name.text)")
      }
    }
  }

  /// The name of the values stands below the bars and that of the names above them, all within the picture.
  @Test(
    arguments: [SVGForm.wide, .narrow], [["a": 1.0, "b": 2.0], ["a": -1.0, "b": 2.0]] as [KeyValuePairs<String, Double>])
  func lyingBarsNameTheirAxes(form: SVGForm, bars: KeyValuePairs<String, Double>) throws {
    let chart = Chart().bars(bars).x("price in euros").y("good")
    let facts = try #require(XMLFacts(form == .wide ? chart.svg : chart.narrowSVG))
    func drawn(_ kind: String) -> [(text: String, y: Double)] {
      facts.elements.filter { $0.attributes["class"] == kind }.map { ($0.text, Double($0.attributes["y"] ?? "") ?? .nan) }
    }
    let (across, up) = (drawn("chart-x-label"), drawn("chart-y-label"))
    #expect(across.map(\.text) == ["price in euros"] && up.map(\.text) == ["good"])
    let names = drawn("chart-name").map(\.y)
    #expect(up.allSatisfy { $0.y > 0 && $0.y < names[0] - 10 } && across.allSatisfy { $0.y > names[1] + 10 })
    let height = try #require(facts.elements[0].attributes["viewBox"]?.split(separator: " ").last.flatMap { Double($0) })
    #expect(across.allSatisfy { $0.y < height })
  }

  /// A line across the plot would look like data that stay the same.
  @Test(arguments: [SVGForm.wide, .narrow])
  func aCurveThatEndsEarlyIsNamedWhereItEnds(form: SVGForm) throws {
    let early = (0..<4).map { (Double($0), pow(0.1, Double($0 * $0))) }
    let late = (0..<13).map { (Double($0), pow(0.5, Double($0))) }
    let chart = Chart().line(early, "early").line(late, "late").y("error", .log)
    let facts = try #require(XMLFacts(form == .wide ? chart.svg : chart.narrowSVG))
    #expect(!facts.elements.contains { $0.attributes["class"] == "chart-leader" })
    let names = facts.elements.filter { $0.attributes["class"] == "chart-name" }
    let places = names.compactMap { Double($0.attributes["x"] ?? "") }
    #expect(names.map { $0.text } == ["early", "late"])
    let dots = facts.elements.filter { $0.name == "circle" && $0.attributes["fill"] == names[0].attributes["fill"] }
    let end = try #require(dots.compactMap { Double($0.attributes["cx"] ?? "") }.max())
    #expect(places[0] > end && places[0] < end + 12)
    #expect(places[1] > places[0] + 60)
  }

  /// Where there is no room beside its end, a name stands at the right and dots lead there, in no color of a curve.
  @Test func aNameThatStandsApartIsLedThereByDots() throws {
    let other = (0..<13).map { (Double($0), 1 + 0.01 * sin(Double($0) * 2)) }
    let chart = Chart().line([(0, 0), (3, 1)], "early").line(other, "late").points([(8, 0.5)]).y("", 0...2)
    let leaders = try #require(XMLFacts(chart.svg)).elements.filter { $0.attributes["class"] == "chart-leader" }
    #expect(leaders.contains { $0.attributes["stroke-dasharray"] == "1 4" })
    #expect(leaders.allSatisfy { $0.attributes["stroke"] == "currentColor" })
  }

  /// What an axis says is set on two lines rather than cut; the width of the bins is the tool's own and on the second.
  @Test func aLongNameOfAnAxisTakesTwoLines() throws {
    func label(_ chart: Chart) throws -> [String] {
      let facts = try #require(XMLFacts(chart.narrowSVG))
      let height = try #require(Double(facts.elements[0].attributes["height"] ?? ""))
      let lines = facts.elements.filter { $0.attributes["class"] == "chart-x-label" }
      for line in lines { #expect(try #require(Double(line.attributes["y"] ?? "")) < height) }
      return lines.map { $0.text }
    }
    let values = Chart().histogram([1, 2, 2.5, 3], bins: 4)
    #expect(try label(values.x("distance")) == ["distance (bin width 0.5)"])
    #expect(try label(values.x("log10 of the distance in pc")) == ["log10 of the distance in pc", "(bin width 0.5)"])
    #expect(
      try label(values.x("the logarithm of the distance in parsecs"))
        == ["the logarithm of the distance in", "parsecs (bin width 0.5)"])
    let cut = try label(values.x("the decimal logarithm of the measured distance in units of parsecs"))
    #expect(cut.count == 2 && cut[0].hasSuffix("..") && cut[1] == "(bin width 0.5)")
    #expect(
      try label(Chart().line([1, 2]).x("the number of steps that were taken since the start"))
        == ["the number of steps that were taken", "since the start"])
  }

  /// On a phone of 390 points a drawing is about as wide as it says, so its letters have the size it says: 11 and more.
  @Test(arguments: RenderedCharts.all)
  func narrowDrawingsCanBeRead(target: GoldenChart) throws {
    let root = try #require(XMLFacts(target.chart.narrowSVG)).elements[0].attributes
    #expect(root["width"] == "340")
    #expect(try #require(Double(root["font-size"] ?? "")) >= 12)
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
    let plot = try #require(chart.plot)
    let facts = try #require(XMLFacts(chart.svg))
    let paths = facts.elements.filter { $0.name == "path" && $0.attributes["class"] == nil }
    let path = try #require(paths.first)
    let points = (path.attributes["d"] ?? "").split(whereSeparator: { "ML".contains($0) })
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(points.count > 50)
    // Two labels of each axis say where its values are.
    func scale(_ name: String, _ key: String) throws -> (Double) -> Double {
      let ticks = facts.elements.filter { $0.attributes["class"] == name }
      let ends = try [#require(ticks.first), #require(ticks.last)].map { tick in
        (try #require(Double(tick.text)), try #require(Double(tick.attributes[key] ?? "")))
      }
      return { (ends[1].0 - ends[0].0) * ($0 - ends[0].1) / (ends[1].1 - ends[0].1) + ends[0].0 }
    }
    let (across, up) = (try scale("chart-x-tick", "x"), try scale("chart-y-tick", "y"))
    #expect(plot.x.ticks.count > 2)
    for point in points {
      let (x, y) = (across(point[0]), up(point[1] + 14 * 0.35))
      #expect((x * x + y * y - 1).magnitude < 0.01)
    }
  }
}

extension XMLFacts {
  func texts(ofClass name: String) -> [String] {
    elements.filter { $0.name == "text" && $0.attributes["class"] == name }.map { $0.text }
  }
}
