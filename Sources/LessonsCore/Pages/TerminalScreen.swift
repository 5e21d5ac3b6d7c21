/// The line that a program writes, cell by cell, and the lines that it has ended.
struct TerminalScreen {
  var style = TerminalStyle()
  /// Where the next character goes.
  var column = 0
  private var cells: [Cell] = []
  private var html = HTML(unsafe: "")

  private struct Cell {
    var text: String
    var style: TerminalStyle
  }

  /// No program draws over a line longer than this.
  private static let widest = 1 << 16

  mutating func write(_ scalar: Unicode.Scalar) {
    // A mark belongs to the character before it.
    if column > 0, column <= cells.count,
      scalar.properties.generalCategory == .nonspacingMark || scalar == "\u{200D}" || scalar == "\u{FE0F}"
    {
      cells[column - 1].text.unicodeScalars.append(scalar)
      return
    }
    if column >= Self.widest { endRun() }
    let cell = Cell(text: String(scalar), style: style)
    if column < cells.count { cells[column] = cell } else { cells.append(cell) }
    column += 1
  }

  /// - Parameter part: As the command has it: from here on, up to here, or all.
  mutating func eraseLine(_ part: String) {
    switch part {
    case "", "0": cells.removeLast(max(cells.count - column, 0))
    case "1": for index in 0..<min(column + 1, cells.count) { cells[index] = Cell(text: " ", style: TerminalStyle()) }
    default: for index in cells.indices { cells[index] = Cell(text: " ", style: TerminalStyle()) }
    }
  }

  mutating func endLine() {
    endRun()
    html += "\n"
  }

  mutating func finish() -> HTML {
    endRun()
    return html
  }

  /// Writes the cells, those of one style in one element.
  private mutating func endRun() {
    var index = 0
    while index < cells.count {
      let style = cells[index].style
      var text = ""
      while index < cells.count, cells[index].style == style {
        text += cells[index].text
        index += 1
      }
      let names = style.classes
      html += names.isEmpty ? "\(text)" : "<span class=\"\(names)\">\(text)</span>"
    }
    cells = []
    column = 0
  }
}
