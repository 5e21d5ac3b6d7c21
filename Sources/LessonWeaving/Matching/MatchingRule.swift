package import LessonModel

/// When a written number and a computed one are the same.
///
/// For every rule: equal texts match; not-a-number matches not-a-number; an infinity matches the infinity of the same sign,
/// whatever the tolerance; −0 matches 0. All comparisons are exact, of decimals of any length, with the edge inside.
package enum MatchingRule: Sendable, Equatable {
  /// What a person writes, with w written and c computed.
  ///
  /// - A whole number, `3`: c is exactly w; a floating-point c may be rounded to it, |c − w| ≤ 0.5.
  /// - A decimal, `0.81` or `1.2e-3`: |c − w| ≤ half a unit of the last digit written, 0.005 or 0.00005.
  ///
  /// A half may be rounded either way, so 2.5 matches both `2` and `3`. Zero with an exponent, `0.0e0`, is what stands for digits
  /// not known yet: a power of ten has none for what is near zero, so it matches zero alone.
  case prose

  /// What the tool itself wrote, with all digits: |c − w| ≤ 10⁻⁹ · |w|, or ≤ 10⁻¹² near zero.
  ///
  /// The room is for libraries of mathematics that differ in the last bits. Rounding and half units have no place here: all
  /// digits are on record, so `3` matches `3.0` and does not match `3.4`. Two whole numbers match only when they are equal:
  /// they carry no rounding error, and a checksum that is off by one is wrong.
  case recorded

  /// The tolerance that the author gave, instead of both: |c − w| ≤ tolerance.
  case absolute(ExactDecimal)

  private static let relative = -9
  private static let nearZero = ExactDecimal.unit(place: -12)

  /// Whether the written number is right.
  package func matches(_ written: Numeral, _ computed: ComputedNumber) -> Bool {
    written.text == computed.text
      || computed.readings.contains { reading in
        switch (written.form, reading) {
        case (.notANumber, .notANumber): true
        case (.infinity(let left), .infinity(let right)): left == right
        case (.finite(let left, let notation), .finite(let right)):
          matches(left, notation, right, bothIntegers: notation.isInteger && computed.isInteger)
        default: false
        }
      }
  }

  private func matches(
    _ written: ExactDecimal, _ notation: Notation, _ computed: ExactDecimal, bothIntegers: Bool
  ) -> Bool {
    switch self {
    case .absolute(let tolerance):
      return computed.isWithin(tolerance, of: written)
    case .prose, .recorded:
      if bothIntegers { return computed == written }
    }
    if self == .prose, written.isZero, notation.exponent != nil { return computed.isZero }
    if self == .prose { return computed.isWithin(.halfUnit(place: notation.lastPlace), of: written) }
    return computed == written || computed.isWithin(Self.nearZero, of: written)
      || computed.isWithin(written.magnitude.shifted(by: Self.relative), of: written)
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

extension ComputedValue {
  /// The value as a number, when its type is a number's.
  var number: ComputedNumber? {
    switch self {
    case .integer(let text): Numeral(text, grammar: .recorded).map(ComputedNumber.init)
    case .float64(let value): ComputedNumber(value, text: value.description)
    case .float32(let value): ComputedNumber(Double(value), text: value.description)
    case .nothing, .bool, .text, .exhibit: nil
    }
  }
}
