package import LessonModel

/// What a lesson has to know of its course while it is read.
package struct CourseTerms: Sendable, Equatable {
  /// What may be cited; nil if nobody knows, and any key may stand.
  package var references: [Reference]?
  /// How numbers are written in the text.
  package var language: NumberLanguage

  /// One that hides references names none: one fault there, not one in every lesson.
  package init(_ file: CourseFile) {
    references = file.hidesReferences ? nil : file.references
    language = NumberLanguage(file.language)
  }
}
