import LessonModel

extension [Inline] {
  /// The pieces of plain words in it, each as far as nothing else stands in it.
  var runs: [String] {
    var runs: [String] = []
    var isRunning = false
    for inline in self {
      switch inline {
      case .text(let text):
        if isRunning { runs[runs.count - 1] += text } else { runs.append(text) }
        isRunning = true
      case .softBreak where isRunning: runs[runs.count - 1] += "\n"
      default:
        isRunning = false
        runs += inline.content.runs
      }
    }
    return runs
  }
}

extension SourceText {
  /// Where a text stands in a range of the file without a backslash before it; nil where it does not.
  func place(of text: String, in range: Range<Int>) -> Int? {
    var rest = bytes[range]
    while let found = rest.firstRange(of: Array(text.utf8)) {
      if found.lowerBound == range.lowerBound || bytes[found.lowerBound - 1] != UInt8(ascii: "\\") { return found.lowerBound }
      rest = rest[found.upperBound...]
    }
    return nil
  }
}
