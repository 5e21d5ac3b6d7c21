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
  /// Everything else in the folder, such as `style.css` and pictures, by their paths from it.
  package var files: [SiteFile] = []

  package init() {}

  /// Whether the course has rules of style of its own.
  package var hasStyle: Bool { files.contains { $0.path == "style.css" } }

  /// A part with the way to the root of the site put in where it says `{root}`.
  package static func part(_ text: String?, root: String) -> String? { text?.replacing("{root}", with: root) }
}
