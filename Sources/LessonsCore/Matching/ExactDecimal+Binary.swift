extension ExactDecimal {
  /// The exact value of a binary floating-point number; nil for an infinity or not-a-number.
  ///
  /// A finite `Double` is m · 2^e with whole numbers m and e, and a negative power of two is a power of five with the point
  /// moved: 2^−k = 5^k · 10^−k. So it has a decimal form that ends, of 767 significant digits at most (Goldberg, "What Every
  /// Computer Scientist Should Know About Floating-Point Arithmetic", ACM Computing Surveys 23, 1991). A `Float` is exact as a
  /// `Double`.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self = .zero
      return
    }
    let biased = Int(value.exponentBitPattern)
    var significand = value.significandBitPattern
    if biased != 0 { significand |= 1 << 52 }
    let twos = significand.trailingZeroBitCount
    significand >>= UInt64(twos)
    let power = max(biased, 1) - 1075 + twos

    var whole = Billions(significand)
    whole.multiply(by: power < 0 ? 5 : 2, times: abs(power))
    self.init(isNegative: value < 0, digits: whole.digits, exponent: min(power, 0))
  }
}

/// A whole number in base 10⁹, least significant limb first: as much of long multiplication as a power of two or five needs.
private struct Billions {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  /// Multiplies by `factor`^`times`, twelve factors at a time: 5¹² still fits one limb.
  mutating func multiply(by factor: UInt64, times: Int) {
    let twelve = (0..<12).reduce(into: UInt64(1)) { product, _ in product *= factor }
    for _ in 0..<(times / 12) { multiply(by: twelve) }
    for _ in 0..<(times % 12) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      carry += limbs[index] * factor
      limbs[index] = carry % Self.base
      carry /= Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits, most significant first, possibly with leading zeros.
  var digits: [UInt8] {
    var reversed: [UInt8] = []
    reversed.reserveCapacity(limbs.count * 9)
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        reversed.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    return reversed.reversed()
  }
}
