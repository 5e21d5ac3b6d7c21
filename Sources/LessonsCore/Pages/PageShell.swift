/// What all pages share: head, header, navigation, footer.
struct PageShell {
  var course: Course
  /// The way from the page to the site's root: empty or `../`.
  var root: String

  func html(
    title: String, description: String?, current: String?, navigation: HTML, main: HTML, after: HTML = "", hasMath: Bool = false
  ) -> HTML {
    let summary: HTML = description.map { "<meta name=\"description\" content=\"\($0)\">\n" } ?? ""
    let mathStyle: HTML = hasMath ? "\n<link rel=\"stylesheet\" href=\"\(root)assets/math.css\">" : ""
    let name = title == course.title ? title : "\(title) · \(course.title)"
    return """
      <!DOCTYPE html>
      <html lang="\(course.file.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'">
      <title>\(name)</title>
      \(summary)<meta name="color-scheme" content="light dark">
      <link rel="stylesheet" href="\(root)assets/site.css">\(mathStyle)
      </head>
      <body\(course.file.chartsFirst == .svg ? " class=\"drawn\"" : "")>
      <a class="skip" href="#main">Skip to the text</a>
      <header class="site-header"><a href="\(root)index.html">\(course.title)</a></header>
      <div class="columns">
      \(navigation)<main id="main" tabindex="-1">
      \(main)</main>
      </div>
      \(after)<footer class="site-footer"><p>Every number on this page is computed by the code beside it.</p></footer>
      </body>
      </html>

      """
  }

  /// The lessons of the course by part; the current one is marked and is no link.
  func navigation(current: String?, resolver: LinkResolver) -> HTML {
    var html: HTML = "<nav class=\"course\" aria-label=\"Course\"><details open><summary>Lessons</summary>\n"
    for (title, lessons) in groups {
      if let title { html += "<p class=\"part\">\(title)</p>\n" }
      html += "<ol>\n"
      for read in lessons {
        let name = read.lesson?.title ?? read.slug
        if read.slug == current {
          html += "<li><a aria-current=\"page\" href=\"#main\">\(name)</a></li>\n"
        } else {
          html += "<li><a href=\"\(root)lessons/\(resolver.page(read.slug))\">\(name)</a></li>\n"
        }
      }
      html += "</ol>\n"
    }
    return html + "</details></nav>\n"
  }

  /// Parts with their lessons, then the lessons that no part names.
  var groups: [(title: String?, lessons: [ReadLesson])] {
    var groups: [(title: String?, lessons: [ReadLesson])] = course.file.parts.map { part in
      (part.title, part.lessons.compactMap { entry in course.lessons.first { $0.slug == entry.slug } })
    }
    let listed = Set(course.file.parts.flatMap { $0.lessons.map(\.slug) })
    let rest = course.lessons.filter { !listed.contains($0.slug) }
    if !rest.isEmpty { groups.append((groups.isEmpty ? nil : "More", rest)) }
    return groups.filter { !$0.lessons.isEmpty }
  }
}
