/// A grid of cells to write on, each as wide as one column; it grows to the right and downwards as needed.
struct TextCanvas {
  /// One glyph a cell; the second cell of a wide character is empty.
  private var rows: [[String]] = []

  /// Writes `text` from the given place on, over what is there. What would lie left of or above the grid is left out.
  mutating func write(_ text: String, row: Int, column: Int) {
    guard row >= 0 else { return }
    while rows.count <= row { rows.append([]) }
    var column = column
    for character in text {
      let width = character.displayWidth
      guard column >= 0 else {
        column += width
        continue
      }
      while rows[row].count < column + max(width, 1) { rows[row].append(" ") }
      if width == 0 {
        if column > 0 { rows[row][column - 1].append(character) }
        continue
      }
      rows[row][column] = String(character)
      for covered in 1..<max(width, 1) where width > 1 { rows[row][column + covered] = "" }
      column += width
    }
  }

  /// Writes a flat line of one glyph.
  mutating func fill(_ glyph: String, row: Int, columns: Range<Int>) {
    for column in columns { write(glyph, row: row, column: column) }
  }

  /// The rows from the top, without trailing spaces, joined by line feeds.
  var text: String {
    rows.map { $0.joined().withoutTrailingSpaces }.joined(separator: "\n")
  }
}
