/// An exact decimal number, ±digits · 10^exponent, of any length and any size.
///
/// Every number that a person or a program writes is one, and so is every finite binary floating-point number. Comparing
/// them needs no division and no multiplication, only digits; so an exponent of a thousand million costs as much as one of
/// two. The value is kept in lowest terms: equal numbers are equal values, and −0 is 0.
package struct ExactDecimal: Sendable, Hashable {
  /// The decimal digits, 0 to 9, most significant first, without leading or trailing zeros; none for zero.
  package let digits: [UInt8]

  /// The power of ten that the last digit counts.
  package let exponent: Int

  /// Whether the number is below zero.
  package let isNegative: Bool

  /// The number ±`digits` · 10^`exponent`; zeros at either end are allowed.
  package init(isNegative: Bool = false, digits: some BidirectionalCollection<UInt8>, exponent: Int) {
    let significant = digits.drop { $0 == 0 }
    guard let last = significant.lastIndex(where: { $0 != 0 }) else {
      self.digits = []
      self.exponent = 0
      self.isNegative = false
      return
    }
    let dropped = significant.distance(from: last, to: significant.endIndex) - 1
    self.digits = Array(significant[...last])
    self.exponent = exponent + dropped
    self.isNegative = isNegative
  }

  /// Zero.
  package static let zero = ExactDecimal(digits: [], exponent: 0)

  /// `digit` · 10^`exponent`, for one digit.
  package static func unit(_ digit: UInt8 = 1, place exponent: Int) -> ExactDecimal {
    ExactDecimal(digits: CollectionOfOne(digit), exponent: exponent)
  }

  /// Half of the unit that a digit at `place` counts: 10^`place` / 2.
  package static func halfUnit(place: Int) -> ExactDecimal {
    unit(5, place: place - 1)
  }

  /// Whether the number is zero.
  package var isZero: Bool { digits.isEmpty }

  /// The power of ten that the first digit counts; 0 for zero.
  package var leadingPlace: Int { isZero ? 0 : exponent + digits.count - 1 }

  /// The number without its sign.
  package var magnitude: ExactDecimal { ExactDecimal(digits: digits, exponent: exponent) }

  /// The number with the other sign.
  package var negated: ExactDecimal { ExactDecimal(isNegative: !isNegative, digits: digits, exponent: exponent) }

  /// The number times 10^`places`.
  package func shifted(by places: Int) -> ExactDecimal {
    ExactDecimal(isNegative: isNegative, digits: digits, exponent: exponent + places)
  }

  /// The digit that counts 10^`place`, 0 where none is written.
  package func digit(at place: Int) -> UInt8 {
    let index = exponent + digits.count - 1 - place
    return digits.indices.contains(index) ? digits[index] : 0
  }
}
