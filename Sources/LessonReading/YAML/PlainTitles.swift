import LessonModel

/// Titles and summaries as people write them: `title: The Big L: Logistics` and `title: C# and #1` are no YAML, or less of it
/// than it looks. They are put into quotation marks before YAML is read, so that nothing of them is lost.
struct PlainTitles {
  /// The text to read, in which all lines stand where they stood.
  private(set) var text = ""
  /// Where a comment stands behind a title, which may be meant for a part of it.
  private(set) var comments: [SourcePosition] = []

  private static let keys = ["title", "summary", "description"]

  init(_ yaml: String) {
    // A return and a line feed are one character, and one end of a line to YAML.
    let lines = yaml.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    var written: [Substring] = []
    /// The indentation of what a block of literal text belongs to.
    var literal: Int?
    for (index, line) in lines.enumerated() {
      let indentation = line.prefix { $0 == " " }.count
      let isBlank = line.allSatisfy(\.isWhitespace)
      if let begin = literal, isBlank || indentation > begin {
        written.append(line)
        continue
      }
      literal = Self.beginsLiteral(line) ? indentation : nil
      written.append(self.line(line, index: index, before: lines[(index + 1)...]))
    }
    text = written.joined(separator: "\n")
  }

  /// Whether the lines below, further to the right, are text as it stands.
  private static func beginsLiteral(_ line: Substring) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let mark = words.last(where: { !$0.hasPrefix("#") }), let first = mark.first, first == "|" || first == ">" else {
      return false
    }
    return mark.dropFirst().allSatisfy { "+-0123456789".contains($0) }
  }

  private mutating func line(_ line: Substring, index: Int, before rest: ArraySlice<Substring>) -> Substring {
    guard let value = Self.value(line) else { return line }
    let next = rest.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let column = line.distance(from: line.startIndex, to: line.drop { " -".contains($0) }.startIndex)
    // What goes on below is left to YAML.
    if next.prefix(while: { $0 == " " }).count > column { return line }
    let comment = Self.comment(in: value)
    if let comment {
      let bytes = line.utf8.distance(from: line.startIndex, to: comment)
      comments.append(SourcePosition(line: index + 1, column: bytes + 1))
    }
    var words = value[..<(comment ?? value.endIndex)]
    while words.last?.isWhitespace == true { words.removeLast() }
    guard words.contains(": ") || words.hasSuffix(":") || words.contains(" #") else { return line }
    return line[..<words.startIndex] + "'" + words.replacing("'", with: "''") + "'" + line[words.endIndex...]
  }

  /// What stands behind the key of a title, where it has no quotation marks or other signs of YAML of its own.
  private static func value(_ line: Substring) -> Substring? {
    let entry = line.drop { " -".contains($0) }
    // A slip in the key is told of where the text can be read.
    let key = String(entry.prefix { $0.isLetter })
    guard entry.dropFirst(key.count).hasPrefix(":"), keys.contains(key) || Suggestion.nearest(to: key, in: keys) != nil else {
      return nil
    }
    let behind = entry.dropFirst(key.count + 1)
    let value = behind.drop { $0 == " " || $0 == "\t" }
    guard value.startIndex > behind.startIndex, let first = value.first, !first.isNewline,
      !"\"'|>[]{}&*!%@`#,".contains(first), !value.hasPrefix("- "), !value.hasPrefix("? ")
    else { return nil }
    return value
  }

  /// Where a comment begins: at a `#` with blanks on both sides, or at the end. `C# and #1` has none.
  private static func comment(in value: Substring) -> Substring.Index? {
    value.indices.dropFirst().first { index in
      let next = value.index(after: index)
      return value[index] == "#" && value[value.index(before: index)].isWhitespace
        && (next == value.endIndex || value[next].isWhitespace)
    }
  }
}
