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
  func fixedDigits(decimals: Int) -> (whole: [UInt8], fraction: [UInt8]) {
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
