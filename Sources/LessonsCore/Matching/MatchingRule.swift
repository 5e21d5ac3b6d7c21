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
  /// A half may be rounded either way, so 2.5 matches both `2` and `3`.
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
    if self == .prose { return computed.isWithin(.halfUnit(place: notation.lastPlace), of: written) }
    return computed == written || computed.isWithin(Self.nearZero, of: written)
      || computed.isWithin(written.magnitude.shifted(by: Self.relative), of: written)
  }
}
