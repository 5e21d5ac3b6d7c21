/// `LessonReport → Page`: the page of one lesson.
enum LessonPage {
  static func page(_ report: LessonReport, in course: Course, _ resolver: LinkResolver) -> (page: Page, files: Set<String>) {
    let shell = PageShell(course: course, root: "../")
    let slug = report.read.slug
    var main = errorSummary(report)
    var files: Set<String> = []
    if let lesson = report.read.lesson {
      let anchors = Anchors(lesson)
      let hasOwnHeading = anchors.contents.first.map { $0.level == 1 } ?? false
      if !hasOwnHeading { main = "<h1>\(lesson.title)</h1>\n" + main }
      if let summary = lesson.frontMatter.summary { main += "<p class=\"summary\">\(summary)</p>\n" }
      if !lesson.frontMatter.requires.isEmpty {
        main += requirements(lesson.frontMatter.requires.map(\.slug), in: course, resolver)
      }
      let body = LessonBody.render(report, of: lesson, resolver, anchors: anchors, references: course.file.references)
      if body.html.text.contains("class=\"chart-switch\"") {
        let other = course.file.chartsFirst == .svg ? "in characters" : "as drawings"
        main += "<p class=\"charts-switch\"><label><input type=\"checkbox\"> Show all charts \(other)</label></p>\n"
      }
      main += body.html
      main += tally(report.check.tally)
      files = body.files
    } else {
      main = "<h1>\(slug)</h1>\n" + main
    }
    let page = shell.html(
      title: report.read.lesson?.title ?? slug, description: report.read.lesson?.frontMatter.summary, current: slug,
      navigation: shell.navigation(current: slug, resolver: resolver), main: main,
      after: neighbors(of: slug, in: course, resolver), hasMath: hasMath(report))
    return (Page(path: "lessons/\(slug).html", html: page), files)
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
    return html + "</ul></div>\n"
  }

  private static func requirements(_ slugs: [String], in course: Course, _ resolver: LinkResolver) -> HTML {
    let links: [HTML] = slugs.map { slug in
      guard let lesson = course.lessons.first(where: { $0.slug == slug }) else { return "\(slug)" }
      return "<a href=\"\(resolver.page(slug))\">\(lesson.lesson?.title ?? slug)</a>"
    }
    var html: HTML = "<p class=\"requires\">Comes after: "
    for (index, link) in links.enumerated() { html += (index > 0 ? ", " : "") + link }
    return html + ".</p>\n"
  }

  private static func tally(_ tally: Tally) -> HTML {
    if tally.values + tally.outputs + tally.comments == 0 { return "" }
    return """
      <p class="tally">Checked on this page: \(tally.values) numbers and texts in the prose, \(tally.outputs) outputs, \
      \(tally.comments) comments in code; \(tally.published) numbers as published, \(tally.refuted) published and refuted.</p>

      """
  }

  private static func neighbors(of slug: String, in course: Course, _ resolver: LinkResolver) -> HTML {
    guard let index = course.lessons.firstIndex(where: { $0.slug == slug }) else { return "" }
    func link(_ place: Int, _ relation: String, _ word: String) -> HTML {
      guard course.lessons.indices.contains(place) else { return "" }
      let other = course.lessons[place]
      return "<a rel=\"\(relation)\" href=\"\(resolver.page(other.slug))\">\(word): \(other.lesson?.title ?? other.slug)</a>\n"
    }
    let links = link(index - 1, "prev", "Previous") + link(index + 1, "next", "Next")
    return links.text.isEmpty ? "" : "<nav class=\"neighbors\" aria-label=\"Lesson\">\n\(links)</nav>\n"
  }
}
