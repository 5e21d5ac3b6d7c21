extension Diagram {
  /// The diagram as SVG, with every box, wire and label where the text has it.
  ///
  /// - Parameter id: The page's name for the figure, such as `c3`; the picture is then named by the elements `c3-t` and
  ///   `c3-d`. Without it, by its title.
  public func svg(id: String? = nil) -> String {
    let layout = DiagramLayout(self)
    var svg = SVGBuilder()
    svg.group([("stroke", "currentColor"), ("stroke-width", "1.3"), ("fill", "none"), ("class", "diagram-wires")])
    for wire in layout.wires { svg.wire(wire) }
    svg.close()
    for box in layout.boxes { svg.box(box) }
    for label in layout.labels {
      let attributes = [("class", "diagram-\(label.role.rawValue)"), ("xml:space", "preserve")]
      let slant = label.role == .gradient ? [("font-style", "italic")] : []
      svg.element("text", SVGBuilder.at(row: label.row, column: label.column) + attributes + slant, label.text)
    }
    let width = Double(layout.width + 1) * SVGBuilder.cellWidth
    let height = (Double(layout.height) + 0.5) * SVGBuilder.cellHeight
    return svg.document(width: width, height: height, title: title.oneLine, id: id)
  }

  /// The diagram as SVG, named by its title.
  public var svg: String { svg(id: nil) }
}

extension SVGBuilder {
  /// The middle of a cell.
  fileprivate static func center(row: Int, column: Int) -> (x: Double, y: Double) {
    ((Double(column) + 0.5) * cellWidth, (Double(row) + 0.75) * cellHeight)
  }

  /// The place of a text that begins in a cell, its middle on the middle of the row.
  fileprivate static func at(row: Int, column: Int) -> [(String, String)] {
    let y = center(row: row, column: column).y + fontSize * 0.35
    return [("x", (Double(column) * cellWidth).svg), ("y", y.svg)]
  }

  fileprivate mutating func box(_ box: DiagramLayout.Box) {
    let (left, top) = SVGBuilder.center(row: box.row - 1, column: box.columns.lowerBound)
    let (right, bottom) = SVGBuilder.center(row: box.row + 1, column: box.columns.upperBound)
    element(
      "rect",
      [
        ("x", left.svg), ("y", top.svg), ("width", (right - left).svg), ("height", (bottom - top).svg), ("rx", "4"),
        ("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "1.3"), ("class", "diagram-box"),
      ])
    let middle = (left + right) / 2
    element(
      "text",
      [("x", middle.svg), ("y", ((top + bottom) / 2 + SVGBuilder.fontSize * 0.35).svg), ("text-anchor", "middle")], box.text)
  }

  fileprivate mutating func wire(_ wire: DiagramLayout.Wire) {
    let start = SVGBuilder.center(row: wire.start.row, column: wire.start.column)
    let end = SVGBuilder.center(row: wire.end.row, column: wire.end.column)
    var commands = "M\((start.x - SVGBuilder.cellWidth).svg) \(start.y.svg)"
    if let bend = wire.bend {
      let x = SVGBuilder.center(row: 0, column: bend).x
      commands += "H\(x.svg)V\(end.y.svg)"
    }
    let tip = end.x + SVGBuilder.cellWidth
    commands += "H\(tip.svg)M\((tip - 6).svg) \((end.y - 4).svg)L\(tip.svg) \(end.y.svg)L\((tip - 6).svg) \((end.y + 4).svg)"
    element("path", [("d", commands)])
    if let bend = wire.bend, wire.start.row != wire.end.row {
      let joint = SVGBuilder.center(row: wire.end.row, column: bend)
      element("circle", [("cx", joint.x.svg), ("cy", joint.y.svg), ("r", "2"), ("fill", "currentColor"), ("stroke", "none")])
    }
  }
}
