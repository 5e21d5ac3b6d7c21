/// A number of a parameter, as its author wrote it: exact in decimal, so that steps do not drift.
package struct ParameterNumber: Sendable, Equatable {
  package let text: String
  /// The number is `units` times ten to the minus `places`.
  package let units: Int
  package let places: Int

  package var value: Double { Self.value(units: units, places: places) }

  /// Whether it is written without a fraction and without an exponent.
  package var isWhole: Bool { places == 0 && !text.contains { ".eE".contains($0) } }

  /// Such as `0.01`, `-3` or `1e-4`, with at most 15 digits and 15 places; nil for anything else.
  package init?(_ text: String) {
    var rest = Substring(text)
    let sign = rest.first == "-" ? -1 : 1
    if sign < 0 { rest = rest.dropFirst() }
    let parts = rest.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
    guard let exponent, (-15...15).contains(exponent), let number = Int(digits.joined()) else { return nil }
    var units = sign * number
    var places = (digits.count == 2 ? digits[1].count : 0) - exponent
    while places < 0, units.magnitude < 1_000_000_000_000_000 {
      units *= 10
      places += 1
    }
    guard (0...15).contains(places), units.magnitude < 1_000_000_000_000_000 else { return nil }
    self.text = text
    self.units = units
    self.places = places
  }

  /// The number in units of as many places; nil where that is too large.
  package func units(places wanted: Int) -> Int? {
    var units = units
    for _ in places..<max(wanted, places) {
      guard units.magnitude < 1_000_000_000_000_000 else { return nil }
      units *= 10
    }
    return units
  }

  /// The double nearest to the decimal number, which is what the literal of it means in Swift.
  package static func value(units: Int, places: Int) -> Double { Double("\(units)e-\(places)") ?? 0 }

  /// The number in decimal, without an exponent.
  package static func text(units: Int, places: Int) -> String {
    if places == 0 { return "\(units)" }
    let digits = "\(units.magnitude)"
    let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
    return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
