/// Shows diagnostics the way the compiler does: place, message, identifier, the source line with a caret, notes.
package enum DiagnosticText {
  /// The lines of one diagnostic, each ended by a line feed.
  package static func text(_ diagnostic: Diagnostic, colored: Bool = false) -> String {
    let place = "\(diagnostic.path):\(diagnostic.position.line):\(diagnostic.position.column)"
    let word = diagnostic.severity.rawValue
    let label =
      colored
      ? "\u{1B}[1;\(diagnostic.severity == .error ? 31 : diagnostic.severity == .warning ? 35 : 36)m\(word):\u{1B}[0m"
      : "\(word):"
    var lines = ["\(visible(place)): \(label) \(visible(diagnostic.message)) [\(diagnostic.kind.rawValue)]"]
    if let source = diagnostic.sourceLine, !source.isEmpty {
      lines += excerpt(source, column: diagnostic.position.column)
    }
    for note in diagnostic.notes {
      let place = note.position.map { "\(visible(diagnostic.path)):\($0.line):\($0.column): " } ?? ""
      lines.append("\(place)note: \(visible(note.message))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The source line and a caret under the column, cut to what a terminal shows.
  package static func excerpt(_ source: String, column: Int) -> [String] {
    let bytes = Array(source.utf8)
    let before = String(decoding: bytes[..<min(max(column - 1, 0), bytes.count)], as: UTF8.self)
    var shown = visible(source)
    var indent = displayed(visible(before))
    // Whatever is longer than that in characters is in bytes.
    if shown.utf8.count > 160, shown.count > 160 {
      let skipped = max(0, before.count - 80)
      shown = (skipped > 0 ? "..." : "") + String(shown.dropFirst(skipped).prefix(150)) + "..."
      indent = displayed(String(visible(before).dropFirst(skipped))) + (skipped > 0 ? "   " : "")
    }
    return ["  " + shown, "  " + indent + "^"]
  }

  /// Blanks as wide as the text; tabs stay tabs so that the caret lines up whatever their width.
  private static func displayed(_ text: String) -> String {
    // Most lines are plain: a column for each byte.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(repeating: " ", count: text.utf8.count) }
    var blanks = ""
    for character in text {
      if character == "\t" {
        blanks.append("\t")
      } else {
        blanks += String(repeating: " ", count: CharacterWidth.width(of: character))
      }
    }
    return blanks
  }

  /// The text with every control and direction character shown, so that a lesson cannot command a terminal.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) || !text.unicodeScalars.contains(where: isControl) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        shown += "<U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + ">"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: false
    case 0..<32, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
