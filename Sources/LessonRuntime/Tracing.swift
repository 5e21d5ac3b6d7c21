import CLessonRuntime
import LessonKit

// Values at the lines of a block. Who finds them is no business of this file: a call says where a value is, what it is called
// and what it is.

/// From here on values at the lines from `first` to `last` are told, at most `most` of them, and at those that were given before.
public func __lessonTrace(_ first: Int, _ last: Int, _ most: Int) {
  lesson_runtime_watch(
    Int32(truncatingIfNeeded: first), Int32(truncatingIfNeeded: last), Int32(truncatingIfNeeded: most))
}

/// Until the next lines are given no values are told.
public func __lessonTraceEnd() { lesson_runtime_look_away() }

/// Tells a value, if its line is watched and there is something to read in it.
///
/// - Parameters:
///   - lines: The line where what has the value begins, and where it ends.
///   - columns: The same for columns.
///   - name: Empty for an expression.
public func __lessonTraced<Value>(_ value: Value, _ name: String, lines: (Int, Int), columns: (Int, Int)) {
  if Value.self == Void.self || value is any Showable { return }
  var line: Int32 = 0
  let number = lesson_runtime_watched(Int32(truncatingIfNeeded: lines.0), &line)
  if number < 0 { return }
  let told = TracedText(of: value)
  guard let text = told.text else { return }
  var record = Record()
  for number in [Int(number), lines.1 - lines.0, columns.0, columns.1, told.isExact ? 1 : 0] {
    record.append(field: "\(number)")
  }
  record.append(field: name)
  record.append(field: text)
  record.send(.traced, Int(line))
}
