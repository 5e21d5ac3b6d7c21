/// A block of code: fenced, or indented.
package struct CodeBlock: Sendable, Equatable {
  /// The info string, unescaped; empty for an indented block.
  package var info: String
  /// The code: every line ends with a line feed.
  package var literal: String
  /// Where the fence and the code stand; nil for an indented block.
  package var fence: CodeFence?

  package init(info: String, literal: String, fence: CodeFence?) {
    self.info = info
    self.literal = literal
    self.fence = fence
  }

  /// The first word of the info string.
  package var language: String { info.split(separator: " ").first.map(String.init) ?? "" }
}

/// A fenced block in the bytes of its file.
package struct CodeFence: Sendable, Equatable {
  /// From the first fence character to the end of the last line, without its line end.
  package var range: Range<Int>
  /// The rest of the opening line, without blanks at its ends.
  package var info: Range<Int>
  /// The lines between the fences, line ends included.
  package var contentRange: Range<Int>
  package var code: PlacedText
  package var isClosed: Bool
  /// What stands before the closing fence on its line: `> ` in a quotation, blanks in a list.
  package var linePrefix: String
  /// What the fences are made of, and how many of it close the block.
  package var character: UInt8
  package var length: Int
  /// How many of it open the block.
  package var openingLength: Int

  package init(
    range: Range<Int>, info: Range<Int>, contentRange: Range<Int>, code: PlacedText, isClosed: Bool, linePrefix: String,
    character: UInt8, length: Int, openingLength: Int
  ) {
    self.range = range
    self.info = info
    self.contentRange = contentRange
    self.code = code
    self.isClosed = isClosed
    self.linePrefix = linePrefix
    self.character = character
    self.length = length
    self.openingLength = openingLength
  }
}

/// Lines of a block, without the marks of the lists and quotations around it, and where each of them stands in the file.
package struct PlacedText: Sendable, Equatable {
  /// The lines, each ended by a line feed.
  package var text: String
  /// For each line, where its first byte stands in the file.
  package var lineOffsets: [Int]
  /// For each line, where it begins in ``text``.
  package var lineStarts: [Int]

  package init(text: String, lineOffsets: [Int], lineStarts: [Int]) {
    self.text = text
    self.lineOffsets = lineOffsets
    self.lineStarts = lineStarts
  }

  /// Where a byte of ``text`` stands in the file.
  ///
  /// - Complexity: logarithmic in the number of lines.
  package func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    guard lineStarts.indices.contains(low) else { return lineOffsets.first ?? 0 }
    return lineOffsets[low] + offset - lineStarts[low]
  }
}
