extension Chart {
  /// The picture as text: LF between the lines, none after the last, no trailing spaces.
  public var text: String { text(layout) }

  private func text(_ layout: ChartLayout) -> String {
    var lines: [String] = []
    if !layout.title.isEmpty { lines.append(layout.title) }
    if case .plot(let plot) = layout.content, let legend = plot.legend { lines.append(legend) }
    if !lines.isEmpty { lines.append("") }
    switch layout.content {
    case .plot(let plot): lines += PlotDrawing.lines(plot, glyphs: layout.glyphs, width: layout.width)
    case .own(let figure): lines += figure.lines(layout.glyphs)
    }
    if !layout.note.isEmpty { lines += ["", layout.note] }
    return lines.joined(separator: "\n")
  }
}

extension PlotDrawing {
  /// A plot as text: axes, then marks from back to front, then names.
  fileprivate static func lines(_ layout: PlotLayout, glyphs: Chart.Glyphs, width: Int) -> [String] {
    var drawing = PlotDrawing(layout, glyphs: glyphs, width: width)
    drawing.drawVerticalAxis()
    drawing.drawHorizontalAxis()
    if layout.hasData { drawing.drawMarks() } else { drawing.drawNoData() }
    return drawing.page.lines
  }

  private mutating func drawMarks() {
    for placed in layout.marks { placed.mark.traits.drawBelow?(&self, placed) }
    drawCurves()
    for placed in layout.marks { placed.mark.traits.drawAbove?(&self, placed) }
    for case let (placed, place?) in layout.marks.map({ ($0, $0.namePlace) }) {
      page.write(placed.name, row: pageRow(place.row), column: layout.axisColumn + place.column)
    }
  }
}

extension Chart: Showable, CustomStringConvertible {
  public static var figureKind: Figure.Kind { .chart }

  /// The picture as text: LF between the lines, none after the last, no trailing spaces.
  public var description: String { text }

  public var figure: Figure {
    let layout = layout
    return Figure(
      kind: .chart, title: title.oneLine, text: text(layout), svg: svg(layout, .wide), narrowSVG: svg(layout, .narrow),
      summary: summary, data: table)
  }
}
