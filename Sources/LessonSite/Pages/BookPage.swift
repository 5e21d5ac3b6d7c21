package import LessonModel

/// The whole course on one page, for paper and for those who read on without a network.
package enum BookPage {
  package static let path = "book.html"

  /// A lesson as the book has it: its anchors begin with its name, its headings stand one level lower.
  package struct Chapter: Sendable, Equatable {
    package var slug: String
    package var title: String
    /// Its own address in the book.
    package var anchor: String
    package var sections: [Section]
    package var styles: [PageShell.Style]
    /// Heading, summary and text, as in the lesson's own page, between the tags of its section.
    package var html: HTML

    /// The same as the book has it: from behind the start tag of its section on, in few bytes.
    ///
    /// The end of the section belongs to it: before that an end tag may go.
    func finished(in shell: PageShell) -> Chapter {
      var chapter = self
      chapter.html = shell.shortened("\n" + html + "</section>\n")
      // Of all chapters this would be asked again with each edit of one.
      if PageLetters.needsMore(chapter.html) { chapter.styles.append(.letters) }
      return chapter
    }

    /// A section in the list of contents.
    package struct Section: Sendable, Equatable {
      package var title: String
      package var anchor: String
    }
  }

  /// - Parameter chapters: Finished ones.
  package static func page(_ chapters: [Chapter], _ proof: CourseProof, in shell: PageShell) -> SiteFile {
    var main: HTML = "<header class=\"lead\">\n<h1>\(shell.title)</h1>\n"
    if let description = shell.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    if !shell.file.authors.isEmpty { main += "<p class=\"authors\">\(shell.file.authors.joined(separator: ", "))</p>\n" }
    main += "</header>\n" + contents(chapters, shell)
    let written = chapters.enumerated().map { index, chapter in
      shell.shortened("<section class=\"chapter\" id=\"\(chapter.anchor)\" data-chapter=\"\(index + 1)\">") + chapter.html
    }
    let used = PageShell.Style.allCases.filter { style in chapters.contains { $0.styles.contains(style) } }
    return SiteFile(
      path: path,
      html: shell.html(
        title: shell.words(.wholeCourse, shell.title), description: shell.file.description, address: path, main: main,
        shortMain: written, styles: used + [.book, .chapters], claim: .course(proof)))
  }

  /// The chapters by their parts, with their sections.
  private static func contents(_ chapters: [Chapter], _ shell: PageShell) -> HTML {
    let title = shell.words[.bookContents]
    let known = Dictionary(chapters.map { ($0.slug, $0) }) { first, _ in first }
    var html: HTML = "<div class=\"book-contents\" role=\"navigation\" aria-label=\"\(title)\">\n<h2>\(title)</h2>\n"
    for part in shell.contents.parts {
      let entries = part.lessons.compactMap { entry in known[entry.slug].map { (entry, $0) } }
      if entries.isEmpty { continue }
      if let title = part.title { html += "<p class=\"part\">\(title)</p>\n" }
      html += "<ol>\n"
      for (entry, chapter) in entries {
        html += "<li><a href=\"#\(chapter.anchor)\">\(PageShell.numbered(entry))</a>"
        if !chapter.sections.isEmpty {
          html += "\n<ol>\n"
          for section in chapter.sections { html += "<li><a href=\"#\(section.anchor)\">\(section.title)</a></li>\n" }
          html += "</ol>"
        }
        html += "</li>\n"
      }
      html += "</ol>\n"
    }
    return html + "</div>\n"
  }

  /// The running heads of the chapters, as a style sheet: only a page that has a name can say what stands on it.
  package static func heads(_ chapters: [Chapter], of title: String) -> SiteFile {
    let rules = chapters.enumerated().map { index, chapter in
      let name = "chapter-\(index + 1)"
      return """
        [data-chapter="\(index + 1)"] { page: \(name); }
        @page \(name) { @top-left { content: \(StyleText.quoted(title)); } @top-right { content: \(StyleText.quoted(chapter.title)); } }
        @page \(name):first { @top-left { content: none; } @top-right { content: none; } }

        """
    }
    return SiteFile(path: "assets/chapters.css", text: "@media print {\n\(rules.joined())}\n")
  }
}
