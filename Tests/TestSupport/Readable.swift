package import LessonModel

/// A lesson that a test needs, and that could not be read.
package struct RefusedInTest: Error, CustomStringConvertible {
  package var description: String
}

extension ReadLesson {
  /// The lesson; a test that needs it fails with what is wrong with it.
  package func required() throws(RefusedInTest) -> Lesson {
    switch self {
    case .readable(let lesson): return lesson
    case .refused(let refused):
      throw RefusedInTest(description: refused.diagnostics.map { DiagnosticText.text($0) }.joined())
    }
  }
}
