import LessonKit
import Testing

@Suite struct NumberFormattingTests {
  /// Ties, carries, zeros, the limits of the type, and the constants of the course.
  static let edges: [Double] = [
    0, -0.0, 1, -1, 0.5, 1.5, 2.5, 0.25, 0.125, 0.375, 0.0625, 9.5, 99.5, 999.5, 0.95, 0.995, 9.995, 99.995, 9.9999999999, 0.1,
    0.2,
    0.3, 1.0 / 3, 2.0 / 3, 1e21, 1e22, 1e23, 123456789, 1e15, 1e16, 1e17, 1e-4, 1e-5, 9.9999e-5, 0.00010001,
    Double.leastNonzeroMagnitude, Double.leastNormalMagnitude,
    1.7976931348623157e308, 4.35, 1.005, 2.675, 0.8112781244591328, 1.17693919369080, 0.5108256237659907,
    Double.pi, 4_503_599_627_370_495.5, 9_007_199_254_740_992, 18_446_744_073_709_551_616, 4_294_967_296, 4_294_967_295.5, 1e9,
    999_999_999,
    0.999999999, 0.9999999995, 1e-9, 5e-10, 0x1p-32, 0x1p-33, 0x1p-64, 0x1p-65, 0x1p63, 0x1p64, 0x1p95, 0x1p96, 0x1p1023,
    0x1.8p-31,
  ]

  @Test(arguments: edges)
  func equalsPrintfAtTheEdges(_ x: Double) {
    for digits in [0, 1, 2, 3, 5, 6, 8, 9, 10, 15, 16, 17, 18, 20, 27, 40, 100, 1080] {
      for x in [x, -x, x.nextUp, x.nextDown] where x.isFinite {
        #expect(fixed(x, digits) == printf("%.*f", digits, x))
        #expect(scientific(x, digits) == printf("%.*e", digits, x))
        #expect(significant(x, digits) == printf("%.*g", digits, x))
      }
    }
  }

  /// Random bits, not random numbers: every exponent comes up as often as every other.
  @Test(arguments: 0..<10)
  func equalsPrintfOnAMillionRandomBitPatterns(_ part: Int) {
    var random = SplitMix64(seed: UInt64(part))
    var wrong: [String] = []
    for _ in 0..<100_000 {
      let x = Double(bitPattern: random.next())
      let choice = random.next()
      let digits = Int(choice >> 8 % 22)
      let (own, reference) =
        switch choice % 3 {
        case 0: (fixed(x, digits), printf("%.*f", digits, x))
        case 1: (scientific(x, digits), printf("%.*e", digits, x))
        default: (significant(x, digits), printf("%.*g", digits, x))
        }
      // C writes the sign bit of NaN, which differs between processors; the kit does not.
      if own != reference, !x.isNaN { wrong.append("\(x) with \(digits) digits: \(own) is not \(reference)") }
    }
    #expect(wrong == [])
  }

  @Test func equalsPrintfOnRandomNumbersOfEverydaySize() {
    var random = SplitMix64(seed: 99)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let digits = random.integer(below: 12)
      // Eighths and thousandths: many true ties among the first, near-ties among the second.
      let eighths = Double(random.integer(below: 200_000)) / 8 - 12_500
      let thousandths = Double(random.integer(below: 200_000)) / 1000 - 100
      for x in [eighths, thousandths] {
        if fixed(x, digits) != printf("%.*f", digits, x) { wrong.append("\(x)") }
        if scientific(x, digits) != printf("%.*e", digits, x) { wrong.append("\(x)") }
        if significant(x, digits) != printf("%.*g", digits, x) { wrong.append("\(x)") }
      }
    }
    #expect(wrong == [])
  }

  @Test func writesWhatIsNotFinite() {
    #expect(fixed(.nan, 2) == "nan")
    #expect(fixed(-Double.nan, 2) == "nan")
    #expect(scientific(.infinity, 2) == "inf")
    #expect(significant(-.infinity, 2) == "-inf")
  }

  @Test func writesFloatByItsExactValue() {
    #expect(fixed(Float(0.1), 12) == "0.100000001490")
    #expect(significant(Float(16_777_216), 8) == "16777216")
    #expect(scientific(Float(0.1), 3) == "1.000e-01")
  }
}
