import LessonModel
import SwiftReading

extension TracedBlock {
  /// The value as one of the block; nil for one that need not be told.
  func event(_ value: TracedValue) -> TraceEvent? {
    switch place(value.line, value.column, isEnd: false) {
    case .added(let addition):
      return event(value, line: line(of: addition.range.lowerBound), range: addition.range, name: addition.name)
    case .own(let start):
      guard case .own(let end)? = place(value.line + value.lines, value.endColumn, isEnd: true), start <= end else {
        return nil
      }
      if additions.contains(where: { $0.replaced.contains(start..<end) }) { return nil }
      return event(value, line: value.line, range: start..<end, name: value.name)
    case nil: return nil
    }
  }

  private func event(_ value: TracedValue, line: Int, range: Range<Int>, name: String) -> TraceEvent? {
    // What a page does not show of the code it does not tell either.
    if block.outline.hiddenLines.contains(line) { return nil }
    return TraceEvent(line: line, range: range, name: name, text: value.text, isExact: value.isExact)
  }
}
