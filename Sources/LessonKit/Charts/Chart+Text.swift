extension Chart {
  /// All decisions before drawing, a pure function of the chart.
  public var layout: ChartLayout { ChartLayout(self) }

  /// The picture as text: LF between the lines, none after the last, no trailing spaces.
  public var text: String {
    let layout = layout
    var lines: [String] = []
    if !layout.title.isEmpty { lines.append(layout.title) }
    switch layout.content {
    case .plot(let plot):
      if let legend = plot.legend { lines.append(legend) }
      if !lines.isEmpty { lines.append("") }
      lines += PlotDrawing.lines(plot, glyphs: layout.glyphs, width: layout.width)
    case .bars, .matrix: break
    }
    return lines.joined(separator: "\n")
  }
}

extension ChartLayout {
  init(_ chart: Chart) {
    self.init(
      title: chart.title.oneLine.truncated(to: chart.size.width), width: chart.size.width, glyphs: chart.glyphs,
      content: .plot(PlotLayout(chart)))
  }
}
