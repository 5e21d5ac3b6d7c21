extension Chart {
  /// The chart as SVG from the same layout as the text: same ticks, same labels, same places.
  ///
  /// The title is not drawn, for the page has it as the caption of the figure.
  ///
  /// - Parameter id: The page's name for the figure, such as `c3`; the picture is then named by the elements `c3-t` and
  ///   `c3-d`. Without it, by its title.
  /// - Complexity: O(n) for n values; a curve of many values is drawn by the extremes in each column.
  public func svg(id: String? = nil) -> String {
    let layout = self.layout
    var svg = SVGBuilder()
    var rows: Int
    switch layout.content {
    case .plot(let plot): rows = svg.plot(plot, width: layout.width)
    case .bars(let bars): rows = svg.bars(bars)
    case .matrix(let matrix): rows = svg.matrix(matrix)
    }
    if !layout.note.isEmpty {
      rows += 2
      svg.text(layout.note, x: 0, y: (Double(rows) - 0.25) * SVGBuilder.cellHeight, .start, "chart-note")
    }
    return svg.document(
      width: Double(layout.width) * SVGBuilder.cellWidth, height: (Double(rows) + 0.5) * SVGBuilder.cellHeight,
      title: title.oneLine, id: id)
  }

  /// The chart as SVG, named by its title.
  public var svg: String { svg(id: nil) }
}

extension SVGBuilder {
  /// Draws a plot: axes, then areas, then marks, then names. Returns the rows it takes.
  fileprivate mutating func plot(_ layout: PlotLayout, width: Int) -> Int {
    let frame = PlotFrame(layout, width: width)
    axes(frame)
    guard layout.hasData else {
      text("(no data)", x: (frame.left + frame.right) / 2, y: (frame.upper + frame.bottom) / 2, .middle, "chart-empty")
      return frame.rows
    }
    let marks = SVGBuilder.styled(frame)
    for (mark, traits) in marks { traits.svgBelow?(&self, mark) }
    for (mark, traits) in marks { traits.svgAbove?(&self, mark) }
    if layout.legend == nil { names(frame) } else { legend(marks, frame) }
    return frame.rows
  }

  /// The marks with their styles, which follow each other over those that have a color of their own.
  private static func styled(_ frame: PlotFrame) -> [(mark: FramedMark, traits: MarkTraits)] {
    let traits = frame.layout.marks.map { $0.mark.traits }
    let showsMarkers = traits.count { $0.isCurve } > 1
    var count = 0
    return zip(frame.layout.marks, traits).map { placed, traits in
      let style = traits.isColored ? SeriesStyle.style(of: count) : .plain
      if traits.isColored { count += 1 }
      return (FramedMark(placed: placed, frame: frame, style: style, showsMarkers: showsMarkers), traits)
    }
  }

  /// The names at the ends of their curves.
  private mutating func names(_ frame: PlotFrame) {
    for placed in frame.layout.marks {
      guard let place = placed.namePlace else { continue }
      var name = placed.name
      if case .character(let sign) = placed.sign, name.hasPrefix("\(sign) ") { name.removeFirst(2) }
      let column = frame.layout.axisColumn + place.column + (name == placed.name ? 0 : 1)
      text(name, x: Double(column) * Self.cellWidth, y: frame.y(place.row * 1024), .start, "chart-name")
    }
  }

  /// All names in a line above the plot, each with a sample of its line or its point.
  private mutating func legend(_ marks: [(mark: FramedMark, traits: MarkTraits)], _ frame: PlotFrame) {
    var x = Double(frame.layout.axisColumn) * Self.cellWidth
    let y = 0.75 * Self.cellHeight
    for (mark, traits) in marks where !mark.placed.name.isEmpty {
      let (name, style) = (mark.placed.name, mark.style)
      let end = x + Double(4 + name.displayWidth) * Self.cellWidth
      guard end <= Double(frame.width) * Self.cellWidth else { return }
      let box = [("x", x.svg), ("y", (y - 5).svg), ("width", "24"), ("height", "10")]
      switch traits.sample {
      case .marker: marker(style.marker, x: x + 14, y: y, color: style.color)
      case .area: element("rect", box + style.area)
      case .bar: element("rect", box + [("fill", style.color)])
      case .line, .lineWithMarker:
        element("path", [("d", "M\(x.svg) \(y.svg)H\((x + 28).svg)")] + style.stroke)
        if traits.sample == .lineWithMarker, mark.showsMarkers { marker(style.marker, x: x + 14, y: y, color: style.color) }
      }
      text(name, x: x + 4 * Self.cellWidth, y: y, .start, "chart-name")
      x = end + 2 * Self.cellWidth
    }
  }
}
