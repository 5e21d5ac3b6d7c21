import LessonKit
import Testing

/// Theorems on a few hundred seeded random distributions of each size, some with outcomes of probability 0.
@Suite struct InformationLawTests {
  static let seeds = 1...12
  static let slack = 1e-14

  private func close(_ a: Double, _ b: Double) -> Bool {
    a.isApproximatelyEqual(to: b, relative: 1e-12, absolute: 1e-13)
  }

  @Test(arguments: seeds)
  func entropyLiesBetweenZeroAndLogN(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for count in 1...40 {
      let p = random.probabilities(count, zeros: true)
      let h = entropy(p, in: .bits)
      #expect(h >= 0)
      #expect(h <= log2(Double(count)) + Self.slack)
      #expect(close(entropy(random.shuffled(p), in: .bits), h))
      #expect(close(entropyTerms(p, in: .bits).reduce(0, +), h))
      #expect(close(entropy(p, in: .nats) / log(2), h))
      #expect(close(perplexity(p), exp(entropy(p, in: .nats))))
    }
  }

  @Test(arguments: seeds)
  func divergences(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 100)
    var asymmetric = 0
    for count in 2...30 {
      let p = random.probabilities(count, zeros: true)
      let q = random.probabilities(count)
      let d = klDivergence(p, q, in: .nats)
      #expect(d >= 0)
      #expect(klDivergence(p, p, in: .nats) == 0)
      #expect(close(crossEntropy(p, q, in: .nats), entropy(p, in: .nats) + d))
      if !close(d, klDivergence(q, p, in: .nats)) { asymmetric += 1 }
      let js = jensenShannonDivergence(p, q, in: .bits)
      #expect(js >= 0 && js <= 1)
      #expect(close(js, jensenShannonDivergence(q, p, in: .bits)))
      let middle = zip(p, q).map { ($0 + $1) / 2 }
      #expect(close(js, entropy(middle, in: .bits) - (entropy(p, in: .bits) + entropy(q, in: .bits)) / 2))
    }
    #expect(asymmetric == 29)
  }

  /// Pinsker: TV² ≤ D/2. Le Cam: H² ≤ TV ≤ √2·H (Tsybakov, section 2.4). Triangle inequality for the three distances.
  @Test(arguments: seeds)
  func distances(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) + 200)
    for count in 2...30 {
      let (p, q, r) = (random.probabilities(count, zeros: true), random.probabilities(count), random.probabilities(count))
      let (tv, hellinger) = (totalVariation(p, q), hellingerDistance(p, q))
      #expect(tv * tv <= klDivergence(p, q, in: .nats) / 2 + Self.slack)
      #expect(hellinger * hellinger <= tv + Self.slack)
      #expect(tv <= 2.0.squareRoot() * hellinger + Self.slack)
      #expect(close(hellinger * hellinger, 1 - zip(p, q).map { ($0 * $1).squareRoot() }.reduce(0, +)))
      #expect(tv <= totalVariation(p, r) + totalVariation(r, q) + Self.slack)
      #expect(hellinger <= hellingerDistance(p, r) + hellingerDistance(r, q) + Self.slack)
      let js = jensenShannonDistance(p, q, in: .nats)
      #expect(js <= jensenShannonDistance(p, r, in: .nats) + jensenShannonDistance(r, q, in: .nats) + Self.slack)
      // TV is the largest difference over all events: the event where p exceeds q.
      #expect(close(tv, zip(p, q).map { max(0, $0 - $1) }.reduce(0, +)))
    }
  }

  @Test(arguments: seeds)
  func chainRules(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 300)
    for (height, width) in [(1, 4), (2, 2), (3, 5), (6, 4)] {
      let flat = random.probabilities(height * width, zeros: true)
      let rows = (0..<height).map { Array(flat[$0 * width..<($0 + 1) * width]) }
      let table = try JointDistribution(rows)
      let (hx, hy) = (table.marginal(of: .x).entropy(in: .bits), table.marginal(of: .y).entropy(in: .bits))
      let joint = table.entropy(in: .bits)
      let (xGivenY, yGivenX) = (table.conditionalEntropy(of: .x, in: .bits), table.conditionalEntropy(of: .y, in: .bits))
      let information = table.mutualInformation(in: .bits)
      #expect(close(joint, hx + yGivenX))
      #expect(close(joint, hy + xGivenY))
      #expect(close(information, hx - xGivenY))
      #expect(close(information, hx + hy - joint))
      #expect(information >= 0 && information <= min(hx, hy) + Self.slack)
      #expect(yGivenX <= hy + Self.slack)
      #expect(joint >= max(hx, hy) - Self.slack)
      #expect(close(conditionalEntropy(rows, in: .bits), yGivenX))
      #expect(close(mutualInformation(rows, in: .bits), information))
      #expect(close(table.transposed.mutualInformation(in: .bits), information))
      #expect(table.independent.mutualInformation(in: .bits) < 1e-14)
      #expect(close(table.independent.entropy(in: .bits), hx + hy))
    }
  }

  /// Grouping (Shannon's third axiom): H(p) = H(a, 1 − a) + a·H(first part) + (1 − a)·H(second part).
  @Test(arguments: seeds)
  func grouping(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 400)
    for count in 2...20 {
      let p = random.probabilities(count)
      let cut = 1 + random.integer(below: count - 1)
      let (first, second) = (Array(p[..<cut]), Array(p[cut...]))
      let a = first.reduce(0, +)
      let parts =
        a * (try Distribution(weights: first)).entropy(in: .bits) + (1 - a)
        * (try Distribution(weights: second)).entropy(in: .bits)
      #expect(close(entropy(p, in: .bits), binaryEntropy(a, in: .bits) + parts))
    }
  }

  /// Independent events: surprises add, to within rounding, and 1/p and 1 − p would not.
  @Test func surpriseAdds() {
    var random = SplitMix64(seed: 500)
    for _ in 0..<200 {
      let (p, q) = (1 - random.uniform(), 1 - random.uniform())
      #expect(close(selfInformation(p * q, in: .bits), selfInformation(p, in: .bits) + selfInformation(q, in: .bits)))
    }
  }
}
