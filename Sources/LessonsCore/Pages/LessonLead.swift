/// The head of a lesson: what it is called, what it is about, what it needs, how long it takes.
enum LessonLead {
  /// - Parameters:
  ///   - heading: The heading of the page.
  ///   - charts: The switch for all charts of the page.
  static func html(
    _ report: LessonReport, _ lesson: Lesson, heading: HTML, in course: Course, _ resolver: LinkResolver, swift: String?,
    charts: HTML?
  ) -> HTML {
    var html: HTML = "<header class=\"lead\">\n\(heading)"
    if let summary = lesson.frontMatter.summary { html += "<p class=\"summary\">\(summary)</p>\n" }
    if !lesson.frontMatter.requires.isEmpty {
      html += requirements(lesson.frontMatter.requires.map(\.slug), in: course, resolver)
    }
    html += facts(report, lesson, swift: swift, charts: charts)
    return html + "</header>\n"
  }

  private static func requirements(_ slugs: [String], in course: Course, _ resolver: LinkResolver) -> HTML {
    let links: [HTML] = slugs.map { slug in
      guard let read = course.lessons.first(where: { $0.slug == slug }) else { return "\(slug)" }
      return "<a href=\"\(resolver.page(slug))\">\(read.title)</a>"
    }
    var html: HTML = "<p class=\"requires\">Needs: "
    for (index, link) in links.enumerated() { html += (index > 0 ? ", " : "") + link }
    return html + "</p>\n"
  }

  /// Minutes, compiler, and how much of the page a machine has checked.
  private static func facts(_ report: LessonReport, _ lesson: Lesson, swift: String?, charts: HTML?) -> HTML {
    let minutes = ReadingTime.minutes(of: lesson)
    var facts: [HTML] = ["\(counted(minutes, "minute"))"]
    if !lesson.blocks.isEmpty, let swift { facts.append("\(swift)") }
    let tally = report.check.tally
    let checked = tally.values + tally.outputs + tally.comments
    if checked > 0 { facts.append("<a href=\"#page:tally\">\(counted(checked, "checked result"))</a>") }
    if let charts { facts.append(charts) }
    var html: HTML = "<ul class=\"facts\">"
    for fact in facts { html += "<li>\(fact)</li>" }
    return html + "</ul>\n"
  }
}
