extension Chart {
  /// The chart as SVG from the same layout as the text: same ticks.
  ///
  /// The title is not drawn, for the page has it as the caption of the figure.
  ///
  /// - Parameter id: The page's name for the figure, such as `c3`; the picture is then named by the elements `c3-t` and
  ///   `c3-d`. Without it, by its title.
  /// - Complexity: O(n) for n values; a curve of many values is drawn by the extremes in each column.
  public func svg(id: String? = nil) -> String { svg(layout, .wide, id: id) }

  /// The chart as SVG, named by its title.
  public var svg: String { svg(layout, .wide, id: nil) }

  /// The chart as SVG for a column as narrow as a phone: the same with less side by side, so that it can be read.
  public var narrowSVG: String { svg(layout, .narrow, id: nil) }

  func svg(_ layout: ChartLayout, _ page: SVGPage, id: String? = nil) -> String {
    var svg = SVGBuilder()
    var height =
      switch layout.content {
      case .plot(let plot): svg.plot(plot, page)
      case .own(let figure): figure.svg(&svg, page)
      }
    if !layout.note.isEmpty {
      height += page.line
      svg.text(page.fitting(layout.note, page.width), x: 0, y: height - page.line / 2, page, .start, "chart-note")
    }
    return svg.document(page, height: height.rounded(.up), title: title.oneLine, id: id)
  }
}

extension SVGBuilder {
  /// Draws a plot: axes, then areas, then marks, then names. Returns its height.
  fileprivate mutating func plot(_ layout: PlotLayout, _ page: SVGPage) -> Double {
    let names = PlotNames(layout, page)
    let frame = PlotFrame(layout, page, top: names.legendHeight, margin: names.margin)
    let marks = names.styles.indices.map { index in
      FramedMark(placed: layout.marks[index], frame: frame, style: names.styles[index])
    }
    axes(frame)
    guard layout.hasData else {
      text(
        "(no data)", x: (frame.left + frame.right) / 2, y: (frame.upper + frame.bottom) / 2, page, .middle, "chart-empty")
      return frame.height
    }
    for mark in marks { mark.placed.mark.traits.svgBelow?(&self, mark) }
    for mark in marks { mark.placed.mark.traits.svgAbove?(&self, mark) }
    for mark in marks { mark.placed.mark.traits.svgWords?(&self, mark) }
    names.draw(&self, frame)
    return frame.height
  }
}
