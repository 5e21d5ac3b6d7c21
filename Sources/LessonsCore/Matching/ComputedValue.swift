/// The value that a running lesson reported for an expression.
package enum ComputedValue: Sendable, Equatable {
  /// A value of an integer type of any width, in decimal.
  case integer(String)
  case float64(Double)
  case float32(Float)
  case bool(Bool)
  /// A value of any other type, by its description.
  case text(String)

  /// The value as Swift describes it.
  package var description: String {
    switch self {
    case .integer(let text), .text(let text): text
    case .float64(let value): value.description
    case .float32(let value): value.description
    case .bool(let value): value.description
    }
  }

  /// The value as a number, when its type is a number's.
  var number: ComputedNumber? {
    switch self {
    case .integer(let text): Numeral(text, grammar: .recorded).map(ComputedNumber.init)
    case .float64(let value): ComputedNumber(value, text: value.description)
    case .float32(let value): ComputedNumber(Double(value), text: value.description)
    case .bool, .text: nil
    }
  }
}

/// A computed number, as a written one is compared with it.
package struct ComputedNumber: Sendable, Equatable {
  package let text: String

  /// What the number may be read as; a written number that matches one reading matches.
  ///
  /// A floating-point value has two honest decimal readings: the exact value of its bits, and the shortest decimal that
  /// Swift prints for it. They part only at the edge of a tolerance. The nearest `Double` to 2.675 is a little less; its
  /// author sees `2.675` and may round it up to 2.68, as `printf` rounds the bits down to 2.67. Both are right.
  package let readings: [NumericValue]

  /// Whether the number is whole by its type, or by the way it is written.
  package let isInteger: Bool

  /// Whether the text begins with a minus, as `-0.0` does though its value is zero.
  var hasMinus: Bool { text.hasPrefix("-") || text.hasPrefix("\u{2212}") }

  package init(_ numeral: Numeral) {
    text = numeral.text
    readings = [numeral.value]
    isInteger = numeral.isInteger
  }

  init(_ value: Double, text: String) {
    self.text = text
    let shortest = Numeral(text, grammar: .recorded)?.value
    let exact = NumericValue(value)
    readings = [exact] + (shortest == exact ? [] : [shortest].compactMap(\.self))
    isInteger = false
  }
}
