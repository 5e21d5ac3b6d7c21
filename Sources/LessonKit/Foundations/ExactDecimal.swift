/// The leading decimal digits of a finite `Double`, exact, and whether anything follows them.
///
/// Every finite `Double` is m·2ᵉ with integers m and e, so its decimal expansion ends: after at most 1074 places, with at
/// most 767 significant digits. Integer arithmetic finds those digits without error, and only then is one rounding made.
/// Limbs have 32 bits and products 64, which WebAssembly multiplies without help.
struct ExactDecimal {
  /// Decimal digits, each 0...9; the first is not 0 unless the number is 0, which has no digits.
  private(set) var digits: [UInt8] = []

  /// Where the decimal point stands: the number is 0.d₁d₂d₃… · 10 to this power.
  private(set) var point = 0

  /// Whether non-zero digits follow those that were generated.
  private(set) var continues = false

  /// Which digits to generate; later ones count only for rounding.
  enum Limit {
    /// This many from the first digit that is not 0.
    case significant(Int)
    /// This many after the decimal point.
    case places(Int)
  }

  /// Expands `magnitude`, finite and not negative, as far as `limit` and its rounding need.
  init(_ magnitude: Double, upTo limit: Limit) {
    guard magnitude > 0 else { return }
    let hidden: UInt64 = magnitude.exponentBitPattern == 0 ? 0 : 1 << 52
    let significand = magnitude.significandBitPattern | hidden
    let exponent = max(1, Int(magnitude.exponentBitPattern)) - 1075
    appendInteger(significand, shiftedLeft: exponent)
    if exponent < 0 {
      appendFraction(significand, places: -exponent, upTo: limit)
    }
  }

  /// Writes the whole part, significand · 2^shift, by dividing by 10⁹ until nothing is left.
  private mutating func appendInteger(_ significand: UInt64, shiftedLeft shift: Int) {
    var limbs: [UInt32]
    if shift >= 0 {
      let bits = shift % 32
      let low = significand << UInt64(bits)  // 53 + 31 bits do not fit in 64, so the top is taken apart
      let top = significand >> UInt64(64 - bits)
      limbs = [UInt32](repeating: 0, count: shift / 32)
      limbs.append(UInt32(truncatingIfNeeded: low))
      limbs.append(UInt32(truncatingIfNeeded: low >> 32))
      limbs.append(UInt32(truncatingIfNeeded: top))
    } else {
      let whole = shift > -64 ? significand >> UInt64(-shift) : 0
      limbs = [UInt32(truncatingIfNeeded: whole), UInt32(truncatingIfNeeded: whole >> 32)]
    }
    var groups: [UInt32] = []
    while let last = limbs.last {
      if last == 0 {
        limbs.removeLast()
        continue
      }
      var remainder: UInt64 = 0
      var i = limbs.count - 1
      while i >= 0 {
        let dividend = remainder << 32 | UInt64(limbs[i])
        let quotient = dividend / 1_000_000_000
        limbs[i] = UInt32(truncatingIfNeeded: quotient)
        remainder = dividend &- quotient &* 1_000_000_000
        i -= 1
      }
      groups.append(UInt32(truncatingIfNeeded: remainder))
    }
    for group in groups.reversed() {
      append(group)
    }
    point = digits.count
  }

  /// Writes the part after the point, (significand mod 2^places) / 2^places, by multiplying by 10⁹ again and again.
  private mutating func appendFraction(_ significand: UInt64, places: Int, upTo limit: Limit) {
    let fraction = places < 64 ? significand & (1 << UInt64(places) - 1) : significand
    // The binary point stands left of limbs[count - 1]; low limbs become 0 as factors of two come in, and are skipped.
    let count = (places + 31) / 32
    let shift = count * 32 - places
    var limbs = [UInt32](repeating: 0, count: count + 2)
    let low = fraction << UInt64(shift)
    limbs[0] = UInt32(truncatingIfNeeded: low)
    limbs[1] = UInt32(truncatingIfNeeded: low >> 32)
    limbs[2] = UInt32(truncatingIfNeeded: fraction >> UInt64(64 - shift))
    var first = 0
    var end = min(count, 3)
    var written = 0
    while true {
      while first < end, limbs[first] == 0 { first += 1 }
      while end > first, limbs[end - 1] == 0 { end -= 1 }
      if first == end { return }
      let enough =
        switch limit {
        case .significant(let wanted): digits.count > wanted
        case .places(let wanted): written > wanted
        }
      if enough {
        continues = true
        return
      }
      var carry: UInt64 = 0
      var i = first
      while i < end {
        let product = UInt64(limbs[i]) &* 1_000_000_000 &+ carry
        limbs[i] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
        i += 1
      }
      if end < count {
        limbs[end] = UInt32(truncatingIfNeeded: carry)
        end += 1
        carry = 0
      }
      append(UInt32(truncatingIfNeeded: carry))
      written += 9
    }
  }

  /// Writes nine digits, without zeros in front of the first digit of the number.
  private mutating func append(_ group: UInt32) {
    var divisor: UInt32 = 100_000_000
    var rest = group
    while divisor > 0 {
      let digit = rest / divisor
      rest -= digit * divisor
      divisor /= 10
      if digit == 0, digits.isEmpty {
        point -= 1
      } else {
        digits.append(UInt8(truncatingIfNeeded: digit))
      }
    }
  }

  /// Keeps `count` digits, padded with zeros, rounded to nearest with ties to the even digit, as C does.
  ///
  /// A carry out of the first digit (9.99 to 10.0) moves the point and adds one digit.
  mutating func round(toDigits count: Int) {
    if count >= digits.count {
      digits.append(contentsOf: [UInt8](repeating: 0, count: count - digits.count))
      return
    }
    if count < 0 {
      digits = []
      return
    }
    let next = digits[count]
    let rest = continues || digits[(count + 1)...].contains { $0 != 0 }
    let odd = count > 0 && digits[count - 1] % 2 == 1
    digits.removeLast(digits.count - count)
    guard next > 5 || next == 5 && (rest || odd) else { return }
    var i = count - 1
    while i >= 0, digits[i] == 9 {
      digits[i] = 0
      i -= 1
    }
    if i >= 0 {
      digits[i] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  /// The power of ten of the first digit; 0 for the number 0.
  var power: Int { digits.allSatisfy { $0 == 0 } ? 0 : point - 1 }

  /// Drops all digits after the first `count`, without rounding.
  mutating func truncate(toDigits count: Int) {
    if digits.count > count { digits.removeLast(digits.count - count) }
  }

  /// Drops zeros from the end; of the number 0 nothing stays.
  mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
  }
}
