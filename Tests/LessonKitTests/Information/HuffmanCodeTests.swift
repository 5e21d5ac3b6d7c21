import LessonKit
import Testing

@Suite struct HuffmanCodeTests {
  @Test func publishedCodes() {
    // Cover and Thomas, example 5.6.1: lengths 2, 2, 2, 3, 3 and mean length 2.3.
    let cover = [0.25, 0.25, 0.2, 0.15, 0.15]
    #expect(huffmanCodeLengths(cover) == [2, 2, 2, 3, 3])
    #expect(expectedCodeLength(cover, lengths: huffmanCodeLengths(cover)).isApproximatelyEqual(to: 2.3, relative: 1e-14))
    // Wikipedia, "Huffman coding", table of five symbols: lengths 3, 3, 2, 2, 2, mean 2.25, entropy 2.205.
    let wikipedia = [0.10, 0.15, 0.30, 0.16, 0.29]
    #expect(huffmanCodeLengths(wikipedia) == [3, 3, 2, 2, 2])
    #expect(
      expectedCodeLength(wikipedia, lengths: huffmanCodeLengths(wikipedia)).isApproximatelyEqual(to: 2.25, relative: 1e-14))
    #expect(abs(entropy(wikipedia, in: .bits) - 2.205) < 5e-4)
    // Same page: "this is an example of a huffman tree" takes 135 bits.
    let sentence: [Double] = [7, 4, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]
    let bits = zip(sentence, huffmanCodeLengths(sentence)).map { $0 * Double($1) }.reduce(0, +)
    #expect(bits == 135)
    // Cormen et al., Introduction to Algorithms, section 16.3: a to f with 45, 13, 12, 16, 9, 5 thousand; 224 000 bits.
    let cormen: [Double] = [45, 13, 12, 16, 9, 5]
    #expect(huffmanCodeLengths(cormen) == [1, 3, 3, 3, 4, 4])
    #expect(zip(cormen, huffmanCodeLengths(cormen)).map { $0 * Double($1) }.reduce(0, +) == 224)
    // Cover and Thomas, example 1.1.2: the horse race needs 1, 2, 3, 4, 6, 6, 6, 6 bits, 2 on average.
    let horses: [Double] = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64]
    #expect(huffmanCodeLengths(horses) == [1, 2, 3, 4, 6, 6, 6, 6])
    #expect(expectedCodeLength(horses, lengths: huffmanCodeLengths(horses)) == 2)
    // Cover and Thomas, section 5.8: for (1/3, 1/3, 1/4, 1/12) lengths (2, 2, 2, 2) and (1, 2, 3, 3) are both optimal.
    #expect(huffmanCodeLengths([1 / 3, 1 / 3, 1 / 4, 1 / 12]) == [2, 2, 2, 2])
  }

  @Test func canonicalWords() {
    // RFC 1951, section 3.2.2: lengths (3, 3, 3, 3, 3, 2, 4, 4) for ABCDEFGH.
    #expect(
      canonicalCode(lengths: [3, 3, 3, 3, 3, 2, 4, 4]) == ["010", "011", "100", "101", "110", "00", "1110", "1111"])
    #expect(canonicalCode(lengths: [0]) == [""])
    #expect(canonicalCode(lengths: []) == [])
  }

  @Test func fewSymbols() {
    #expect(huffmanCodeLengths([]) == [])
    #expect(huffmanCodeLengths([1]) == [0])
    #expect(huffmanCodeLengths([0.1, 0.9]) == [1, 1])
    #expect(huffmanCodeLengths([1, 0, 0]) == [1, 2, 2])
  }

  /// Shannon's bounds, Kraft equality, no word the beginning of another, and no better code among all small ones.
  @Test(arguments: 1...20)
  func laws(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let p = random.probabilities(2 + random.integer(below: 30))
    let lengths = huffmanCodeLengths(p)
    let mean = expectedCodeLength(p, lengths: lengths)
    let h = entropy(p, in: .bits)
    #expect(mean >= h - 1e-14 && mean < h + 1)
    #expect(kraftSum(lengths) == 1)
    let words = canonicalCode(lengths: lengths).sorted()
    #expect(words.map(\.count).sorted() == lengths.sorted())
    #expect(zip(words, words.dropFirst()).allSatisfy { !$1.hasPrefix($0) })
  }

  @Test(arguments: 1...10)
  func noCodeOfFourWordsIsShorter(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let p = random.probabilities(4)
    let best = expectedCodeLength(p, lengths: huffmanCodeLengths(p))
    for code in 0..<256 {
      let lengths = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3].map { $0 + 1 }
      guard kraftSum(lengths) <= 1 else { continue }
      #expect(expectedCodeLength(p, lengths: lengths) >= best - 1e-15)
    }
  }
}
