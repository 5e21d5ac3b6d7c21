import LessonKit
import Testing

@Suite struct GradientCheckTests {
  /// A formula that uses every operation of the tape, in a range where all of them are smooth.
  static func formula(_ x: [Variable]) -> Variable {
    let a = (x[0] * x[1]).exp() + (x[2] - x[0]).sigmoid() / (2 + x[1] * x[1])
    let b = (3 + x[0].tanh() * x[2]).log() - (4 + x[1]).sqrt()
    return a.power(1.5) * b + (x[2] + 10).relu() - a / (b - 5)
  }

  @Test(arguments: 1...50) func tapeEqualsCentralDifferences(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let point = (0..<3).map { _ in random.uniform(in: -1..<1) }
    let check = gradientCheck(of: Self.formula, at: point)
    #expect(check.entries.count == 3)
    #expect(check.passes(tolerance: 1e-8), "\(check)")
  }

  @Test func aWrongGradientIsFoundAndNamed() {
    // d(xy²)/dy is 2xy; the claim forgets the 2.
    let check = gradientCheck(
      of: { x in x[0] * x[1] * x[1] }, gradient: { x in [x[1] * x[1], x[0] * x[1]] }, at: [2, 3])
    #expect(!check.passes())
    #expect(check.worst?.index == 1)
    #expect(check.worst?.analytic == 6)
    #expect(check.worst?.numeric.isApproximatelyEqual(to: 12, relative: 1e-9) == true)
    #expect(check.worst?.relativeError.isApproximatelyEqual(to: 0.5, relative: 1e-8) == true)
    #expect(check.description.hasPrefix("worst of 2: [1] analytic 6.0, numeric 1"))
  }

  @Test func aDerivativeThatIsNotANumberNeverPasses() {
    let check = gradientCheck(of: { x in x[0] }, gradient: { _ in [.nan] }, at: [1])
    #expect(!check.passes(tolerance: 1e300))
    #expect(check.worst?.index == 0)
  }

  @Test func nothingToCheckPasses() {
    let check = gradientCheck(of: { _ in 1 }, gradient: { _ in [] }, at: [])
    #expect(check.passes())
    #expect(check.worst == nil)
    #expect(check.description == "no entries")
  }

  @Test func theKinkOfReluDisagreesByConvention() {
    let check = gradientCheck(of: { x in x[0].relu() }, at: [0])
    #expect(check.worst?.analytic == 0)
    #expect(check.worst?.numeric == 0.5)
  }

  /// Press et al., "Numerical Recipes", section 5.7: the error of a central difference is least near ε^(1/3) ≈ 10⁻⁵ and grows
  /// on both sides.
  @Test func theDefaultStepIsNearTheBottomOfTheU() {
    func error(_ step: Double) -> Double {
      abs(numericalGradient(of: { x in exp(x[0]) }, at: [1], step: step)[0] - 2.718281828459045)
    }
    #expect(error(6.06e-6) < 1e-9)
    #expect(error(1e-2) > 1e-6)
    #expect(error(1e-12) > 1e-6)
  }

  @Test func theStepGrowsWithTheCoordinate() {
    let slope = numericalGradient(of: { x in x[0] * x[0] }, at: [1e8])[0]
    #expect(slope.isApproximatelyEqual(to: 2e8, relative: 1e-9))
  }
}
