import LessonModel
import LessonReading
import LessonWeaving
import Testing

/// A lesson that is read from its text and given a run without running.
enum TestLesson {
  static func read(_ text: String, slug: String = "01-test", references: [String]? = nil) -> ReadLesson {
    LessonReader.read(
      SourceText(path: "lessons/\(slug).md", text: text), slug: slug,
      references: references.map { $0.map { Reference(id: $0) } })
  }

  static func lesson(_ text: String, references: [String]? = nil) throws -> Lesson {
    try #require([read(text, references: references)].readable.first, "cannot be read: \(text)")
  }

  static func course(_ lessons: [ReadLesson], neighbors: [String: CourseNeighbor] = [:]) -> Course {
    Course(path: "lessons", folderName: "lessons", lessons: lessons, neighbors: neighbors)
  }

  /// - Parameters:
  ///   - blocks: What became of the blocks, in order; what is not here has not run.
  ///   - values: What the expressions in the prose came to; what is not here has not run.
  static func run(_ lesson: Lesson, _ blocks: [BlockRun] = [], _ values: [String: ComputedValue] = [:]) -> Run {
    var run = Run()
    for (block, result) in zip(lesson.blocks, blocks) { run.blocks[block.index] = result }
    for value in lesson.values {
      values[value.expression].map { run.values[value.index] = ValueRun(status: .ok, value: $0) }
    }
    return run
  }

  static func woven(
    _ text: String, _ blocks: [BlockRun] = [], _ values: [String: ComputedValue] = [:], formulas: FormulaTable = FormulaTable()
  ) throws -> WovenLesson {
    let lesson = try lesson(text)
    return LessonWeaver.woven(
      lesson, run(lesson, blocks, values), links: CourseLinks(course([.readable(lesson)])), formulas: formulas)
  }
}

extension BlockRun {
  /// A block that ran, or that ended in some other way.
  static func ran(
    _ printed: String = "", value: ComputedValue? = nil, status: ResultStatus = .ok, message: String? = nil,
    statements: [Int: ComputedValue] = [:], printedFrom: [Int: String] = [:]
  ) -> BlockRun {
    var run = BlockRun()
    run.status = status
    run.printed = printed.isEmpty ? [] : [.text(printed)]
    run.value = value
    run.message = message
    run.statements = statements
    run.printedFrom = printedFrom
    return run
  }
}

extension Diagnostic {
  /// The place, the kind and the message in one line.
  var line: String { "\(position.line):\(position.column) \(kind.rawValue): \(message)" }
}
