/// `[LessonReport] → Site`: every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }

  /// - Parameters:
  ///   - reports: One for each lesson of the course, in its order.
  ///   - swift: The version of the compiler, as the pages tell it.
  package static func site(
    of course: Course, _ reports: [LessonReport], _ resolver: LinkResolver, _ theme: Theme, swift: String? = nil
  ) -> Site {
    var pages = [IndexPage.page(course, resolver), NotFoundPage.page(course, resolver)] + theme.pages
    pages += course.theme.files.map { Page(path: "assets/theme/" + $0.name, bytes: $0.bytes) }
    var files: Set<String> = []
    for report in reports {
      let made = LessonPage.page(report, in: course, resolver, swift: swift)
      pages.append(made.page)
      files.formUnion(made.files)
    }
    for file in files {
      if let bytes = FileSystem.read(course.path + "/" + file) { pages.append(Page(path: "lessons/" + file, bytes: bytes)) }
    }
    if let address = course.file.siteAddress { pages.append(Sitemap.page(of: course, at: address)) }
    return Site(pages: pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
