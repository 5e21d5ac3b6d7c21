package import LessonModel

/// What a lesson has to know of its course while it is read.
package struct CourseTerms: Sendable, Equatable {
  /// What may be cited; nil if nobody knows, and any key may stand.
  package var references: [Reference]?
  /// How numbers are written in the text.
  package var language: NumberLanguage

  /// - Parameter faults: What is wrong with the course file. One that could not be read names no references: one fault there,
  ///   not one in every lesson.
  package init(_ file: CourseFile, faults: [Diagnostic]) {
    references = faults.errorCount == 0 ? file.references : nil
    language = NumberLanguage(file.language)
  }
}
