extension SVGBuilder {
  /// Draws a table of shades with its key. Returns the rows it takes.
  mutating func matrix(_ layout: MatrixLayout) -> Int {
    let left = Double(MatrixLayout.margin(layout.nameWidth)) * Self.cellWidth
    let pitch = Double(layout.cellWidth + layout.gap) * Self.cellWidth
    for (column, name) in layout.columnNames.enumerated() {
      text(name, x: left + (Double(column) + 0.5) * pitch, y: 0.75 * Self.cellHeight, .middle, "chart-name")
    }
    for (row, cells) in layout.cells.enumerated() {
      let y = (Double(row) + 1.75) * Self.cellHeight
      text(row < layout.rowNames.count ? layout.rowNames[row] : "", x: left - Self.cellWidth, y: y, .end, "chart-name")
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        let x = left + Double(column) * pitch
        shade(cell.shade, x: x, y: y - Self.cellHeight / 2, width: pitch, height: Self.cellHeight)
        text(cell.text, x: x + pitch / 2, y: y, .middle, "chart-value")
      }
    }
    key(layout, x: left, y: (Double(layout.cells.count) + 2.25) * Self.cellHeight)
    return layout.cells.count + 3
  }

  /// Ten shades from low to high between their two numbers.
  private mutating func key(_ layout: MatrixLayout, x: Double, y: Double) {
    let start = x + Double(layout.low.displayWidth + 1) * Self.cellWidth
    text(layout.low, x: x, y: y, .start, "chart-key")
    for step in 0...9 { shade(step, x: start + Double(step) * 14, y: y - 6, width: 14, height: 12) }
    text(layout.high, x: start + 140 + Self.cellWidth, y: y, .start, "chart-key")
  }

  /// The strongest shade still leaves text on it readable, because it is a little more than half see-through.
  private mutating func shade(_ shade: Int, x: Double, y: Double, width: Double, height: Double) {
    element(
      "rect",
      [
        ("x", x.svg), ("y", y.svg), ("width", width.svg), ("height", height.svg), ("fill", SeriesStyle.style(of: 0).color),
        ("fill-opacity", (Double(shade) * 0.06).svg), ("class", "chart-cell"),
      ])
  }
}
