internal import MarkdownReading

/// A fenced block found again in the bytes of its file: the parser tells lines, a splice needs offsets.
struct LocatedFence: Equatable {
  /// From the first fence character to the end of the last line, without its line end.
  var range: Range<Int>
  /// The rest of the opening line, without blanks at its ends.
  var info: Range<Int>
  /// The lines between the fences, line ends included.
  var contentRange: Range<Int>
  var code: BlockCode
  var isClosed: Bool
  var linePrefix: String
  var fenceLength: Int
}

enum FenceLocator {
  /// Finds the fence of a code block.
  ///
  /// - Parameters:
  ///   - line: The line of the opening fence.
  ///   - column: Where it begins, from 1.
  static func locate(_ block: MarkdownCodeBlock, line: Int, column: Int, in source: SourceText) -> LocatedFence? {
    guard let fence = block.fence else { return nil }
    let opening = source.lineRange(line)
    guard let start = run(of: fence, in: opening, from: column - 1, source) else { return nil }
    var contentLines = block.literal.utf8.split(separator: 10, omittingEmptySubsequences: false)
    if contentLines.last?.isEmpty == true { contentLines.removeLast() }
    let code = self.code(contentLines.map { Array($0) }, firstLine: line + 1, source)
    let closingLine = line + contentLines.count + 1
    let closing = source.lineRange(closingLine)
    let closingRun = closingLine <= source.lineStarts.count ? closingRun(of: fence, in: closing, source) : nil
    let contentStart = line < source.lineStarts.count ? source.lineStarts[line] : source.bytes.count
    let contentEnd = closingLine <= source.lineStarts.count ? source.lineStarts[closingLine - 1] : source.bytes.count
    let lastLine = closingRun == nil ? source.lineRange(closingLine - 1) : closing
    return LocatedFence(
      range: start..<max(lastLine.upperBound, start), info: info(after: start, opening, fence, source),
      contentRange: min(contentStart, contentEnd)..<contentEnd, code: code, isClosed: closingRun != nil,
      linePrefix: closingRun.map { source.text(closing.lowerBound..<$0.start) } ?? "",
      fenceLength: closingRun?.length ?? fence.length)
  }

  private static func run(of fence: MarkdownFence, in line: Range<Int>, from column: Int, _ source: SourceText) -> Int? {
    let wanted = [UInt8](repeating: fence.character, count: fence.length)
    for first in [line.lowerBound + max(column, 0), line.lowerBound] {
      var index = first
      while index + fence.length <= line.upperBound {
        if source.bytes[index..<(index + fence.length)].elementsEqual(wanted) { return index }
        index += 1
      }
    }
    return nil
  }

  private static func info(after start: Int, _ line: Range<Int>, _ fence: MarkdownFence, _ source: SourceText) -> Range<Int> {
    var first = start
    while first < line.upperBound, source.bytes[first] == fence.character { first += 1 }
    while first < line.upperBound, isBlank(source.bytes[first]) { first += 1 }
    var last = line.upperBound
    while last > first, isBlank(source.bytes[last - 1]) { last -= 1 }
    return first..<last
  }

  /// The closing fence on a line that holds nothing else but the marks of lists and quotations.
  private static func closingRun(
    of fence: MarkdownFence, in line: Range<Int>, _ source: SourceText
  ) -> (start: Int, length: Int)? {
    var last = line.upperBound
    while last > line.lowerBound, isBlank(source.bytes[last - 1]) { last -= 1 }
    var first = last
    while first > line.lowerBound, source.bytes[first - 1] == fence.character { first -= 1 }
    guard last - first >= fence.length else { return nil }
    let before = source.bytes[line.lowerBound..<first]
    return before.allSatisfy { isBlank($0) || $0 == UInt8(ascii: ">") } ? (first, last - first) : nil
  }

  /// The code with the place of each line: the parser's line is the end of the file's line, unless it expanded a tab.
  private static func code(_ lines: [[UInt8]], firstLine: Int, _ source: SourceText) -> BlockCode {
    var text: [UInt8] = []
    var code = BlockCode(text: "", lineOffsets: [], lineStarts: [])
    for (index, parsed) in lines.enumerated() {
      let range = source.lineRange(firstLine + index)
      let line = source.bytes[range]
      let wanted = parsed.last == 13 ? parsed.dropLast() : parsed[...]
      var offset = range.lowerBound
      if line.count >= wanted.count, line.suffix(wanted.count).elementsEqual(wanted) {
        offset = range.upperBound - wanted.count
      } else {
        offset += line.prefix { isBlank($0) || $0 == UInt8(ascii: ">") }.count
      }
      code.lineOffsets.append(offset)
      code.lineStarts.append(text.count)
      text += wanted + [10]
    }
    code.text = String(decoding: text, as: UTF8.self)
    return code
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
