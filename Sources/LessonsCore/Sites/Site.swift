/// `[LessonReport] → Site`: every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }

  /// - Parameter reports: One for each lesson of the course, in its order.
  package static func site(of course: Course, _ reports: [LessonReport], _ resolver: LinkResolver, _ theme: Theme) -> Site {
    var course = course
    // What a report leaves out, as a build without solutions does, is nowhere else in the site.
    for report in reports {
      if let place = course.lessons.firstIndex(where: { $0.slug == report.read.slug }) { course.lessons[place] = report.read }
    }
    var pages = [IndexPage.page(course, resolver)] + theme.pages + BackMatter.pages(course, reports, resolver)
    var files: Set<String> = []
    for report in reports {
      let made = LessonPage.page(report, in: course, resolver)
      pages.append(made.page)
      files.formUnion(made.files)
    }
    for file in files {
      if let bytes = FileSystem.read(course.path + "/" + file) { pages.append(Page(path: "lessons/" + file, bytes: bytes)) }
    }
    return Site(pages: pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
