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
    case .bars(let bars):
      if !lines.isEmpty { lines.append("") }
      lines += bars.lines(layout.glyphs)
    case .matrix(let matrix):
      if !lines.isEmpty { lines.append("") }
      lines += matrix.lines(width: layout.width, layout.glyphs)
    }
    return lines.joined(separator: "\n")
  }
}

extension ChartLayout {
  init(_ chart: Chart) {
    // The properties of `size` can be set to anything.
    let chart = chart.size(width: chart.size.width, height: chart.size.height)
    let content: Content =
      switch chart.marks.first {
      case .bars where chart.x.scale != .category: .bars(BarsLayout(chart.allBars, width: chart.size.width))
      case .matrix(let matrix): .matrix(MatrixLayout(matrix, width: chart.size.width))
      default: .plot(PlotLayout(chart))
      }
    self.init(
      title: chart.title.oneLine.truncated(to: chart.size.width), width: chart.size.width, glyphs: chart.glyphs,
      content: content)
  }
}
