/// Numbers in pictures, written from integers so that they are the same on every system.
enum ShortNumber {
  /// A value in at most `digits` significant digits without trailing zeros: `0.3`, `40`, `1.25e-5`, `nan`, `-inf`.
  static func text(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    guard value != 0 else { return "0" }
    var exponent = TickStep.magnitude(value.magnitude / 2)
    var mantissa = scaled(value.magnitude, decimals: digits - 1 - exponent)
    if TickStep.digits(mantissa) > digits { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    var decimals = digits - 1
    while decimals > 0, mantissa % 10 == 0 { (mantissa, decimals) = (mantissa / 10, decimals - 1) }
    let sign = value < 0 ? "-" : ""
    guard (-3..<6).contains(exponent) else { return sign + TickStep.decimal(mantissa, decimals: decimals) + "e\(exponent)" }
    decimals -= exponent
    if decimals < 0 { mantissa *= TickStep.power(-decimals) }
    return sign + TickStep.decimal(mantissa, decimals: decimals)
  }

  /// A value with a number of decimals.
  static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return text(value) }
    let digits = scaled(value.magnitude, decimals: decimals)
    if digits == 0, value != 0 { return text(value, digits: 2) }
    return (value < 0 ? "-" : "") + TickStep.decimal(digits, decimals: decimals)
  }

  /// The fewest decimals that write all values exactly, but no more than three significant digits of the largest need.
  static func decimals(for values: [Double]) -> Int {
    let finite = values.filter { $0.isFinite }
    let largest = finite.reduce(0) { Swift.max($0, $1.magnitude) }
    guard largest > 0, largest < 1e12 else { return 0 }
    // A hair under a power of ten counts as the power.
    let most = Swift.min(6, Swift.max(0, 2 - TickStep.magnitude(largest / 2 * (1 + 1e-12))))
    // What rounds to zero even then is written with a power of ten and needs no decimals.
    let seen = finite.map { $0.magnitude }.filter { scaled($0, decimals: most) > 0 }
    for decimals in 0..<most {
      let isExact = seen.allSatisfy { value in
        let shifted = TickStep.scaled(value, byTenTo: decimals)
        return (shifted - shifted.rounded()).magnitude <= 1e-9 * shifted
      }
      if isExact { return decimals }
    }
    return most
  }

  /// `value * 10^decimals`, rounded half away from zero after a rounding to 1024ths that takes away last-bit noise.
  private static func scaled(_ value: Double, decimals: Int) -> UInt {
    let fine = (TickStep.scaled(value, byTenTo: decimals) * 1024).rounded()
    guard fine < 9e18 else { return UInt(fine / 1024) }
    return (UInt(fine) + 512) >> 10
  }
}
