import LessonModel

/// The text of a paragraph, a heading or a row of a table as the parser reads its inlines: without the marks of quotations and
/// lists, its lines parted by line feeds. Each byte knows where it stands in the file.
struct LeafText {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [Int] = []
  /// What inlines never reach out of: the cells of a row, else all of it.
  private(set) var pieces: [Range<Int>] = []
  /// Where in a paragraph lines begin that will be a table once the bars in their formulas are cut out.
  private(set) var rows: Int?
  /// How many quotations it stands in.
  private let quotations: Int
  /// Its last line in the parsed text; nil for a row, out of which nothing reaches.
  private let lastLine: Int?

  /// A paragraph, or a heading with a line under it.
  ///
  /// - Parameters:
  ///   - content: Its lines as the parser cut them out.
  ///   - place: The lines of the parsed text that they stand on.
  init(paragraph content: [Substring.UTF8View], on place: ClosedRange<Int>, quotations: Int, in lines: ParsedLines) {
    self.quotations = quotations
    lastLine = place.upperBound
    var previous = 0
    for (line, text) in zip(place, content) {
      if line > place.lowerBound { append(10, at: lines.range(line - 1).upperBound) }
      if rows == nil, line > place.lowerBound, Self.isDelimiter(text) { rows = previous }
      previous = bytes.count
      let range = lines.range(line)
      if lines.source.bytes[range].suffix(text.count).elementsEqual(text) {
        append((range.upperBound - text.count)..<range.upperBound, of: lines)
      } else {
        // The parser took a tab apart, or took a bar for escaped.
        append(lines.content(line, quotations: quotations), of: lines)
      }
    }
    pieces = [0..<bytes.count]
  }

  /// A heading that begins with `#`.
  ///
  /// - Parameter line: From its first byte to the end of its line.
  init(heading content: Substring.UTF8View, in line: Range<Int>, number: Int, quotations: Int, of lines: ParsedLines) {
    self.quotations = quotations
    lastLine = number
    let text = lines.source.bytes[line].drop { $0 == UInt8(ascii: "#") }.drop(while: \.isBlank)
    append(text.prefix(content.count).indices, of: lines)
    pieces = [0..<bytes.count]
  }

  /// A row of a table: a bar parts its cells unless a backslash stands before it, which then falls away.
  init(row: Range<Int>, quotations: Int, in lines: ParsedLines) {
    self.quotations = quotations
    lastLine = nil
    var start = 0
    for offset in row {
      let byte = lines.source.bytes[offset]
      let isBar = byte == UInt8(ascii: "|")
      if isBar, bytes.count > start, bytes.last == UInt8(ascii: "\\") {
        bytes.removeLast()
        offsets.removeLast()
      } else if isBar {
        pieces.append(start..<bytes.count)
        start = bytes.count + 1
      }
      append(byte, at: offset)
    }
    pieces.append(min(start, bytes.count)..<bytes.count)
  }

  /// The text with lines of the file below it, up to an empty one, one of `opaque` or the end.
  func extended(by lines: ParsedLines, opaque: Set<Int>) -> LeafText {
    guard let lastLine else { return self }
    var longer = self
    var line = lastLine + 1
    while line <= lines.count, !opaque.contains(line) {
      let content = lines.content(line, quotations: quotations)
      if content.isEmpty { break }
      longer.append(10, at: lines.range(line - 1).upperBound)
      longer.append(content, of: lines)
      line += 1
    }
    return longer
  }

  /// The bytes of the file that a stretch of the text stands for, line by line, without what stands before the lines.
  func segments(_ range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    for (number, line) in bytes[range].split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let text = number == 0 ? line : line.drop(while: \.isBlank)
      let first = text.startIndex < offsets.count ? offsets[text.startIndex] : (offsets.last ?? -1) + 1
      segments.append(first..<(text.isEmpty ? first : offsets[text.endIndex - 1] + 1))
    }
    return segments
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  private mutating func append(_ range: Range<Int>, of lines: ParsedLines) {
    bytes += lines.source.bytes[range]
    offsets += range
  }

  /// The line under the header of a table.
  private static func isDelimiter(_ line: Substring.UTF8View) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
      && line.allSatisfy { $0.isSpace || "|-:".utf8.contains($0) }
  }
}

extension Formula {
  /// - Parameter segments: Its bytes in the file, line by line, dollars and all.
  init(_ segments: [Range<Int>], isDisplay: Bool, in source: SourceText) {
    var tex: [UInt8] = []
    var offsets: [Int] = []
    for segment in segments {
      if let last = offsets.last {
        tex.append(10)
        offsets.append(last + 1)
      }
      tex += source.bytes[segment]
      offsets += segment
    }
    let width = isDisplay ? 2 : 1
    self.init(
      key: FormulaKey(tex: String(decoding: tex.dropFirst(width).dropLast(width), as: UTF8.self), isDisplay: isDisplay),
      offsets: Array(offsets.dropFirst(width).dropLast(width - 1)))
  }
}
