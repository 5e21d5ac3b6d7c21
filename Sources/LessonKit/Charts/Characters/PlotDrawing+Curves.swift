extension PlotDrawing {
  /// Smooth lines first, then lines of marks, a later one on top.
  mutating func drawCurves() {
    drawSmooth(layout.marks.filter { $0.sign == .smooth }.map { $0.course })
    for placed in layout.marks {
      if case .character(let sign) = placed.sign { drawMarked(placed.course, sign) }
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

  /// A curve of one character: the row of each column's middle, and where the curve jumps more than a row in a column all
  /// rows it passes.
  private mutating func drawMarked(_ course: [ColumnSpan?], _ sign: Character) {
    var before: ClosedRange<Int>?
    for (column, span) in course.enumerated() {
      guard let span = span?.clipped(to: layout.y.reach) else {
        before = nil
        continue
      }
      let rows =
        span.high - span.low > 1536
        ? SmoothLine.rows(span) : AxisLayout.cell(at: span.middle)...AxisLayout.cell(at: span.middle)
      let fresh = rows.filter { row in before.map { !$0.contains(row) } ?? true }
      for row in fresh.isEmpty ? Array(rows) : fresh { self[row, column] = sign }
      before = rows
    }
  }
}
