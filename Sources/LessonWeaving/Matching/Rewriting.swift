package import LessonModel

extension Numeral {
  /// The computed number, written as this one is: the same digits after the point, the same signs, groups and exponent.
  ///
  /// Rounded to the nearest, halves away from zero, from the exact value; the result always matches by the rule for prose.
  /// nil when this way of writing cannot show the number: not-a-number, an infinity where digits were written, or a number
  /// so large that it would fill the line with digits it does not have.
  package func rewritten(for computed: ComputedNumber) -> String? {
    switch (form, computed.readings.first) {
    case (.infinity, .infinity(let isNegative)):
      let symbol = text.drop { "+-\u{2212}".contains($0) }
      let sign: Notation.Sign = text.hasPrefix("+") ? .plus : text.hasPrefix("\u{2212}") ? .minus : .none
      return sign.text(isNegative: isNegative) + symbol
    case (.finite(_, let notation), .finite(let value)):
      if let exponent = notation.exponent { return Self.scientific(value, notation, exponent) }
      return value.leadingPlace <= max(24, computed.text.utf8.count) ? Self.fixed(value, notation) : nil
    default:
      return nil
    }
  }

  private static func fixed(_ value: ExactDecimal, _ notation: Notation) -> String {
    let rounded = value.rounded(toPlace: -notation.fractionDigits)
    var (whole, fraction) = rounded.fixedDigits(decimals: notation.fractionDigits)
    if notation.wholeDigits == 0, whole == [0] { whole = [] }
    return notation.sign.text(isNegative: rounded.isNegative)
      + (notation.isGrouped ? grouped(whole) : ExactDecimal.text(whole))
      + (fraction.isEmpty ? "" : "." + ExactDecimal.text(fraction))
  }

  private static func scientific(
    _ value: ExactDecimal, _ notation: Notation, _ exponent: Notation.Exponent
  ) -> String {
    let rounded = value.rounded(toPlace: value.leadingPlace - notation.fractionDigits)
    let size = rounded.leadingPlace
    let (whole, fraction) = rounded.shifted(by: -size).fixedDigits(decimals: notation.fractionDigits)
    let sizeDigits = String(abs(size))
    return notation.sign.text(isNegative: rounded.isNegative) + ExactDecimal.text(whole)
      + (fraction.isEmpty ? "" : "." + ExactDecimal.text(fraction))
      + (exponent.isUppercase ? "E" : "e") + exponent.sign.text(isNegative: size < 0)
      + String(repeating: "0", count: max(0, exponent.digits - sizeDigits.utf8.count)) + sizeDigits
  }

  private static func grouped(_ whole: [UInt8]) -> String {
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
      text += ExactDecimal.text(CollectionOfOne(digit))
    }
    return text
  }
}
