package import LessonModel

/// `Course, Runs → WovenCourse`: weaves the lessons that were asked for, and says what only the whole course shows.
package enum CourseWeaver {
  /// - Parameters:
  ///   - course: All of the course.
  ///   - runs: What the lessons that ran came to, by their slugs.
  ///   - only: The slugs of the lessons that are asked for; nil for all.
  ///   - formulas: The formulas of the whole course.
  ///   - runDiagnostics: What is wrong beside the lessons, such as with the support module.
  ///   - swiftVersion: The compiler that the lessons ran with.
  package static func woven(
    _ course: Course, _ runs: [String: Run], only: Set<String>?, formulas: FormulaTable, runDiagnostics: [Diagnostic] = [],
    swiftVersion: String? = nil
  ) -> WovenCourse {
    let links = CourseLinks(course)
    return woven(
      course, runs, only: only, links: links, formulas: formulas, runDiagnostics: runDiagnostics, swiftVersion: swiftVersion
    ) { LessonWeaver.woven($0, $1, links: links, formulas: formulas) }
  }

  /// - Parameters:
  ///   - vocabulary: The words of a lesson, for whoever keeps them.
  ///   - weave: Weaves a lesson with its run.
  package static func woven(
    _ course: Course, _ runs: [String: Run], only: Set<String>?, links: CourseLinks, formulas: FormulaTable,
    runDiagnostics: [Diagnostic], swiftVersion: String?,
    vocabulary: (Lesson) -> LessonVocabulary = { LessonVocabulary($0) }, _ weave: (Lesson, Run) -> WovenLesson
  ) -> WovenCourse {
    let lessons = course.lessons.filter { only?.contains($0.slug) ?? true }.map { read -> WovenEntry in
      switch read {
      case .refused(let lesson): .refused(lesson)
      case .readable(let lesson):
        .woven(weave(lesson, runs[lesson.slug] ?? Run()))
      }
    }
    // Of a part of the lessons nobody wants to hear what the others do not cite.
    let unused =
      (only == nil ? ReferenceWarnings.warnings(of: course) : [])
      + GlossaryCheck.warnings(of: course, only: only, vocabulary: vocabulary)
    return WovenCourse(
      course: course, lessons: lessons, links: links, formulas: formulas,
      diagnostics: course.diagnostics + unused + runDiagnostics, swiftVersion: swiftVersion)
  }
}

/// Finds the references of a course that nothing in it uses.
package enum ReferenceWarnings {
  /// A warning for each reference that no lesson names, or one for them all where they are many: whoever trims a course has
  /// other messages to read.
  ///
  /// Nothing is said while a lesson cannot be read: it may be the one that names them.
  package static func warnings(of course: Course) -> [Diagnostic] {
    let lessons = course.lessons.readable
    return lessons.count == course.lessons.count ? warnings(of: course, naming: lessons.flatMap(\.referenceKeys)) : []
  }

  /// How many are told of one by one.
  private static let most = 3
  /// How many of more are named.
  private static let shownOfMany = 12

  /// The same where all lessons could be read.
  ///
  /// - Parameter used: The references that they name.
  package static func warnings(of course: Course, naming used: [String]) -> [Diagnostic] {
    guard let source = course.source else { return [] }
    let used = Set(used)
    let unused = course.file.references.filter { !used.contains($0.id) }
    if unused.count > most, let first = unused.first {
      let shown = unused.prefix(shownOfMany).map(\.id).joined(separator: ", ")
      let rest = unused.count > shownOfMany ? " and \(unused.count - shownOfMany) more" : ""
      let message =
        "nothing cites \(unused.count) references: \(shown)\(rest); cite them, as in [@\(first.id)], or take them out"
      return [Diagnostic(.unusedReference, message, in: source, at: first.position, severity: .warning)]
    }
    return unused.map { reference in
      Diagnostic(
        .unusedReference,
        "nothing cites the reference '\(reference.id)'; write [@\(reference.id)] where it is used, or take it out",
        in: source, at: reference.position, severity: .warning)
    }
  }
}
