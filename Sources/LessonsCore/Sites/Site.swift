/// `[LessonReport] → Site`: every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }

  /// - Parameters:
  ///   - report: All lessons of the course that the site shows, in its order.
  ///   - kit: The sources of LessonKit, for readers who take the course with them.
  ///   - jobs: How many pages are made side by side.
  package static func site(of report: CourseReport, _ theme: Theme, kit: [KitSource], jobs: Int = 1) -> Site {
    let (resolver, reports) = (report.resolver, report.reports)
    var course = report.course
    // What a report leaves out, as a build without solutions does, is nowhere else in the site.
    for report in reports {
      if let place = course.lessons.firstIndex(where: { $0.slug == report.read.slug }) { course.lessons[place] = report.read }
    }
    let downloads = Downloads.pages(of: course, reports, kit: kit, jobs: jobs)
    let hasPackage = Downloads.hasPackage(course, kit: kit)
    var pages =
      [IndexPage.page(course, resolver, hasPackage: hasPackage), NotFoundPage.page(course, resolver)] + theme.pages + downloads
    pages += BackMatter.pages(course, reports, resolver)
    pages += course.theme.files.map { Page(path: "assets/theme/" + $0.name, bytes: $0.bytes) }
    // Of all lessons, those that did not run this time too: a search finds the whole course.
    let sections = course.lessons.compactMap { read in
      read.lesson.map { SearchSections.sections(of: $0, page: "lessons/" + resolver.page(read.slug)) }
    }
    pages.append(SearchIndex.page(Array(sections.joined())))
    var files: Set<String> = []
    var chapters: [BookPage.Chapter] = []
    let palette = Palette(
      [theme.style] + course.theme.files.filter { $0.name == "style.css" }.map { String(decoding: $0.bytes, as: UTF8.self) })
    let shownCourse = course
    let bibliography = Bibliography(course.file.references)
    let lessons = Parallel.map(reports, jobs: jobs) { lesson in
      let drawings = lesson.read.lesson.map { Drawing.pages(of: lesson, $0, palette) } ?? []
      let page = LessonPage.page(lesson, in: shownCourse, resolver, bibliography, swift: report.swiftVersion)
      return (page: page, drawings: drawings)
    }
    for (made, drawings) in lessons {
      pages += drawings
      pages.append(made.page)
      files.formUnion(made.files)
      if let chapter = made.chapter { chapters.append(chapter) }
    }
    // A build of one lesson leaves the book of the last whole build as it is.
    if reports.count == course.lessons.count { pages.append(BookPage.page(chapters, of: course)) }
    let shown = course.lessons.compactMap(\.lesson).flatMap(\.formulas).compactMap { report.formulas.formula($0.key) }
    if let katex = report.formulas.files, !shown.isEmpty { pages += MathFiles.pages(katex, shown, theme.cores) }
    for file in files {
      if let bytes = FileSystem.read(course.path + "/" + file) { pages.append(Page(path: "lessons/" + file, bytes: bytes)) }
    }
    if let address = course.file.siteAddress { pages.append(Sitemap.page(of: course, at: address)) }
    return Site(pages: pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
