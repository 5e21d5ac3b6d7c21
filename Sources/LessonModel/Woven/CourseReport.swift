/// What is told of a course after a run: what is wrong with it, and what was compared.
package struct CourseReport: Sendable, Equatable {
  /// Where an author looks for what is said of all that was asked for: the lesson, the course file, or else the folder.
  package var path: String
  /// The lessons that were asked for.
  package var lessons: [LessonReport]
  /// What is wrong with the course file, the folder, the support module.
  package var diagnostics: [Diagnostic]

  package init(path: String, lessons: [LessonReport], diagnostics: [Diagnostic]) {
    self.path = path
    self.lessons = lessons
    self.diagnostics = diagnostics
  }

  package init(_ course: WovenCourse) {
    self.init(
      path: course.pathOfAll, lessons: course.lessons.map { LessonReport($0) }, diagnostics: course.diagnostics)
  }

  /// What keeps the lessons from being built well, those of the course first.
  package var failures: [Diagnostic] { diagnostics.told(with: lessons.map(\.failures)) }
  /// All that is wrong, with the course first, then lesson by lesson in the order of their texts.
  package var allDiagnostics: [Diagnostic] { diagnostics.told(with: lessons.map(\.diagnostics)) }
  package var mismatches: [Diagnostic] { lessons.flatMap(\.mismatches) }
  package var tally: Tally { lessons.reduce(Tally()) { $0 + $1.tally } }
}

/// What is told of a lesson after a run.
package struct LessonReport: Sendable, Equatable {
  package var slug: String
  package var isDraft: Bool
  /// What is wrong with its text, its links, its formulas and its run.
  package var failures: [Diagnostic]
  /// What does not compare as it should.
  package var mismatches: [Diagnostic] = []
  /// The numbers in its text that nobody computes and nobody must, for whoever asks.
  package var unbound: [Diagnostic] = []
  package var tally = Tally()

  package init(_ entry: WovenEntry) {
    slug = entry.slug
    isDraft = entry.isDraft
    failures = entry.failures
    guard case .woven(let woven) = entry else { return }
    mismatches = woven.mismatches
    unbound = UnboundNumbers.list(of: woven.lesson)
    tally = woven.tally
  }

  /// All that is wrong, in the order of the text.
  package var diagnostics: [Diagnostic] {
    mismatches.isEmpty ? failures : (failures + mismatches).sorted { $0.position < $1.position }
  }
}

extension LessonReport: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(isDraft)
    writer.write(failures)
    writer.write(mismatches)
    writer.write(unbound)
    writer.write(tally)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    isDraft = try reader.read()
    failures = try reader.read()
    mismatches = try reader.read()
    unbound = try reader.read()
    tally = try reader.read()
  }
}
