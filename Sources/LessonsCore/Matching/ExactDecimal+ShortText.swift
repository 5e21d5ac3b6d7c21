extension ExactDecimal {
  /// The number to two significant digits, as a person would say it: `0.0027`, `2.2e-5`, `12`; small whole numbers in full.
  package var shortText: String {
    let isSmallWhole = exponent >= 0 && leadingPlace < 6
    let value = isSmallWhole ? self : rounded(toPlace: leadingPlace - 1)
    let sign = value.isNegative ? "-" : ""
    guard (-3..<6).contains(value.leadingPlace) else {
      let fraction = value.digits.dropFirst()
      let tail = fraction.isEmpty ? "" : "." + Self.text(fraction)
      return sign + Self.text(value.digits.prefix(1)) + tail + "e\(value.leadingPlace)"
    }
    let (whole, fraction) = value.fixedDigits(decimals: max(0, -value.exponent))
    return sign + Self.text(whole) + (fraction.isEmpty ? "" : "." + Self.text(fraction))
  }

  /// This number in percent of `whole`, good to about fifteen digits; nil when `whole` is zero.
  func percentage(of whole: ExactDecimal) -> ExactDecimal? {
    guard !whole.isZero else { return nil }
    let (part, partExponent) = scaled
    let (unit, unitExponent) = whole.magnitude.scaled
    return ExactDecimal(part / unit)?.shifted(by: partExponent - unitExponent + 2)
  }

  /// The first digits as a `Double` below 10¹⁸ and the power of ten to go with it.
  private var scaled: (Double, Int) {
    let first = digits.prefix(17)
    let whole = first.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
    return (Double(whole) * (isNegative ? -1 : 1), exponent + digits.count - first.count)
  }

  /// Digits 0 to 9 as text.
  static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
