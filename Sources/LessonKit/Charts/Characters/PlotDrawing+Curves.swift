extension PlotDrawing {
  /// Smooth lines first, then lines of marks, a later one on top.
  mutating func drawCurves() {
    drawSmooth(layout.marks.filter { $0.sign == .smooth }.map { $0.course })
    drawMarked(layout.marks)
    for placed in layout.marks {
      for case (let column, let span?) in placed.course.enumerated() {
        if span.isAbove { drawInfinity(column: column, isAbove: true) }
        if span.isBelow { drawInfinity(column: column, isAbove: false) }
      }
    }
  }

  /// In a cell that two smooth lines share the steeper one shows, since it is there for fewer columns; of two equally
  /// steep ones the later.
  private mutating func drawSmooth(_ courses: [[ColumnSpan?]]) {
    let glyphs = courses.map { SmoothLine.glyphs($0, within: layout.y.reach) }
    guard self.glyphs == .ascii else {
      var dots = Dots(width: layout.x.cells, height: layout.y.cells, perCell: self.glyphs == .braille ? 4 : 2)
      for course in courses { dots.add(course.map { $0?.clipped(to: layout.y.reach) }) }
      for row in 0..<layout.y.cells {
        for column in 0..<layout.x.cells { if let glyph = dots[row, column] { self[row, column] = glyph } }
      }
      return
    }
    for column in 0..<layout.x.cells {
      func steepness(_ curve: Int) -> Int { courses[curve][column].map { $0.isEmpty ? 0 : $0.high - $0.low } ?? 0 }
      let order = courses.indices.sorted { (steepness($0), $0) < (steepness($1), $1) }
      for curve in order {
        for (row, glyph) in glyphs[curve][column] { self[row, column] = glyph }
      }
    }
  }

  /// The curves of one character each. Where they run together for more than two columns their signs take turns, so that none
  /// hides another.
  private mutating func drawMarked(_ marks: [PlacedMark]) {
    var signs = [[Character]](repeating: [], count: layout.x.cells * layout.y.cells)
    for placed in marks {
      guard case .character(let sign) = placed.sign else { continue }
      for (column, rows) in markedRows(placed.course).enumerated() {
        for row in rows where row >= 0 && row < layout.y.cells { signs[row * layout.x.cells + column].append(sign) }
      }
    }
    let columns = layout.x.cells
    var shared = [Bool](repeating: false, count: columns)
    for (index, signs) in signs.enumerated() where signs.count > 1 { shared[index % columns] = true }
    func isInRun(_ column: Int) -> Bool {
      (column - 2...column).contains { $0 >= 0 && $0 + 2 < columns && shared[$0] && shared[$0 + 1] && shared[$0 + 2] }
    }
    for (index, signs) in signs.enumerated() where !signs.isEmpty {
      let column = index % columns
      self[index / columns, column] = isInRun(column) ? signs[column % signs.count] : signs[signs.count - 1]
    }
  }

  /// The rows of a curve of one character: that of each column's middle, and where the curve jumps more than a row in a column
  /// all rows it passes.
  private func markedRows(_ course: [ColumnSpan?]) -> [[Int]] {
    var before: ClosedRange<Int>?
    return course.map { span in
      guard let span = span?.clipped(to: layout.y.reach) else {
        before = nil
        return []
      }
      let rows =
        span.high - span.low > 1536
        ? SmoothLine.rows(span) : AxisLayout.cell(at: span.middle)...AxisLayout.cell(at: span.middle)
      let fresh = rows.filter { row in before.map { !$0.contains(row) } ?? true }
      before = rows
      return fresh.isEmpty ? Array(rows) : fresh
    }
  }
}
