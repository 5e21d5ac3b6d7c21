/// The first page: what the course is and which lessons it has.
enum IndexPage {
  static func page(_ course: Course, _ resolver: LinkResolver) -> Page {
    let shell = PageShell(course: course, root: "")
    var main: HTML = "<h1>\(course.title)</h1>\n"
    if let description = course.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    if !course.file.authors.isEmpty { main += "<p class=\"authors\">\(course.file.authors.joined(separator: ", "))</p>\n" }
    for (title, lessons, pages) in shell.groups {
      if let title { main += "<h2>\(title)</h2>\n" }
      main += "<ol class=\"lessons\">\n"
      for read in lessons { main += entry(read, resolver) }
      for page in pages {
        main += "<li><a href=\"\(page.path)\">\(page.title)</a><br><span class=\"summary\">\(page.summary)</span></li>\n"
      }
      main += "</ol>\n"
    }
    return Page(
      path: "index.html",
      html: shell.html(title: course.title, description: course.file.description, current: nil, navigation: "", main: main))
  }

  private static func entry(_ read: ReadLesson, _ resolver: LinkResolver) -> HTML {
    var html: HTML = "<li><a href=\"lessons/\(resolver.page(read.slug))\">\(read.lesson?.title ?? read.slug)</a>"
    if let summary = read.lesson?.frontMatter.summary { html += "<br><span class=\"summary\">\(summary)</span>" }
    return html + "</li>\n"
  }
}
