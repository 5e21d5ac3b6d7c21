import LessonKit
import Testing

/// A number from outside, as it was printed or computed there, beside what the kit computes for it.
struct Published: Sendable, CustomTestStringConvertible {
  let source: String
  let computed: Double
  let printed: Double
  let tolerance: Double

  /// A value that must be met to the tolerance.
  init(_ source: String, _ computed: Double, is printed: Double, within tolerance: Double) {
    self.source = source
    self.computed = computed
    self.printed = printed
    self.tolerance = tolerance
  }

  /// A value printed, or computed by the named system, in full: met to a relative 1e−14.
  init(_ source: String, _ computed: Double, is printed: Double) {
    self.init(source, computed, is: printed, within: max(printed.magnitude, 1e-300) * 1e-14)
  }

  /// A value in the digits of its source: the computed one must round to it, so be within half a unit of the last digit.
  init(_ source: String, _ computed: Double, _ printed: String) {
    // A hair more than a half, and some units of the last binary place where a source prints all the digits of a Double.
    let tolerance = 0.500001 * Published.unit(of: printed) + 8 * computed.ulp
    self.init("\(source) = \(printed)", computed, is: Double(printed) ?? .nan, within: tolerance)
  }

  var testDescription: String { source }

  var agrees: Bool { computed == printed || (computed - printed).magnitude <= tolerance }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(agrees, "\(source): computed \(computed), printed \(printed)", sourceLocation: sourceLocation)
  }

  /// One in the last digit of a printed number.
  private static func unit(of printed: String) -> Double {
    let parts = printed.split(separator: "e")
    let fraction = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var unit = 1.0
    if fraction.count == 2 { for _ in fraction[1] { unit /= 10 } }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    for _ in 0..<abs(exponent) { unit = exponent < 0 ? unit / 10 : unit * 10 }
    return unit
  }
}

@Suite struct PublishedTests {
  @Test func roundsToThePrintedDigits() {
    #expect(Published("pi", 3.14159, "3.14").agrees)
    #expect(!Published("pi", 3.1452, "3.14").agrees)
    #expect(Published("small", 1.2349e-5, "1.235e-5").agrees)
    #expect(!Published("small", 1.2344e-5, "1.235e-5").agrees)
    #expect(Published("whole", 23.4, "23").agrees)
    #expect(!Published("none", .nan, "23").agrees)
    #expect(!Published("full", 0.1 + 1e-14, is: 0.1).agrees)
  }
}
