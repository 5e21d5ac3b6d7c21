/// A course as it stands on the disk: its file, its lessons in order, the files beside them, and what is wrong with their texts.
package struct Course: Sendable, Equatable {
  /// The folder, as the author gave it.
  package var path: String
  /// The folder's own name.
  package var folderName: String
  package var file: CourseFile
  package var source: SourceText?
  package var lessons: [ReadLesson]
  /// `Support/**/*.swift`, in order of name.
  package var support: [SourceText]
  /// What the links and images of the lessons lead to beside these, by the path that is written, from the course's folder.
  package var neighbors: [String: CourseNeighbor]
  /// The files that its lessons declare as their data and that readers may have, each once.
  package var data: [SiteFile] = []
  /// What the course puts in the place of parts of its pages.
  package var theme: CourseTheme
  /// What is wrong with the course file and the folder.
  package var diagnostics: [Diagnostic]

  package init(
    path: String, folderName: String, file: CourseFile = CourseFile(), source: SourceText? = nil, lessons: [ReadLesson],
    support: [SourceText] = [], neighbors: [String: CourseNeighbor] = [:], theme: CourseTheme = CourseTheme(),
    diagnostics: [Diagnostic] = []
  ) {
    self.path = path
    self.folderName = folderName
    self.file = file
    self.source = source
    self.lessons = lessons
    self.support = support
    self.neighbors = neighbors
    self.theme = theme
    self.diagnostics = diagnostics
  }

  package var title: String { file.title ?? "Lessons" }

  /// Whether a file of a course folder, by its path from there, is one of its lessons; a README, say, is read only where it is
  /// asked for by name.
  package static func isLessonName(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, parts.dropLast().enumerated().allSatisfy({ mayHoldLessons($1, isTop: $0 == 0) }) else {
      return false
    }
    return name.hasSuffix(".md") && !name.hasPrefix(".") && !name.hasPrefix("_") && name.lowercased() != "readme.md"
  }

  /// Whether a folder of a course may hold lessons.
  ///
  /// - Parameter isTop: Whether it lies in the course's own folder, of which some names are taken.
  package static func mayHoldLessons(_ folder: some StringProtocol, isTop: Bool) -> Bool {
    !folder.hasPrefix(".") && !folder.hasPrefix("_") && !(isTop && ["Support", "theme"].contains(String(folder)))
  }
}

/// Something beside the lessons that one of them links to.
package enum CourseNeighbor: Sendable, Equatable {
  case file([UInt8])
  case folder
  /// What a symbolic link leads to that is not of the course.
  case outside
  /// What is no file to read: a pipe, a socket, a device.
  case special
}
