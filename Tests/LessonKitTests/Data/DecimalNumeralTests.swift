import Testing

import LessonKit

/// The number that is read is the nearest one: the C library's reader and this one agree to the bit.
@Suite struct DecimalNumeralTests {
  private func agrees(_ text: String) -> Bool {
    guard let known = Double(text), let csv = try? CSV("x\n\(text)\n") else { return false }
    // A number beyond all others is none.
    return known.isFinite ? (try? csv.doubles("x"))?.map(\.bitPattern) == [known.bitPattern] : (try? csv.doubles("x")) == nil
  }

  @Test(arguments: [
    "0", "-0", "+1", "1.", ".5", "0.1", "12345678901234567890", "1e22", "1e23", "9007199254740993", "9007199254740992.5",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9406564584124654e-324", "2.4703282292062327e-324",
    "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623159e308", "179769313486231580793e289", "1e-400",
    "1e400",
    "0.000000000000000000000000000000000000000000000000123", "6.02214076E+23",
    "3.14159265358979323846264338327950288419716939937510582",
    "89255e-22", "1.00000000000000011102230246251565404236316680908203125",
    "1.00000000000000011102230246251565404236316680908203124",
  ]) func hardCases(text: String) { #expect(agrees(text)) }

  @Test func randomCases() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<3_000 {
      let bits = random.next()
      let value = Double(bitPattern: bits)
      if value.isFinite { #expect(agrees("\(value)")) }
      let digits = String(random.next()) + String(random.next() % 1_000)
      let exponent = Int(random.next() % 660) - 345
      #expect(agrees("\(digits)e\(exponent)"), "\(digits)e\(exponent)")
    }
  }
}
