import LessonModel

/// A part of a lesson that students do not get: a solution, or what tells which choice or statement is meant.
struct HiddenPart {
  var range: Range<Int>
  /// How many quotations are around it.
  var depth: Int
  /// Whether it is an answer: that one stands there may tell which choice it is about.
  var isAnswer = false

  /// The parts of a callout.
  static func parts(of callout: Callout) -> [HiddenPart] {
    if callout.kind == .solution { return [HiddenPart(range: callout.range, depth: callout.depth)] }
    guard let question = callout.question else { return [] }
    let answers = question.list.items.flatMap(\.rest) + question.after
    return answers.map { HiddenPart(range: $0.range, depth: callout.depth + 1, isAnswer: true) }
  }

  /// What stays where a solution stood.
  static let mark = "<!-- -->"

  /// What readers of the text get of it: of a solution a mark, of an answer nothing, with the empty lines before it.
  func removal(in bytes: [UInt8]) -> TextRemoval {
    var range = range
    while let last = bytes[range].last, last == 10 || last == 13 { range = range.lowerBound..<(range.upperBound - 1) }
    if !isAnswer { return TextRemoval(range: range, left: Self.mark) }
    var start = range.lowerBound
    while start > 0, let line = bytes[..<start].lastIndex(of: 10),
      bytes[line..<start].allSatisfy({ " \t\r\n>".utf8.contains($0) })
    {
      start = line > 0 && bytes[line - 1] == 13 ? line - 1 : line
    }
    return TextRemoval(range: start..<range.upperBound)
  }
}
