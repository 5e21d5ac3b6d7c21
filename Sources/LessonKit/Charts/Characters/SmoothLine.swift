/// The characters of a smooth line: three heights for each cell, `'` top, `-` middle, `.` bottom; strokes where it is steep.
enum SmoothLine {
  /// For each column the rows it takes, from low to high, with their characters.
  static func glyphs(_ course: [ColumnSpan?], within reach: ClosedRange<Int>) -> [[(row: Int, glyph: Character)]] {
    var result: [[(row: Int, glyph: Character)]] = Array(repeating: [], count: course.count)
    for (column, span) in course.enumerated() {
      guard let span = span?.clipped(to: reach) else { continue }
      if span.high - span.low > 768 {
        let left = column > 0 ? result[column - 1] : []
        let rows = rows(span)
        if rows.count == 1, left.count == 1, left[0].row == rows.lowerBound {
          // Two columns inside one row: they show their slope by heights.
          if let before = course[column - 1], shallow(before.middle).row == left[0].row {
            result[column - 1] = [shallow(before.middle)]
          }
          result[column] = [shallow(span.middle)]
        } else {
          result[column] = steep(span, rows, left: left, isByAxis: column < 2)
        }
      } else {
        let isAlone = (column == 0 || course[column - 1] == nil) && (column + 1 == course.count || course[column + 1] == nil)
        let (row, glyph) = shallow(span.middle)
        result[column] = [(row, isAlone ? "*" : glyph)]
      }
    }
    straighten(&result, course)
    return result
  }

  /// The row of a place and the nearest of its three heights.
  static func shallow(_ place: Int) -> (row: Int, glyph: Character) {
    let third = (3 * place + 512) >> 10
    let row = (third + 1).floorDivided(by: 3)
    return (row, third == 3 * row ? "-" : third > 3 * row ? "'" : ".")
  }

  /// The rows a steep span passes: those of which it touches more than the border.
  static func rows(_ span: ColumnSpan) -> ClosedRange<Int> {
    let low = AxisLayout.cell(at: span.low)
    return low...Swift.max(low, (span.high + 511) >> 10)
  }

  private static func steep(
    _ span: ColumnSpan, _ rows: ClosedRange<Int>, left: [(row: Int, glyph: Character)], isByAxis: Bool
  ) -> [(row: Int, glyph: Character)] {
    let fresh = rows.filter { row in !left.contains { $0.row == row } }
    let drawn = fresh.isEmpty ? Array(rows) : fresh
    // Beside the axis, which is made of bars, a curve leans however steep it is.
    let isUpright = drawn.count > 1 && !isByAxis
    return drawn.map { ($0, isUpright ? "|" : span.exit > span.entry ? "/" : "\\") }
  }

  /// A run of one cell on a rising or falling stretch is a stroke.
  private static func straighten(_ columns: inout [[(row: Int, glyph: Character)]], _ course: [ColumnSpan?]) {
    func rows(_ column: Int) -> (low: Int, high: Int)? {
      guard columns.indices.contains(column) else { return nil }
      if let low = columns[column].first?.row, let high = columns[column].last?.row { return (low, high) }
      guard let span = course[column] else { return nil }
      return span.isAbove ? (Int.max, Int.max) : span.isBelow ? (Int.min, Int.min) : nil
    }
    for column in columns.indices where columns[column].count == 1 {
      let row = columns[column][0].row
      guard let left = rows(column - 1), let right = rows(column + 1) else { continue }
      if left.high < row, row < right.low { columns[column][0].glyph = "/" }
      if left.low > row, row > right.high { columns[column][0].glyph = "\\" }
    }
  }
}

extension ColumnSpan {
  /// The part inside a fixed range: nil when there is none, or when a shallow curve passes the middle outside.
  func clipped(to reach: ClosedRange<Int>) -> ColumnSpan? {
    guard !isEmpty, high >= reach.lowerBound, low <= reach.upperBound else { return nil }
    guard high - low > 768 || reach.contains(middle) else { return nil }
    var span = self
    span.low = Swift.max(low, reach.lowerBound)
    span.high = Swift.min(high, reach.upperBound)
    if !reach.contains(middle) { span.center = nil }
    return span
  }
}
