package import LessonModel

/// `WovenLesson → HTML`: the text of a lesson with its results woven in, and what a page must know to show it.
package struct LessonText: Sendable, Equatable {
  /// The author's own heading, where the text begins with one.
  package var heading: HTML?
  /// What follows the heading.
  package var text: HTML
  /// Whether a figure of it can be seen as a drawing.
  package var hasDrawings: Bool
  /// Whether text that a program printed in color is in it.
  package var hasColors: Bool
  /// The files beside the lessons that it leads to, by their paths from the course's folder.
  package var files: Set<String>

  /// Weaves the results of a lesson into its text.
  ///
  /// - Parameters:
  ///   - contents: What the lesson's cells show, the same in its page and in the book.
  ///   - writer: How addresses are written where the text is to stand.
  ///   - form: What the text is to be part of.
  package static func rendered(
    _ woven: WovenLesson, _ contents: CellContents, _ writer: AddressWriter, _ form: TextForm = .page, in context: Context
  ) -> LessonText {
    var renderer = TextRenderer(woven: woven, contents: contents, writer: writer, form: form, context: context)
    let (heading, text) = renderer.document()
    return LessonText(
      heading: heading, text: text, hasDrawings: contents.hasDrawings, hasColors: contents.hasColors,
      files: renderer.met.files)
  }

  /// What the texts of a course need to know beyond their own lessons.
  package struct Context: Sendable, Equatable {
    /// What citations say.
    package let bibliography: Bibliography
    let links: CourseLinks
    let formulas: FormulaTable
    private let folder: String
    private let repository: RepositoryLinks?

    /// Takes what there is to know from a course.
    package init(_ course: WovenCourse) {
      bibliography = Bibliography(course.course.file.typeset.references, course.course.file.pageWords)
      links = course.links
      formulas = course.formulas
      folder = course.course.folderName
      repository = RepositoryLinks(course.course.file.repository, folder: folder)
    }

    /// Where a line of a lesson's Markdown stands.
    func source(of slug: String, line: Int) -> SourcePlace {
      SourcePlace(line: line, of: slug + ".md", folder: folder, repository)
    }
  }
}
