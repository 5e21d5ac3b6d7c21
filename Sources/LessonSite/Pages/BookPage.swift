package import LessonModel

/// The whole course on one page, for paper and for those who read on without a network.
package enum BookPage {
  package static let path = "book.html"

  /// A lesson as the book has it: its anchors begin with its name, its headings stand one level lower.
  package struct Chapter: Sendable, Equatable {
    package var title: String
    /// Its own address in the book.
    package var anchor: String
    package var styles: [PageShell.Style]
    /// Heading, summary and text, as in the lesson's own page.
    package var html: HTML

    package init(title: String, anchor: String, styles: [PageShell.Style], html: HTML) {
      self.title = title
      self.anchor = anchor
      self.styles = styles
      self.html = html
    }
  }

  package static func page(_ chapters: [Chapter], _ proof: CourseProof, in shell: PageShell) -> SiteFile {
    var main: HTML = "<header class=\"lead\">\n<h1>\(shell.title)</h1>\n"
    if let description = shell.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    main += "</header>\n<ol class=\"book-contents\">\n"
    for chapter in chapters { main += "<li><a href=\"#\(chapter.anchor)\">\(chapter.title)</a></li>\n" }
    main += "</ol>\n"
    for chapter in chapters {
      main += "<section class=\"chapter\" id=\"\(chapter.anchor)\">\n\(chapter.html)</section>\n"
    }
    return SiteFile(
      path: path,
      html: shell.html(
        title: shell.words(.wholeCourse, shell.title), description: shell.file.description, address: path, main: main,
        styles: PageShell.Style.allCases.filter { style in chapters.contains { $0.styles.contains(style) } },
        claim: .course(proof)))
  }
}
