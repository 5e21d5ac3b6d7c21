/// A number as it is written in a text: its characters, its value, and how it is written.
package struct Numeral: Sendable, Equatable {
  /// What the number is.
  package enum Form: Sendable, Equatable {
    case finite(ExactDecimal, Notation)
    case infinity(isNegative: Bool)
    case notANumber
  }

  /// The characters, sign included.
  package let text: String

  /// Where they stand, in bytes of the text read.
  package let range: Range<Int>

  package let form: Form

  /// The whole of `text` as one number; nil when it is anything else.
  package init?(_ text: String, grammar: NumberGrammar) {
    let read = NumberedText(text, grammar: grammar)
    guard read.numbers.count == 1, read.numbers[0].range == 0..<read.bytes.count else { return nil }
    self = read.numbers[0]
  }

  init(text: String, range: Range<Int>, form: Form) {
    self.text = text
    self.range = range
    self.form = form
  }

  /// What the number stands for.
  package var value: NumericValue {
    switch form {
    case .finite(let value, _): .finite(value)
    case .infinity(let isNegative): .infinity(isNegative: isNegative)
    case .notANumber: .notANumber
    }
  }

  /// Whether only a whole number's digits are written, without point and exponent.
  package var isInteger: Bool {
    if case .finite(_, let notation) = form { notation.isInteger } else { false }
  }
}

extension ExactDecimal {
  /// The number that the whole of `text` is, by the grammar for recorded output; nil when it is not a finite number.
  package init?(_ text: String) {
    guard case .finite(let value, _) = Numeral(text, grammar: .recorded)?.form else { return nil }
    self = value
  }

  /// The tolerance that an author wrote, `±0.05`, `+-0.05` or `1e-6`; nil when it is not a finite number from 0 up.
  package init?(tolerance text: String) {
    let bare = text.drop { $0 == " " }
    let number = ["±", "+-", "+/-"].first { bare.hasPrefix($0) }.map { bare.dropFirst($0.count) } ?? bare
    guard let value = ExactDecimal(String(number.drop { $0 == " " })), !value.isNegative else { return nil }
    self = value
  }
}
