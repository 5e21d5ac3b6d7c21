/// How the digits of a finite number are set out, so that another number can be written in the same way.
package struct Notation: Sendable, Equatable {
  /// The sign as written.
  package enum Sign: Sendable, Equatable {
    case none, plus, hyphen
    /// U+2212, the typographic minus.
    case minus

    /// The sign of another number, written in this way.
    func text(isNegative: Bool) -> String {
      if isNegative { return self == .minus ? "\u{2212}" : "-" }
      return self == .plus ? "+" : ""
    }
  }

  /// The power of ten as written after `e`.
  package struct Exponent: Sendable, Equatable {
    package var isUppercase: Bool
    package var sign: Sign
    /// How many digits are written, leading zeros included.
    package var digits: Int
    package var value: Int
  }

  package var sign: Sign
  /// How many digits stand before the point; none in `.5`.
  package var wholeDigits: Int
  /// Whether commas part the thousands.
  package var isGrouped = false
  /// How many digits stand after the point.
  package var fractionDigits = 0
  package var exponent: Exponent?

  /// Whether there is neither a point nor an exponent.
  package var isInteger: Bool { fractionDigits == 0 && exponent == nil }

  /// The power of ten that the last digit counts: −4 in `0.8113`, 2 in `12e2`.
  package var lastPlace: Int { (exponent?.value ?? 0) - fractionDigits }

  /// The power of ten that the first digit counts.
  package var firstPlace: Int { (exponent?.value ?? 0) + wholeDigits - 1 }
}
