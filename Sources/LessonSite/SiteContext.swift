package import LessonModel

/// What all pages of a site are made from, beside the lesson that each is about.
package struct SiteContext: Sendable {
  /// The course as the site shows it: without its drafts, and without what its readers must not see.
  package let course: WovenCourse
  package let theme: Theme
  /// The sources of LessonKit with their paths from its folder, for readers who take the course with them.
  package let kit: [SiteFile]
  /// What pages with formulas load.
  package let mathematics: [SiteFile]
  let texts: LessonText.Context
  package var shell: PageShell
  let palette: Palette
  /// The slugs of the lessons that could be read: the chapters of the book.
  let chapters: Set<String>
  /// Whether there is something to run and something to run it with: then a whole build of the course has a package.
  let hasPackage: Bool

  var bibliography: Bibliography { texts.bibliography }

  /// What each page says of the others: as long as it is the same, a page that is about another lesson stays as it is.
  package var navigation: String { shell.navigation().text + (shell.hasFeed ? PageShell.feedPath : "") }

  /// - Parameters:
  ///   - kit: Without it there is no package of programs.
  ///   - mathematics: Nothing where the course has no formula.
  ///   - facts: What there is to know of all lessons; nil where all are in the course.
  package init(
    _ course: WovenCourse, theme: Theme, kit: [SiteFile] = [], mathematics: [SiteFile] = [], facts: [LessonFacts]? = nil
  ) {
    self.course = course
    self.theme = theme
    self.kit = kit
    self.mathematics = mathematics
    texts = LessonText.Context(course)
    let facts = facts ?? course.course.lessons.map { LessonFacts($0) }
    shell = PageShell(course.course, facts)
    let own = course.course.theme.files.filter { $0.path == "style.css" }
    palette = Palette([theme.style] + own.map { String(decoding: $0.bytes, as: UTF8.self) })
    chapters = Set(facts.filter(\.isReadable).map(\.slug))
    hasPackage = !kit.isEmpty && facts.contains(where: \.hasPrograms)
    shell.hasPackage = hasPackage
  }
}

/// What all pages look like and do: the style, the scripts, the fonts and the icon, as files of the site.
package struct Theme: Sendable, Equatable {
  package var files: [SiteFile]

  package init(files: [SiteFile]) { self.files = files }

  /// The files, with the words of a course before the scripts that say them, and its flaws behind the style of all pages.
  package func files(saying words: PageWords, of proof: CourseProof) -> [SiteFile] {
    files.map { file in
      if file.path == "assets/site.css" {
        return SiteFile(path: file.path, bytes: file.bytes + Array(StyleText.flaws(proof).utf8))
      }
      guard let said = Phrase.ofScripts.first(where: { file.path == "assets/\($0.script).js" }) else { return file }
      let table = JSON.object(said.phrases.map { ("\($0)", .string(words[$0])) }).text
      let line = said.script == "site" ? "'use strict';\nconst words = \(table);\n" : "Object.assign(words, \(table));\n"
      return SiteFile(path: file.path, bytes: Array(line.utf8) + file.bytes)
    }
  }

  /// The style sheet of all pages.
  package var style: String {
    String(decoding: files.first { $0.path == "assets/site.css" }?.bytes ?? [], as: UTF8.self)
  }
}
