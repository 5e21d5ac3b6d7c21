package import LessonModel

/// Every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var files: [SiteFile]

  package init(files: [SiteFile]) { self.files = files }

  /// - Parameter lessons: One for each lesson that was asked for, in the order of the course.
  package static func site(of context: SiteContext, _ lessons: [RenderedLesson]) -> Site {
    let course = context.course.course
    let shell = context.shell
    let hasPackage = CoursePackage.isMade(of: course, kit: context.kit)
    var files = context.theme.files + context.mathematics + lessons.flatMap(\.files)
    files.append(IndexPage.page(in: shell, hasPackage: hasPackage))
    files.append(NotFoundPage.page(in: shell))
    files.append(SearchIndex.file(indexedPages(of: context.course, lessons)))
    files += course.theme.files.map { SiteFile(path: "assets/theme/" + $0.path, bytes: $0.bytes) }
    for path in lessons.reduce(into: Set<String>(), { $0.formUnion($1.neighbors) }) {
      if case .file(let bytes)? = course.neighbors[path] { files.append(SiteFile(path: "lessons/" + path, bytes: bytes)) }
    }
    if let address = course.file.siteAddress { files.append(Sitemap.file(shell.contents, at: address)) }
    // A build of one lesson leaves what is made of all lessons as the last whole build has it.
    if context.course.isWhole {
      files += BackMatterPages.pages(context.course.woven, context.bibliography, in: shell)
      files.append(BookPage.page(lessons.compactMap(\.chapter), in: shell))
      if hasPackage { files.append(CoursePackage.file(lessons.flatMap(\.programs), of: course, kit: context.kit)) }
    }
    return Site(files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// Those of all lessons, also of those that did not run this time: a search finds the whole course.
  private static func indexedPages(of course: WovenCourse, _ lessons: [RenderedLesson]) -> [IndexedPage] {
    let made = Dictionary(lessons.map { ($0.slug, $0.index) }) { first, _ in first }
    return course.course.lessons.compactMap { read in
      if let page = made[read.slug] { return page }
      guard case .readable(let lesson) = read, let anchors = course.links.anchors(of: lesson.slug) else { return nil }
      return IndexedPage(SearchPage(lesson, anchors))
    }
  }
}
