import LessonModel
import LessonSite
import LessonWeaving
import Machine

/// Whom a site is for.
package enum Edition: Sendable, Equatable {
  case whole
  /// For students: no byte of a solution is in it.
  case withoutSolutions

  func shown(of course: WovenCourse) -> WovenCourse {
    switch self {
    case .whole: course
    case .withoutSolutions: StudentEdition.course(course)
    }
  }

  /// The course as whoever builds this edition is told of it: with the warnings of the edition alone.
  func told(of course: WovenCourse, shown: WovenCourse) -> WovenCourse {
    if self == .whole { return course }
    var told = course
    for (index, entry) in shown.lessons.enumerated() {
      guard case .woven(var lesson) = told.lessons[index] else { continue }
      let known = lesson.failures.map(\.message)
      let own = entry.failures.filter { $0.severity == .warning && !known.contains($0.message) }
      lesson.failures = (lesson.failures + own).sorted { $0.position < $1.position }
      told.lessons[index] = .woven(lesson)
    }
    return told
  }

  func refusePart(_ folder: CourseFolder) throws(MachineFault) {
    guard self == .withoutSolutions, folder.only != nil else { return }
    throw MachineFault(
      "a site without solutions is built whole, for pages that stay from an earlier build may hold them; give the course folder",
      cause: .usage)
  }
}
