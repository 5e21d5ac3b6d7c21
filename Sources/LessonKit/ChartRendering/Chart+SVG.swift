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

/// How a text stands at its x.
enum TextAnchor: String {
  case start, middle, end
}

extension SVGBuilder {
  /// Writes a text whose letters stand on the middle of `y`.
  mutating func text(_ words: String, x: Double, y: Double, _ anchor: TextAnchor = .start, _ kind: String? = nil) {
    guard !words.isEmpty else { return }
    var attributes = [("x", x.svg), ("y", (y + Self.fontSize * 0.35).svg)]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if let kind { attributes.append(("class", kind)) }
    element("text", attributes, words)
  }

  /// Draws a straight line in the color of the text.
  mutating func rule(from a: (x: Double, y: Double), to b: (x: Double, y: Double), _ more: [(String, String)] = []) {
    element("path", [("d", "M\(a.x.svg) \(a.y.svg)L\(b.x.svg) \(b.y.svg)"), ("stroke", "currentColor")] + more)
  }
}
