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

  func refusePart(_ folder: CourseFolder) throws(MachineFault) {
    guard self == .withoutSolutions, folder.only != nil else { return }
    throw MachineFault(
      "a site without solutions is built whole, for pages that stay from an earlier build may hold them; give the course folder",
      cause: .usage)
  }
}
