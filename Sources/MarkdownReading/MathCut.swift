/// A formula in a text.
package struct MarkdownMath: Sendable, Equatable {
  /// What stands between the dollars, without the marks of quotations and the indentation of lists before its lines.
  package var tex: String
  /// Whether it stands on a line of its own in the page: `$$`.
  package var isDisplay: Bool
  /// For each byte of ``tex`` where it stands, and where the text behind it stands.
  package var offsets: [Int]
}

/// A text with its formulas cut out: the parser would take their stars, bars and backslashes for its own.
///
/// Each formula becomes as many letters as it has bytes, line by line, so that every place of the rest stays what it was. The
/// first letter is one that the text does not use; it leads back to the formula.
struct MathCut {
  var text: [UInt8]
  var formulas: [Formula] = []
  var unclosed: [Int] = []

  struct Formula {
    var math: MarkdownMath
    var range: Range<Int>
    /// What it is in the text, dollars and all.
    var original: String
    /// The letter that stands for its start, and how many letters follow.
    var mark: Unicode.Scalar
    var tail: Int
  }

  static let tailLetter = UInt8(ascii: "x")

  /// - Parameter tree: The events of the uncut text, which tell where code, HTML and tables stand.
  init(_ text: [UInt8], tree: [MarkdownEvent]) {
    self.text = text
    let lines = MathCut.lines(of: text)
    var opaque: Set<Int> = []
    var rows: Set<Int> = []
    for event in tree where event.phase != .exit {
      switch event.node {
      case .codeBlock(let code):
        // Lines that begin far right inside `$$` look like code; only a fence or an empty line before them makes them so.
        if code.fence != nil || event.start.line < 2 || lines[event.start.line - 2].isEmpty {
          opaque.formUnion((event.start.line - 1)...max(event.start.line - 1, event.end.line - 1))
        }
      case .htmlBlock(let html):
        opaque.formUnion((event.start.line - 1)..<(event.start.line - 1 + html.utf8.count { $0 == 10 }))
      case .tableRow: rows.insert(event.start.line - 1)
      default: break
      }
    }
    var scanner = MathScanner(text)
    scanner.scan(lines, opaque: opaque, rows: rows)
    unclosed = scanner.unclosed
    let marks = MathCut.unusedLetters(in: text)
    guard !marks.isEmpty else { return }
    for found in scanner.found { cut(found, lines, mark: marks[formulas.count % marks.count]) }
  }

  private mutating func cut(_ found: MathScanner.Found, _ lines: [Range<Int>], mark: Unicode.Scalar) {
    var tex: [UInt8] = []
    var offsets: [Int] = []
    var letters = 0
    let inner = found.isDisplay ? found.range.dropFirst(2).dropLast(2) : found.range.dropFirst().dropLast()
    let original = String(decoding: text[found.range], as: UTF8.self)
    let first = MathCut.lineIndex(of: found.range.lowerBound, in: lines)
    let quotations = text[lines[first].lowerBound..<found.range.lowerBound].count { $0 == UInt8(ascii: ">") }
    for line in lines[first...] {
      if line.lowerBound >= found.range.upperBound { break }
      let content = MathScanner.content(of: line, in: text, quotations: quotations).clamped(to: found.range)
      if line != lines[first] {
        tex.append(10)
        offsets.append(line.lowerBound - 1)
      }
      for offset in line == lines[first] ? line.clamped(to: found.range) : content {
        if inner.contains(offset) {
          tex.append(text[offset])
          offsets.append(offset)
        }
        text[offset] = Self.tailLetter
        letters += 1
      }
    }
    text.replaceSubrange(found.range.lowerBound..<(found.range.lowerBound + 2), with: Array(String(mark).utf8))
    let math = MarkdownMath(
      tex: String(decoding: tex, as: UTF8.self), isDisplay: found.isDisplay, offsets: offsets + [inner.upperBound])
    formulas.append(Formula(math: math, range: found.range, original: original, mark: mark, tail: letters - 2))
  }

  static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      if text[index] == 10 || text[index] == 13 {
        lines.append(start..<index)
        if text[index] == 13, index + 1 < text.count, text[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    return lines + [start..<text.count]
  }

  static func lineIndex(of offset: Int, in lines: [Range<Int>]) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Letters of two bytes that the text has none of.
  private static func unusedLetters(in text: [UInt8]) -> [Unicode.Scalar] {
    let candidates = Array(0x180...0x24F) + Array(0x250...0x2AF) + Array(0x400...0x47F) + Array(0x48A...0x52F)
    let used = Set(String(decoding: text, as: UTF8.self).unicodeScalars.lazy.map(\.value).filter { $0 >= 0x180 && $0 < 0x530 })
    return candidates.filter { !used.contains(UInt32($0)) }.compactMap { Unicode.Scalar(UInt32($0)) }
  }
}
