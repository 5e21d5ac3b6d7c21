package import LessonModel

/// How the one number of a text is written, so that a page can write another number in the same way.
package struct ExploredNumber: Equatable {
  /// The number with its sign, and with the word or the power of ten that belongs to it.
  var text: String
  var notation: Notation

  /// Nil where the text holds no number that is finite, or several.
  package init?(_ text: String, in language: NumberLanguage) {
    let numbers = NumberedText(Array(text.utf8), language: language).numbers
    guard numbers.count == 1, case .finite(_, let notation) = numbers[0].form else { return nil }
    self.text = numbers[0].text
    self.notation = notation
  }

  /// The text, then what its decimals are, the power of ten that it counts, the marks before decimals and between thousands,
  /// the minus, what stands before and behind the digits, and what stands before a power of ten; `30-page.js` reads it.
  ///
  /// - Parameter places: The decimals that it has at least once it has changed.
  package func form(places: Int = 0) -> String {
    let power: String
    switch notation.exponent?.mark {
    case nil: power = ""
    case .letter: power = "e"
    case .raised(let times), .caret(let times, _): power = times.isEmpty ? "×" : times
    }
    let minus = notation.sign == .hyphen ? "-" : "\u{2212}"
    let fields = [
      text, "\(max(notation.fractionDigits, places))", "\(notation.scale?.power ?? 0)", notation.decimalMark,
      notation.separator ?? "",
      minus,
      notation.currency, notation.scale?.text ?? "", power,
    ]
    return fields.joined(separator: "|")
  }
}
