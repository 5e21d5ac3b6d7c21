/// Everything that is known of a course after a run.
package struct WovenCourse: Sendable, Equatable {
  package var course: Course
  /// The lessons that were asked for: all of the course, or one.
  package var lessons: [WovenEntry]
  package var links: CourseLinks
  /// The formulas of the whole course: all of its pages share one style sheet.
  package var formulas: FormulaTable
  /// What is wrong with the course file, the folder, the support module.
  package var diagnostics: [Diagnostic]
  /// The compiler that the lessons ran with, such as `Swift 6.3.1`.
  package var swiftVersion: String?

  package init(
    course: Course, lessons: [WovenEntry], links: CourseLinks, formulas: FormulaTable = FormulaTable(),
    diagnostics: [Diagnostic] = [], swiftVersion: String? = nil
  ) {
    self.course = course
    self.lessons = lessons
    self.links = links
    self.formulas = formulas
    self.diagnostics = diagnostics
    self.swiftVersion = swiftVersion
  }

  /// Where an author looks for what is said of all that was asked for: the lesson, the course file, or else the folder.
  package var pathOfAll: String {
    if !isWhole, let lesson = lessons.first { return lesson.read.source.path }
    return course.source?.path ?? course.path
  }

  /// Whether every lesson of the course was asked for.
  package var isWhole: Bool { lessons.count == course.lessons.count }

  package var woven: [WovenLesson] {
    lessons.compactMap { if case .woven(let lesson) = $0 { lesson } else { nil } }
  }

  /// What keeps the lessons from being built well, those of the course first.
  package var failures: [Diagnostic] { diagnostics.told(with: lessons.map(\.failures)) }

  /// All that is wrong, with the course first, then lesson by lesson in the order of their texts.
  package var allDiagnostics: [Diagnostic] { diagnostics.told(with: lessons.map(\.diagnostics)) }

  package var tally: Tally { woven.reduce(Tally()) { $0 + $1.tally } }

  /// What the site shows: a draft is checked, and left out.
  package var withoutDrafts: WovenCourse {
    var shown = self
    shown.course.lessons.removeAll(where: \.isDraft)
    shown.lessons.removeAll(where: \.isDraft)
    return shown
  }
}

/// A lesson that was woven, or why there is none.
package enum WovenEntry: Sendable, Equatable {
  case refused(RefusedLesson)
  case woven(WovenLesson)

  package var read: ReadLesson {
    switch self {
    case .refused(let lesson): .refused(lesson)
    case .woven(let woven): .readable(woven.lesson)
    }
  }

  package var slug: String { read.slug }
  package var isDraft: Bool { read.isDraft }

  package var failures: [Diagnostic] {
    switch self {
    case .refused(let lesson): lesson.diagnostics
    case .woven(let woven): woven.failures
    }
  }

  package var diagnostics: [Diagnostic] {
    switch self {
    case .refused(let lesson): lesson.diagnostics
    case .woven(let woven): woven.diagnostics
    }
  }
}
