import LessonModel
import LessonWeaving
import TestSupport
import Testing

@Suite struct WrittenValueTests {
  private func matches(_ text: String, _ value: ComputedValue, tolerance: String? = nil) -> Bool {
    WrittenValue(text, tolerance: tolerance.flatMap { Tolerance($0) }).differences(from: value).matches
  }

  private static let entropy = 0.8112781244591328

  @Test(arguments: [
    ("0.811", ComputedValue.float64(entropy), true), ("0.8112781244591328", .float64(entropy), true),
    ("0.812", .float64(entropy), false),
    (" 0.811 ", .float64(entropy), true), ("1", .float64(1), true), ("1", .float64(1.4), true), ("1.0", .integer("1"), true),
    ("0.", .float64(1), false),
    ("3", .integer("3"), true), ("3", .integer("4"), false), ("1,234,567", .integer("1234567"), true),
    ("true", .bool(true), true),
    ("true", .bool(false), false), ("hello", .text("hello"), true), ("hello", .text("Hello"), false),
    ("[0.5, 1]", .text("[0.44, 1.0]"), false),
    ("[0.5, 1]", .text("[0.499, 1.0]"), true), ("(0.8, nan)", .text("(0.81, nan)"), true),
    ("Optional(0.5)", .text("Optional(0.52)"), true),
    ("0.5 s", .float64(0.5), false), ("0.5", .text("0.52"), true), ("1.0,\n2.0", .text("1.0, 2.0"), true),
    ("nan", .float64(.nan), true),
    ("nan", .float64(1), false), ("-∞", .float64(-.infinity), true), ("∞", .float64(-.infinity), false),
    ("0", .float64(-0.0), true),
    ("0.1", .float32(0.1), true), ("0.100000001", .float32(0.1), true), ("0.10000000149", .float32(0.1), true),
    ("0.1000000016", .float32(0.1), false),
    ("0.1000000000000000055511", .float64(0.1), true), ("0.1000000000000000055512", .float64(0.1), false),
    ("?", .float64(1), false),
    ("9007199254740993", .integer("9007199254740993"), true), ("9007199254740993", .integer("9007199254740992"), false),
    ("5e-324", .float64(.leastNonzeroMagnitude), true), ("-9223372036854775808", .integer("-9223372036854775808"), true),
    ("1e999999999", .float64(1), false), ("", .text(""), true), ("", .text("x"), false), ("v2", .text("v3"), false),
    // Either reading of a floating-point value may be rounded: the digits that Swift shows, or the exact value of the bits.
    ("2.68", .float64(2.675), true), ("2.67", .float64(2.675), true), ("2.66", .float64(2.675), false),
    ("0.15", .float64(0.145), true),
  ])
  func values(text: String, value: ComputedValue, expected: Bool) {
    #expect(matches(text, value) == expected)
  }

  /// FAULTS.md G13 and G15: just in, exactly at, just out by one bit.
  @Test(arguments: [(1.25, "0.05"), (1.15, "0.05"), (1.2001, "1e-4"), (1.1999, "1e-4")])
  func edgeOfATolerance(edge: Double, tolerance: String) {
    let outward = edge > 1.2 ? edge.nextUp : edge.nextDown
    let inward = edge > 1.2 ? edge.nextDown : edge.nextUp
    #expect(matches("1.2", .float64(inward), tolerance: tolerance))
    #expect(matches("1.2", .float64(edge), tolerance: tolerance))
    #expect(!matches("1.2", .float64(outward), tolerance: tolerance))
  }

  @Test(arguments: [(0.85, "0.8"), (0.75, "0.8"), (0.25, "0.2"), (2.5, "2"), (2.5, "3"), (-0.25, "-0.3"), (0.125, "0.12")])
  func edgeOfHalfAUnit(edge: Double, text: String) throws {
    let written = try #require(Double(text))
    let outward = edge > written ? edge.nextUp : edge.nextDown
    #expect(matches(text, .float64(edge)))
    #expect(!matches(text, .float64(outward)))
  }

  @Test func aToleranceReplacesTheRuleAndIgnoresInfinities() {
    #expect(!matches("1.2", .float64(1.24), tolerance: "0.001"))
    #expect(matches("3", .integer("5"), tolerance: "2"))
    #expect(!matches("inf", .float64(-.infinity), tolerance: "1e300"))
    #expect(!matches("1", .float64(.infinity), tolerance: "1e300"))
  }

  @Test func signsOfZeroAreRemarked() {
    let report = WrittenValue("0.0").differences(from: .float64(-0.0))
    #expect(report.matches)
    #expect(report.remarks.map(\.message) == ["0.0 is written, -0.0 is computed: the same number, with another sign of zero"])
    #expect(WrittenValue("0.0").differences(from: .float64(0)).remarks.isEmpty)
  }

