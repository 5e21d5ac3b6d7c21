extension MarkTraits {
  /// A point with words beside it.
  static func label(_ label: Chart.Label) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(one: "a label", many: "labels"),
      extend: { extent in
        extent.x.add(label.x)
        extent.y.add(label.y)
      },
      drawAbove: { drawing, _ in drawing.draw(label) },
      isColored: false,
      svgAbove: { svg, mark in svg.label(label, mark.frame) },
      sentences: { words, _ in ["At \(words.pair(label.x, label.y)): \(label.text.oneLine)."] },
      parts: { _, _ in [.rows([[.text(label.text), .data(label.x), .data(label.y)]])] })
  }
}

extension PlotDrawing {
  /// A point with words on its right, or on its left where the right has no room: `o <- words`, `words -> o`.
  fileprivate mutating func draw(_ label: Chart.Label) {
    guard let (row, column) = cell(label.x, label.y) else { return }
    let right = layout.axisColumn + column
    let words = label.text.oneLine
    if right + 5 + words.displayWidth <= page.width || right < page.width / 2 {
      page.write("o <- \(words)".truncated(to: page.width - right), row: pageRow(row), column: right)
    } else {
      let text = "\(words.truncated(to: Swift.max(0, column - 5))) -> o"
      page.write(text, row: pageRow(row), column: right + 1 - text.displayWidth)
    }
  }
}

extension SVGBuilder {
  /// A point with words on its right, or on its left where the right has no room.
  fileprivate mutating func label(_ label: Chart.Label, _ frame: PlotFrame) {
    guard let point = frame.point(label.x, label.y), frame.contains(point) else { return }
    element("circle", [("cx", point.x.svg), ("cy", point.y.svg), ("r", "4"), ("fill", "none"), ("stroke", "currentColor")])
    let words = label.text.oneLine
    let isOnRight = point.x + 12 + Double(words.displayWidth) * Self.cellWidth <= Double(frame.width) * Self.cellWidth
    text(words, x: point.x + (isOnRight ? 9 : -9), y: point.y, isOnRight ? .start : .end, "chart-label")
  }
}
