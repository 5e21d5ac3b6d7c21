/// How a number is written in a table, a diagram or a sentence.
///
/// ```swift
/// NumberFormat.shortest.text(of: 0.1)  // => "0.1"
/// NumberFormat.fixed(2).text(of: 0.125)  // => "0.12"
/// NumberFormat.significant(3).text(of: 1234.5)  // => "1230"
/// NumberFormat.significant(3).text(of: 0.000159469)  // => "1.59e-4"
/// NumberFormat.scientific(2).text(of: 1234.5)  // => "1.23e+03"
/// ```
public enum NumberFormat: Sendable, Hashable {
  /// The fewest digits that read back as the same `Double`, as Swift prints it.
  case shortest
  /// So many digits after the point, as `fixed(_:_:)`.
  case fixed(Int)
  /// At most so many digits that count, without zeros at the end; an exponent under 0.001 and from a million on.
  case significant(Int)
  /// One digit before the point, so many after it, and an exponent, as `scientific(_:_:)`.
  case scientific(Int)

  /// `value` in this format, correctly rounded (a tie goes to the even digit); `nan`, `inf` and `-inf` as words.
  ///
  /// A negative number of digits counts as 0, no significant digit as 1.
  public func text(of value: Double) -> String {
    switch self {
    case .shortest: value.description
    case .fixed(let digits): LessonKit.fixed(value, max(0, digits))
    case .significant(let digits): value.withDigits(max(1, digits))
    case .scientific(let digits): LessonKit.scientific(value, max(0, digits))
    }
  }
}

extension Double {
  /// At most `count` significant digits, plain from 0.001 to below a million, else `1.59e-4`: the rule of tick labels.
  func withDigits(_ count: Int) -> String {
    guard isFinite, self != 0 else { return self == 0 ? "0" : fixed(self, 0) }
    let parts = scientific(magnitude, count - 1).split(separator: "e")
    let power = Int(parts[1]) ?? 0
    var digits = parts[0].filter { $0 != "." }
    while digits.utf8.count > 1, digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    let sign = self < 0 ? "-" : ""
    guard (-3..<6).contains(power) else {
      let rest = digits.dropFirst()
      return "\(sign)\(digits.prefix(1))\(rest.isEmpty ? "" : ".")\(rest)e\(power)"
    }
    if power < 0 { return sign + "0." + String(repeating: "0", count: -power - 1) + digits }
    let missing = power + 1 - digits.utf8.count
    if missing >= 0 { return sign + digits + String(repeating: "0", count: missing) }
    return "\(sign)\(digits.prefix(power + 1)).\(digits.dropFirst(power + 1))"
  }
}
