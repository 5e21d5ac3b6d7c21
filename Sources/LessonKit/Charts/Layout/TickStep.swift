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
    guard decimals > 0 else { return "\(digits)" }
    let text = "\(digits)"
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - text.utf8.count)) + text
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
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
}
