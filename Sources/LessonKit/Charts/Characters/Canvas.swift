/// A grid of character cells, row 0 on top.
struct Canvas {
  let width: Int
  let height: Int
  /// A nil cell is the second half of a wide character on its left.
  private var cells: [Character?]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: " ", count: Swift.max(0, width * height))
  }

  subscript(row: Int, column: Int) -> Character {
    get { contains(row, column) ? cells[row * width + column] ?? " " : " " }
    set {
      guard contains(row, column) else { return }
      let i = row * width + column
      // Half a wide character cannot stay.
      if cells[i] == nil { cells[i - 1] = " " }
      if column + 1 < width, cells[i + 1] == nil { cells[i + 1] = " " }
      cells[i] = newValue
    }
  }

  func contains(_ row: Int, _ column: Int) -> Bool { row >= 0 && row < height && column >= 0 && column < width }

  /// Writes a text from a column on; what does not fit is left out.
  mutating func write(_ text: String, row: Int, column: Int) {
    var column = column
    for character in text {
      let wide = character.displayWidth
      if wide == 0 { continue }
      guard column + wide <= width else { return }
      if column >= 0 {
        self[row, column] = character
        for extra in 1..<Swift.max(2, wide) where extra < wide {
          self[row, column + extra] = " "
          cells[row * width + column + extra] = nil
        }
      }
      column += wide
    }
  }

  /// The rows as lines without trailing spaces.
  var lines: [String] {
    (0..<height).map { row in
      var line = ""
      var blanks = 0
      for case let cell? in cells[(row * width)..<((row + 1) * width)] {
        if cell.isBlank {
          blanks += 1
        } else {
          for _ in 0..<blanks { line.append(" ") }
          blanks = 0
          line.append(cell)
        }
      }
      return line
    }
  }
}
