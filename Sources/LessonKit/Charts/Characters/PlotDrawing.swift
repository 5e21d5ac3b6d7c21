/// A laid-out plot on its way to characters: the page, its axes, and the cells on which marks are drawn.
struct PlotDrawing {
  let layout: PlotLayout
  let glyphs: Chart.Glyphs
  /// The page below the title: y label, plot, axis, tick labels, x label.
  var page: Canvas
  /// The page row of the y label's successor, the top row of the plot.
  private let top: Int

  init(_ layout: PlotLayout, glyphs: Chart.Glyphs, width: Int) {
    self.layout = layout
    self.glyphs = glyphs
    top = layout.y.label.isEmpty ? 0 : 1
    let rows = top + layout.y.cells + (layout.zeroIsAxis ? 0 : 1) + 1 + (layout.x.label.isEmpty ? 0 : 1)
    page = Canvas(width: width, height: rows)
  }

  /// A cell of the plot, row 0 at the bottom; outside the plot nothing is drawn.
  subscript(row: Int, column: Int) -> Character {
    get { page[pageRow(row), layout.axisColumn + column] }
    set {
      guard row >= 0, row < layout.y.cells, column >= 0, column < layout.x.cells else { return }
      page[pageRow(row), layout.axisColumn + column] = newValue
    }
  }

  /// The row of the page.
  func pageRow(_ row: Int) -> Int { top + layout.y.cells - 1 - row }

  /// The cell of a point, nil when it is missing or beyond the plot.
  func cell(_ x: Double, _ y: Double) -> (row: Int, column: Int)? {
    guard let across = layout.x.place(x), let up = layout.y.place(y), layout.x.reach.contains(across),
      layout.y.reach.contains(up)
    else { return nil }
    return (layout.y.cell(at: up), layout.x.cell(at: across))
  }

  /// `^` in the top row for +infinity, `v` in the bottom row for -infinity.
  mutating func drawInfinity(column: Int, isAbove: Bool) {
    self[isAbove ? layout.y.cells - 1 : 0, column] = isAbove ? "^" : "v"
  }

  /// Says in the middle of the plot that there is nothing to draw.
  mutating func drawNoData() {
    let words = "(no data)"
    page.write(
      words, row: pageRow(layout.y.cells / 2),
      column: layout.axisColumn + 1 + Swift.max(0, layout.x.cells - words.utf8.count) / 2)
  }

  mutating func drawVerticalAxis() {
    let axis = layout.y
    page.write(axis.label.oneLine, row: 0, column: Swift.max(0, layout.axisColumn - axis.label.oneLine.displayWidth))
    let isNamed = axis.scale == .category
    if !isNamed {
      for row in 0..<axis.cells { self[row, 0] = "|" }
    }
    for tick in axis.ticks {
      let end = layout.axisColumn - 1
      page.write(tick.text, row: pageRow(tick.cell), column: end - tick.text.displayWidth)
      if !isNamed { self[tick.cell, 0] = "+" }
    }
  }

  mutating func drawHorizontalAxis() {
    let axis = layout.x
    let row = pageRow(layout.zeroIsAxis ? 0 : -1)
    for column in 0..<axis.cells { page[row, layout.axisColumn + column] = "-" }
    page[row, layout.axisColumn] = "+"
    for tick in axis.ticks {
      page[row, layout.axisColumn + tick.cell] = "+"
      guard tick.isLabeled else { continue }
      page.write(tick.text, row: row + 1, column: layout.axisColumn + tick.cell - tick.text.displayWidth / 2)
    }
    let label = axis.label.oneLine.truncated(to: page.width)
    let centered = layout.axisColumn + (axis.cells - 1) / 2 - label.displayWidth / 2
    page.write(label, row: row + 2, column: Swift.max(0, Swift.min(centered, page.width - label.displayWidth)))
  }
}
