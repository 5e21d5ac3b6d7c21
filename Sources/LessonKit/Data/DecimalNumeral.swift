/// A decimal numeral such as `-12.5` or `6.02e23`, read as the nearest `Double` with integers alone, so that a page and a
/// native program read the same number.
///
/// The method is the plain one: the digits and the power of ten are integers, their quotient is taken to more bits than a
/// `Double` has, and one rounding, ties to even, ends it. Source: W. D. Clinger, "How to Read Floating Point Numbers Accurately",
/// PLDI 1990.
struct DecimalNumeral {
  private var isNegative = false
  /// Digits, each 0...9.
  private var digits: [UInt8] = []
  /// The power of ten that the last digit counts.
  private var exponent = 0

  /// - Parameter mark: What stands before the fraction.
  /// - Returns: nil where the text is anything else: no sign twice, no other mark, no word, no blank.
  init?(_ text: some Sequence<UInt8>, mark: UInt8 = UInt8(ascii: ".")) {
    var bytes = Array(text)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    takeDigits(&bytes)
    if bytes.first == mark {
      bytes.removeFirst()
      let whole = digits.count
      takeDigits(&bytes)
      exponent = whole - digits.count
    }
    if digits.isEmpty { return nil }
    if let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") {
      bytes.removeFirst()
      guard let power = Self.power(bytes) else { return nil }
      exponent += power
      bytes = []
    }
    if !bytes.isEmpty { return nil }
  }

  private mutating func takeDigits(_ bytes: inout ArraySlice<UInt8>) {
    while let byte = bytes.first, (48...57).contains(byte) {
      digits.append(byte - 48)
      bytes.removeFirst()
    }
  }

  private static func power(_ text: ArraySlice<UInt8>) -> Int? {
    let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let digits = isSigned ? text.dropFirst() : text
    if digits.isEmpty || !digits.allSatisfy({ (48...57).contains($0) }) { return nil }
    // What has more digits is infinite or nothing, whatever it is.
    let size = digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - 48) }
    return text.first == UInt8(ascii: "-") ? -size : size
  }

  /// The nearest `Double`; infinite where none is near.
  var value: Double {
    let magnitude = self.magnitude
    return isNegative ? -magnitude : magnitude
  }

  private var magnitude: Double {
    let digits = self.digits.drop { $0 == 0 }
    let power = digits.count + exponent
    if digits.isEmpty || power < -330 { return 0 }
    if power > 310 { return .infinity }
    if digits.count <= 15, (-22...22).contains(exponent) {
      // Both are exact, and their product or quotient is rounded once.
      let (number, scale) = (Double(digits.reduce(0) { $0 * 10 + Int64($1) }), Self.powersOfTen[abs(exponent)])
      return exponent < 0 ? number / scale : number * scale
    }
    var (over, under) = (Limbs(digits), Limbs([1]))
    for _ in 0..<max(exponent, 0) { over.multiply(by: 10) }
    for _ in 0..<max(-exponent, 0) { under.multiply(by: 10) }
    return Self.quotient(over, under)
  }

  private static let powersOfTen = (0...22).map { power in (0..<power).reduce(1.0) { value, _ in value * 10 } }

  private static func quotient(_ over: Limbs, _ under: Limbs) -> Double {
    var (over, under) = (over, under)
    // 56 bits, and one that says whether anything is left.
    let shift = 56 - over.bitWidth + under.bitWidth
    if shift > 0 { over.shiftLeft(by: shift) } else { under.shiftLeft(by: -shift) }
    var bits: UInt64 = 0
    for place in (0...57).reversed() {
      var part = under
      part.shiftLeft(by: place)
      guard over >= part else { continue }
      over.subtract(part)
      bits |= 1 << UInt64(place)
    }
    bits = bits << 1 | (over.bitWidth == 0 ? 0 : 1)
    return rounded(bits, exponent: -shift - 1)
  }

  /// `bits` · 2 to the exponent, rounded to the bits that a `Double` of that size has.
  private static func rounded(_ bits: UInt64, exponent: Int) -> Double {
    let width = 64 - bits.leadingZeroBitCount
    let kept = min(53, 53 + width - 1 + exponent + 1022)
    if kept < 0 { return 0 }
    let dropped = width - kept
    let (rest, half) = (bits & (1 << UInt64(dropped) - 1), 1 << UInt64(dropped - 1) as UInt64)
    var significand = bits >> UInt64(dropped)
    if rest > half || (rest == half && significand & 1 == 1) { significand += 1 }
    return significand == 0 ? 0 : Double(sign: .plus, exponent: exponent + dropped, significand: Double(significand))
  }
}

/// A whole number of any size, the lowest 32 bits first and no zeros at the end.
private struct Limbs {
  private var limbs: [UInt32] = []

  init(_ digits: some Sequence<UInt8>) {
    for digit in digits { multiply(by: 10, adding: UInt32(digit)) }
  }

  mutating func multiply(by factor: UInt32, adding carry: UInt32 = 0) {
    var carry = UInt64(carry)
    for place in limbs.indices {
      carry += UInt64(limbs[place]) * UInt64(factor)
      limbs[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  var bitWidth: Int { limbs.last.map { limbs.count * 32 - $0.leadingZeroBitCount } ?? 0 }

  mutating func shiftLeft(by bits: Int) {
    if limbs.isEmpty { return }
    let (whole, rest) = (bits / 32, UInt64(bits % 32))
    var shifted = [UInt32](repeating: 0, count: whole)
    var carry: UInt64 = 0
    for limb in limbs {
      carry |= UInt64(limb) << rest
      shifted.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry > 0 { shifted.append(UInt32(carry)) }
    limbs = shifted
  }

  static func >= (left: Limbs, right: Limbs) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count > right.limbs.count }
    for place in left.limbs.indices.reversed() where left.limbs[place] != right.limbs[place] {
      return left.limbs[place] > right.limbs[place]
    }
    return true
  }

  /// Takes away what is not larger.
  mutating func subtract(_ other: Limbs) {
    var borrow: Int64 = 0
    for place in limbs.indices {
      borrow += Int64(limbs[place]) - (place < other.limbs.count ? Int64(other.limbs[place]) : 0)
      limbs[place] = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
    }
    while limbs.last == 0 { limbs.removeLast() }
  }
}
