/// Draws a laid-out plot: axes, then marks from back to front, then names.
struct PlotDrawing {
  let layout: PlotLayout
  let glyphs: Chart.Glyphs
  /// The page below the title: y label, plot, axis, tick labels, x label.
  var page: Canvas
  /// The page row of the y label's successor, the top row of the plot.
  private let top: Int

  static func lines(_ layout: PlotLayout, glyphs: Chart.Glyphs, width: Int) -> [String] {
    var drawing = PlotDrawing(layout, glyphs: glyphs, width: width)
    drawing.draw()
    return drawing.page.lines
  }

  private init(_ layout: PlotLayout, glyphs: Chart.Glyphs, width: Int) {
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

  func pageRow(_ row: Int) -> Int { top + layout.y.cells - 1 - row }

  private mutating func draw() {
    drawVerticalAxis()
    drawHorizontalAxis()
    guard layout.hasData else {
      let words = "(no data)"
      page.write(
        words, row: pageRow(layout.y.cells / 2), column: layout.axisColumn + 1 + Swift.max(0, layout.x.cells - words.count) / 2)
      return
    }
    for placed in layout.marks { drawBack(placed) }
    drawCurves()
    for placed in layout.marks { drawFront(placed) }
    for case let (placed, place?) in layout.marks.map({ ($0, $0.namePlace) }) {
      page.write(placed.name, row: pageRow(place.row), column: layout.axisColumn + place.column)
    }
  }

  /// What lies under all data.
  private mutating func drawBack(_ placed: PlacedMark) {
    switch placed.mark {
    case .band(let band): draw(band)
    case .contour(let contour): draw(contour)
    case .rule(let rule): draw(rule)
    case .histogram(let histogram): draw(histogram)
    case .bars(let bars): draw(bars, placed)
    default: break
    }
  }

  private mutating func drawFront(_ placed: PlacedMark) {
    switch placed.mark {
    case .points(let series): drawPoints(series, placed.sign)
    case .path(let series): drawPath(series)
    case .box(let boxes): draw(boxes)
    case .errorBars(let bars): draw(bars, placed.sign)
    case .label(let label): draw(label)
    case .line, .step, .bars, .histogram, .matrix, .contour, .rule, .band: break
    }
  }

  private mutating func drawVerticalAxis() {
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

  private mutating func drawHorizontalAxis() {
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
