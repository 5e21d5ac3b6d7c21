import LessonKit
import Testing

@Suite struct PublishedDivergenceTests {
  static let wikipediaP: [Double] = [9 / 25, 12 / 25, 4 / 25]
  static let thirds: [Double] = [1 / 3, 1 / 3, 1 / 3]
  static let olahP: [Double] = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
  static let olahQ: [Double] = [1 / 8, 1 / 2, 1 / 4, 1 / 8]

  static let values: [Published] = [
    .init("Cover & Thomas ex. 2.3.1, D(p||q)", klDivergence([0.5, 0.5], [0.75, 0.25], in: .bits), is: 0.2075, within: 5e-5),
    .init("Cover & Thomas ex. 2.3.1, D(q||p)", klDivergence([0.75, 0.25], [0.5, 0.5], in: .bits), is: 0.1887, within: 5e-5),
    .init(
      "Cover & Thomas problem 2.35, D(p||q)", klDivergence([1 / 2, 1 / 4, 1 / 4], thirds, in: .bits), is: 0.08496, within: 5e-6),
    .init(
      "Cover & Thomas problem 2.35, D(q||p)", klDivergence(thirds, [1 / 2, 1 / 4, 1 / 4], in: .bits), is: 0.08170, within: 5e-6),
    .init("Wikipedia KL, D(P||Q)", klDivergence(wikipediaP, thirds, in: .nats), is: 0.0852996, within: 5e-8),
    .init("Wikipedia KL, D(Q||P)", klDivergence(thirds, wikipediaP, in: .nats), is: 0.097455, within: 5e-7),
    .init(
      "SciPy entropy([1/2, 1/2], qk=[9/10, 1/10])", klDivergence([0.5, 0.5], [0.9, 0.1], in: .nats), is: 0.5108256237659907),
    .init("SciPy, relative entropy, base 2", klDivergence([0.5, 0.5], [0.9, 0.1], in: .bits), is: 0.7369655941662062),
    .init("SciPy jensenshannon([1, 0, 0], [0, 1, 0], 2.0)", jensenShannonDistance([1, 0, 0], [0, 1, 0], in: .bits), is: 1),
    .init(
      "SciPy jensenshannon([1, 0], [0.5, 0.5])", jensenShannonDistance([1, 0], [0.5, 0.5], in: .nats), is: 0.46450140402245893),
    .init("SciPy jensenshannon([1, 0, 0], [1, 0, 0])", jensenShannonDistance([1, 0, 0], [1, 0, 0], in: .nats), is: 0),
    .init("Olah, H_q(p)", crossEntropy(olahP, olahQ, in: .bits), is: 2.375),
    .init("Olah, H_p(q)", crossEntropy(olahQ, olahP, in: .bits), is: 2.25),
    // Goodfellow et al., Generative Adversarial Nets (2014), theorem 1: −log 4 + 2·JSD; disjoint supports give 0.
    .init("GAN value, disjoint", -log(4) + 2 * jensenShannonDivergence([1, 0], [0, 1], in: .nats), is: 0, within: 1e-15),
    .init("KL(Bernoulli 0.5 || 0.9), closed form", klDivergence([0.5, 0.5], [0.1, 0.9], in: .nats), is: log(5.0 / 3)),
    // Keras 3, KLDivergence class documentation: mean of two rows is 0.458, with ε = 1e−7 clipping.
    .init(
      "Keras KLDivergence",
      (klDivergence([1e-7, 1], [0.6, 0.4], in: .nats) + klDivergence([1e-7, 1e-7], [0.4, 0.6], in: .nats)) / 2, is: 0.458,
      within: 5e-4),
    .init("TV of coins 1/2 and 3/4", totalVariation([0.5, 0.5], [0.75, 0.25]), is: 0.25),
    .init("Hellinger of coins 1/2 and 3/4 (mpmath)", hellingerDistance([0.5, 0.5], [0.75, 0.25]), is: 0.18459191128251453),
    .init("Hellinger, disjoint", hellingerDistance([1, 0], [0, 1]), is: 1),
    .init(
      "JSD of coins 1/2 and 3/4 (mpmath)", jensenShannonDivergence([0.5, 0.5], [0.75, 0.25], in: .bits),
      is: 0.048794940695398533),
    .init("KL of coins 1/2 and 3/4 (mpmath)", klDivergence([0.5, 0.5], [0.75, 0.25], in: .bits), is: 0.20751874963942190),
    .init("KL of coins 3/4 and 1/2 (mpmath)", klDivergence([0.75, 0.25], [0.5, 0.5], in: .bits), is: 0.18872187554086717),
  ]

  @Test(arguments: values)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  @Test func zeros() {
    #expect(klDivergence([0.5, 0.5], [1, 0], in: .nats) == .infinity)
    #expect(klDivergence([1, 0], [0.5, 0.5], in: .bits) == 1)
    #expect(klDivergence([1, 0], [1, 0], in: .bits) == 0)
    #expect(crossEntropy([0.5, 0.5], [1, 0], in: .nats) == .infinity)
    #expect(crossEntropy([1, 0], [1, 0], in: .nats) == 0)
    #expect(entropy([1, 0], in: .bits) == 0)
    #expect(entropy([1, 0], in: .bits).sign == .plus)
    #expect(entropy([], in: .bits) == 0)
    #expect(selfInformation(0, in: .bits) == .infinity)
    #expect(selfInformation(1, in: .nats).sign == .plus)
    #expect(entropy([-0.5, 1.5], in: .bits).isNaN)
    #expect(binaryEntropy(-0.1, in: .bits).isNaN)
    #expect(perplexity([0.5, 0.5], [1, 0]) == .infinity)
    // The quotient would overflow, the logarithms do not.
    let least = Double.leastNonzeroMagnitude
    #expect(klDivergence([1], [least], in: .bits) == 1074)
  }

  /// Three coins for which D(p‖r) > D(p‖q) + D(q‖r).
  @Test func triangleInequalityFails() {
    let (p, q, r) = ([0.5, 0.5], [0.25, 0.75], [0.05, 0.95])
    let direct = klDivergence(p, r, in: .bits)
    #expect(direct > klDivergence(p, q, in: .bits) + klDivergence(q, r, in: .bits))
  }
}
