import CLessonRuntime
import LessonKit

// What the tool writes between an author's lines. The names begin with underscores, and only literals and the author's own
// expressions are passed, so a lesson may declare a `print`, a `String` or a `record` of its own without touching them.

/// Prepares the program: channel, limits, faults, figures.
public func __lessonBegin() {
  lesson_runtime_begin()
  Record().send(.begin, Record.version)
  observeFigures { figure in
    var record = Record()
    record.append(figure)
    record.send(.figure, 0, offset: lesson_runtime_output_offset())
  }
}

/// Says that the program has come to place `id`, and how much it has printed so far.
public func __lessonMark(_ id: Int) {
  Record().send(.mark, id, offset: lesson_runtime_output_offset())
}

/// Says that the program has come to the statement at place `id` inside a block, and how much it has printed so far.
public func __lessonStatement(_ id: Int) {
  Record().send(.statement, id, offset: lesson_runtime_output_offset())
}

/// From here on standard error belongs to the output.
public func __lessonJoinErrors() { lesson_runtime_join_errors() }

/// Ends that.
public func __lessonPartErrors() { lesson_runtime_part_errors() }

/// Reports the value of the expression at place `id`.
public func __lessonValue<Value>(_ id: Int, _ value: Value) {
  var record = Record()
  let form = record.append(value: value)
  record.send(.value, id, offset: lesson_runtime_output_offset(), form: form)
}

extension Record {
  /// Writes a value, exactly, and returns its form.
  fileprivate mutating func append<Value>(value: Value) -> Form {
    if Value.self == Void.self { return .nothing }
    switch value {
    case let double as Double:
      append(String(double.bitPattern, radix: 16))
      return .float64
    case let float as Float:
      append(String(float.bitPattern, radix: 16))
      return .float32
    case let flag as Bool:
      append(flag ? "true" : "false")
      return .bool
    case let integer as any BinaryInteger:
      append(String(describing: integer))
      return .integer
    case let figure as any Showable:
      append(figure.figure)
      return .figure
    default:
      append(String(describing: value))
      return .text
    }
  }

  fileprivate mutating func append(_ figure: Figure) {
    append(field: figure.kind.rawValue)
    append(field: figure.title)
    append(field: figure.text)
    append(field: figure.svg ?? "")
    append(field: figure.narrowSVG ?? "")
    append(field: figure.summary)
    append(table: figure.data)
  }

  /// Columns, alignments and rows, each text with its length; nothing where there is no table.
  private mutating func append(table: Table?) {
    guard let table else { return append("- ") }
    append("\(table.columns.count) \(table.rows.count) ")
    for alignment in table.alignments { append(alignment == .trailing ? "r" : "l") }
    for column in table.columns { append(field: column) }
    for row in table.rows {
      for cell in row { append(field: cell.text) }
    }
  }
}
