internal import SwiftReading

/// What a checked comment is compared with.
enum CommentResult: Equatable {
  case value(ComputedValue)
  case line(String)

  /// What was computed or printed, as text.
  var text: String {
    switch self {
    case .value(let value): value.description
    case .line(let line): line
    }
  }

  /// What differs from it in a comment.
  func differences(from written: String) -> DifferenceReport {
    switch self {
    case .line(let line): return RecordedOutput(written).differences(from: line)
    case .value(let computed):
      // A text may be written with its quotation marks, as Swift's documentation does, or without.
      let report = WrittenValue(written).differences(from: computed)
      guard !report.matches, written.hasPrefix("\""), case .text(let text) = computed else { return report }
      return WrittenValue(written).differences(from: .text(String(reflecting: text)))
    }
  }
}

extension BlockRun {
  /// For each checked comment what it is compared with; nil where the run has nothing for it.
  func results(of comments: [CheckedComment]) -> [CommentResult?] {
    var linesSeen: [Int: Int] = [:]
    return comments.map { comment in
      guard let statement = comment.statement else { return nil }
      switch comment.promise {
      case .value: return statements[statement].flatMap(ComputedValue.init).map { .value($0) }
      case .line:
        let index = linesSeen[statement, default: 0]
        linesSeen[statement] = index + 1
        let lines = (printedFrom[statement] ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return lines.indices.contains(index) ? .line(String(lines[index])) : nil
      }
    }
  }
}
