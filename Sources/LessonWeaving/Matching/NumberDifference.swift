import LessonModel

/// How far a computed number is from the one written.
package struct NumberDifference: Sendable, Equatable {
  /// |computed − written|, to two significant digits; nil when one of them is not finite.
  package let absolute: String?

  /// The same in percent of |written|, without the sign `%`; nil when that is zero or not finite.
  package let relative: String?

  /// The first digit of the written text that differs, in bytes from its beginning; the last digit when all written ones agree.
  package let firstDigit: Int

  /// Where the numbers part, in words: `from the 4th decimal on`; nil when one of them is not finite.
  package let onset: String?

  /// The computed number in the way the written one is written; nil when that cannot be done.
  package let rounded: String?

  init(_ written: Numeral, _ computed: ComputedNumber) {
    rounded = written.rewritten(for: computed)
    guard case .finite(let left, let notation) = written.form, case .finite(let right)? = computed.readings.last else {
      (absolute, relative, firstDigit, onset) = (nil, nil, 0, nil)
      return
    }
    let distance = left.distance(to: right)
    let place = Self.firstPlace(left, right)
    absolute = distance.shortText
    relative = distance.percentage(of: left)?.shortText
    let isOpposite = left.isNegative != right.isNegative && !left.isZero && !right.isZero
    firstDigit = isOpposite ? 0 : Self.offset(of: place, in: written.text, notation)
    if isOpposite {
      onset = "of the other sign"
    } else if place < 0, notation.exponent == nil {
      onset = "from the \(ordinal(-place)) decimal on"
    } else {
      onset = "from the \(ordinal(max(left.leadingPlace, right.leadingPlace) - place + 1)) digit on"
    }
  }

  /// The highest place at which the digits differ.
  private static func firstPlace(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    if left.isZero || right.isZero { return left.isZero ? right.leadingPlace : left.leadingPlace }
    let top = max(left.leadingPlace, right.leadingPlace)
    if left.isNegative != right.isNegative || left.leadingPlace != right.leadingPlace { return top }
    let length = min(left.digits.count, right.digits.count)
    let index = (0..<length).first { left.digits[$0] != right.digits[$0] } ?? length
    return top - index
  }

  /// Where in the text the digit of a place stands; the first or last digit when the place is not written.
  private static func offset(of place: Int, in text: String, _ notation: Notation) -> Int {
    let ranks = notation.firstPlace - notation.lastPlace
    var wanted = notation.firstPlace - max(min(place, notation.firstPlace), notation.lastPlace)
    wanted = min(wanted, ranks)
    for (offset, byte) in text.utf8.enumerated() where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      if wanted == 0 { return offset }
      wanted -= 1
    }
    return 0
  }
}
