import LessonModel

/// How `check` judges a course.
struct Judge: Sendable, Equatable {
  enum Strictness: Sendable, Equatable {
    case usual
    /// Warnings count as errors.
    case strict
  }

  var strictness: Strictness
  /// Whether the numbers that nobody computes are listed, also where the course allows them.
  var listsUnbound = false
  /// The share of the lessons that is judged; nil for all.
  var share: Shard?

  /// What decides how it judges.
  var form: String { "\(strictness)" + (listsUnbound ? " unbound" : "") }

  /// What is told of a course, once it is judged.
  func judged(_ report: CourseReport) -> CourseReport {
    var report = report
    report.diagnostics = judged(report.diagnostics + nothingCompared(report))
    for index in report.lessons.indices {
      report.lessons[index].failures = judged(report.lessons[index].failures, report.lessons[index].unbound)
      report.lessons[index].mismatches = judged(report.lessons[index].mismatches)
    }
    return report
  }

  /// A course with everything that is known of it, once it is judged.
  func judged(_ course: WovenCourse) -> WovenCourse {
    var course = course
    course.diagnostics = judged(course.diagnostics + nothingCompared(CourseReport(course)))
    course.lessons = course.lessons.map { entry in
      switch entry {
      case .refused(var lesson):
        lesson.diagnostics = judged(lesson.diagnostics)
        return .refused(lesson)
      case .woven(var woven):
        woven.failures = judged(woven.failures, UnboundNumbers.list(of: woven.lesson))
        woven.mismatches = judged(woven.mismatches)
        return .woven(woven)
      }
    }
    return course
  }

  private func judged(_ failures: [Diagnostic], _ unbound: @autoclosure () -> [Diagnostic]) -> [Diagnostic] {
    listsUnbound ? (judged(failures) + unbound()).sorted { $0.position < $1.position } : judged(failures)
  }

  private func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    if strictness == .usual { return diagnostics }
    return diagnostics.map { diagnostic in
      if diagnostic.severity == .note { return diagnostic }
      var judged = diagnostic
      judged.severity = .error
      return judged
    }
  }

  /// An all-clear that looked at nothing must not pass for one that found nothing wrong. That a share of the lessons has nothing
  /// is how they were dealt out.
  private func nothingCompared(_ report: CourseReport) -> [Diagnostic] {
    guard share == nil, report.tally.compared == 0, report.allDiagnostics.errorCount == 0 else { return [] }
    return [
      Diagnostic(
        .nothingCompared, "nothing was compared: no lesson has a recorded output, a value in its text or a checked comment",
        in: SourceText(path: report.path, bytes: []), at: 0, severity: .warning)
    ]
  }
}
