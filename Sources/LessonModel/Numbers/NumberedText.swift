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

  /// A text of prose whose decimals stand behind a comma and whose thousands are parted by points.
  package init(decimalCommas bytes: [UInt8]) {
    let swapped = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }
    let numbers = NumberedText(swapped, grammar: .prose).numbers.map { numeral in
      let text = String(decoding: bytes[numeral.range], as: UTF8.self)
      guard case .finite(let value, var notation) = numeral.form else {
        return Numeral(text: text, range: numeral.range, form: numeral.form)
      }
      notation.decimalMark = ","
      if notation.separator != nil { notation.separator = "." }
      return Numeral(text: text, range: numeral.range, form: .finite(value, notation))
    }
    self.init(bytes, numbers: numbers)
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

  /// A text whose numbers are known, in its order.
  package init(_ bytes: [UInt8], numbers: [Numeral]) {
    let ends = [0] + numbers.map(\.range.upperBound)
    let starts = numbers.map(\.range.lowerBound) + [bytes.count]
    self.bytes = bytes
    self.texts = zip(ends, starts).map { $0..<$1 }
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
