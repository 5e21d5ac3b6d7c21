/// The first page: what the course is and which lessons it has.
enum IndexPage {
  static func page(_ course: Course, _ resolver: LinkResolver) -> Page {
    let shell = PageShell(course: course, root: "")
    var main: HTML = "<h1>\(course.title)</h1>\n"
    if let description = course.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    if !course.file.authors.isEmpty { main += "<p class=\"authors\">\(course.file.authors.joined(separator: ", "))</p>\n" }
    main += "<ol class=\"lessons\">\n"
    for read in course.lessons {
      main += "<li><a href=\"lessons/\(resolver.page(read.slug))\">\(read.lesson?.title ?? read.slug)</a>"
      if let summary = read.lesson?.frontMatter.summary { main += "<br><span class=\"summary\">\(summary)</span>" }
      main += "</li>\n"
    }
    main += "</ol>\n"
    return Page(
      path: "index.html",
      html: shell.html(title: course.title, description: course.file.description, current: nil, navigation: "", main: main))
  }
}
