internal import SwiftReading

/// What readers may take with them: each lesson as Markdown, as a notebook and as Swift, and the course as a package.
package enum Downloads {
  /// Whether a whole build of the course has a package: there is something to run and something to run it with.
  static func hasPackage(_ course: Course, kit: [KitSource]) -> Bool {
    !kit.isEmpty
      && course.lessons.contains { read in
        read.lesson.map { !$0.blocks.isEmpty && !SwiftFile.sessions(of: $0).isEmpty } ?? false
      }
  }

  /// The files of the site, for lessons that have a text.
  ///
  /// - Parameter kit: The sources of LessonKit; without them there is no package.
  package static func pages(of course: Course, _ reports: [LessonReport], kit: [KitSource], jobs: Int = 1) -> [Page] {
    let notebooks = Parallel.map(reports, jobs: jobs) { report in
      report.read.lesson.map { $0.blocks.isEmpty ? "" : Notebook.text(of: report, $0) } ?? ""
    }
    var pages: [Page] = []
    var programs: [(name: String, lesson: Lesson, text: String)] = []
    var names: Set<String> = []
    for (report, notebook) in zip(reports, notebooks) {
      guard let lesson = report.read.lesson else { continue }
      let base = "lessons/" + lesson.slug
      pages.append(Page(path: base + ".md", bytes: lesson.source.bytes))
      // What has nothing to run is read best as it is.
      if lesson.blocks.isEmpty { continue }
      pages.append(Page(path: base + ".ipynb", bytes: Array(notebook.utf8)))
      for session in SwiftFile.sessions(of: lesson) {
        let text = SwiftFile.text(of: report, lesson, session: session, course: course)
        let name = CoursePackage.programName(lesson, session: session, &names)
        programs.append((name, lesson, text))
        if session.isEmpty { pages.append(Page(path: base + ".swift", bytes: Array(text.utf8))) }
      }
    }
    // A build of one lesson leaves the package of the last whole build as it is.
    let isWhole = reports.count == course.lessons.count
    if isWhole, !programs.isEmpty, !kit.isEmpty { pages.append(CoursePackage.page(programs, of: course, kit: kit)) }
    return pages
  }
}

/// One file of LessonKit.
package struct KitSource: Sendable, Equatable {
  /// Its path from the kit's folder.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
