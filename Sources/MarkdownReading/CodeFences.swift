import LessonModel

extension CodeFence {
  /// Finds a fenced block again in the bytes of its file: the parser tells lines, a splice needs offsets.
  ///
  /// - Parameters:
  ///   - literal: The code as the parser gives it.
  ///   - character: What the fence is made of, `length` times.
  ///   - line: The line of the opening fence, and where on it the fence begins, from 1.
  init?(
    literal: String, of character: UInt8, length: Int, line: Int, column: Int, in source: SourceText
  ) {
    let opening = source.lineRange(line)
    guard let start = Self.run(of: character, length, in: opening, from: column - 1, source) else { return nil }
    var contentLines = literal.utf8.split(separator: 10, omittingEmptySubsequences: false)
    if contentLines.last?.isEmpty == true { contentLines.removeLast() }
    let closingLine = line + contentLines.count + 1
    let closing = source.lineRange(closingLine)
    let closingRun =
      closingLine <= source.lineStarts.count ? Self.closingRun(of: character, length, in: closing, source) : nil
    let contentStart = line < source.lineStarts.count ? source.lineStarts[line] : source.bytes.count
    let contentEnd = closingLine <= source.lineStarts.count ? source.lineStarts[closingLine - 1] : source.bytes.count
    let lastLine = closingRun == nil ? source.lineRange(closingLine - 1) : closing
    self.init(
      range: start..<max(lastLine.upperBound, start), info: Self.info(after: start, opening, character, source),
      contentRange: min(contentStart, contentEnd)..<contentEnd,
      code: Self.code(contentLines.map { Array($0) }, firstLine: line + 1, source), isClosed: closingRun != nil,
      linePrefix: closingRun.map { source.text(closing.lowerBound..<$0.start) } ?? "", character: character,
      length: closingRun?.length ?? length, openingLength: length)
  }

  private static func run(
    of character: UInt8, _ length: Int, in line: Range<Int>, from column: Int, _ source: SourceText
  ) -> Int? {
    let wanted = [UInt8](repeating: character, count: length)
    for first in [line.lowerBound + max(column, 0), line.lowerBound] {
      var index = first
      while index + length <= line.upperBound {
        if source.bytes[index..<(index + length)].elementsEqual(wanted) { return index }
        index += 1
      }
    }
    return nil
  }

  private static func info(after start: Int, _ line: Range<Int>, _ character: UInt8, _ source: SourceText) -> Range<Int> {
    var first = start
    while first < line.upperBound, source.bytes[first] == character { first += 1 }
    while first < line.upperBound, source.bytes[first].isBlank { first += 1 }
    var last = line.upperBound
    while last > first, source.bytes[last - 1].isBlank { last -= 1 }
    return first..<last
  }

  /// The closing fence on a line that holds nothing else but the marks of lists and quotations.
  private static func closingRun(
    of character: UInt8, _ length: Int, in line: Range<Int>, _ source: SourceText
  ) -> (start: Int, length: Int)? {
    var last = line.upperBound
    while last > line.lowerBound, source.bytes[last - 1].isBlank { last -= 1 }
    var first = last
    while first > line.lowerBound, source.bytes[first - 1] == character { first -= 1 }
    guard last - first >= length else { return nil }
    let before = source.bytes[line.lowerBound..<first]
    return before.allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") } ? (first, last - first) : nil
  }

  /// The code with the place of each line: the parser's line is the end of the file's line, unless it expanded a tab.
  private static func code(_ lines: [[UInt8]], firstLine: Int, _ source: SourceText) -> PlacedText {
    var text: [UInt8] = []
    var code = PlacedText(text: "", lineOffsets: [], lineStarts: [])
    for (index, parsed) in lines.enumerated() {
      let range = source.lineRange(firstLine + index)
      let line = source.bytes[range]
      let wanted = parsed.last == 13 ? parsed.dropLast() : parsed[...]
      var offset = range.lowerBound
      if line.count >= wanted.count, line.suffix(wanted.count).elementsEqual(wanted) {
        offset = range.upperBound - wanted.count
      } else {
        offset += line.prefix { $0.isBlank || $0 == UInt8(ascii: ">") }.count
      }
      code.lineOffsets.append(offset)
      code.lineStarts.append(text.count)
      text += wanted + [10]
    }
    code.text = String(decoding: text, as: UTF8.self)
    return code
  }
}
