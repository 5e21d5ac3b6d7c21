/// `[LessonReport] → Site`: every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }

  /// - Parameters:
  ///   - report: All lessons of the course that the site shows, in its order.
  ///   - kit: The sources of LessonKit, for readers who take the course with them.
  package static func site(of report: CourseReport, _ theme: Theme, kit: [KitSource]) -> Site {
    let (resolver, reports) = (report.resolver, report.reports)
    var course = report.course
    // What a report leaves out, as a build without solutions does, is nowhere else in the site.
    for report in reports {
      if let place = course.lessons.firstIndex(where: { $0.slug == report.read.slug }) { course.lessons[place] = report.read }
    }
    var pages = [IndexPage.page(course, resolver), NotFoundPage.page(course, resolver)] + theme.pages
    pages += BackMatter.pages(course, reports, resolver)
    pages += course.theme.files.map { Page(path: "assets/theme/" + $0.name, bytes: $0.bytes) }
    let sections = reports.compactMap { report in
      report.read.lesson.map { SearchSections.sections(of: $0, page: "lessons/" + resolver.page(report.read.slug)) }
    }
    pages.append(SearchIndex.page(Array(sections.joined())))
    pages += Downloads.pages(of: course, reports, kit: kit)
    var files: Set<String> = []
    let palette = Palette(
      [theme.style] + course.theme.files.filter { $0.name == "style.css" }.map { String(decoding: $0.bytes, as: UTF8.self) })
    for lesson in reports {
      if let text = lesson.read.lesson { pages += Drawing.pages(of: lesson, text, palette) }
      let made = LessonPage.page(lesson, in: course, resolver, swift: report.swiftVersion)
      pages.append(made.page)
      files.formUnion(made.files)
    }
    let shown = course.lessons.compactMap(\.lesson).flatMap(\.formulas).compactMap { report.formulas.formula($0.key) }
    if let katex = report.formulas.files, !shown.isEmpty { pages += MathFiles.pages(katex, shown) }
    for file in files {
      if let bytes = FileSystem.read(course.path + "/" + file) { pages.append(Page(path: "lessons/" + file, bytes: bytes)) }
    }
    if let address = course.file.siteAddress { pages.append(Sitemap.page(of: course, at: address)) }
    return Site(pages: pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
