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

  /// Draws the legend and the names at the ends, each in the color of its mark; one that had to move away from its end is
  /// led there.
  func draw(_ svg: inout SVGBuilder, _ frame: PlotFrame) {
    for (mark, x, y) in legend {
      sample(&svg, mark, x: x, y: y)
      svg.text(
        page.fitting(names[mark], page.width - x - 32), x: x + 32, y: y, page, .start, "chart-name", color: styles[mark].color)
    }
    let ends = atEnds.map { end(of: $0, frame) }
    // Apart from each other and in the order of the curves, from the top down as coordinates go.
    let heights = EndLabels.spread(
      ends.reversed().map { $0.y }, gap: page.fontSize * 1.2, within: (frame.upper - 4)...max(frame.upper, frame.bottom - 4))
    // In one column, behind the end of the longest.
    let x = ends.reduce(0) { max($0, $1.x) } + 10
    for ((mark, end), y) in zip(zip(atEnds, ends), heights.reversed()) {
      if (y - end.y).magnitude > page.fontSize * 0.45 || x - end.x > 20 {
        var path = SVGPath()
        path.stroke(end.x + 2, end.y, x - 2, y)
        svg.stroke(path.commands, "chart-leader", color: styles[mark].color, opacity: 0.7)
      }
      svg.text(
        names[mark], x: x, y: y, page, .start, "chart-name", color: styles[mark].color, hasHalo: true)
    }
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
