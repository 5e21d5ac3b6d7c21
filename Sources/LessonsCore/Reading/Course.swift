/// A course as it stands on the disk: its file, its lessons in order, and what is wrong with their texts.
package struct Course: Sendable, Equatable {
  /// The folder, as the author gave it.
  package var path: String
  package var file: CourseFile
  package var source: SourceText?
  package var lessons: [ReadLesson]
  /// `Support/*.swift`, in order of name.
  package var support: [SourceText]
  /// What the course puts in the place of parts of its pages.
  package var theme = CourseTheme()
  /// What is wrong with the course file and the folder.
  package var diagnostics: [Diagnostic]

  package var title: String { file.title ?? "Lessons" }
}
