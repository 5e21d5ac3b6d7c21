/// The distance between two ticks, `mantissa * 10^exponent` with a mantissa of 1, 2, 25 or 5, kept as two integers.
///
/// Labels are made from the integers alone, so they are the same on every system and never show `0.30000000000000004`.
public struct TickStep: Sendable, Hashable {
  /// 1, 2, 5, or 25 for 2.5 with an exponent one less.
  public var mantissa: Int
  /// The power of ten.
  public var exponent: Int

  /// The mantissas from the one preferred most to the one preferred least: 1, 5, 2, 2.5.
  static let mantissas = [1, 5, 2, 25]

  /// The step as a number, rounded once or twice.
  public var value: Double { TickStep.scaled(Double(mantissa), byTenTo: exponent) }

  /// How many steps a value is from zero.
  func steps(to value: Double) -> Double { TickStep.scaled(value, byTenTo: -exponent) / Double(mantissa) }

  /// `value * 10^power`; exact powers of ten are divided by rather than multiplied with their rounded inverse.
  static func scaled(_ value: Double, byTenTo power: Int) -> Double {
    var (result, left) = (value, power)
    while left > 22 { (result, left) = (result * 1e22, left - 22) }
    while left < -22 { (result, left) = (result / 1e22, left + 22) }
    var factor = 1.0
    for _ in 0..<(left < 0 ? -left : left) { factor *= 10 }
    return left < 0 ? result / factor : result * factor
  }

  /// The label style shared by the ticks from `low` to `high`, counted in steps.
  func style(from low: Int, through high: Int) -> Style {
    let largest = Swift.max(low.magnitude, high.magnitude) * UInt(mantissa)
    let smallest = low > 0 ? low : high < 0 ? -high : 1
    let top = TickStep.digits(largest) - 1 + exponent
    let bottom = TickStep.digits(UInt(smallest) * UInt(mantissa)) - 1 + exponent
    if top < 6, bottom >= -3 { return .plain(decimals: Swift.max(0, -exponent)) }
    return .scientific(top)
  }

  /// How the labels of one axis are written.
  enum Style: Hashable {
    case plain(decimals: Int)
    /// The power of ten of the largest, `0.5e9`, `1.0e9`; zero is `0`.
    case scientific(Int)

    /// What the cost of an axis counts as decimals.
    var decimals: Int {
      switch self {
      case .plain(let decimals): decimals
      case .scientific: 1
      }
    }
  }

  /// The label of the tick `count` steps from zero.
  func label(_ count: Int, _ style: Style) -> String {
    let digits = count.magnitude * UInt(mantissa)
    let sign = count < 0 ? "-" : ""
    switch style {
    case .plain(let decimals):
      return sign + TickStep.decimal(exponent > 0 ? digits * TickStep.power(exponent) : digits, decimals: decimals)
    case .scientific(let top):
      return count == 0 ? "0" : sign + TickStep.decimal(digits, decimals: top - exponent) + "e\(top)"
    }
  }

  /// `digits * 10^-decimals` in decimal notation.
  static func decimal(_ digits: UInt, decimals: Int) -> String {
    let text = "\(digits)"
    guard decimals > 0 else { return text }
    var bytes = [UInt8](repeating: UInt8(ascii: "0"), count: Swift.max(0, decimals + 1 - text.utf8.count)) + text.utf8
    bytes.insert(UInt8(ascii: "."), at: bytes.count - decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The label of `digit * 10^power` on a log axis: plain from 0.001 to below a million, else `1e-4`.
  static func logLabel(_ digit: Int, _ power: Int) -> String {
    if power < -3 || power > 5 { return "\(digit)e\(power)" }
    return power < 0 ? decimal(UInt(digit), decimals: -power) : "\(UInt(digit) * TickStep.power(power))"
  }

  static func digits(_ number: UInt) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }

  static func power(_ exponent: Int) -> UInt {
    var result: UInt = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The largest d with 10^d <= 2 x half, for a positive half of the span (halved so that it cannot overflow).
  static func magnitude(_ half: Double) -> Int {
    guard half > 0, half.isFinite else { return 0 }
    var (power, rest) = (0, half)
    while rest >= 5 { (rest, power) = (rest / 10, power + 1) }
    while rest < 0.5 { (rest, power) = (rest * 10, power - 1) }
    return power
  }
}

extension TickStep {
  /// The step of which about `parts` fill the domain; the larger of two that are equally near by ratio.
  static func nearest(to domain: ClosedRange<Double>, parts: Int) -> TickStep {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let half = high / 2 - low / 2
    let size = Swift.max(low.magnitude, high.magnitude)
    guard half > size * 1e-12 else {
      return TickStep(mantissa: 1, exponent: size > 0 ? TickStep.magnitude(size / 2) - 1 : 0)
    }
    let exponent = TickStep.magnitude(half / Double(parts))
    var best = (step: TickStep(mantissa: 1, exponent: exponent), ratio: Double.infinity)
    for candidate in [(1, 1), (5, 0), (25, -1), (2, 0), (1, 0)] {
      let step = TickStep(mantissa: candidate.0, exponent: exponent + candidate.1)
      let count = step.steps(to: high) - step.steps(to: low)
      let ratio = Swift.max(count / Double(parts), Double(parts) / count)
      if ratio < best.ratio * 0.999_999 { best = (step, ratio) }
    }
    return best.step
  }

  /// The steps that are whole multiples of this one, with the multiple and the rank of their mantissa.
  var multiples: [(step: TickStep, multiple: Int, rank: Int)] {
    var result: [(step: TickStep, multiple: Int, rank: Int)] = []
    for power in 0...2 {
      for (rank, mantissa) in TickStep.mantissas.enumerated() {
        let step = TickStep(mantissa: mantissa, exponent: exponent + power)
        let size = mantissa * Int(TickStep.power(power))
        if size % self.mantissa == 0 { result.append((step, size / self.mantissa, rank)) }
      }
    }
    return result
  }
}

extension Double {
  /// Rounded up or down, except that a value within `noise` of an integer is that integer.
  func rounded(_ rule: FloatingPointRoundingRule, noise: Double) -> Double {
    let nearest = rounded()
    return (self - nearest).magnitude <= noise * Swift.max(1, magnitude) ? nearest : rounded(rule)
  }
}

extension Int {
  /// The quotient rounded down, for a positive divisor.
  func floorDivided(by divisor: Int) -> Int { self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor) }
}
