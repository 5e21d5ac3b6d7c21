import LessonModel
import SwiftReading

/// What the blocks and values of a lesson have to do with names; each is read once, however many sections and parameters ask.
struct LessonNames {
  /// Those of each statement, by blocks.
  let blocks: [[StatementNames]]
  /// What each value uses.
  let values: [Set<String>]

  init(_ lesson: Lesson) {
    blocks = lesson.blocks.map { NameFlow.statements(of: $0.code.text) }
    values = lesson.values.map { NameFlow.uses(of: $0.expression) }
  }

  /// What anything in the lesson uses.
  var used: Set<String> {
    (blocks.joined().map(\.uses) + values).reduce(into: []) { $0.formUnion($1) }
  }
}
