/// `LessonReport → Page`: the page of one lesson.
enum LessonPage {
  /// - Parameter swift: The version of the compiler that the lesson ran with.
  static func page(
    _ report: LessonReport, in course: Course, _ resolver: LinkResolver, _ bibliography: Bibliography, swift: String? = nil
  ) -> (page: Page, files: Set<String>, chapter: BookPage.Chapter?) {
    let shell = PageShell(course: course, root: "../")
    let read = report.read
    var main = shell.breadcrumb(of: read)
    var files: Set<String> = []
    var chapter: BookPage.Chapter?
    if let lesson = read.lesson {
      let anchors = Anchors(lesson)
      let ledger = LessonLedger(report)
      let body = LessonBody.render(
        report, of: lesson, resolver, anchors: anchors, ledger: ledger, bibliography: bibliography)
      let (heading, text) = headingFirst(body.html, lesson)
      let hasCharts = text.text.contains("class=\"chart-switch\"")
      main += LessonLead.html(
        report, lesson, heading: heading, in: course, resolver, swift: swift, charts: hasCharts ? chartsSwitch(course) : nil)
      main += errorSummary(report)
      main += contents(anchors)
      main += "<div class=\"text\">\n\(text)</div>\n"
      main += tally(ledger, file: resolver.page(read.slug))
      files = body.files
      let summary: HTML = lesson.frontMatter.summary.map { "<p class=\"summary\">\($0)</p>\n" } ?? ""
      chapter = BookPage.Chapter(
        slug: read.slug, title: lesson.title, hasMath: hasMath(report), html: heading + summary + text)
    } else {
      main += "<h1>\(read.slug)</h1>\n" + errorSummary(report)
    }
    let page = shell.html(
      title: read.title, description: read.lesson?.frontMatter.summary, current: read.slug,
      navigation: shell.navigation(current: read.slug, resolver: resolver), main: main,
      after: lastLine(read, in: course) + shell.neighbors(of: read.slug, resolver), hasMath: hasMath(report),
      hasColors: main.text.contains("<span class=\"ansi-"))
    return (Page(path: "lessons/\(read.slug).html", html: page), files, chapter)
  }

  /// The heading that the page begins with, the author's own where the text has one, and the text behind it.
  private static func headingFirst(_ body: HTML, _ lesson: Lesson) -> (heading: HTML, text: HTML) {
    if body.text.hasPrefix("<h1 "), let end = body.text.firstRange(of: "</h1>\n") {
      return (
        HTML(unsafe: String(body.text[..<end.upperBound])), HTML(unsafe: String(body.text[end.upperBound...]))
      )
    }
    return ("<h1>\(lesson.title)</h1>\n", body)
  }

  private static func hasMath(_ report: LessonReport) -> Bool {
    report.read.lesson?.formulas.contains { report.formulas.formula($0.key) != nil } ?? false
  }

  /// What is wrong with the lesson as a whole, and where to find the rest.
  private static func errorSummary(_ report: LessonReport) -> HTML {
    let errors = report.diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { return "" }
    var html: HTML =
      "<div class=\"error\" role=\"note\"><p><strong>This lesson has \(errors.count == 1 ? "an error" : "\(errors.count) errors").</strong></p>\n<ul>\n"
    for error in errors.prefix(50) {
      html += "<li>\(error.path):\(error.position.line):\(error.position.column): \(error.message)</li>\n"
    }
    if errors.count > 50 { html += "<li>and \(errors.count - 50) more</li>\n" }
    return html + "</ul></div>\n"
  }

  /// The sections of the page, beside the text where there is room and folded above it where there is none.
  private static func contents(_ anchors: Anchors) -> HTML {
    let entries = anchors.contents.filter { $0.level == 2 || $0.level == 3 }
    if entries.count < 2 { return "" }
    var html: HTML = "<nav class=\"contents\" aria-label=\"On this page\"><details><summary>On this page</summary>\n<ol>\n"
    for entry in entries {
      let level: HTML = entry.level == 3 ? " class=\"deep\"" : ""
      html += "<li\(level)><a href=\"#\(WebAddress.encoded(entry.anchor))\">\(entry.title)</a></li>\n"
    }
    return html + "</ol></details></nav>\n"
  }

  /// One switch for all charts of the page; style alone does the switching.
  private static func chartsSwitch(_ course: Course) -> HTML {
    let isOn: HTML = course.file.chartsFirst == .svg ? " checked" : ""
    return "<label class=\"charts-switch\"><input type=\"checkbox\"\(isOn)> Charts as drawings</label>"
  }

  /// Whose the numbers of the page are, and where each is accounted for.
  private static func tally(_ ledger: LessonLedger, file: String) -> HTML {
    if ledger.counts == LessonLedger.Counts() { return "" }
    let link: HTML =
      ledger.values.isEmpty ? "" : " <a href=\"../numbers/\(file)\">How each number came about</a>, one by one."
    return "<p class=\"tally\" id=\"page:tally\">\(LedgerPage.sentence(ledger.counts))\(link)</p>\n"
  }

  /// What a reader can do at the end: tick the lesson off, mend it.
  private static func lastLine(_ read: ReadLesson, in course: Course) -> HTML {
    var html: HTML = """
      <p class="last"><button type="button" class="read js-only" aria-pressed="false">Mark as read</button>

      """
    if let repository = RepositoryLinks(course.file.repository, course: course.path) {
      html += "<a href=\"\(repository.edit(read.slug + ".md"))\">Edit this page</a>\n"
    }
    return html + downloads(read) + "</p>\n"
  }

  /// The lesson to take along.
  private static func downloads(_ read: ReadLesson) -> HTML {
    guard let lesson = read.lesson else { return "" }
    let name = WebAddress.encoded(read.slug)
    var links: [HTML] = ["<a href=\"\(name).md\" download>Markdown</a>"]
    if !lesson.blocks.isEmpty { links.append("<a href=\"\(name).ipynb\" download>notebook</a>") }
    if SwiftFile.sessions(of: lesson).contains("") { links.append("<a href=\"\(name).swift\" download>Swift</a>") }
    return "<span class=\"downloads\">Take along: \(links.joined(by: ", "))</span>\n"
  }
}
