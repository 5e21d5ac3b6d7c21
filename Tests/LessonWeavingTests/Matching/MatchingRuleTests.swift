import LessonModel
import LessonWeaving
import TestSupport
import Testing

@Suite struct MatchingRuleTests {
  private func matches(_ rule: MatchingRule, _ written: String, _ computed: String) throws -> Bool {
    let numeral = try #require(Numeral(written, grammar: .prose), "\(written)")
    return rule.matches(numeral, ComputedNumber(try #require(Numeral(computed, grammar: .recorded), "\(computed)")))
  }

  /// SPEC.md section 2 and FAULTS.md G11 to G18, for prose.
  @Test(arguments: [
    ("3", "3", true), ("3", "4", false), ("3", "3.4", true), ("3", "3.5", true), ("3", "2.5", true), ("3", "3.51", false),
    ("3.0", "3", true), ("1,234", "1234", true), ("0.81", "0.8112781244591328", true), ("0.811", "0.8112781244591328", true),
    ("0.812", "0.8112781244591328", false), ("0.8", "0.85", true), ("0.8", "0.75", true), ("0.8", "0.8500000000000001", false),
    ("0.8", "0.7499999999999999", false), ("0.8", "0.86", false), ("0.80", "0.81", false), ("-0.5", "-0.52", true),
    ("-0.5", "0.5", false),
    ("3e8", "299792458", true), ("3.00e8", "299792458", true), ("2.99e8", "299792458", false), ("1.2e-3", "0.00123", true),
    ("\u{2212}0.5", "-0.5", true), ("0", "1", false), ("0", "0.4", true), ("nan", "NaN", true), ("nan", "1", false),
    ("1", "nan", false),
    ("inf", "infinity", true), ("∞", "inf", true), ("inf", "-inf", false), ("1e308", "inf", false), ("-0", "0", true),
    ("0.0", "-0.0", true),
    ("1e308", "-1e308", false), ("0", "5e-324", true), ("9007199254740993", "9007199254740992", false),
    ("-9223372036854775808", "-9223372036854775807", false), ("18446744073709551615", "18446744073709551615", true),
    ("18446744073709551615", "18446744073709551614", false),
    ("170141183460469231731687303715884105727", "170141183460469231731687303715884105726", false), ("1e999999999", "1", false),
  ])
  func prose(written: String, computed: String, expected: Bool) throws {
    #expect(try matches(.prose, written, computed) == expected)
  }

  @Test(arguments: [
    ("3", "3", true), ("3", "3.0", true), ("3", "3.4", false), ("1", "1.0", true), ("0.81", "0.8112781244591328", false),
    ("0.8", "0.85", false),
    ("0.8112781244591328", "0.8112781244591329", true), ("1000.0", "1000.000001", true), ("1000.0", "1000.0000011", false),
    ("1000.0", "999.999999", true), ("-1000.0", "-1000.000001", true), ("0.0", "1e-12", true), ("0.0", "1.1e-12", false),
    ("0", "-1e-12", true),
    ("1e-20", "-1e-20", true), ("nan", "NaN", true), ("nan", "0", false), ("inf", "-inf", false), ("-inf", "-inf", true),
    ("0.0", "-0.0", true),
    // Two integers are equal or not, however near they are.
    ("9007199254740993", "9007199254740992", false), ("18446744073709551615", "18446744073709551614", false),
    ("1000000000000", "1000000000001", false),
    ("1e308", "-1e308", false), ("1e999999999", "1e999999998", false),
  ])
  func recorded(written: String, computed: String, expected: Bool) throws {
    #expect(try matches(.recorded, written, computed) == expected)
  }

  @Test(arguments: [
    ("1.2", "0.05", "1.25", true), ("1.2", "0.05", "1.2500000000000002", false), ("1.2", "0.05", "1.15", true),
    ("1.2", "0.001", "1.24", false),
    ("3", "2", "5", true), ("3", "2", "6", false), ("inf", "1e300", "-inf", false), ("inf", "1e300", "1e299", false),
    ("0.5", "0", "0.50", true),
    ("0.5", "0", "0.51", false), ("nan", "1", "nan", true),
  ])
  func absolute(written: String, tolerance: String, computed: String, expected: Bool) throws {
    #expect(try matches(.absolute(#require(ExactDecimal(tolerance))), written, computed) == expected)
  }

  /// Numbers in the ways that people write them.
  private func numerals(_ random: inout NumberGenerator) -> [String] {
    let value = random.everyday()
    let whole = Int(value)
    return [
      "\(value)", "\(whole)", "\(whole).\(Int.random(in: 0..<1000, using: &random))", "\(whole % 100)e\(whole % 7)", "inf",
      "-inf", "nan", "0",
    ]
  }

  @Test func everyRuleIsReflexive() throws {
    var random = NumberGenerator(seed: 4)
    for _ in 0..<500 {
      for text in numerals(&random) {
        for rule in [MatchingRule.prose, .recorded, .absolute(.zero)] { #expect(try matches(rule, text, text)) }
      }
    }
  }

  @Test func anAbsoluteToleranceIsSymmetricAndMonotone() throws {
    var random = NumberGenerator(seed: 5)
    for _ in 0..<2_000 {
      let (left, right) = (random.pick(numerals(&random)), random.pick(numerals(&random)))
      let tolerances = ["0", "1e-9", "0.001", "0.5", "3", "1e4", "1e12"]
      let results = try tolerances.map { try matches(.absolute(#require(ExactDecimal($0))), left, right) }
      let mirrored = try tolerances.map { try matches(.absolute(#require(ExactDecimal($0))), right, left) }
      #expect(results == mirrored)
      // Once it matches, a larger tolerance matches too.
      #expect(results == results.sorted { !$0 && $1 }, "\(left) \(right)")
    }
  }

  /// With fewer digits written, less is asserted.
  @Test func fewerDigitsMatchMore() throws {
    var random = NumberGenerator(seed: 6)
    for _ in 0..<200 {
      let value = ComputedValue.float64(random.everyday())
      let written = WrittenValue("0.123456789012").rewritten(for: value)
      for dropped in 1...11 {
        #expect(
          WrittenValue(WrittenValue(String("0.123456789012".dropLast(dropped))).rewritten(for: value)).differences(from: value)
            .matches)
      }
      #expect(WrittenValue(written).differences(from: value).matches)
    }
  }

  /// Half a unit, not a whole one: w ± 0.4 units match, w ± 0.6 units do not.
  @Test func halfAUnitIsTheEdge() throws {
    var random = NumberGenerator(seed: 7)
    for _ in 0..<1_000 {
      let (whole, decimals) = (Int.random(in: 10...999_999, using: &random), Int.random(in: 1...30, using: &random))
      let written = "\(whole)e-\(decimals)"
      for (tenths, expected) in [(-6, false), (-5, true), (-4, true), (4, true), (5, true), (6, false)] {
        #expect(try matches(.prose, written, "\(whole * 10 + tenths)e-\(decimals + 1)") == expected)
      }
      #expect(try !matches(.prose, written, "\(whole)50000000000000000000001e-\(decimals + 23)"))
    }
  }
}
