package import LessonModel

/// What a program printed, as a terminal would leave it.
///
/// Colors become classes, a line that was drawn over shows its last state, every other command is passed over or shown by its
/// picture. Nothing is obeyed. Control characters may come as themselves or as the pictures that a recording has of them.
package struct TerminalText: Sendable, Equatable {
  /// The text in elements whose classes name its colors.
  package let html: HTML
  /// Whether any of it has a color or another weight.
  package let isStyled: Bool

  /// Follows the commands in a text as far as they are harmless.
  package init(_ text: String) {
    guard text.unicodeScalars.contains(where: { Self.control($0) != nil }) else {
      html = HTML(escaping: text)
      isStyled = false
      return
    }
    var screen = TerminalScreen()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch Self.control(scalar) {
      case 0x1B: Self.escape(&rest, &screen)
      case 0x0D: if rest.first == "\n" { continue } else { screen.column = 0 }
      case 0x08: screen.column = max(screen.column - 1, 0)
      case let code?: screen.write(code == 0x7F ? "\u{2421}" : Unicode.Scalar(0x2400 + code) ?? "\u{FFFD}")
      case nil: if scalar == "\n" { screen.endLine() } else { screen.write(scalar) }
      }
    }
    screen.endRun()
    html = screen.html
    isStyled = screen.isStyled
  }

  /// The control character that a scalar is or pictures; nil for all others, tab and line feed among them.
  private static func control(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 9, 10: nil
    case 0..<32, 0x7F: scalar.value
    case 0x2421: 0x7F
    case 0x2400..<0x2420: scalar.value - 0x2400
    default: nil
    }
  }

  /// Takes the command that follows an escape; one that is not known shows its escape.
  private static func escape(_ rest: inout Substring.UnicodeScalarView, _ screen: inout TerminalScreen) {
    switch rest.first {
    case "[":
      let body = rest.dropFirst()
      let parameters = body.prefix { (0x20..<0x40).contains($0.value) }
      let end = body.dropFirst(parameters.count)
      guard let final = end.first, (0x40..<0x7F).contains(final.value) else { break }
      rest = end.dropFirst()
      if final == "m" { screen.style.apply(String(parameters)) }
      if final == "K" { screen.eraseLine(String(parameters)) }
      return
    case "]", "P", "X", "^", "_":
      // A title, a link or another text for the terminal: up to its end, which is a bell or an escape and a backslash.
      var body = rest.dropFirst()
      while let scalar = body.popFirst(), scalar != "\n" {
        if control(scalar) == 7 {
          rest = body
          return
        }
        if control(scalar) == 0x1B, body.first == "\\" {
          rest = body.dropFirst()
          return
        }
      }
    case "(", ")", "#":
      if rest.count > 1 {
        rest = rest.dropFirst(2)
        return
      }
    case "7", "8", "=", ">", "c", "D", "E", "M":
      rest = rest.dropFirst()
      return
    default: break
    }
    screen.write("\u{241B}")
  }
}

/// The line that a program writes, cell by cell, and the lines that it has ended.
private struct TerminalScreen {
  var style = TerminalStyle()
  /// Where the next character goes.
  var column = 0
  private var cells: [Cell] = []
  private(set) var html = HTML(unsafe: "")
  private(set) var isStyled = false

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

  /// Writes the cells, those of one style in one element.
  mutating func endRun() {
    var index = 0
    while index < cells.count {
      let style = cells[index].style
      var text = ""
      while index < cells.count, cells[index].style == style {
        text += cells[index].text
        index += 1
      }
      let names = style.classes
      isStyled = isStyled || !names.isEmpty
      html += names.isEmpty ? "\(text)" : "<span class=\"\(names)\">\(text)</span>"
    }
    cells = []
    column = 0
  }
}
