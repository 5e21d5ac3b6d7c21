/// What a program printed, as a terminal would leave it: colors become classes, a line that was drawn over shows its last state, every
/// other command is passed over or shown by its picture. Nothing is obeyed.
///
/// Control characters may come as themselves or as their pictures (``PrintedText``).
package enum TerminalText {
  package static func html(_ text: String) -> HTML {
    guard text.unicodeScalars.contains(where: { control($0) != nil }) else { return HTML(escaping: text) }
    var screen = TerminalScreen()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch control(scalar) {
      case 0x1B: escape(&rest, &screen)
      case 0x0D: if rest.first == "\n" { continue } else { screen.column = 0 }
      case 0x08: screen.column = max(screen.column - 1, 0)
      case let code?: screen.write(code == 0x7F ? "\u{2421}" : Unicode.Scalar(0x2400 + code) ?? "\u{FFFD}")
      case nil: if scalar == "\n" { screen.endLine() } else { screen.write(scalar) }
      }
    }
    return screen.finish()
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
