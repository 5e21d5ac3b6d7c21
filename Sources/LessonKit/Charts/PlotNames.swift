/// The names of the marks of a plot in an SVG: at the ends of their curves where there is room, else in a legend above.
struct PlotNames {
  /// The style of each mark; they follow each other over those that have a color of their own.
  let styles: [SeriesStyle]
  private let layout: PlotLayout
  private let page: SVGPage
  private let names: [String]
  private let traits: [MarkTraits]
  /// The marks named at their ends, from the lowest, and those named in the legend.
  private let atEnds: [Int]
  private let inLegend: [Int]

  init(_ layout: PlotLayout, _ page: SVGPage) {
    self.layout = layout
    self.page = page
    traits = layout.marks.map { $0.mark.traits }
    let names = traits.map { $0.name.oneLine }
    self.names = names
    var (colored, curves) = (0, 0)
    var styles: [SeriesStyle] = []
    for mark in traits {
      guard mark.isColored else {
        styles.append(.plain)
        continue
      }
      var style = SeriesStyle.style(of: colored)
      // The first line is drawn through, whatever is drawn beside it.
      if mark.isCurve, curves < SeriesStyle.limit { style.dashes = SeriesStyle.style(of: curves).dashes }
      styles.append(style)
      colored += 1
      if mark.isCurve { curves += 1 }
    }
    self.styles = styles
    let named = names.indices.filter { !names[$0].isEmpty }
    let ending = named.filter { layout.marks[$0].course.contains { $0 != nil } }
    let longest = ending.reduce(0.0) { max($0, page.width(of: names[$1])) }
    let fits = longest <= page.width * (page.isNarrow ? 0.3 : 0.33)
    let atEnds = fits ? EndLabels.order(layout.marks, ending) : []
    self.atEnds = atEnds
    inLegend = named.filter { !atEnds.contains($0) }
  }

  /// The room on the right of the plot.
  var margin: Double { atEnds.isEmpty ? 0 : atEnds.reduce(0.0) { max($0, page.width(of: names[$1])) } + 14 }

  /// The height of the legend above the plot.
  var legendHeight: Double { inLegend.isEmpty ? 0 : (legend.last.map { $0.y } ?? 0) + page.line }

  /// Where each entry of the legend begins.
  private var legend: [(mark: Int, x: Double, y: Double)] {
    var (x, y) = (2.0, page.line / 2)
    return inLegend.map { mark in
      let width = 32 + page.width(of: names[mark])
      if x > 2, x + width > page.width { (x, y) = (2, y + page.line) }
      defer { x += width + 18 }
      return (mark, x, y)
    }
  }

  private func end(of mark: Int, _ frame: PlotFrame) -> (x: Double, y: Double) {
    // A curve that leaves the plot is named where it was seen last.
    let reach = layout.y.reach
    let seen = layout.marks[mark].course.map { span in
      span.flatMap { $0.isEmpty || ($0.high >= reach.lowerBound && $0.low <= reach.upperBound) ? $0 : nil }
    }
    guard let end = EndLabels.end(of: seen, on: layout.y) else { return (frame.right, frame.upper) }
    let last = end.column >= layout.x.cells - 2
    return (last ? max(frame.right, frame.x(end.column * 1024)) : frame.x(end.column * 1024), frame.y(end.place))
  }

  /// Whether nothing is drawn where a name would stand, right of the end of its curve.
  ///
  /// Only of curves it is known where they are.
  private func isFree(_ mark: Int, _ end: (x: Double, y: Double), _ frame: PlotFrame) -> Bool {
    let half = page.fontSize * 0.7
    func room(_ mark: Int, _ end: (x: Double, y: Double)) -> ClosedRange<Double> {
      end.x...end.x + 16 + page.width(of: names[mark])
    }
    let place = room(mark, end)
    let taken = (0..<layout.x.cells).filter { place.contains(frame.x($0 * 1024)) }
    for other in atEnds where other != mark {
      let otherEnd = self.end(of: other, frame)
      if (otherEnd.y - end.y).magnitude < 2 * half, room(other, otherEnd).overlaps(place) { return false }
    }
    return layout.marks.indices.allSatisfy { other in
      let course = layout.marks[other].course
      return other == mark
        || !course.isEmpty
          && taken.allSatisfy { column in
            guard column < course.count, let span = course[column], !span.isEmpty else { return true }
            return frame.y(span.low) < end.y - half || frame.y(span.high) > end.y + half
          }
    }
  }

  /// Draws the legend and the names at the ends, each in the color of its mark. Names stand in one column; that of a curve which
  /// ends early stands at its end where there is room, and one that had to move away from its end is led there by dots.
  func draw(_ svg: inout SVGBuilder, _ frame: PlotFrame) {
    for (mark, x, y) in legend {
      sample(&svg, mark, x: x, y: y)
      svg.text(
        page.fitting(names[mark], page.width - x - 32), x: x + 32, y: y, page, .start, "chart-name", color: styles[mark].color)
    }
    let ends = atEnds.map { (mark: $0, end: end(of: $0, frame)) }
    // In one column, behind the end of the longest.
    let x = ends.reduce(0) { max($0, $1.end.x) } + 10
    var apart: [(mark: Int, end: (x: Double, y: Double))] = []
    for (mark, end) in ends {
      // The next name begins behind this one.
      let isEarly = end.x + 16 + page.width(of: names[mark]) < x
      if isEarly, isFree(mark, end, frame) {
        name(&svg, mark, x: end.x + 8, y: end.y)
      } else {
        apart.append((mark, end))
      }
    }
    // Apart from each other and in the order of the curves, from the top down as coordinates go.
    let heights = EndLabels.spread(
      apart.reversed().map { $0.end.y }, gap: page.fontSize * 1.2,
      within: (frame.upper - 4)...max(frame.upper, frame.bottom - 4))
    for ((mark, end), y) in zip(apart, heights.reversed()) {
      if (y - end.y).magnitude > page.fontSize * 0.45 || x - end.x > 20 {
        var path = SVGPath()
        path.stroke(end.x + 5, end.y, x - 4, y)
        svg.stroke(path.commands, "chart-leader", dashes: "1 4", opacity: 0.6)
      }
      name(&svg, mark, x: x, y: y)
    }
  }

  private func name(_ svg: inout SVGBuilder, _ mark: Int, x: Double, y: Double) {
    svg.text(names[mark], x: x, y: y, page, .start, "chart-name", color: styles[mark].color, hasHalo: true)
  }

  private func sample(_ svg: inout SVGBuilder, _ mark: Int, x: Double, y: Double) {
    let style = styles[mark]
    switch traits[mark].sample {
    case .marker: svg.marker(style, x: x + 13, y: y)
    case .area: svg.rect(x: x, y: y - 5, width: 26, height: 10, "chart-sample", color: style.color, opacity: 0.25)
    case .bar: svg.rect(x: x + 6, y: y - 5, width: 14, height: 10, "chart-sample", color: style.color)
    case .line:
      var path = SVGPath()
      path.stroke(x, y, x + 26, y)
      svg.stroke(path.commands, "chart-sample", style)
    }
  }
}
