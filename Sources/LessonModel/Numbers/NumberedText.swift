/// A text read as an alternation of text and numbers.
///
/// `texts` has one element more than `numbers`: text 0, number 0, text 1, ..., the last text. A text may be empty. Together
/// they cover every byte once.
package struct NumberedText: Sendable, Equatable {
  /// The text in UTF-8.
  package let bytes: [UInt8]

  /// What stands between the numbers, in bytes.
  package let texts: [Range<Int>]

  package let numbers: [Numeral]

  package init(_ text: String, grammar: NumberGrammar) {
    self.init(Array(text.utf8), grammar: grammar)
  }

  package init(_ bytes: [UInt8], grammar: NumberGrammar) {
    let scanner = NumberScanner(bytes: bytes, grammar: grammar)
    var texts: [Range<Int>] = []
    var numbers: [Numeral] = []
    var position = 0
    var textStart = 0
    var neighbor = NumberScanner.Neighbor.gap
    while position < bytes.count {
      switch scanner.piece(at: position, after: neighbor) {
      case .number(let numeral):
        texts.append(textStart..<position)
        numbers.append(numeral)
        position = numeral.range.upperBound
        textStart = position
        neighbor = .operand
      case .text(let end, let next):
        position = end
        neighbor = next
      }
    }
    texts.append(textStart..<bytes.count)
    self.bytes = bytes
    self.texts = texts
    self.numbers = numbers
  }

  /// Whether the text at `index` is the same in both.
  package func hasSameText(as other: NumberedText, at index: Int) -> Bool {
    bytes[texts[index]].elementsEqual(other.bytes[other.texts[index]])
  }

  /// Whether both say the same but for the numbers.
  package func hasSameTexts(as other: NumberedText) -> Bool {
    texts.count == other.texts.count && texts.indices.allSatisfy { hasSameText(as: other, at: $0) }
  }

  /// The characters of a range of bytes.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
