import Foundation

/// What `lessons check --format json` prints, read as a stranger would read it.
struct CheckReport: Sendable {
  var status: Int32
  var lessons: [String: LessonResult]
  /// What is wrong with the course as a whole.
  var diagnostics: [ReportedDiagnostic]
  var summary: [String: Int]

  init(_ outcome: LessonsProcess.Outcome) throws {
    let course = try JSONDecoder().decode(Course.self, from: Data(outcome.output.utf8))
    self.status = outcome.status
    self.lessons = Dictionary(
      course.lessons.map { lesson in
        var lesson = lesson
        // Fixtures are about something else, and some need a long line; that it is told is tested where it is found.
        lesson.diagnostics.removeAll { $0.id == "long-line" }
        return (lesson.slug, lesson)
      }
    ) { first, _ in first }
    self.diagnostics = course.diagnostics
    self.summary = course.summary
  }

  private struct Course: Decodable {
    var course: String
    var lessons: [LessonResult]
    var diagnostics: [ReportedDiagnostic]
    var summary: [String: Int]
  }
}

/// One lesson in the tool's JSON.
struct LessonResult: Sendable, Decodable {
  var lesson: String
  var blocks: [Block]
  var values: [Value]
  var comments: [Comment]
  var covers: [Mark]
  var given: Int
  var diagnostics: [ReportedDiagnostic]

  var slug: String { String(lesson.split(separator: "/").last?.dropLast(3) ?? "") }

  subscript(_ name: String) -> Block? { blocks.first { $0.name == name } }

  struct Block: Sendable, Equatable, Decodable {
    var name: String
    var line: Int
    var session: String
    var status: String
    var stdout: String
    var value: String?
    var duration: Double
    var numbers: Int
    var exhibits: [String]
  }

  struct Value: Sendable, Equatable, Decodable {
    var line: Int
    var expression: String
    var written: String
    var value: String?
    var status: String
    var id: String
    var lesson: String
    var section: String?
    var tolerance: String?
    var toleranceKind: String
    var difference: String?
    var percent: String?
    var standing: String
    var source: String?
    var block: String?
    var page: String
  }

  struct Comment: Sendable, Equatable, Decodable {
    var line: Int
    var block: String?
    var written: String
    var value: String?
    var status: String
  }

  /// A row of the syllabus that a place in the lesson says it teaches.
  struct Mark: Sendable, Equatable, Decodable {
    var id: String
    var line: Int
    var section: String?
  }
}

/// A diagnostic in the tool's JSON.
struct ReportedDiagnostic: Sendable, Equatable, Decodable, CustomStringConvertible {
  var id: String
  var severity: String
  var file: String
  var line: Int
  var column: Int
  var message: String
  var notes: [Note]

  struct Note: Sendable, Equatable, Decodable {
    var message: String
    var line: Int?
    var column: Int?
  }

  var description: String { "\(file):\(line):\(column): \(severity): \(message) [\(id)]" }
}

/// `run` prints the fields of the contract, `check` those of the ledger too: what is not there is empty.
extension KeyedDecodingContainer {
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decodeIfPresent(Int.self, forKey: key) ?? 0 }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try decodeIfPresent(String.self, forKey: key) ?? ""
  }

  func decode<Element: Decodable>(_ type: [Element].Type, forKey key: Key) throws -> [Element] {
    try decodeIfPresent([Element].self, forKey: key) ?? []
  }
}