  @Test(arguments: [
    ("0.82", ComputedValue.float64(entropy), "0.81"), ("0.8113", .float64(entropy), "0.8113"),
    ("?", .float64(entropy), "0.8112781244591328"), ("0.000", .float64(entropy), "0.811"),
    ("3", .float64(3.7), "4"), ("3", .integer("12"), "12"), ("3.00", .integer("12"), "12.00"), ("-0.5", .float64(0.25), "0.3"),
    ("0.5", .float64(-0.7), "-0.7"),
    ("\u{2212}0.5", .float64(-0.7), "\u{2212}0.7"), ("+0.5", .float64(0.7), "+0.7"), ("+0.5", .float64(-0.7), "-0.7"),
    (".50", .float64(0.75), ".75"),
    (".50", .float64(1.75), "1.75"), ("1,234", .integer("1234567"), "1,234,567"), ("1,234.5", .float64(999.96), "1,000.0"),
    ("1.2e-3", .float64(0.00456), "4.6e-3"),
    ("1.2E-03", .float64(123456), "1.2E05"), ("1.2e+03", .float64(123456), "1.2e+05"), ("9.9e1", .float64(9.96), "1.0e1"),
    ("1.0e3", .float64(0), "0.0e0"),
    ("0.5", .float64(-0.01), "0.0"), ("inf", .float64(1.5), "1.5"), ("1.5", .float64(.infinity), "inf"),
    ("∞", .float64(-.infinity), "-∞"), ("0.5", .float64(.nan), "nan"),
    ("0.5", .float64(1e300), "1e+300"), ("true", .bool(false), "false"), ("[0.82, 1]", .text("[0.8112781, 2.0]"), "[0.81, 2]"),
    ("[0.5]", .text("[0.5, 1.0]"), "[0.5, 1.0]"),
    (" 0.82", .float64(entropy), " 0.81"),
    ("1", .integer("340282366920938463463374607431768211455"), "340282366920938463463374607431768211455"),
    ("0.5 bits", .float64(0.75), "0.75"), ("x", .text("1.5"), "1.5"), ("1.5", .text("x"), "x"),
  ])
  func rewriting(text: String, value: ComputedValue, expected: String) {
    #expect(WrittenValue(text).rewritten(for: value) == expected)
  }

  /// What refutes: enough decimals not to match, for whole numbers that only round to what is computed.
  @Test(arguments: [
    ("1", ComputedValue.float64(0.5), "1.0" as String?), ("1", .float64(1.4), "1.0"), ("1", .float64(0.97), "1.00"),
    ("-3", .float32(-2.75), "-3.0"), ("1,234", .float64(1233.7), "1,234.0"), ("0", .float64(0.2), "0.0"),
    ("1", .float64(1), nil), ("1", .float64(0.99999), nil), ("1", .integer("1"), nil), ("0.5", .float64(0.52), nil),
    ("1e3", .float64(1000.2), nil), ("one", .text("one"), nil), ("1", .text("1"), nil),
  ])
  func refutingAWholeNumber(text: String, value: ComputedValue, expected: String?) {
    #expect(WrittenValue(text).exact(refuting: value) == expected)
    if let expected { #expect(!matches(expected, value)) }
  }

  /// The weaver says of a value that is none that it has none; compared, it has no text.
  @Test func aValueThatIsNothingHasNoText() {
    #expect(!matches("0", .nothing) && matches("", .nothing))
    #expect(WrittenValue("0").rewritten(for: .nothing).isEmpty)
  }

  @Test func rewritingMeetsANarrowTolerance() throws {
    let written = WrittenValue("1", tolerance: Tolerance("0.001"))
    #expect(written.rewritten(for: .float64(1.25)) == "1.25")
    #expect(WrittenValue("1", tolerance: Tolerance("0.5")).rewritten(for: .float64(1.25)) == "1")
  }

  /// The law behind `accept`: what is written matches what was computed, and writing it again changes nothing.
  @Test func whatIsRewrittenMatches() {
    var random = NumberGenerator(seed: 8)
    let styles = ["7", "-7", "+7", "1,234", ".5", "\u{2212}3.25", "1.5e3", "2E-07", "1.25e+10"]
    for round in 0..<10_000 {
      let value = round.isMultiple(of: 50) ? random.anyFinite() : random.everyday()
      let digits = String(repeating: "4", count: Int.random(in: 0...18, using: &random))
      let written = random.pick(digits.isEmpty ? styles : styles + ["0.\(digits)", "-1.\(digits)e5"])
      let computed: ComputedValue = round.isMultiple(of: 3) ? .float32(Float(value)) : .float64(value)
      let rewritten = WrittenValue(written).rewritten(for: computed)
      if !matches(rewritten, computed) { Issue.record("\(written) for \(value): \(rewritten)") }
      if WrittenValue(rewritten).rewritten(for: computed) != rewritten {
        Issue.record("\(written) for \(value): not idempotent")
      }
    }
  }
}
