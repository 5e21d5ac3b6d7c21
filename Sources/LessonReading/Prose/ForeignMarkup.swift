import LessonModel

/// Tells of what is markup in other dialects and only text here, each with how it is written here.
enum ForeignMarkup {
  /// - Parameter document: The tree of the whole lesson.
  static func faults(in document: [DocumentBlock], of source: SourceText) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    func warn(_ message: String, at offset: Int) {
      faults.append(Diagnostic(.foreignMarkup, message, in: source, at: offset, severity: .warning))
    }
    document.walk { block in
      switch block.kind {
      case .paragraph:
        for (number, line) in lines(of: block.range, in: source).enumerated() {
          if number == 0, let message = boxes(line) { warn(message, at: line.startIndex) }
          if number > 0, line.starts(with: ": ".utf8) {
            warn(
              "definition lists are only text here; write a list whose items begin with a bold word: '- **Word**: what it means'",
              at: line.startIndex)
          }
        }
      case .heading:
        if let line = lines(of: block.range, in: source).first, let brace = attributes(line) {
          warn("attributes of a heading are only text here; its anchor is made of its words, so take them out", at: brace)
        }
      case .table(let table):
        for row in [table.header] + table.rows {
          for place in formulas(in: row.range, apartFrom: row.cells.flatMap(\.self).opaqueRanges, source.bytes) {
            warn(formulaMessage, at: place)
          }
        }
        return
      default: return
      }
      for place in formulas(in: block.range, apartFrom: block.texts.flatMap(\.self).opaqueRanges, source.bytes) {
        warn(formulaMessage, at: place)
      }
    }
    return faults
  }

  private static let formulaMessage =
    "these are only escaped brackets here; a formula is written '$x$' in a line and '$$x$$' on lines of its own"

  /// The lines of a text without the marks of the quotations around it.
  private static func lines(of range: Range<Int>, in source: SourceText) -> [ArraySlice<UInt8>] {
    let first = source.position(of: range.lowerBound).line
    return (first...max(first, source.position(of: range.upperBound).line)).map { number in
      let line = source.lineRange(number)
      let start = max(line.lowerBound, range.lowerBound)
      return source.bytes[start..<max(start, line.upperBound)].drop { " \t>".utf8.contains($0) }
    }
  }

  /// What is said of a line that opens a box in another dialect; nil for any other.
  private static func boxes(_ line: ArraySlice<UInt8>) -> String? {
    for mark in [":::", "!!! ", "??? "] where line.starts(with: mark.utf8) {
      // The line that closes such a box says nothing new.
      if line.dropFirst(mark.utf8.count).allSatisfy({ " \t:".utf8.contains($0) }) { return nil }
      return
        "'\(mark.prefix(3))' opens no box here; a callout is a quotation that begins with '> [!NOTE]' (or TIP, WARNING, EXERCISE …)"
    }
    return nil
  }

  /// Where `{#name}` or `{.class}` stands at the end of a heading.
  private static func attributes(_ line: ArraySlice<UInt8>) -> Int? {
    var line = line
    while let last = line.last, " \t#".utf8.contains(last) { line.removeLast() }
    guard line.last == UInt8(ascii: "}"), let brace = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
    return "#.".utf8.contains(line[brace + 1]) ? brace : nil
  }

  /// Where `\(x)` with a backslash before each bracket stands, and `\[x]` in the same way on lines of its own.
  private static func formulas(in range: Range<Int>, apartFrom opaque: [Range<Int>], _ bytes: [UInt8]) -> [Int] {
    let (backslash, backtick) = (UInt8(ascii: "\\"), UInt8(ascii: "`"))
    var places: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound,
      let mark = bytes[place..<range.upperBound].firstIndex(where: { $0 == backslash || $0 == backtick })
    {
      place = mark
      if let skipped = opaque.first(where: { $0.contains(place) }) {
        place = skipped.upperBound
      } else if bytes[place] == backtick {
        place = CodeSpan.end(at: place, to: range.upperBound, of: bytes)
      } else if bytes[place] == backslash, place + 1 < range.upperBound {
        let isDisplay = bytes[place + 1] == UInt8(ascii: "[")
        let closing = [backslash, isDisplay ? UInt8(ascii: "]") : UInt8(ascii: ")")]
        let inner = bytes[(place + 2)..<range.upperBound]
        if isDisplay || bytes[place + 1] == UInt8(ascii: "("), let end = inner.firstRange(of: closing),
          end.lowerBound > inner.startIndex, !isDisplay || isAlone(place..<end.upperBound, bytes)
        {
          places.append(place)
          place = end.upperBound
        } else {
          place += 2
        }
      } else {
        place += 1
      }
    }
    return places
  }

  /// Whether a piece begins its line and ends one: brackets in a line are escaped for other reasons.
  private static func isAlone(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<range.lowerBound].last { !" \t>".utf8.contains($0) }
    let behind = bytes[range.upperBound...].first { !" \t.,".utf8.contains($0) }
    return [nil, 10, 13].contains(before) && [nil, 10, 13].contains(behind)
  }
}

extension [Inline] {
  /// The bytes in which a backslash has a meaning of its own: values and formulas.
  fileprivate var opaqueRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    walk { inline in
      switch inline {
      case .value(let value): ranges.append(value.range)
      case .formula(let formula):
        if let first = formula.offsets.first, let last = formula.offsets.last { ranges.append(first..<last + 1) }
      default: break
      }
    }
    return ranges
  }
}
