extension Chart.Mark {
  /// A point with words beside it.
  public static func label(_ label: Chart.Label) -> Chart.Mark { Chart.Mark(.label(label)) { .label(label) } }
}

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
      svgWords: { svg, mark in svg.label(label, mark.frame) },
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
  /// A ring around the point, and its words on the right, or on the left where the right has no room.
  fileprivate mutating func label(_ label: Chart.Label, _ frame: PlotFrame) {
    guard let point = frame.point(label.x, label.y), frame.contains(point) else { return }
    let page = frame.page
    ring(x: point.x, y: point.y, radius: 4.5, color: "currentColor")
    let width = page.width(of: label.text.oneLine)
    let (right, left) = (page.width - point.x - 12, point.x - frame.left - 12)
    if width <= right || right >= left {
      text(
        page.fitting(label.text.oneLine, right), x: point.x + 7, y: point.y - page.fontSize * 0.9, page, .start, "chart-label",
        hasHalo: true)
    } else {
      text(
        page.fitting(label.text.oneLine, left), x: point.x - 7, y: point.y - page.fontSize * 0.9, page, .end, "chart-label",
        hasHalo: true)
    }
  }
}
