extension PlotDrawing {
  /// The cell of a point, nil when it is missing or beyond the plot.
  func cell(_ x: Double, _ y: Double) -> (row: Int, column: Int)? {
    guard let across = layout.x.place(x), let up = layout.y.place(y), layout.x.reach.contains(across),
      layout.y.reach.contains(up)
    else { return nil }
    return (layout.y.cell(at: up), layout.x.cell(at: across))
  }

  mutating func drawPoints(_ series: Chart.Series, _ sign: PlacedMark.Sign) {
    guard case .character(let sign) = sign else { return }
    let (x, y) = (AxisPlaces(layout.x), AxisPlaces(layout.y))
    var isTaken = [Bool](repeating: false, count: layout.x.cells * layout.y.cells)
    for i in 0..<series.count {
      let point = series[i]
      guard let across = x[point.x], layout.x.reach.contains(across) else { continue }
      if let up = y[point.y] {
        guard layout.y.reach.contains(up) else { continue }
        isTaken[layout.y.cell(at: up) * layout.x.cells + layout.x.cell(at: across)] = true
      } else {
        drawInfinity(point.x, point.y)
      }
    }
    for (i, isTaken) in isTaken.enumerated() where isTaken { self[i / layout.x.cells, i % layout.x.cells] = sign }
  }

  /// `^` in the top row for +infinity, `v` in the bottom row for -infinity.
  mutating func drawInfinity(_ x: Double, _ y: Double) {
    guard y.magnitude == .infinity, let across = layout.x.place(x), layout.x.reach.contains(across) else { return }
    self[y > 0 ? layout.y.cells - 1 : 0, layout.x.cell(at: across)] = y > 0 ? "^" : "v"
  }

  /// Steps 0...9, then a...z, then `*`; drawn from the last to the first, so the earliest stays in a shared cell.
  mutating func drawPath(_ series: Chart.Series) {
    let signs = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    for i in (0..<series.count).reversed() {
      if let (row, column) = cell(series[i].x, series[i].y) { self[row, column] = i < signs.count ? signs[i] : "*" }
    }
  }

  mutating func draw(_ rule: Chart.Rule) {
    switch rule {
    case .x(let x):
      guard let place = layout.x.place(x), layout.x.reach.contains(place) else { return }
      for row in 0..<layout.y.cells { self[row, layout.x.cell(at: place)] = ":" }
    case .y(let y):
      guard let place = layout.y.place(y), layout.y.reach.contains(place) else { return }
      for column in 1..<layout.x.cells { self[layout.y.cell(at: place), column] = "-" }
    }
  }

  mutating func draw(_ bars: Chart.ErrorBars, _ sign: PlacedMark.Sign) {
    guard case .character(let sign) = sign else { return }
    for i in bars.centers.indices {
      guard let across = layout.x.place(bars.xs[i]), layout.x.reach.contains(across) else { continue }
      let column = layout.x.cell(at: across)
      if let low = layout.y.place(bars.lows[i]), let high = layout.y.place(bars.highs[i]), low <= high {
        for row in layout.y.cells(from: low, through: high) { self[row, column] = "|" }
      }
      if let (row, column) = cell(bars.xs[i], bars.centers[i]) { self[row, column] = sign }
    }
  }

  mutating func draw(_ boxes: Chart.Boxes) {
    for (i, box) in boxes.boxes.enumerated() {
      let row = layout.y.cells - 1 - i
      func column(_ value: Double) -> Int? {
        layout.x.place(value).flatMap { layout.x.reach.contains($0) ? layout.x.cell(at: $0) : nil }
      }
      func fill(_ from: Double, _ to: Double, _ sign: Character) {
        guard let low = layout.x.place(from), let high = layout.x.place(to), low <= high else { return }
        for column in layout.x.cells(from: low, through: high) { self[row, column] = sign }
      }
      fill(box.low, box.high, "-")
      fill(box.lowerQuartile, box.upperQuartile, "=")
      for (value, sign) in [
        (box.low, "|"), (box.high, "|"), (box.lowerQuartile, "["), (box.upperQuartile, "]"), (box.median, "|"),
      ] as [(Double, Character)] {
        if let column = column(value) { self[row, column] = sign }
      }
      for outlier in box.outliers { if let column = column(outlier) { self[row, column] = "o" } }
    }
  }

  /// A point with words on its right, or on its left where the right has no room: `o <- words`, `words -> o`.
  mutating func draw(_ label: Chart.Label) {
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
