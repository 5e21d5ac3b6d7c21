import Testing

/// A number as a source prints it, beside the one that the kit computes.
///
/// They agree if the computed number rounds to the printed one: within half a unit of the last printed digit.
struct PublishedValue: Sendable, CustomTestStringConvertible {
  let name: String
  let computed: Double
  let printed: String

  init(_ name: String, _ computed: Double, _ printed: String) {
    self.name = name
    self.computed = computed
    self.printed = printed
  }

  var testDescription: String { "\(name) = \(printed)" }

  var agrees: Bool {
    guard let value = Double(printed) else { return false }
    // A hair more than a half, and some units of the last binary place where a source prints all the digits of a Double.
    return abs(computed - value) <= 0.500001 * unit + 8 * computed.ulp
  }

  private var unit: Double {
    let parts = printed.split(separator: "e")
    let fraction = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var unit = 1.0
    if fraction.count == 2 { for _ in fraction[1] { unit /= 10 } }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    for _ in 0..<abs(exponent) { unit = exponent < 0 ? unit / 10 : unit * 10 }
    return unit
  }
}

@Suite struct PublishedValueTests {
  @Test func comparesToHalfAUnit() {
    #expect(PublishedValue("pi", 3.14159, "3.14").agrees)
    #expect(!PublishedValue("pi", 3.1452, "3.14").agrees)
    #expect(PublishedValue("small", 1.2349e-5, "1.235e-5").agrees)
    #expect(!PublishedValue("small", 1.2344e-5, "1.235e-5").agrees)
    #expect(PublishedValue("whole", 23.4, "23").agrees)
  }
}
