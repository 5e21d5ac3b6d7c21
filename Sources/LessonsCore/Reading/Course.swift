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
  /// Pages that the site has of itself beside the lessons, such as a list of references; the navigation names them last.
  package var ownPages: [OwnPage] = []
  /// What is wrong with the course file and the folder.
  package var diagnostics: [Diagnostic]

  /// A page that no lesson is: its title and its path from the site's root.
  package struct OwnPage: Sendable, Equatable {
    package var title: String
    package var path: String

    package init(title: String, path: String) {
      self.title = title
      self.path = path
    }
  }

  package var title: String { file.title ?? "Lessons" }
}
