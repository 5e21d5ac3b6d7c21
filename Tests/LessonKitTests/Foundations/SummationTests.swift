import LessonKit
import Testing

@Suite struct SummationTests {
  @Test func publishedExamples() {
    // Python documentation, math.fsum: sum([.1]*10) is 0.9999999999999999, fsum is 1.0.
    let tenths = [Double](repeating: 0.1, count: 10)
    #expect(naiveSum(tenths) == 0.9999999999999999)
    #expect(kahanSum(tenths) == 1.0)
    #expect(neumaierSum(tenths) == 1.0)
    // Wikipedia, "Kahan summation algorithm": for [1, 10^100, 1, -10^100] Kahan gives 0, Neumaier 2.
    let spread = [1, 1e100, 1, -1e100]
    #expect(naiveSum(spread) == 0)
    #expect(kahanSum(spread) == 0)
    #expect(pairwiseSum(spread) == 0)
    #expect(neumaierSum(spread) == 2)
    // Wikipedia, same page: 10000.0 + 3.14159 + 2.71828 is 10005.85987.
    #expect(kahanSum([10000.0, 3.14159, 2.71828]) == 10005.85987)
  }

  @Test func emptyAndSingle() {
    #expect(naiveSum([Double]()) == 0)
    #expect(pairwiseSum([Double]()) == 0)
    #expect(kahanSum([2.5]) == 2.5)
    #expect(neumaierSum([2.5]) == 2.5)
    #expect(neumaierSum([Double.infinity, 1]) == .infinity)
    #expect(neumaierSum([Double.infinity, -.infinity]).isNaN)
  }

  /// n terms of 1/10 in `Float`: the exact sum is n · Float(0.1), the bounds are Higham's (sections 4.1 to 4.3) and, for the
  /// second-order term, Neumaier's.
  @Test(arguments: [100, 10_000, 1_000_000])
  func errorBoundsInFloat(_ count: Int) {
    let values = [Float](repeating: 0.1, count: count)
    let exact = Double(count) * Double(Float(0.1))
    let roundoff = Double(Float.ulpOfOne) / 2
    func error(_ sum: Float) -> Double { abs(Double(sum) - exact) / exact }
    #expect(error(kahanSum(values)) <= 2.01 * roundoff)
    #expect(error(neumaierSum(values)) <= 1.01 * roundoff + (Double(count) * roundoff) * (Double(count) * roundoff))
    // Blocks of eight cost up to seven roundings, each halving one more.
    #expect(error(pairwiseSum(values)) <= (7 + log2(Double(count))) * roundoff)
    #expect(error(naiveSum(values)) <= Double(count) * roundoff)
  }

  /// numpy 2: `np.float32(0.1)` added a million times in a Python loop gives 100958.34, a well known figure.
  @Test func aMillionTenthsInFloat() {
    #expect(naiveSum([Float](repeating: 0.1, count: 1_000_000)) == 100_958.34)
    #expect(kahanSum([Float](repeating: 0.1, count: 1_000_000)) == 100_000)
  }
}

@Suite struct SampleStatisticsTests {
  @Test func publishedExamples() {
    // Python documentation, statistics: mean([1, 2, 3, 4, 4]) = 2.8, variance of the list = 1.3720238095238095.
    #expect(mean([1, 2, 3, 4, 4]) == 2.8)
    let data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
    #expect(variance(data, of: .sample) == 1.3720238095238095)
    // Same page: pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]) = 1.25, pstdev and stdev of the list.
    #expect(variance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25], of: .population) == 1.25)
    let spread = [1.5, 2.5, 2.5, 2.75, 3.25, 4.75]
    #expect(standardDeviation(spread, of: .population).isApproximatelyEqual(to: 0.986893273527251, relative: 1e-14))
    #expect(standardDeviation(spread, of: .sample).isApproximatelyEqual(to: 1.0810874155219827, relative: 1e-14))
    // Same page: median([1, 3, 5]) = 3, median([1, 3, 5, 7]) = 4.0.
    #expect(median([1.0, 3, 5]) == 3)
    #expect(median([1.0, 3, 5, 7]) == 4)
    // Wikipedia, "Standard deviation", basic example: 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and σ = 2.
    #expect(mean([2.0, 4, 4, 4, 5, 5, 7, 9]) == 5)
    #expect(standardDeviation([2.0, 4, 4, 4, 5, 5, 7, 9], of: .population) == 2)
  }

  @Test func emptyAndNaN() {
    #expect(mean([Double]()).isNaN)
    #expect(variance([1.0], of: .sample).isNaN)
    #expect(variance([1.0], of: .population) == 0)
    #expect(median([Double]()).isNaN)
    #expect(median([1.0, .nan]).isNaN)
  }

  /// The variance does not change when a large constant is added; the one-pass formula would lose all digits.
  @Test func varianceOfShiftedValues() {
    // Wikipedia, "Algorithms for calculating variance": 4, 7, 13, 16 has sample variance 30, and so has 10⁹ + each.
    #expect(variance([4, 7, 13, 16].map { 1e9 + $0 }, of: .sample) == 30)
  }
}

@Suite struct ApproximateEqualityTests {
  @Test func tolerance() {
    #expect((0.1 + 0.2).isApproximatelyEqual(to: 0.3))
    #expect(!1.0.isApproximatelyEqual(to: 1.00001))
    #expect(1.0.isApproximatelyEqual(to: 1.00001, relative: 1e-4))
    #expect(!1e-20.isApproximatelyEqual(to: 0))
    #expect(1e-20.isApproximatelyEqual(to: 0, absolute: 1e-12))
    #expect(0.0.isApproximatelyEqual(to: -0.0))
    #expect(Float(1).isApproximatelyEqual(to: 1 + Float.ulpOfOne))
  }

  @Test func specialValues() {
    #expect(!Double.nan.isApproximatelyEqual(to: .nan))
    #expect(Double.infinity.isApproximatelyEqual(to: .infinity))
    #expect(!Double.infinity.isApproximatelyEqual(to: -.infinity))
    #expect(!Double.infinity.isApproximatelyEqual(to: 1e308, relative: 1))
  }

  @Test func isSymmetricAndScaleFreeButNotTransitive() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1000 {
      let a = random.normal()
      let b = a * (1 + random.normal() * 1e-3)
      let equal = a.isApproximatelyEqual(to: b, relative: 1e-3)
      #expect(equal == b.isApproximatelyEqual(to: a, relative: 1e-3))
      #expect(equal == (a * 1024).isApproximatelyEqual(to: b * 1024, relative: 1e-3))
    }
    #expect(1.0.isApproximatelyEqual(to: 1.09, relative: 0.1))
    #expect(1.09.isApproximatelyEqual(to: 1.18, relative: 0.1))
    #expect(!1.0.isApproximatelyEqual(to: 1.18, relative: 0.1))
  }

  @Test func relativeDifferences() {
    #expect(relativeDifference(99.0, 100) == 0.01)
    #expect(relativeDifference(0.0, 0) == 0)
    #expect(relativeDifference(-1.0, 1) == 2)
  }
}
