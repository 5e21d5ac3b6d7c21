import LessonModel

/// The lines of what cmark parsed and where they stand in the file.
///
/// The text that is parsed is the file from some line on, or that with formulas, citations and destinations cut out; both have
/// the same lines, so that a line leads from one to the other.
struct ParsedLines {
  let source: SourceText
  /// Where the parsed text begins in the file.
  let start: Int
  /// What cmark parsed.
  let text: SourceText
  /// The line of the file that the parsed text begins on.
  private let firstLine: Int

  init(_ source: SourceText, from start: Int, text: [UInt8]) {
    self.source = source
    self.start = start
    self.text = SourceText(path: source.path, bytes: text)
    self.firstLine = source.position(of: start).line
  }

  var count: Int { text.lineStarts.count }

  /// The line of the file that line `line` of the parsed text is.
  func fileLine(_ line: Int) -> Int { firstLine + max(line, 1) - 1 }

  /// A refusal of the parsed text as one of the file.
  func placed(_ refusal: MarkdownRefusal) -> MarkdownRefusal {
    MarkdownRefusal(line: fileLine(refusal.line), message: refusal.message)
  }

  /// The bytes of the file that line `line` of the parsed text stands for, without its end.
  func range(_ line: Int) -> Range<Int> {
    let range = source.lineRange(fileLine(line))
    return max(range.lowerBound, start)..<max(range.upperBound, start)
  }

  /// The byte of the file at a line and column of the parsed text, where nothing is cut out before it on its line.
  func offset(_ line: Int, _ column: Int) -> Int {
    let range = range(line)
    return min(range.lowerBound + max(column - 1, 0), range.upperBound)
  }

  /// The last line up to `line` that holds more than blanks, but none before `first`.
  func lastFilled(_ line: Int, notBefore first: Int) -> Int {
    var line = min(line, count)
    while line > first, source.bytes[range(line)].allSatisfy(\.isBlank) { line -= 1 }
    return max(line, first)
  }

  /// A line's own text in the file: behind blanks and the marks of up to so many quotations.
  func content(_ line: Int, quotations: Int) -> Range<Int> {
    let range = range(line)
    var first = range.lowerBound
    var marks = 0
    while first < range.upperBound {
      if source.bytes[first] == UInt8(ascii: ">"), marks < quotations {
        marks += 1
      } else if !source.bytes[first].isBlank {
        break
      }
      first += 1
    }
    return first..<range.upperBound
  }
}

extension UInt8 {
  /// A blank or a tab.
  var isBlank: Bool { self == 32 || self == 9 }
  /// What parts words in a link or a tag.
  var isSpace: Bool { self == 32 || (9...13).contains(self) }
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (97...122).contains(self | 32) }
  /// What words and keys are made of: letters of all alphabets count, and every byte of theirs is above ASCII.
  var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 128 }
  /// What a backslash can escape.
  var isPunctuation: Bool {
    switch self {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
}
