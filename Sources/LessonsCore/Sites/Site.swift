/// `[LessonReport] → Site`: every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var pages: [Page]

  package init(pages: [Page]) { self.pages = pages }

  /// - Parameter reports: One for each lesson of the course, in its order.
  package static func site(
    of course: Course, _ reports: [LessonReport], _ resolver: LinkResolver, _ theme: Theme, _ formulas: FormulaTable
  ) -> Site {
    var pages = [IndexPage.page(course, resolver)] + theme.pages
    var files: Set<String> = []
    for report in reports {
      let made = LessonPage.page(report, in: course, resolver)
      pages.append(made.page)
      files.formUnion(made.files)
    }
    let shown = course.lessons.compactMap(\.lesson).flatMap(\.formulas).compactMap { formulas.formula($0.key) }
    if let katex = formulas.files, !shown.isEmpty { pages += MathFiles.pages(katex, shown) }
    for file in files {
      if let bytes = FileSystem.read(course.path + "/" + file) { pages.append(Page(path: "lessons/" + file, bytes: bytes)) }
    }
    return Site(pages: pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
