package import LessonModel

/// The ways from page to page: the course beside the text, the lessons before and after, the way back up.
extension PageShell {
  /// The lessons of the course by part; the page that it stands in is marked.
  ///
  /// - Parameters:
  ///   - lesson: The slug of the lesson whose page it stands in.
  ///   - page: The page of the back matter that it stands in.
  package func navigation(lesson: String? = nil, page: BackMatter? = nil) -> HTML {
    var html: HTML = "<nav class=\"course\" aria-label=\"Course\"><details><summary>Lessons</summary>\n"
    for part in contents.parts {
      if let title = part.title { html += "<p class=\"part\">\(title)</p>\n" }
      html += "<ol>\n"
      for entry in part.lessons {
        let link = self.link(to: "lessons/" + entry.file, isHere: entry.slug == lesson, Self.numbered(entry))
        html += "<li data-lesson=\"\(entry.slug)\">\(link)</li>\n"
      }
      for other in part.pages {
        html += "<li>\(link(to: other.path, isHere: other == page, "<span>\(other.title)</span>"))</li>\n"
      }
      html += "</ol>\n"
    }
    return html + "</details></nav>\n"
  }

  private func link(to path: String, isHere: Bool, _ words: HTML) -> HTML {
    isHere ? "<a aria-current=\"page\" href=\"#main\">\(words)</a>" : "<a href=\"\(root + path)\">\(words)</a>"
  }

  /// A lesson's number, set apart, and its title.
  package static func numbered(_ entry: CourseContents.Entry) -> HTML {
    let number = entry.number.map { "<span class=\"number\">\($0)</span> " as HTML } ?? ""
    return "\(number)<span>\(entry.title)</span>"
  }

  /// The way from the course down to this lesson.
  package func breadcrumb(of slug: String) -> HTML {
    guard let entry = contents[slug] else { return "" }
    var html: HTML =
      "<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><ol>\n<li><a href=\"\(root)index.html\">All lessons</a></li>\n"
    if let place = contents.part(of: slug), let title = contents.parts[place].title {
      html += "<li><a href=\"\(root)index.html#\(CourseContents.Part.anchor(place))\">\(title)</a></li>\n"
    }
    return html + "<li aria-current=\"page\">\(entry.number.map { "Lesson \($0)" } ?? entry.title)</li>\n</ol></nav>\n"
  }

  /// The lessons before and after this one, with their titles.
  package func neighbors(of slug: String) -> HTML {
    let (previous, next) = contents.neighbors(of: slug)
    if previous == nil, next == nil { return "" }
    func link(_ entry: CourseContents.Entry?, _ relation: String, _ word: String) -> HTML {
      guard let entry else { return "" }
      return "<a rel=\"\(relation)\" href=\"\(entry.file)\"><span>\(word)</span> <strong>\(entry.title)</strong></a>\n"
    }
    return """
      <nav class="neighbors" aria-label="Lesson">
      \(link(previous, "prev", "Previous"))\(link(next, "next", "Next"))</nav>

      """
  }
}
