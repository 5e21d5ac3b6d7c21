/// What all pages share: head, header, footer. The navigation between them is in `PageShell+Navigation.swift`.
struct PageShell {
  var course: Course
  /// The way from the page to the site's root: empty or `../`; the whole path for a page that is shown at any address.
  var root: String

  /// Only what the site itself holds may load or run: no other host, no script or style inside a page.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// - Parameters:
  ///   - current: The slug of the lesson that the page is of.
  ///   - path: The page's path from the root of the site, for pages that are no lesson.
  ///   - hasMath: Whether formulas stand in the page.
  ///   - hasColors: Whether text that a program printed in color stands in the page.
  func html(
    title: String, description: String?, current: String?, navigation: HTML, main: HTML, after: HTML = "", path: String? = nil,
    hasMath: Bool = false, hasColors: Bool = false
  ) -> HTML {
    let more = [hasMath ? "math" : nil, hasColors ? "terminal" : nil].compactMap { $0 }
    let moreStyle = more.map { "<link rel=\"stylesheet\" href=\"\(root)assets/\($0).css\">\n" as HTML }.joined()
    let name = title == course.title ? title : "\(title) · \(course.title)"
    return """
      <!DOCTYPE html>
      <html lang="\(course.file.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(unsafe: Self.policy)">
      <title>\(name)</title>
      \(summary(title, description, path: current.map { "lessons/\(WebAddress.encoded($0)).html" } ?? path))\
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="\(root)assets/\(course.theme.files.contains { $0.name == "icon.svg" } ? "theme/" : "")icon.svg" \
      type="image/svg+xml">
      <link rel="stylesheet" href="\(root)assets/site.css">
      \(moreStyle)\(ownStyle)\
      <script src="\(root)assets/head.js"></script>
      <script src="\(root)assets/site.js" defer></script>
      \(part(course.theme.head))</head>
      <body data-root="\(root)"\(current.map { " data-lesson=\"\($0)\"" as HTML } ?? "")>
      <a class="skip" href="#main">Skip to the text</a>
      \(header)<div class="columns\(navigation.text.isEmpty ? " alone" : "")">
      \(navigation)<main id="main" tabindex="-1">
      \(main)\(after)</main>
      </div>
      \(footer)<div class="unseen status" role="status" aria-live="polite"></div>
      </body>
      </html>

      """
  }

  /// What search engines and previews of links show.
  private func summary(_ title: String, _ description: String?, path: String?) -> HTML {
    var html: HTML = ""
    if let description { html += "<meta name=\"description\" content=\"\(description)\">\n" }
    if let site = course.file.siteAddress, let path {
      html += "<link rel=\"canonical\" href=\"\(site)\(path == "index.html" ? "" : path)\">\n"
    }
    html += "<meta property=\"og:title\" content=\"\(title)\">\n"
    if let description { html += "<meta property=\"og:description\" content=\"\(description)\">\n" }
    return html
  }

  private var ownStyle: HTML {
    course.theme.hasStyle ? "<link rel=\"stylesheet\" href=\"\(root)assets/theme/style.css\">\n" : ""
  }

  private var header: HTML {
    var html: HTML = "<header class=\"site-header\">\n"
    html +=
      course.theme.header == nil
      ? "<a class=\"home\" href=\"\(root)index.html\">\(course.title)</a>\n" : part(course.theme.header)
    html += Self.search
    html += """
      <label class="theme js-only"><span>Theme</span> <select><option value="auto">auto</option><option value="light">light</option>\
      <option value="dark">dark</option></select></label>

      """
    if let repository = RepositoryLinks(course.file.repository, course: course.path) {
      html += "<a class=\"repository\" href=\"\(repository.home)\">Source</a>\n"
    }
    return html + "</header>\n"
  }

  /// The field for searching the course, which needs a script, and the place for what it finds.
  private static let search: HTML = """
    <div class="search js-only" role="search"><input type="search" id="search" placeholder="Search" aria-label="Search the course" \
    autocomplete="off"><div id="search-results" hidden><p role="status"></p><ul></ul></div></div>

    """

  private var footer: HTML {
    var html: HTML = "<footer class=\"site-footer\">\n"
    html +=
      course.theme.footer == nil
      ? "<p>Every number in this course is computed by the code beside it.</p>\n" : part(course.theme.footer)
    return html + "<p class=\"js-only\"><button type=\"button\" class=\"keys\">Keyboard shortcuts</button></p>\n</footer>\n"
  }

  /// A part of the course's own theme: its author's HTML, which is let through as it is.
  private func part(_ text: String?) -> HTML {
    guard var text = CourseTheme.part(text, root: root) else { return "" }
    if !text.hasSuffix("\n") { text += "\n" }
    return HTML(unsafe: text)
  }
}
