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
      let scaled = value.shifted(by: -notation.power)
      return scaled.leadingPlace <= max(24, computed.text.utf8.count) ? Self.fixed(scaled, notation) : nil
    default:
      return nil
    }
  }

  /// The computed number in full where this way of writing cannot show it, with the words and signs that belong to this one.
  package func replaced(by computed: ComputedNumber) -> String {
    guard case .finite(_, let notation) = form else { return computed.text }
    guard case .finite(let value)? = computed.readings.last else {
      return notation.currency + computed.text + (notation.scale?.text ?? "")
    }
    let scaled = value.shifted(by: -(notation.scale?.power ?? 0))
    var digits = computed.text
    if notation.scale != nil {
      let fraction = scaled.digits.dropFirst()
      digits =
        ExactDecimal.text(scaled.digits.prefix(1)) + (fraction.isEmpty ? "" : "." + ExactDecimal.text(fraction))
        + "e\(scaled.leadingPlace)"
    } else {
      digits = String(digits.drop { "+-\u{2212}".contains($0) })
    }
    return notation.sign.text(isNegative: value.isNegative) + notation.currency
      + digits.replacing(".", with: notation.decimalMark) + (notation.scale?.text ?? "")
  }

  /// A number that counts what the author's exponent or word counts, to as many decimals as the author wrote.
  private static func fixed(_ value: ExactDecimal, _ notation: Notation) -> String {
    let rounded = value.rounded(toPlace: -notation.fractionDigits)
    return notation.sign.text(isNegative: rounded.isNegative) + notation.currency + digits(of: rounded, notation)
      + (notation.scale?.text ?? "")
  }

  private static func digits(of rounded: ExactDecimal, _ notation: Notation) -> String {
    var (whole, fraction) = rounded.fixedDigits(decimals: notation.fractionDigits)
    if notation.wholeDigits == 0, whole == [0], !fraction.isEmpty { whole = [] }
    return grouped(whole, notation.separator) + (fraction.isEmpty ? "" : notation.decimalMark + ExactDecimal.text(fraction))
  }

  /// One digit before the point, as the author has it; where the author has more, the author's power of ten stays.
  private static func scientific(
    _ value: ExactDecimal, _ notation: Notation, _ exponent: Notation.Exponent
  ) -> String {
    let scale = notation.scale?.power ?? 0
    var size = exponent.value
    var rounded = value.shifted(by: -scale - size).rounded(toPlace: -notation.fractionDigits)
    let keepsPower = notation.wholeDigits > 1 && !rounded.isZero && rounded.leadingPlace < notation.wholeDigits + 3
    if !keepsPower {
      let scaled = value.shifted(by: -scale)
      rounded = scaled.rounded(toPlace: scaled.leadingPlace - notation.fractionDigits)
      size = rounded.leadingPlace
      rounded = rounded.shifted(by: -size)
    }
    return notation.sign.text(isNegative: rounded.isNegative) + notation.currency
      + text(digits(of: rounded, notation), exponent, size) + (notation.scale?.text ?? "")
  }

  /// Digits and a power of ten, written as the author's is.
  private static func text(_ digits: String, _ exponent: Notation.Exponent, _ size: Int) -> String {
    let sizeDigits = String(abs(size))
    let power =
      exponent.sign.text(isNegative: size < 0)
      + String(repeating: "0", count: max(0, exponent.digits - sizeDigits.utf8.count)) + sizeDigits
    switch exponent.mark {
    case .letter(let isUppercase): return digits + (isUppercase ? "E" : "e") + power
    case .raised(let times):
      let ten = "10" + Superscript.text(power)
      if times.isEmpty { return digits == "1" ? ten : digits + "×" + ten }
      return digits + times + ten
    case .caret(let times, let hasBraces):
      let ten = "10^" + (hasBraces ? "{" + power + "}" : power)
      if times.isEmpty { return digits == "1" ? ten : digits + "×" + ten }
      return digits + times + ten
    }
  }

  private static func grouped(_ whole: [UInt8], _ separator: String?) -> String {
    guard let separator else { return ExactDecimal.text(whole) }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += separator }
      text += ExactDecimal.text(CollectionOfOne(digit))
    }
    return text
  }
}
