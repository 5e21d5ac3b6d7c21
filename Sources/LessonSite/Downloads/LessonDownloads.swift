package import LessonModel

/// What readers may take with them of one lesson: its Markdown, a notebook, its programs in Swift.
package struct LessonDownloads: Sendable, Equatable {
  /// The files of the site.
  package var files: [SiteFile]
  /// One for each session, for the package of the course.
  package var programs: [LessonProgram]

  /// - Parameter links: Where the links of the course lead; nil where that is still to be found.
  package init(_ woven: WovenLesson, of course: Course, _ bibliography: Bibliography, _ links: CourseLinks? = nil) {
    let base = "lessons/" + woven.lesson.slug
    files = [SiteFile(path: base + ".md", bytes: PlainMarkdown.source(of: woven.lesson))]
    programs = woven.lesson.sessions.map { LessonProgram(woven, session: $0, of: course) }
    // What has nothing to run is read best as it is.
    if woven.lesson.blocks.isEmpty { return }
    files.append(
      SiteFile(path: base + ".ipynb", text: Notebook.text(of: woven, in: course, bibliography, links ?? CourseLinks(course))))
    if let own = programs.first(where: \.session.isEmpty) { files.append(SiteFile(path: base + ".swift", text: own.text)) }
  }
}
