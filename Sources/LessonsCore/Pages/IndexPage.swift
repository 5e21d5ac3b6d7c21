/// The first page: what the course is and which lessons it has.
enum IndexPage {
  /// - Parameter hasPackage: Whether the programs of the lessons can be had as a package.
  static func page(_ course: Course, _ resolver: LinkResolver, hasPackage: Bool) -> Page {
    let shell = PageShell(course: course, root: "")
    var main: HTML = "<header class=\"lead\">\n<h1>\(course.title)</h1>\n"
    if let description = course.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    if !course.file.authors.isEmpty { main += "<p class=\"authors\">\(course.file.authors.joined(separator: ", "))</p>\n" }
    if let first = course.lessons.first {
      main += "<p class=\"begin\"><a href=\"lessons/\(resolver.page(first.slug))\">Begin with “\(first.title)”</a></p>\n"
    }
    main +=
      "<p class=\"whole\">For paper, or for reading without a network: <a href=\"\(BookPage.path)\">the whole course on one page</a>"
    if hasPackage { main += ", <a href=\"course.tar\" download>all programs as a Swift package</a>" }
    main += ".</p>\n</header>\n"
    for (index, group) in shell.groups.enumerated() {
      if let title = group.title { main += "<h2 id=\"\(PageShell.anchor(ofPart: index))\">\(title)</h2>\n" }
      main += "<ol class=\"lessons\">\n"
      for read in group.lessons { main += entry(read, shell, resolver) }
      for page in group.pages {
        main += """
          <li><a href="\(page.path)"><span>\(page.title)</span></a>
          <span class="summary">\(page.summary)</span></li>

          """
      }
      main += "</ol>\n"
    }
    return Page(
      path: "index.html",
      html: shell.html(
        title: course.title, description: course.file.description, current: nil, navigation: "", main: main, path: "index.html")
    )
  }

  private static func entry(_ read: ReadLesson, _ shell: PageShell, _ resolver: LinkResolver) -> HTML {
    var html: HTML =
      "<li data-lesson=\"\(read.slug)\"><a href=\"lessons/\(resolver.page(read.slug))\">\(shell.numbered(read))</a>\n"
    if let lesson = read.lesson {
      html += "<span class=\"minutes\">\(ReadingTime.minutes(of: lesson)) min</span>\n"
      if let summary = lesson.frontMatter.summary { html += "<span class=\"summary\">\(summary)</span>\n" }
    }
    return html + "</li>\n"
  }
}
