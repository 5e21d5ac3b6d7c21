import LessonModel

/// What a comment promises: a value behind `=>`, a line behind `Prints`, or something that only looks so.
enum PromisedText {
  /// The promised text begins `start` bytes behind the beginning of the comment's content.
  case checked(CheckedComment.Promise, text: String, start: Int)
  /// It is meant to be checked and is not; how to write it.
  case almost(String)

  /// - Parameter content: A comment without its slashes and the blanks around it; nil where it promises nothing.
  init?(_ content: Substring) {
    if content.hasPrefix("=>") {
      let text = content.dropFirst(2).drop { $0 == " " || $0 == "\t" }
      self = .checked(.value, text: String(text), start: content.utf8.count - text.utf8.count)
      return
    }
    for arrow in ["->", "==>", "→", "⇒", "=="] where content.hasPrefix(arrow) {
      let text = content.dropFirst(arrow.count).drop { $0 == " " || $0 == "\t" }
      guard Self.isLiteral(text) else { return nil }
      self = .almost("a value is promised with '// => \(text)'")
      return
    }
    guard content.prefix(6).lowercased() == "prints", let next = content.dropFirst(6).first, " \t:".contains(next) else {
      return nil
    }
    let rest = content.dropFirst(6).drop { " \t:".contains($0) }
    self.init(printed: rest, of: content)
  }

  private init?(printed rest: Substring, of content: Substring) {
    guard let quote = rest.first, let closing = Self.quotes[quote] else {
      guard Self.isLiteral(rest) else { return nil }
      self = .almost("a printed line is promised with '// Prints \"\(rest)\"'")
      return
    }
    // The full stop behind the closing mark belongs to the sentence.
    let quoted = rest.last == "." && rest.dropLast().last.map(closing.contains) == true ? rest.dropLast() : rest
    if quoted.count > 1, let last = quoted.last, closing.contains(last) {
      let text = quoted.dropFirst().dropLast()
      self = .checked(
        .line, text: String(text), start: content.utf8.count - rest.utf8.count + String(quote).utf8.count)
      return
    }
    self = .almost("a printed line is promised with '// Prints \"...\"', one comment a line and nothing behind it")
  }

  /// The marks that open a quotation, and those that may close it.
  private static let quotes: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "\""], "„": ["“", "”", "\""], "«": ["»"], "'": ["'"], "‘": ["’"], "`": ["`"],
  ]

  /// Whether a text is a value as Swift writes it, and no sentence.
  private static func isLiteral(_ text: Substring) -> Bool {
    guard let first = text.first else { return false }
    if ["true", "false", "nil"].contains(text) || Numeral(String(text), grammar: .prose) != nil { return true }
    return ["\"": "\"", "[": "]"][first].map { text.count > 1 && text.last == $0 } ?? false
  }
}
