import LessonModel
import TestSupport
import Testing

@Suite struct ExactDecimalTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  /// Digits and exponents from Python's `decimal.Decimal(x)`, which is exact.
  @Test(arguments: [
    (0.1, "1000000000000000055511151231257827021181583404541015625e-55"), (0.5, "5e-1"),
    (2.675, "267499999999999982236431605997495353221893310546875e-50"),
    (1.15, "1149999999999999911182158029987476766109466552734375e-51"), (1e23, "99999999999999991611392"),
    (-0.3, "-299999999999999988897769753748434595763683319091796875e-54"), (123456789.125, "123456789.125"),
    (-0.0, "0"), (3, "3"),
    (Double(Float(0.1)), "0.100000001490116119384765625"),
  ])
  func binaryNumbersAreExactDecimals(value: Double, text: String) throws {
    #expect(try ExactDecimal(value) == decimal(text))
  }

  /// First and last digits and their number from Python's `decimal.Decimal(x)`.
  @Test(arguments: [
    (Double.leastNonzeroMagnitude, "494065645841", "533447265625", 751, -1074),
    (2.2250738585072014e-308, "222507385850", "396728515625", 715, -1022),
    (1.7976931348623157e308, "179769313486", "184124858368", 309, 0),
  ])
  func extremesOfBinaryNumbers(value: Double, first: String, last: String, count: Int, exponent: Int) throws {
    let decimal = try #require(ExactDecimal(value))
    #expect(decimal.digits.prefix(12).map(String.init).joined() == first)
    #expect(decimal.digits.suffix(12).map(String.init).joined() == last)
    #expect(decimal.digits.count == count)
    #expect(decimal.exponent == exponent)
  }

  @Test func notFiniteIsNoDecimal() {
    #expect(ExactDecimal(Double.nan) == nil)
    #expect(ExactDecimal(-Double.infinity) == nil)
    #expect(ExactDecimal("nan") == nil)
  }

  @Test(arguments: [("1", "1.000"), ("100", "1e2"), ("0", "-0.0"), (".5", "0.50"), ("-12e-1", "-1.2"), ("0e99", "0")])
  func equalNumbersAreEqualValues(left: String, right: String) throws {
    #expect(try decimal(left) == decimal(right))
  }

  @Test(arguments: [
    ("-1", "0"), ("0", "5e-324"), ("0.999", "1"), ("9007199254740992", "9007199254740993"), ("-2", "-1.99"), ("9", "10"),
    ("1e999999998", "1e999999999"), ("-1e999999999", "1e-999999999"), ("1e-999999999", "1"), ("0.1", "0.10000000000000001"),
    ("170141183460469231731687303715884105726", "170141183460469231731687303715884105727"),
  ])
  func order(smaller: String, larger: String) throws {
    let (left, right) = try (decimal(smaller), decimal(larger))
    #expect(left < right)
    #expect(!(right < left))
    #expect(right.negated < left.negated)
  }

  @Test(arguments: [
    ("0.25", "0.2", "0.05", true), ("0.2500000000000001", "0.2", "0.05", false), ("0.2499999999", "0.2", "0.05", true),
    ("1e999999999", "1", "1e999999999", true), ("1e999999999", "-1", "1e999999999", false),
    ("1e308", "-1e308", "2e308", true), ("1e308", "-1e308", "1.9e308", false), ("0", "0", "0", true),
    ("1", "1e-999999999", "1", true), ("1", "-1e-999999999", "1", false), ("9.99", "10.01", "0.02", true),
  ])
  func withinHasItsEdgeInside(left: String, right: String, tolerance: String, isWithin: Bool) throws {
    let (left, right, tolerance) = try (decimal(left), decimal(right), decimal(tolerance))
    #expect(left.isWithin(tolerance, of: right) == isWithin)
    #expect(right.isWithin(tolerance, of: left) == isWithin)
  }

  @Test func orderOfBinaryNumbersIsTheirOrder() throws {
    var random = NumberGenerator(seed: 1)
    for _ in 0..<2_000 {
      let left = random.pick([random.everyday(), random.anyFinite()])
      let right = random.pick([left, left.nextUp, -left, random.everyday()])
      guard right.isFinite else { continue }
      let (a, b) = try (#require(ExactDecimal(left)), #require(ExactDecimal(right)))
      #expect((a < b) == (left < right))
      #expect((a == b) == (left == right))
    }
  }

  /// Differences of integers are an independent reference for those of decimals.
  @Test func distancesAreThoseOfIntegers() throws {
    var random = NumberGenerator(seed: 2)
    for _ in 0..<2_000 {
      let left = Int.random(in: -100_000...100_000, using: &random)
      let right = random.pick([left + 1, -left, Int.random(in: -1_000_000...1_000_000, using: &random)])
      let places = Int.random(in: -20...20, using: &random)
      let distance = try decimal("\(left)e\(places)").distance(to: decimal("\(right)e\(places)"))
      #expect(try distance == decimal("\(abs(left - right))e\(places)"))
      let tolerance = try decimal("\(abs(left - right))e\(places)")
      #expect(try decimal("\(left)e\(places)").isWithin(tolerance, of: decimal("\(right)e\(places)")))
    }
  }

  /// References from Python: `Decimal(x).quantize(Decimal(1).scaleb(-n), rounding=ROUND_HALF_UP)`.
  @Test(arguments: [
    (-0.2686221661748289, 6, "-0.268622"), (5.829969044604073e-08, 6, "0"), (-5578.363530847033, 6, "-5578.363531"),
    (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"), (2.675, 2, "2.67"), (1.005, 2, "1.00"),
    (9.995, 2, "9.99"), (99.96, 1, "100.0"), (0.045, 2, "0.04"), (-0.25, 1, "-0.3"), (1597.9040856498432, 7, "1597.9040856"),
  ])
  func rounding(value: Double, decimals: Int, text: String) throws {
    #expect(try #require(ExactDecimal(value)).rounded(toPlace: -decimals) == decimal(text))
  }

  @Test(arguments: [
    ("0.000022", "2.2e-5"), ("0.0027", "0.0027"), ("0.00274", "0.0027"), ("12.34", "12"), ("123456", "123456"),
    ("1234567", "1.2e6"),
    ("0.996", "1"), ("1", "1"), ("999.6", "1000"), ("1e999999999", "1e999999999"), ("-0.5", "-0.5"), ("0", "0"),
    ("0.05", "0.05"),
  ])
  func shortTexts(number: String, text: String) throws {
    #expect(try decimal(number).shortText == text)
  }

  @Test func hugeExponentsCostNothing() throws {
    let huge = try decimal("1e999999999999999999")
    let tiny = try decimal("-1e-999999999999999999")
    #expect(tiny < huge)
    #expect(huge.distance(to: tiny) == huge)
    #expect(huge.rounded(toPlace: 0) == huge)
    #expect(tiny.rounded(toPlace: 0) == .zero)
  }

  @Test func thousandsOfDigits() throws {
    let digits = String(repeating: "7", count: 50_000)
    let (left, right) = try (decimal("0.\(digits)1"), decimal("0.\(digits)2"))
    #expect(left < right)
    #expect(left.distance(to: right) == .unit(place: -50_001))
    #expect(left.isWithin(.unit(place: -50_001), of: right))
    #expect(!left.isWithin(.unit(place: -50_002), of: right))
  }

  @Test(arguments: [("±0.05", "0.05"), ("± 0.05", "0.05"), ("+-1", "1"), ("+/-1e-6", "1e-6"), ("0", "0"), (" 1e-6", "1e-6")])
  func tolerances(text: String, value: String) throws {
    #expect(try ExactDecimal(tolerance: text) == decimal(value))
  }

  @Test(arguments: ["-0.05", "±-1", "nan", "inf", "five", "", "1 %", "±"])
  func badTolerances(text: String) {
    #expect(ExactDecimal(tolerance: text) == nil)
  }
}
