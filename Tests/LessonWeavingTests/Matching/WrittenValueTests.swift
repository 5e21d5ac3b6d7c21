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
    ("0.5 s", .float64(0.5), true), ("0.5 of 1 s", .float64(0.5), false), ("0.5", .text("0.52"), true),
    ("1.0,\n2.0", .text("1.0, 2.0"), true),
    ("nan", .float64(.nan), true),
    ("nan", .float64(1), false), ("-∞", .float64(-.infinity), true), ("∞", .float64(-.infinity), false),
    ("0", .float64(-0.0), true),
    ("0.000", .float64(3.2e-7), true), ("0.0e0", .float64(3.2e-7), false), ("0e0", .float64(0.3), false),
    ("0.0e0", .float64(0), true),
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
    ("1.0e3", .float64(0), "0.0e0"), ("0.0e0", .float64(3.2e-7), "3.2e-7"), ("0e0", .float64(0.3), "3e-1"),
    ("0.5", .float64(-0.01), "0.0"), ("inf", .float64(1.5), "1.5"), ("1.5", .float64(.infinity), "inf"),
    ("∞", .float64(-.infinity), "-∞"), ("0.5", .float64(.nan), "nan"),
    ("0.5", .float64(1e300), "1e+300"), ("true", .bool(false), "false"), ("[0.82, 1]", .text("[0.8112781, 2.0]"), "[0.81, 2]"),
    ("[0.5]", .text("[0.5, 1.0]"), "[0.5, 1.0]"),
    (" 0.82", .float64(entropy), " 0.81"),
    ("1", .integer("340282366920938463463374607431768211455"), "340282366920938463463374607431768211455"),
    ("0.5 bits", .float64(0.75), "0.8 bits"), ("x", .text("1.5"), "1.5"), ("1.5", .text("x"), "x"),
  ])
  func rewriting(text: String, value: ComputedValue, expected: String) {
    #expect(WrittenValue(text).rewritten(for: value) == expected)
  }

  /// What accepting makes of a text: the digits of the author's one number, and nothing else.
  static let authored: [(String, ComputedValue, String)] = [
    ("50.7 %", .float64(50.7297), "50.7 %"), ("50.8 %", .float64(50.7297), "50.7 %"), ("$12.50", .float64(13), "$13.00"),
    ("$12.50", .float64(-3), "-$3.00"), ("-$12.50", .float64(-3), "-$3.00"), ("−$12.50", .float64(3), "$3.00"),
    ("$ 12", .integer("-3"), "-$ 3"), ("12.50 €", .float64(1250), "1250.00 €"), ("−3.1 °C", .float64(-3.14), "−3.1 °C"),
    ("− 5 K", .integer("-6"), "− 6 K"), ("about 3 bits", .float64(7.2), "about 7 bits"), ("(≈ 0.5)", .float64(0.44), "(≈ 0.4)"),
    ("< 0.01", .float64(0.0123), "< 0.01"), ("v2: 3", .integer("4"), "v2: 4"), ("3rd of 3", .integer("4"), "3rd of 4"),
    ("1.2 million", .integer("1250000"), "1.2 million"), ("1.2 million", .integer("1340000"), "1.3 million"),
    ("2 Million people", .float64(2_600_000), "3 Million people"), ("1.2\u{A0}billion", .float64(9.96e9), "10.0\u{A0}billion"),
    ("1.2 millionths", .float64(1.3), "1.3 millionths"), ("1.2 million", .float64(1e300), "1e294 million"),
    ("5 thousand", .integer("12345"), "12 thousand"), ("$1.5 trillion", .float64(2.52e12), "$2.5 trillion"),
    ("1,234,567", .integer("1234570"), "1,234,570"), ("1 234 567", .integer("1234570"), "1 234 570"),
    ("1\u{2009}234\u{2009}567 km", .integer("98765"), "98\u{2009}765 km"),
    ("1\u{202F}234.5", .float64(999.96), "1\u{202F}000.0"), ("12'345", .integer("1234567"), "1'234'567"),
    ("1 234", .integer("1234"), "1 234"), ("0 234", .integer("234"), "0 234"), ("1 23", .integer("123"), "1 23"),
    ("1\u{2009}034.05", .float64(1034.06), "1\u{2009}034.06"),
    ("1.23×10⁻⁵", .float64(1.24e-5), "1.24×10⁻⁵"), ("1.23×10⁻⁵", .float64(1.234e-5), "1.23×10⁻⁵"),
    ("1.23·10⁻⁵", .float64(1.24e-4), "1.24·10⁻⁴"), ("1.23 × 10^-5", .float64(1.24e7), "1.24 × 10^7"),
    ("1.2 x 10^{-5} m", .float64(1.3e-12), "1.3 x 10^{-12} m"), ("12.3×10³", .float64(45678), "45.7×10³"),
    ("12.3×10³", .float64(4.5e12), "4.5×10¹²"), ("−1.5×10⁶", .float64(2.52e6), "2.5×10⁶"), ("10⁻⁵", .float64(1.2e-5), "10⁻⁵"),
    ("10⁻⁵", .float64(1.2e-7), "10⁻⁷"), ("10⁻⁵", .float64(2.3e-5), "2×10⁻⁵"), ("10^6", .integer("1000000"), "10^6"),
    ("1.23e-5", .float64(1.24e-5), "1.24e-5"), ("0.0×10⁰", .float64(1234), "1.2×10³"),
    ("50 %", .float64(.nan), "nan %"), ("nan %", .float64(12), "12.0 %"), ("$5", .float64(.infinity), "$inf"),
    ("0.5 bits", .text("0.812"), "0.8 bits"), ("3 of 4", .text("3 of 5"), "3 of 5"),
    ("loss 0.5", .text("loss 0.8"), "loss 0.8"),
    // Words are the author's, whatever is computed.
    ("half", .float64(0.5), "half"), ("true", .bool(false), "true"), ("3 of 4", .integer("3"), "3 of 4"),
    ("[0.5]", .text("[0.5, 1.0]"), "[0.5]"), ("2½", .float64(2.5), "2½"), ("2³", .integer("8"), "2³"),
    ("1.2.3", .float64(1.2), "1.2.3"), ("3 wins", .text("four wins"), "3 wins"), ("0.5", .text("x"), "0.5"),
    // Nothing is recorded yet.
    ("?", .float64(0.5), "0.5"), ("?", .text("a | b"), "a | b"), ("?", .bool(true), "true"),
  ]

  @Test(arguments: authored)
  func acceptingKeepsTheAuthorsWords(text: String, value: ComputedValue, expected: String) {
    let edits = WrittenValue(text).edits(for: value)
    #expect(text.applying(edits) == expected)
    let again = WrittenValue(expected)
    #expect(again.edits(for: value).isEmpty)
    if !edits.isEmpty { #expect(again.differences(from: value).matches) }
  }

  /// A language with a decimal comma has points or blanks between thousands, and words of its own.
  @Test(arguments: [
    ("de", "1.234,56", ComputedValue.float64(1234.561), "1.234,56"), ("de", "1.234,56 €", .float64(99.5), "99,50 €"),
    ("de", "0,81", .float64(0.8112), "0,81"), ("de", "0,82", .float64(0.8112), "0,81"),
    ("de", "1.234", .integer("1235"), "1.235"), ("de", "?", .float64(1.234), "1,234"), ("de", "?", .integer("1234"), "1234"),
    ("de", "?", .text("[0.5, 1]"), "[0.5, 1]"), ("de", "?", .float64(1e-7), "1e-07"),
    ("de", "0.82", .float64(0.8112), "0.81"), ("de", "−0.82", .float64(-0.8112), "−0.81"), ("de", "12.55", .float64(7), "7.00"),
    ("de", "1,2 Milliarden", .float64(1.34e9), "1,3 Milliarden"), ("de", "1,5 Billionen", .float64(2e12), "2,0 Billionen"),
    ("de", "1,23×10⁻⁵", .float64(1.24e-5), "1,24×10⁻⁵"), ("fr", "1\u{202F}234,5 %", .float64(2345.67), "2\u{202F}345,7 %"),
    ("es", "2 mil millones", .integer("3000000000"), "3 mil millones"), ("de-CH", "1’234.5", .float64(1235), "1’235.0"),
    ("es-MX", "1,234.5", .float64(1235), "1,235.0"), ("zh", "1.2 亿", .float64(1.34e8), "1.3 亿"),
    ("zh", "3万人", .integer("40000"), "4万人"), ("de", "0,4; 1", .text("0.5; 1"), "0,5; 1"),
    ("de", "5.1.2024", .float64(5), "5.1.2024"),
    // A German reader takes 1.234 for a whole number; that it is none is for the author to decide.
    ("de", "1.234", .float64(1.2341), "1.234"),
  ])
  func numbersAsALanguageHasThem(tag: String, text: String, value: ComputedValue, expected: String) {
    let place = WrittenValue.Place.prose(NumberLanguage(tag))
    let edits = WrittenValue(text, place: place).edits(for: value)
    #expect(text.applying(edits) == expected)
    if !edits.isEmpty { #expect(WrittenValue(expected, place: place).differences(from: value).matches) }
    #expect(WrittenValue(expected, place: place).edits(for: value).isEmpty)
  }

  @Test func aPointThatPartsThousandsIsTold() {
    let german = WrittenValue("1.234", place: .prose(NumberLanguage("de")))
    #expect(!german.differences(from: .float64(1.2341)).matches)
    #expect(german.misreading(of: .float64(1.2341))?.contains("write a decimal comma") == true)
    #expect(german.misreading(of: .float64(7)) == nil && WrittenValue("1.234").misreading(of: .float64(1.2341)) == nil)
  }

  /// What a newcomer writes and means otherwise than it is read, and what is said of it.
  @Test(
    arguments: [
      ("0,5", .float64(0.5), "write a decimal point"), ("0,6", .float64(0.5), nil), ("0,5, 1", .float64(0.5), nil),
      ("50 %", .float64(0.5), "compute 100 times the share"), ("33.3 %", .float64(1.0 / 3), "compute 100 times the share"),
      ("40 %", .float64(0.5), nil), ("50", .float64(0.5), nil), ("50 %", .text("half"), nil),
    ] as [(String, ComputedValue, String?)])
  func aSlipIsNamed(text: String, value: ComputedValue, part: String?) {
    let told = WrittenValue(text, place: .prose(.english)).misreading(of: value)
    if let part { #expect(told?.contains(part) == true) } else { #expect(told == nil) }
  }

  /// In a comment of Swift there are no words around a number.
  @Test(arguments: [("0.5 s", ComputedValue.float64(0.5)), ("1 234", .integer("1234")), ("1.2 million", .float64(1.2e6))])
  func commentsSayValuesAlone(text: String, value: ComputedValue) {
    #expect(!WrittenValue(text, place: .comment).differences(from: value).matches)
    #expect(WrittenValue(text).differences(from: value).matches)
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

  /// In a language with a decimal comma a point would part thousands.
  @Test(arguments: [("1", 0.5, "1,0"), ("1", 0.97, "1,00")]) func refutingInALanguageWithAComma(
    text: String, value: Double, expected: String
  ) {
    let written = WrittenValue(text, place: .prose(NumberLanguage("de")))
    #expect(written.exact(refuting: .float64(value)) == expected)
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
    let styles = [
      "7", "-7", "+7", "1,234", ".5", "\u{2212}3.25", "1.5e3", "2E-07", "1.25e+10", "$7", "1.5 million", "1.25×10⁻⁵ m",
      "12.5 · 10^3", "10⁶", "-$1,234.5", "12 345.6 km", "2×10^{5}",
    ]
    for round in 0..<10_000 {
      let value = round.isMultiple(of: 50) ? random.anyFinite() : random.everyday()
      let digits = String(repeating: "4", count: Int.random(in: 0...18, using: &random))
      let written = random.pick(digits.isEmpty ? styles : styles + ["0.\(digits)", "-1.\(digits)e5"])
      let computed: ComputedValue = round.isMultiple(of: 3) ? .float32(Float(value)) : .float64(value)
      let rewritten = WrittenValue(written).rewritten(for: computed)
      if WrittenValue(written).edits(for: computed).isEmpty, !matches(written, computed) {
        Issue.record("\(written) for \(value): not rewritten")
      }
      if !matches(rewritten, computed) { Issue.record("\(written) for \(value): \(rewritten)") }
      if WrittenValue(rewritten).rewritten(for: computed) != rewritten {
        Issue.record("\(written) for \(value): not idempotent")
      }
    }
  }
}
