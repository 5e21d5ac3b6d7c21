package import LessonModel

/// The ways from page to page: the course beside the text, the lessons before and after, the way back up.
extension PageShell {
  /// The lessons of the course by part; the page that it stands in is marked.
  ///
  /// A course of many lessons shows those around the page and the parts around its part: what stands in every page must not
  /// grow with their number. The first page lists all.
  ///
  /// - Parameters:
  ///   - lesson: The slug of the lesson whose page it stands in.
  ///   - page: The page of the back matter that it stands in.
  ///   - subject: The slug of the lesson that another page is about.
  package func navigation(lesson: String? = nil, page: BackMatter? = nil, about subject: String? = nil) -> HTML {
    var html: HTML = "<nav class=\"course\" aria-label=\"\(words[.course])\"><details><summary>\(words[.lessons])</summary>\n"
    if contents.areMany {
      let slug = lesson ?? subject
      let here = slug.flatMap(contents.part) ?? (page == nil ? 0 : contents.parts.count - 1)
      let shown = CourseContents.window(around: here, of: contents.parts.count)
      let all: HTML =
        "<li>\(link(to: "index.html", isHere: false, "<span>\(words(.allCountLessons, contents.lessons.count))</span>"))</li>\n"
      html += "<ol>\n\(all)\(shown.filter { $0 < here }.map(partLink).joined())</ol>\n"
      html += list(contents.parts[here], contents.shown(of: contents.parts[here], around: slug), lesson, page)
      html += "<ol>\n\(shown.filter { $0 > here }.map(partLink).joined())</ol>\n"
    } else {
      for part in contents.parts { html += list(part, part.lessons.indices, lesson, page) }
    }
    return html + "</details></nav>\n"
  }

  /// Some of a part's lessons, and its pages.
  private func list(_ part: CourseContents.Part, _ shown: Range<Int>, _ lesson: String?, _ page: BackMatter?) -> HTML {
    var html: HTML = part.title.map { "<p class=\"part\">\($0)</p>\n" } ?? ""
    html += "<ol>\n"
    for entry in part.lessons[shown] {
      let link = self.link(to: "lessons/" + entry.file, isHere: entry.slug == lesson, Self.numbered(entry))
      html += "<li data-lesson=\"\(entry.slug)\">\(link)</li>\n"
    }
    for other in part.pages {
      html += "<li>\(link(to: other.path, isHere: other == page, "<span>\(other.title(words))</span>"))</li>\n"
    }
    return html + "</ol>\n"
  }

  private func partLink(_ place: Int) -> HTML {
    let part = contents.parts[place]
    let path = "index.html#" + CourseContents.Part.anchor(place)
    return "<li>\(link(to: path, isHere: false, "<span>\(part.title ?? words[.more])</span>"))</li>\n"
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
      "<nav class=\"crumbs\" aria-label=\"\(words[.breadcrumb])\"><ol>\n<li><a href=\"\(root)index.html\">\(words[.allLessons])</a></li>\n"
    if let place = contents.part(of: slug), let title = contents.parts[place].title {
      html += "<li><a href=\"\(root)index.html#\(CourseContents.Part.anchor(place))\">\(title)</a></li>\n"
    }
    return html
      + "<li aria-current=\"page\">\(entry.number.map { words(.lessonNumber, $0) } ?? entry.title)</li>\n</ol></nav>\n"
  }

  /// The lessons before and after this one, with their titles.
  package func neighbors(of slug: String) -> HTML {
    let (previous, next) = contents.neighbors(of: slug)
    if previous == nil, next == nil { return "" }
    func link(_ entry: CourseContents.Entry?, _ relation: String, _ word: String) -> HTML {
      guard let entry else { return "" }
      let address = AddressWriter.page(of: slug).lesson(entry.slug, anchor: nil)
      return "<a rel=\"\(relation)\" href=\"\(address)\"><span>\(word)</span> <strong>\(entry.title)</strong></a>\n"
    }
    return """
      <nav class="neighbors" aria-label="\(words[.lesson])">
      \(link(previous, "prev", words[.previous]))\(link(next, "next", words[.next]))</nav>

      """
  }
}
