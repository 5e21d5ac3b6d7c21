extension ExactDecimal: Comparable {
  /// The sign of a sum of a few numbers: −1, 0 or 1, exactly.
  ///
  /// The digits are added place by place from the left, without carrying. When the running sum at some place is at least as
  /// large as the number of terms, the places to the right, each below 9 · terms, can no longer turn it. A gap without
  /// digits is jumped over when the running sum is zero and decides the sign when it is not.
  ///
  /// Complexity: O(digits · terms), whatever the exponents are.
  package static func signOfSum(_ terms: [ExactDecimal]) -> Int {
    let terms = terms.filter { !$0.isZero }
    guard var place = terms.map(\.leadingPlace).max() else { return 0 }
    var sum = 0
    while true {
      sum *= 10
      for term in terms {
        let digit = Int(term.digit(at: place))
        sum += term.isNegative ? -digit : digit
      }
      if abs(sum) >= terms.count { return sum.signum() }
      let rest = terms.lazy.filter { $0.exponent < place }.map { min($0.leadingPlace, place - 1) }
      guard let next = rest.max() else { return sum.signum() }
      if next < place - 1, sum != 0 { return sum.signum() }
      place = next
    }
  }

  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    signOfSum([left, right.negated]) < 0
  }

  /// Whether the two numbers are at most `tolerance` apart; the edge is inside.
  package func isWithin(_ tolerance: ExactDecimal, of other: ExactDecimal) -> Bool {
    let allowed = tolerance.negated
    return Self.signOfSum([self, other.negated, allowed]) <= 0 && Self.signOfSum([other, negated, allowed]) <= 0
  }
}

extension ExactDecimal {
  /// The nearest number whose last digit counts 10^`place`; of two equally near ones the one farther from zero.
  ///
  /// Away from zero is what people do by hand: 0.25 is 0.3 to one decimal. The result is at most half a unit away, so it
  /// matches the number by the rule for prose.
  package func rounded(toPlace place: Int) -> ExactDecimal {
    guard !isZero, exponent < place else { return self }
    let kept = max(0, leadingPlace - place + 1)
    var result = Array(digits.prefix(kept))
    if digit(at: place - 1) >= 5 {
      var index = result.count - 1
      while index >= 0, result[index] == 9 {
        result[index] = 0
        index -= 1
      }
      if index >= 0 { result[index] += 1 } else { result.insert(1, at: 0) }
    }
    return ExactDecimal(isNegative: isNegative, digits: result, exponent: place)
  }

  /// The digits from the highest of the first digit's place and `place` 0 down to 10^−`decimals`, without point or sign.
  ///
  /// Meant for numbers that have been rounded there; digits farther right are left out.
  package func fixedDigits(decimals: Int) -> (whole: [UInt8], fraction: [UInt8]) {
    let whole = stride(from: max(leadingPlace, 0), through: 0, by: -1).map { digit(at: $0) }
    let fraction = (0..<decimals).map { digit(at: -1 - $0) }
    return (whole, fraction)
  }

  /// The distance between two numbers, for showing it.
  ///
  /// Exact when the first digits are at most 64 places apart; beyond that the smaller number cannot be seen in the result,
  /// and the larger one is returned instead of a row of a thousand million nines.
  package func distance(to other: ExactDecimal) -> ExactDecimal {
    if isZero || other.isZero { return isZero ? other.magnitude : magnitude }
    let larger = magnitude < other.magnitude ? other : self
    let smaller = magnitude < other.magnitude ? self : other
    guard larger.leadingPlace - smaller.leadingPlace <= 64 else { return larger.magnitude }

    let lowest = min(larger.exponent, smaller.exponent)
    let isSum = larger.isNegative != smaller.isNegative
    var reversed: [UInt8] = []
    var carry = 0
    for place in lowest...(larger.leadingPlace + 1) {
      let (up, down) = (Int(larger.digit(at: place)), Int(smaller.digit(at: place)))
      let digit = isSum ? up + down + carry : up - down - carry
      carry = isSum ? digit / 10 : (digit < 0 ? 1 : 0)
      reversed.append(UInt8((digit + 10) % 10))
    }
    return ExactDecimal(digits: reversed.reversed(), exponent: lowest)
  }
}

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
  package func percentage(of whole: ExactDecimal) -> ExactDecimal? {
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
  package static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}

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

  package init(_ value: UInt64) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  /// Multiplies by `factor`^`times`, twelve factors at a time: 5¹² still fits one limb.
  package mutating func multiply(by factor: UInt64, times: Int) {
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
  package var digits: [UInt8] {
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
