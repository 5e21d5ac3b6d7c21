import LessonModel

/// `[Inline] → [Inline]`: keeps a line from breaking between a formula and the mark that belongs to it.
///
/// To a browser a formula is a box, and beside a box a line may break, even before a comma.
enum FormulaJoiner {
  /// What no line breaks at, beside a box either.
  private static let joiner = "\u{2060}"

  static func joined(_ inlines: [Inline]) -> [Inline] {
    var result = inlines
    for place in inlines.indices {
      guard case .text(var text) = inlines[place] else { continue }
      if place > 0, isBox(inlines[place - 1]) { text = clinging(text) }
      if place + 1 < inlines.count, isBox(inlines[place + 1]), let last = text.unicodeScalars.last,
        TypesetMarks.isOpening(last)
      {
        text += joiner
      }
      result[place] = .text(text)
    }
    return result
  }

  private static func isBox(_ inline: Inline) -> Bool {
    if case .formula(let formula) = inline { !formula.key.isDisplay } else { false }
  }

  /// A text behind a formula: a mark stays beside it, and so does the sign between it and its value.
  private static func clinging(_ text: String) -> String {
    if text.hasPrefix(" = ") || text == " =" { return "\(joiner)\u{A0}\(text.dropFirst())" }
    return text.unicodeScalars.first.map(TypesetMarks.isClosing) == true ? joiner + text : text
  }
}
