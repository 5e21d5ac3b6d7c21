/// Writes `x` with a fixed number of digits after the point, correctly rounded: C's `%.nf`.
///
/// The digits come from the exact binary value, so `fixed(0.125, 2)` meets a true tie and goes to the even digit, while
/// `fixed(0.145, 2)` meets none: the `Double` nearest 0.145 lies a little below it.
///
/// ```swift
/// fixed(0.8112781244591328, 3)  // => "0.811"
/// fixed(0.125, 2)  // => "0.12"
/// fixed(-0.001, 2)  // => "-0.00"
/// ```
///
/// NaN is written `nan` whatever its sign bit (C may add a minus, which differs between processors), infinity `inf` or
/// `-inf`, and the sign of zero is kept.
///
/// - Parameters:
///   - x: Any `Double`.
///   - digits: Places after the point, 0 or more; there is no upper limit, for every `Double` is a finite decimal.
/// - Complexity: O(*e* · (*e* + `digits`)) for a binary exponent of size *e*; numbers of everyday size take constant time.
/// - Source: ISO/IEC 9899:2018, 7.21.6.1 (`fprintf`); IEEE 754-2019, 5.12.2, on correctly rounded conversion.
public func fixed(_ x: Double, _ digits: Int) -> String {
  precondition(digits >= 0, "a number cannot be written with fewer than 0 digits")
  guard x.isFinite else { return nonFiniteText(x) }
  var decimal = ExactDecimal(x.magnitude, upTo: .places(digits))
  decimal.round(toDigits: decimal.point + digits)
  var text = TextBuffer(sign: x.sign)
  text.appendPlain(decimal, places: digits)
  return text.string
}

/// Writes `x` with one digit before the point and a power of ten, correctly rounded: C's `%.ne`.
///
/// ```swift
/// scientific(299_792_458, 3)  // => "2.998e+08"
/// scientific(0.000351, 1)  // => "3.5e-04"
/// ```
///
/// The exponent has a sign and at least two digits. NaN, infinities and the sign of zero are written as by
/// `fixed(_:_:)`.
///
/// - Parameters:
///   - x: Any `Double`.
///   - digits: Places after the point, 0 or more; one digit more than this is significant.
/// - Complexity: As `fixed(_:_:)`.
public func scientific(_ x: Double, _ digits: Int) -> String {
  precondition(digits >= 0, "a number cannot be written with fewer than 0 digits")
  guard x.isFinite else { return nonFiniteText(x) }
  let decimal = significantDecimal(x, digits + 1)
  var text = TextBuffer(sign: x.sign)
  text.appendScientific(decimal)
  return text.string
}

/// Writes `x` with a number of significant digits in whichever form is shorter, without trailing zeros: C's `%.ng`.
///
/// ```swift
/// significant(0.8112781244591328, 4)  // => "0.8113"
/// significant(1234567, 3)  // => "1.23e+06"
/// significant(100, 3)  // => "100"
/// significant(2.50, 3)  // => "2.5"
/// ```
///
/// Scientific form is taken when the power of ten is below −4 or not below `digits`. A count of 0 means 1, as in C.
///
/// - Parameters:
///   - x: Any `Double`.
///   - digits: Significant digits, 0 or more.
/// - Complexity: As `fixed(_:_:)`.
public func significant(_ x: Double, _ digits: Int) -> String {
  precondition(digits >= 0, "a number cannot be written with fewer than 0 digits")
  guard x.isFinite else { return nonFiniteText(x) }
  let count = max(1, digits)
  var decimal = significantDecimal(x, count)
  let power = decimal.power
  decimal.dropTrailingZeros()
  var text = TextBuffer(sign: x.sign)
  if power < -4 || power >= count {
    text.appendScientific(decimal)
  } else {
    text.appendPlain(decimal, places: max(0, decimal.digits.count - decimal.point))
  }
  return text.string
}

/// Writes a `Float` by its exact value; see `fixed(_:_:)`.
@_disfavoredOverload public func fixed(_ x: Float, _ digits: Int) -> String { fixed(Double(x), digits) }

/// Writes a `Float` by its exact value; see `scientific(_:_:)`.
@_disfavoredOverload public func scientific(_ x: Float, _ digits: Int) -> String { scientific(Double(x), digits) }

/// Writes a `Float` by its exact value; see ``significant(_:_:)``.
@_disfavoredOverload public func significant(_ x: Float, _ digits: Int) -> String { significant(Double(x), digits) }

extension Double {
  /// At most `count` significant digits, plain from 0.001 to below a million, else `1.59e-4`: the rule of tick labels.
  func withDigits(_ count: Int) -> String {
    guard isFinite else { return nonFiniteText(self) }
    guard self != 0 else { return "0" }
    var decimal = significantDecimal(self, count)
    let power = decimal.power
    decimal.dropTrailingZeros()
    var text = TextBuffer(sign: sign)
    if (-3..<6).contains(power) {
      text.appendPlain(decimal, places: max(0, decimal.digits.count - decimal.point))
      return text.string
    }
    text.appendMantissa(decimal)
    return text.string + "e\(power)"
  }
}

private func nonFiniteText(_ x: Double) -> String {
  x.isNaN ? "nan" : x < 0 ? "-inf" : "inf"
}

/// The first `count` digits of `x`, rounded; a carry beyond the first digit drops the last one again.
private func significantDecimal(_ x: Double, _ count: Int) -> ExactDecimal {
  var decimal = ExactDecimal(x.magnitude, upTo: .significant(count))
  decimal.round(toDigits: count)
  decimal.truncate(toDigits: count)
  return decimal
}

/// The characters of one number, all ASCII.
private struct TextBuffer {
  private var bytes: [UInt8] = []

  init(sign: FloatingPointSign) {
    if sign == .minus { bytes.append(UInt8(ascii: "-")) }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes ddd.ddd with `places` digits after the point; digits that are not there are zeros.
  mutating func appendPlain(_ decimal: ExactDecimal, places: Int) {
    appendDigits(of: decimal, from: min(0, decimal.point - 1), to: decimal.point)
    if places > 0 {
      bytes.append(UInt8(ascii: "."))
      appendDigits(of: decimal, from: decimal.point, to: decimal.point + places)
    }
  }

  /// Writes d.ddd with all the digits there are.
  mutating func appendMantissa(_ decimal: ExactDecimal) {
    appendDigits(of: decimal, from: 0, to: 1)
    if decimal.digits.count > 1 {
      bytes.append(UInt8(ascii: "."))
      appendDigits(of: decimal, from: 1, to: decimal.digits.count)
    }
  }

  /// Writes d.ddde±dd with all the digits there are.
  mutating func appendScientific(_ decimal: ExactDecimal) {
    appendMantissa(decimal)
    let power = decimal.power
    bytes.append(UInt8(ascii: "e"))
    bytes.append(UInt8(ascii: power < 0 ? "-" : "+"))
    let size = abs(power)
    if size >= 100 { appendDigit(UInt8(size / 100)) }
    appendDigit(UInt8(size / 10 % 10))
    appendDigit(UInt8(size % 10))
  }

  private mutating func appendDigits(of decimal: ExactDecimal, from start: Int, to end: Int) {
    var i = start
    while i < end {
      appendDigit(decimal.digits.indices.contains(i) ? decimal.digits[i] : 0)
      i += 1
    }
  }

  private mutating func appendDigit(_ digit: UInt8) {
    bytes.append(UInt8(ascii: "0") + digit)
  }
}
