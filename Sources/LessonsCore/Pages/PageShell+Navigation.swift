/// The ways from page to page: the course beside the text, the lessons before and after, the way back up.
extension PageShell {
  /// The lessons of the course by part; the current one is marked.
  ///
  /// - Parameter path: The path of the page where it is no lesson's.
  func navigation(current: String?, resolver: LinkResolver, path: String? = nil) -> HTML {
    var html: HTML = "<nav class=\"course\" aria-label=\"Course\"><details><summary>Lessons</summary>\n"
    for (title, lessons, pages) in groups {
      if let title { html += "<p class=\"part\">\(title)</p>\n" }
      html += "<ol>\n"
      for read in lessons {
        let mark: HTML = read.slug == current ? " aria-current=\"page\"" : ""
        let address = read.slug == current ? "#main" : "\(root)lessons/\(resolver.page(read.slug))"
        html += "<li data-lesson=\"\(read.slug)\"><a\(mark) href=\"\(address)\">\(numbered(read))</a></li>\n"
      }
      for page in pages {
        let mark: HTML = page.path == path ? " aria-current=\"page\"" : ""
        html += "<li><a\(mark) href=\"\(page.path == path ? "#main" : root + page.path)\"><span>\(page.title)</span></a></li>\n"
      }
      html += "</ol>\n"
    }
    return html + "</details></nav>\n"
  }

  /// A lesson's number, set apart, and its title.
  func numbered(_ read: ReadLesson) -> HTML {
    let number = read.number.map { "<span class=\"number\">\($0)</span> " as HTML } ?? ""
    return "\(number)<span>\(read.title)</span>"
  }

  /// The way from the course down to this lesson.
  func breadcrumb(of read: ReadLesson) -> HTML {
    var html: HTML =
      "<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><ol>\n<li><a href=\"\(root)index.html\">All lessons</a></li>\n"
    if let index = groups.firstIndex(where: { group in group.lessons.contains { $0.slug == read.slug } }),
      let title = groups[index].title
    {
      html += "<li><a href=\"\(root)index.html#\(Self.anchor(ofPart: index))\">\(title)</a></li>\n"
    }
    return html + "<li aria-current=\"page\">\(read.number.map { "Lesson \($0)" } ?? read.title)</li>\n</ol></nav>\n"
  }

  /// Where a part stands on the first page.
  static func anchor(ofPart index: Int) -> String { "part-\(index + 1)" }

  /// The lessons before and after this one, with their titles.
  func neighbors(of slug: String, _ resolver: LinkResolver) -> HTML {
    guard let index = course.lessons.firstIndex(where: { $0.slug == slug }) else { return "" }
    func link(_ place: Int, _ relation: String, _ word: String) -> HTML {
      guard course.lessons.indices.contains(place) else { return "" }
      let other = course.lessons[place]
      return
        "<a rel=\"\(relation)\" href=\"\(resolver.page(other.slug))\"><span>\(word)</span> <strong>\(other.title)</strong></a>\n"
    }
    let links = link(index - 1, "prev", "Previous") + link(index + 1, "next", "Next")
    return links.text.isEmpty ? "" : "<nav class=\"neighbors\" aria-label=\"Lesson\">\n\(links)</nav>\n"
  }

  /// Parts with their lessons, then the lessons that no part names, and the back matter at the end of its part.
  var groups: [(title: String?, lessons: [ReadLesson], pages: [BackMatter.Entry])] {
    var groups: [(title: String?, lessons: [ReadLesson], pages: [BackMatter.Entry])] = course.file.parts.map { part in
      (part.title, part.lessons.compactMap { entry in course.lessons.first { $0.slug == entry.slug } }, [])
    }
    let listed = Set(course.file.parts.flatMap { $0.lessons.map(\.slug) })
    let rest = course.lessons.filter { !listed.contains($0.slug) }
    if !rest.isEmpty { groups.append((groups.isEmpty ? nil : "More", rest, [])) }
    let pages = BackMatter.entries(of: course)
    if let place = groups.firstIndex(where: { $0.title == BackMatter.title }) {
      groups[place].pages = pages
    } else {
      groups.append((BackMatter.title, [], pages))
    }
    return groups.filter { !$0.lessons.isEmpty || !$0.pages.isEmpty }
  }
}

extension ReadLesson {
  /// The title, or the file's name where the lesson could not be read.
  var title: String { lesson?.title ?? slug }

  /// The number at the start of the file's name, without zeros before it: what authors count their lessons by.
  package var number: String? {
    let digits = slug.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < slug.count, digits.count <= 4 else { return nil }
    let number = digits.drop { $0 == "0" }
    return number.isEmpty ? "0" : String(number)
  }
}
