import LessonKit
import Testing

@Suite struct PublishedEntropyTests {
  static let textbooks: [Published] = [
    // Cover and Thomas, Elements of Information Theory, 2nd ed.
    .init("Cover & Thomas ex. 1.1.1, uniform on 32", entropy([Double](repeating: 1 / 32, count: 32), in: .bits), is: 5),
    .init(
      "Cover & Thomas ex. 1.1.2, horse race",
      entropy([1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64], in: .bits), is: 2),
    .init("Cover & Thomas ex. 2.1.1, fair coin", binaryEntropy(0.5, in: .bits), is: 1),
    .init("Cover & Thomas ex. 2.1.2", entropy([1 / 2, 1 / 4, 1 / 8, 1 / 8], in: .bits), is: 7 / 4),
    .init(
      "Cover & Thomas ex. 5.6.1, entropy 2.3 bits", entropy([0.25, 0.25, 0.2, 0.15, 0.15], in: .bits), is: 2.3, within: 0.05),
    .init("Cover & Thomas, World Series, H(Y)", entropy([1 / 8, 1 / 4, 5 / 16, 5 / 16], in: .bits), is: 1.924, within: 5e-4),
    .init(
      "Cover & Thomas, World Series, H(X)",
      entropy(
        [Double](repeating: 1 / 16, count: 2) + [Double](repeating: 1 / 32, count: 8) + [Double](repeating: 1 / 64, count: 20)
          + [Double](repeating: 1 / 128, count: 40), in: .bits), is: 5.8125),
    .init("Cover & Thomas problem 2.35, H(p)", entropy([1 / 2, 1 / 4, 1 / 4], in: .bits), is: 1.5),
    .init("Cover & Thomas problem 2.35, H(q) = log 3", entropy([1 / 3, 1 / 3, 1 / 3], in: .bits), is: 1.58496, within: 5e-6),
    // MacKay, Information Theory, Inference, and Learning Algorithms.
    .init("MacKay eq. (5.7), ensemble X", entropy([1 / 2, 1 / 4, 1 / 8, 1 / 8], in: .bits), is: 1.75),
    .init("MacKay ch. 9, H2(0.15)", binaryEntropy(0.15, in: .bits), is: 0.61, within: 5e-3),
    .init("MacKay ch. 9, H2(0.22)", binaryEntropy(0.22, in: .bits), is: 0.76, within: 5e-3),
    .init("MacKay ch. 9, H2(0.085)", binaryEntropy(0.085, in: .bits), is: 0.42, within: 5e-3),
    .init("MacKay ch. 1, H2(0.1), capacity 0.53", 1 - binaryEntropy(0.1, in: .bits), is: 0.53, within: 5e-3),
    .init("MacKay sec. 4.1, 4 v 4 of 12 balls", entropy([1 / 3, 1 / 3, 1 / 3], in: .bits), is: 1.58, within: 5e-3),
    // Shannon, A Mathematical Theory of Communication (1948), section 6, the grouping example, and section 7.
    .init(
      "Shannon, H(1/2, 1/3, 1/6) by groups", binaryEntropy(1 / 2, in: .bits) + binaryEntropy(1 / 3, in: .bits) / 2,
      is: entropy([1 / 2, 1 / 3, 1 / 6], in: .bits)),
    .init("H(1/2, 1/3, 1/6) (mpmath)", entropy([1 / 2, 1 / 3, 1 / 6], in: .bits), is: 1.4591479170272448),
    // Mitchell, Machine Learning, section 3.4: the PlayTennis table, and its subsets by Humidity and Wind.
    .init("Mitchell, 9+ 5-", entropy([9 / 14, 5 / 14], in: .bits), is: 0.940, within: 5e-4),
    .init("Mitchell, 3+ 4-", entropy([3 / 7, 4 / 7], in: .bits), is: 0.985, within: 5e-4),
    .init("Mitchell, 6+ 1-", entropy([6 / 7, 1 / 7], in: .bits), is: 0.592, within: 5e-4),
    .init("Mitchell, 6+ 2-", entropy([6 / 8, 2 / 8], in: .bits), is: 0.811, within: 5e-4),
    .init("Mitchell, 3+ 3-", entropy([3 / 6, 3 / 6], in: .bits), is: 1),
    // Olah, Visual Information Theory.
    .init("Olah, Bob's words", entropy([1 / 2, 1 / 4, 1 / 8, 1 / 8], in: .bits), is: 1.75),
  ]

