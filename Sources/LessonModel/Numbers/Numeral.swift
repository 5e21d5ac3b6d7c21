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

  package init(text: String, range: Range<Int>, form: Form) {
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

/// What a number stands for: an exact decimal, an infinity, or not-a-number.
package enum NumericValue: Sendable, Hashable {
  case finite(ExactDecimal)
  case infinity(isNegative: Bool)
  case notANumber

  /// The exact value of a binary floating-point number.
  package init(_ value: Double) {
    if let exact = ExactDecimal(value) {
      self = .finite(exact)
    } else {
      self = value.isNaN ? .notANumber : .infinity(isNegative: value < 0)
    }
  }
}

/// How the digits of a finite number are set out, so that another number can be written in the same way.
package struct Notation: Sendable, Equatable {
  /// The sign as written.
  package enum Sign: Sendable, Equatable {
    case none, plus, hyphen
    /// U+2212, the typographic minus.
    case minus

    /// The sign of another number, written in this way.
    package func text(isNegative: Bool) -> String {
      if isNegative { return self == .minus ? "\u{2212}" : "-" }
      return self == .plus ? "+" : ""
    }
  }

  /// The power of ten as it is written.
  package struct Exponent: Sendable, Equatable {
    /// What stands before the digits of the exponent, and around them.
    package enum Mark: Sendable, Equatable {
      /// `e` or `E`, as programs write it.
      case letter(isUppercase: Bool)
      /// `×10⁻⁵` or ` · 10⁻⁵`: the text between the digits and 10, which is empty where 10 stands alone.
      case raised(times: String)
      /// The same with `10^-5` or `10^{-5}`.
      case caret(times: String, hasBraces: Bool)
    }

    package var mark: Mark
    package var sign: Sign
    /// How many digits are written, leading zeros included.
    package var digits: Int
    package var value: Int

    package init(mark: Mark, sign: Sign, digits: Int, value: Int) {
      self.mark = mark
      self.sign = sign
      self.digits = digits
      self.value = value
    }
  }

  /// A word behind the digits that multiplies them, such as ` million` with the blank before it.
  package struct Scale: Sendable, Equatable {
    package var text: String
    package var power: Int

    package init(text: String, power: Int) {
      self.text = text
      self.power = power
    }
  }

  package var sign: Sign
  /// What stands between the sign and the digits: a sign of currency, or a blank.
  package var currency = ""
  /// How many digits stand before the point; none in `.5`.
  package var wholeDigits: Int
  /// What parts the thousands; nil where nothing does.
  package var separator: String?
  /// What stands before the decimals.
  package var decimalMark = "."
  /// How many digits stand after the point.
  package var fractionDigits = 0
  package var exponent: Exponent?
  package var scale: Scale?

  package init(sign: Sign, wholeDigits: Int) {
    self.sign = sign
    self.wholeDigits = wholeDigits
  }

  /// Whether there is neither a point nor an exponent nor a word such as million.
  package var isInteger: Bool { fractionDigits == 0 && exponent == nil && scale == nil }

  /// The power of ten that the digits before the point are counted in.
  package var power: Int { (exponent?.value ?? 0) + (scale?.power ?? 0) }

  /// The power of ten that the last digit counts: −4 in `0.8113`, 2 in `12e2`.
  package var lastPlace: Int { power - fractionDigits }

  /// The power of ten that the first digit counts.
  package var firstPlace: Int { power + wholeDigits - 1 }
}
