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
    if !layout.note.isEmpty { lines += ["", layout.note] }
    return lines.joined(separator: "\n")
  }
}

extension ChartLayout {
  init(_ chart: Chart) {
    // The properties of `size` can be set to anything.
    let chart = chart.size(width: chart.size.width, height: chart.size.height)
    let undrawn = chart.undrawnWords
    self.init(
      title: chart.title.oneLine.truncated(to: chart.size.width), width: chart.size.width, glyphs: chart.glyphs,
      content: Content(chart), note: undrawn.isEmpty ? "" : "(not drawn: \(undrawn))".truncated(to: chart.size.width))
  }
}

extension ChartLayout.Content {
  fileprivate init(_ chart: Chart) {
    if case .matrix(let matrix) = chart.marks.first {
      self = .matrix(MatrixLayout(matrix, width: chart.size.width))
    } else if chart.hasHorizontalBars {
      self = .bars(BarsLayout(chart.allBars, width: chart.size.width))
    } else {
      var plot = PlotLayout(chart.drawn)
      let indices = chart.drawnIndices
      for i in plot.marks.indices { plot.marks[i].index = indices[plot.marks[i].index] }
      self = .plot(plot)
    }
  }
}