  static let documentation: [Published] = [
    // scipy.stats.entropy, examples.
    .init("SciPy entropy([1/2, 1/2], base=2)", entropy([0.5, 0.5], in: .base(2)), is: 1),
    .init("SciPy entropy([9/10, 1/10], base=2)", entropy([0.9, 0.1], in: .bits), is: 0.46899559358928117),
    .init("SciPy, cross-entropy", crossEntropy([0.5, 0.5], [0.9, 0.1], in: .bits), is: 1.736965594166206),
    // Zhang et al., Dive into Deep Learning, section 22.11.
    .init("D2L self_information(1/64)", selfInformation(1 / 64, in: .bits), is: 6),
    .init("D2L entropy([0.1, 0.5, 0.1, 0.3])", entropy([0.1, 0.5, 0.1, 0.3], in: .bits), is: 1.6855, within: 5e-5),
    .init("D2L, which card", selfInformation(1 / 52, in: .bits), is: 5.7, within: 0.05),
    .init("D2L, order of a deck", (1...52).map { log2(Double($0)) }.reduce(0, +), is: 225.6, within: 0.05),
    // Wikipedia, "Perplexity" and "Entropy (information theory)"; Jurafsky and Martin, section 3.7.
    .init("Wikipedia, perplexity of (0.9, 0.1)", perplexity([0.9, 0.1]), is: 1.38, within: 5e-3),
    .init("Jurafsky & Martin, ten digits", perplexity([Double](repeating: 0.1, count: 10)), is: 10),
    .init("perplexity of a fair die", perplexity([Double](repeating: 1 / 6, count: 6)), is: 6),
    .init("the coin of 0.7, exact (mpmath); Wikipedia prints 0.8816", binaryEntropy(0.7, in: .bits), is: 0.88129089923069258),
    .init("the news of an exam, p = 0.001 (mpmath)", selfInformation(0.001, in: .bits), is: 9.9657842846620870),
    .init("the news of an exam, p = 0.999 (mpmath)", selfInformation(0.999, in: .bits), is: 0.0014434168696687174),
    .init("1 nat in bits (mpmath)", convertInformation(1, from: .nats, to: .bits), is: 1.4426950408889634),
    .init("a byte in bits", convertInformation(1, from: .base(256), to: .bits), is: 8),
    .init("Maximum on five outcomes (mpmath)", entropy([0.2, 0.2, 0.2, 0.2, 0.2], in: .bits), is: 2.3219280948873623),
    .init("a fair coin in hartleys (mpmath)", entropy([0.5, 0.5], in: .base(10)), is: 0.30102999566398120),
    .init("H(1/4, 3/4) (mpmath)", entropy([0.25, 0.75], in: .bits), is: 0.81127812445913283),
  ]

  @Test(arguments: textbooks + documentation)
  func meetsThePublishedValue(_ value: Published) { value.check() }

  /// MacKay, table 4.3: the game of submarine. Shots, share of squares not yet shot at, printed surprise in bits.
  @Test(arguments: [(1, 0.0227), (2, 0.0230), (32, 0.0443), (48, 0.0874)])
  func submarineMisses(shot: Int, printed: Double) {
    let left = Double(64 - shot + 1)
    // MacKay cuts the digits off instead of rounding them.
    #expect(abs(selfInformation((left - 1) / left, in: .bits) - printed) < 1e-4)
  }

  /// MacKay, section 4.1: 48 misses, then a hit, tell 6 bits, as does a hit at once.
  @Test func submarineTellsSixBits() {
    let misses = (1...48).map { selfInformation(Double(64 - $0) / Double(65 - $0), in: .bits) }
    #expect((misses.reduce(0, +) + selfInformation(1 / 16, in: .bits)).isApproximatelyEqual(to: 6, relative: 1e-13))
    #expect(selfInformation(1 / 64, in: .bits) == 6)
  }
}

/// MacKay, table 2.9 (probabilities and surprises of the letters of English) and section 5.5 (the Huffman code for them).
@Suite struct EnglishLettersTests {
  struct Letter: Sendable {
    let name: Character
    let probability: Double
    let surprise: Double
    let codeLength: Int
  }

  static let letters: [Letter] = [
    ("a", 0.0575, 4.1, 4), ("b", 0.0128, 6.3, 6), ("c", 0.0263, 5.2, 5), ("d", 0.0285, 5.1, 5), ("e", 0.0913, 3.5, 4),
    ("f", 0.0173, 5.9, 6), ("g", 0.0133, 6.2, 6), ("h", 0.0313, 5.0, 5), ("i", 0.0599, 4.1, 4), ("j", 0.0006, 10.7, 10),
    ("k", 0.0084, 6.9, 7), ("l", 0.0335, 4.9, 5), ("m", 0.0235, 5.4, 6), ("n", 0.0596, 4.1, 4), ("o", 0.0689, 3.9, 4),
    ("p", 0.0192, 5.7, 6), ("q", 0.0008, 10.3, 9), ("r", 0.0508, 4.3, 5), ("s", 0.0567, 4.1, 4), ("t", 0.0706, 3.8, 4),
    ("u", 0.0334, 4.9, 5), ("v", 0.0069, 7.2, 8), ("w", 0.0119, 6.4, 7), ("x", 0.0073, 7.1, 7), ("y", 0.0164, 5.9, 6),
    ("z", 0.0007, 10.4, 10), ("-", 0.1928, 2.4, 2),
  ].map { Letter(name: $0, probability: $1, surprise: $2, codeLength: $3) }

  @Test(arguments: letters)
  func surpriseOfALetter(_ letter: Letter) {
    // The printed surprises come from unrounded counts, so the rounded probabilities give them to one digit only.
    #expect(abs(selfInformation(letter.probability, in: .bits) - letter.surprise) < 0.1)
  }

  @Test func entropyOfALetter() {
    #expect(abs(entropy(Self.letters.map(\.probability), in: .bits) - 4.11) < 0.005)
  }

  @Test func huffmanCodeOfEnglish() {
    let probabilities = Self.letters.map(\.probability)
    let lengths = huffmanCodeLengths(probabilities)
    // MacKay, section 5.5: "expected length 4.15 bits, the entropy 4.11 bits".
    #expect(abs(expectedCodeLength(probabilities, lengths: lengths) - 4.15) < 0.005)
    #expect(lengths == Self.letters.map(\.codeLength))
  }
}
