/// What a course puts in the place of parts of every page: the folder `theme` beside its lessons.
///
/// Its author is trusted as the author of the page: these files are HTML and go into it as they are.
package struct CourseTheme: Sendable, Equatable {
  /// `header.html`: in the place of the course's title at the top of each page.
  package var header: String?
  /// `footer.html`: in the place of the sentence at the foot of each page.
  package var footer: String?
  /// `head.html`: at the end of each page's head.
  package var head: String?
  /// Everything else in the folder, such as `style.css` and pictures, by name.
  package var files: [File] = []

  package struct File: Sendable, Equatable {
    package var name: String
    package var bytes: [UInt8]
  }

  /// Whether the course has rules of style of its own.
  package var hasStyle: Bool { files.contains { $0.name == "style.css" } }

  /// A part with the way to the root of the site put in where it says `{root}`.
  package static func part(_ text: String?, root: String) -> String? { text?.replacing("{root}", with: root) }
}

/// Reads the folder `theme` of a course; a folder that is not there is a theme that changes nothing.
enum CourseThemeReader {
  static func read(_ folder: String) -> CourseTheme {
    var theme = CourseTheme()
    for name in FileSystem.files(below: folder).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      // A link that leads out of the folder would publish what is not the course's.
      let file = FileSystem.resolved(folder + "/" + name)
      guard file.hasPrefix(FileSystem.resolved(folder) + "/"), let bytes = FileSystem.read(file) else { continue }
      switch name {
      case "header.html": theme.header = String(decoding: bytes, as: UTF8.self)
      case "footer.html": theme.footer = String(decoding: bytes, as: UTF8.self)
      case "head.html": theme.head = String(decoding: bytes, as: UTF8.self)
      default: theme.files.append(CourseTheme.File(name: name, bytes: bytes))
      }
    }
    return theme
  }
}
