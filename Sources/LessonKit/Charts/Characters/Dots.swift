/// Curves as dots finer than a cell: two across and four (braille) or two (block elements) up.
struct Dots {
  private let width: Int
  private let height: Int
  private let perCell: Int
  /// One bit for each dot of a cell, the upper left first, row by row.
  private var cells: [UInt8]

  init(width: Int, height: Int, perCell: Int) {
    self.width = width
    self.height = height
    self.perCell = perCell
    cells = Array(repeating: 0, count: width * height)
  }

  /// The character of a cell, row 0 at the bottom; nil for an empty one.
  subscript(row: Int, column: Int) -> Character? {
    let bits = Int(cells[row * width + column])
    guard bits != 0 else { return nil }
    if perCell == 2 { return Dots.quadrants[bits] }
    // Braille numbers its dots down the left, down the right, then the lowest row.
    var pattern: UInt32 = 0
    for (bit, dot) in [0, 3, 1, 4, 2, 5, 6, 7].enumerated() where bits & (1 << bit) != 0 { pattern |= 1 << UInt32(dot) }
    return Unicode.Scalar(0x2800 + pattern).map(Character.init)
  }

  private static let quadrants = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  mutating func add(_ course: [ColumnSpan?]) {
    for case (let column, let span?) in course.enumerated() where !span.isEmpty {
      if span.high - span.low > (span.exit - span.entry).magnitude + 512 {
        fill(column * 2, span.low, span.high)
        fill(column * 2 + 1, span.low, span.high)
      } else {
        addHalf(column * 2, span.entry, span.middle)
        addHalf(column * 2 + 1, span.middle, span.exit)
      }
    }
  }

  /// Half a column: one dot at its middle height, or all it passes if it is steep.
  private mutating func addHalf(_ half: Int, _ from: Int, _ to: Int) {
    let isSteep = (to - from).magnitude * UInt(perCell) > 1024
    let middle = (from + to) >> 1
    fill(half, isSteep ? Swift.min(from, to) : middle, isSteep ? Swift.max(from, to) : middle)
  }

  private mutating func fill(_ half: Int, _ low: Int, _ high: Int) {
    let bottom = Swift.max(0, ((low + 512) * perCell) >> 10)
    let top = Swift.min(height * perCell - 1, ((high + 512) * perCell) >> 10)
    guard bottom <= top else { return }
    for dot in bottom...top {
      let down = perCell - 1 - dot % perCell
      cells[(dot / perCell) * width + half / 2] |= 1 << UInt8(2 * down + half % 2)
    }
  }
}
