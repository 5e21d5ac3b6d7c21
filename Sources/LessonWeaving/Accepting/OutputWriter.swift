import LessonModel

/// Writes output fences as the text around them is written: same line ends, same marks of lists and quotations.
enum OutputWriter {
  /// A fence with its content, without blanks before its first line and without a line end behind its last.
  static func fence(for text: String, character: Character, atLeast length: Int, prefix: String, lineEnd: String) -> String {
    let mark = String(repeating: character, count: max(length, longestRun(of: character, in: text) + 1))
    return mark + "output" + lineEnd + lines(text, prefix: prefix, lineEnd: lineEnd) + prefix + mark
  }

  /// A recorded output with other lines: its fences stay as they are unless a line would close them.
  static func rewritten(_ recorded: CodeFence, _ text: String, in source: SourceText) -> String {
    let opening = source.text(recorded.range.lowerBound..<recorded.contentRange.lowerBound)
    let closing = source.text(recorded.contentRange.upperBound..<recorded.range.upperBound)
    let character = Character(Unicode.Scalar(recorded.character))
    let lineEnd = source.lineEnd
    if longestRun(of: character, in: text) >= recorded.openingLength {
      return fence(
        for: text, character: character, atLeast: recorded.openingLength, prefix: recorded.linePrefix, lineEnd: lineEnd)
    }
    return opening + lines(text, prefix: recorded.linePrefix, lineEnd: lineEnd) + closing
  }

  private static func lines(_ text: String, prefix: String, lineEnd: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { ($0.isEmpty ? trimmed(prefix) : prefix + $0) + lineEnd }.joined()
  }

  static func trimmed(_ prefix: String) -> String {
    var prefix = prefix
    while prefix.last == " " || prefix.last == "\t" { prefix.removeLast() }
    return prefix
  }

  /// The longest run of a fence character with which a line begins.
  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    for line in text.split(separator: Character("\n")) {
      let run = line.drop { $0 == " " }.prefix { $0 == character }.count
      if run >= 3 { longest = max(longest, run) }
    }
    return longest
  }
}
