import LessonKit
import Testing

@Suite struct GeneratorTests {
  @Test func splitMix64GivesThePublishedOutputs() {
    var random = SplitMix64(seed: 1_234_567)
    // Rosetta Code, "Pseudo-random numbers/Splitmix64", first five outputs for seed 1234567.
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    let own = published.map { _ in random.next() }
    #expect(own == published)
  }

  @Test func pcg32GivesThePublishedOutputs() {
    var random = PCG32(seed: 42, stream: 54)
    // O'Neill, output of pcg32-demo ("Round 1", seed 42, stream 54), pcg-random.org.
    let published: [UInt32] = [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330, 0x83d2_f293, 0xbfa4_784b, 0xcbed_606e]
    let own = published.map { _ in random.next32() }
    #expect(own == published)
  }

  @Test func aSeedRepeatsAndSeedsDiffer() {
    var first = PCG32(seed: 7)
    var second = PCG32(seed: 7)
    var other = PCG32(seed: 8)
    let sequence = (0..<20).map { _ in first.next() }
    let again = (0..<20).map { _ in second.next() }
    let different = (0..<20).map { _ in other.next() }
    #expect(sequence == again)
    #expect(sequence != different)
    #expect(first == second)
  }

  /// SplitMix64 with seed 1, top 53 bits times 2⁻⁵³, computed in Python with integers of unlimited size.
  @Test func uniformTakesTheTop53Bits() {
    var random = SplitMix64(seed: 1)
    let own = (0..<3).map { _ in random.uniform() }
    #expect(own == [0.5665615751722809, 0.7457817572627011, 0.9710027535867962])
  }

  /// Box-Muller on the same uniform numbers, computed with mpmath at 30 digits.
  @Test func normalIsBoxAndMuller() {
    var random = SplitMix64(seed: 1)
    for expected in [-0.034267321791851443, -2.500067493369868, 0.087722468314886417] {
      #expect(random.normal().isApproximatelyEqual(to: expected, relative: 1e-13))
    }
  }
}

@Suite struct DistributionOfGeneratorTests {
  static let count = 200_000

  /// The bounds are five standard errors of each statistic.
  @Test func momentsOfUniformAndNormal() {
    var random = PCG32(seed: 3)
    let uniform = (0..<Self.count).map { _ in random.uniform() }
    #expect(uniform.allSatisfy { (0..<1).contains($0) })
    #expect(abs(mean(uniform) - 0.5) < 5 * 0.2887 / 447)
    #expect(abs(variance(uniform, of: .sample) - 1.0 / 12) < 5 * 0.0745 / 447)
    let normal = (0..<Self.count).map { _ in random.normal(mean: 2, standardDeviation: 3) }
    #expect(abs(mean(normal) - 2) < 5 * 3 / 447)
    #expect(abs(variance(normal, of: .sample) - 9) < 5 * 9 * 1.4143 / 447)
    // The share within one standard deviation is erf(1/√2) = 0.682689492.
    let within = normal.filter { abs($0 - 2) < 3 }.count
    #expect(abs(Double(within) / Double(Self.count) - 0.682689492) < 5 * 0.4655 / 447)
  }

  @Test func integersAreEquallyLikely() {
    var random = SplitMix64(seed: 5)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[random.integer(below: 6)] += 1 }
    let chiSquare = counts.map { Double(($0 - 10_000) * ($0 - 10_000)) / 10_000 }.reduce(0, +)
    // The 0.999 quantile of chi-square with 5 degrees of freedom (scipy.stats.chi2.ppf).
    #expect(chiSquare < 20.515)
    let only = random.integer(below: 1)
    #expect(only == 0)
  }

  @Test func uniformStaysInItsRange() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<1000 {
      let wide = random.uniform(in: -2..<5)
      let narrow = random.uniform(in: 1..<1.0.nextUp)
      #expect((-2..<5).contains(wide))
      #expect(narrow == 1)
    }
  }

  @Test func shuffleMakesEveryOrderEquallyLikely() {
    var random = PCG32(seed: 11)
    var counts = [Int](repeating: 0, count: 321 + 1)
    for _ in 0..<60_000 {
      let order = random.shuffled([1, 2, 3])
      counts[order[0] * 100 + order[1] * 10 + order[2]] += 1
    }
    let seen = counts.filter { $0 > 0 }
    #expect(seen.count == 6)
    let chiSquare = seen.map { Double(($0 - 10_000) * ($0 - 10_000)) / 10_000 }.reduce(0, +)
    #expect(chiSquare < 20.515)
    let none = random.shuffled([Int]())
    let many = random.shuffled(Array(0..<50))
    #expect(none == [])
    #expect(many != Array(0..<50))
    #expect(many.sorted() == Array(0..<50))
  }

  @Test func choiceFollowsItsWeights() {
    var random = SplitMix64(seed: 12)
    var counts = [0, 0, 0]
    for _ in 0..<40_000 { counts[random.choice(weights: [1, 0, 3])] += 1 }
    #expect(counts[1] == 0)
    // Five standard errors of a share of 1/4.
    #expect(abs(Double(counts[0]) / 40_000 - 0.25) < 5 * 0.433 / 200)
    let heads = (0..<40_000).filter { _ in random.bernoulli(0.25) }.count
    #expect(abs(Double(heads) / 40_000 - 0.25) < 5 * 0.433 / 200)
    let (never, always, only) = (random.bernoulli(0), random.bernoulli(1), random.choice(of: ["a"]))
    #expect(!never)
    #expect(always)
    #expect(only == "a")
  }
}
