import LessonModel

/// Finds what is wrong with the terms of a glossary.
enum GlossaryReader {
  /// Terms that are there twice: a link to one could lead to either.
  static func faults(in lesson: Lesson) -> [Diagnostic] {
    var first: [String: SourcePosition] = [:]
    return lesson.glossary.compactMap { entry in
      let position = lesson.source.position(of: entry.offset)
      guard let earlier = first.updateValue(position, forKey: Anchors.words(entry.term)) else { return nil }
      first[Anchors.words(entry.term)] = earlier
      return Diagnostic(
        .duplicateName, "the term '\(entry.term)' is explained twice; keep one entry", in: lesson.source, at: position,
        notes: [Diagnostic.Note("'\(entry.term)' is explained first here", at: earlier)])
    }
  }
}
