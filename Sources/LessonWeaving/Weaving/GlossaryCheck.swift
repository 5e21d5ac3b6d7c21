package import LessonModel

/// Whether a term of a glossary occurs in a lesson that its entry leads to: a reader who follows the link looks for it there.
package struct GlossaryVerdict: Sendable, Equatable {
  /// The lesson that the entry leads to.
  package var lesson: String
  /// What the term may be called there.
  package var names: [String]
  package var isFound: Bool
  /// What is told where it is not.
  package var warning: Diagnostic

  package init(lesson: String, names: [String], isFound: Bool, warning: Diagnostic) {
    self.lesson = lesson
    self.names = names
    self.isFound = isFound
    self.warning = warning
  }

  /// The verdict after the lesson has changed.
  package func judged(by vocabulary: LessonVocabulary) -> GlossaryVerdict {
    var verdict = self
    verdict.isFound = vocabulary.holds(names)
    return verdict
  }
}

/// Finds terms that do not occur where a glossary says that they are explained.
package enum GlossaryCheck {
  /// A verdict for each term and each lesson that its entry leads to; a glossary itself explains no term of another.
  ///
  /// - Parameters:
  ///   - find: The lesson of a slug; nil where there is none that could be read.
  ///   - read: The words of a lesson, for whoever keeps them.
  package static func verdicts(
    of lesson: Lesson, _ find: (String) -> Lesson?, vocabulary read: (Lesson) -> LessonVocabulary = { LessonVocabulary($0) }
  ) -> [GlossaryVerdict] {
    var known: [String: LessonVocabulary?] = [:]
    func vocabulary(_ slug: String) -> LessonVocabulary? {
      if let vocabulary = known[slug] { return vocabulary }
      let vocabulary = find(slug).flatMap { $0.isGlossary ? nil : read($0) }
      known[slug] = .some(vocabulary)
      return vocabulary
    }
    return lesson.glossary.flatMap { entry in
      entry.lessons.compactMap { slug in
        vocabulary(slug).map { vocabulary in
          GlossaryVerdict(
            lesson: slug, names: entry.names, isFound: vocabulary.holds(entry.names),
            warning: Diagnostic(
              .glossary,
              "'\(entry.term)' does not occur in '\(slug).md', to which its entry leads; use the term there, or link elsewhere",
              in: lesson.source, at: entry.offset, severity: .warning))
        }
      }
    }
  }

  /// What is told of the glossaries of a course.
  ///
  /// - Parameters:
  ///   - only: The slugs of the lessons that are asked for; nil for all.
  ///   - vocabulary: The words of a lesson, for whoever keeps them.
  package static func warnings(
    of course: Course, only: Set<String>? = nil, vocabulary: (Lesson) -> LessonVocabulary = { LessonVocabulary($0) }
  ) -> [Diagnostic] {
    let glossaries = course.lessons.readable.filter { $0.isGlossary && only?.contains($0.slug) != false }
    if glossaries.isEmpty { return [] }
    let lessons = Dictionary(course.lessons.readable.map { ($0.slug, $0) }) { first, _ in first }
    return glossaries.flatMap { warnings(verdicts(of: $0, { lessons[$0] }, vocabulary: vocabulary)) }
  }

  package static func warnings(_ verdicts: [GlossaryVerdict]) -> [Diagnostic] {
    verdicts.filter { !$0.isFound }.map(\.warning)
  }
}

extension GlossaryVerdict: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(lesson)
    writer.write(names)
    writer.write(isFound)
    writer.write(warning)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    lesson = try reader.read()
    names = try reader.read()
    isFound = try reader.read()
    warning = try reader.read()
  }
}
