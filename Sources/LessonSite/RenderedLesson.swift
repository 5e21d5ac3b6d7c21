package import LessonModel
import SwiftReading

/// Everything that the site needs of one lesson; made without regard to what the others came to.
package struct RenderedLesson: Sendable, Equatable {
  package var slug: String
  /// Its page, its ledger, the notes and drawings of both, what a search shows and what can be taken along, as files of the site.
  package var files: [SiteFile]
  /// The paths of those of its files that the last site has as they would be made again.
  package var carried: Set<String> = []
  /// The files beside the lessons that it shows or links to, by their paths from the course's folder.
  package var neighbors: Set<String> = []
  /// What its programs read, by its path from the course's folder.
  package var data: [String] = []
  /// Its programs, for the package of the course.
  var programs: [LessonProgram] = []
  /// Its page as a search finds it; nil where it could not be read.
  var index: IndexedPage?
  /// Nil where the book is not made.
  var chapter: BookPage.Chapter?
  /// Nil where it could not be read.
  var facts: WovenFacts?
}

extension [RenderedLesson] {
  /// What the programs of these lessons read, in the order of its paths.
  ///
  /// - Parameter data: What those of the whole course read.
  package func data(among data: [SiteFile]) -> [SiteFile] {
    let read = Set(flatMap(\.data))
    return data.filter { read.contains($0.path) }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

/// `WovenEntry → RenderedLesson`: a pure function, so that lessons can be made side by side, and again when they change.
package enum LessonRenderer {
  /// - Parameters:
  ///   - page: Its page, where that is made already.
  ///   - swift: How its Swift is read.
  package static func rendered(
    _ entry: WovenEntry, page: RenderedPage? = nil, in context: SiteContext, swift: SwiftReadings = .parser
  ) -> RenderedLesson {
    switch entry {
    case .refused(let lesson):
      RenderedLesson(slug: lesson.slug, files: [LessonPage.page(lesson, in: context.shell)])
    case .woven(let woven): rendered(woven, page ?? RenderedPage(woven, in: context, swift: swift), in: context)
    }
  }

  private static func rendered(_ woven: WovenLesson, _ page: RenderedPage, in context: SiteContext) -> RenderedLesson {
    let slug = woven.lesson.slug
    let course = context.course
    // What is taken along has the text as its author wrote it.
    let downloads = LessonDownloads(woven, of: course.course, context.bibliography, context.texts.links)
    let woven = page.woven
    var lesson = RenderedLesson(slug: slug, files: page.files + downloads.files)
    if !woven.values.isEmpty {
      let ledger = LedgerPage.page(woven, context.bibliography, in: context.shell)
      lesson.files.append(ledger)
      lesson.files += NotesFile.files(beside: ledger.path, ValueNotes(woven, context.bibliography).notes)
    }
    lesson.neighbors = page.text.files
    lesson.programs = downloads.programs
    lesson.data = woven.lesson.dataAlong.map(\.path)
    lesson.facts = WovenFacts(woven, sentences: page.sentences)
    let search = SearchPage(woven.lesson, woven.anchors, context.bibliography)
    lesson.files.append(search.texts)
    lesson.index = IndexedPage(search)
    // A build of one lesson leaves the book of the last whole build as it is.
    if course.isWhole {
      let writer = AddressWriter.book(of: slug, chapters: context.chapters)
      let text = LessonText.rendered(woven, page.contents, writer, .book, in: context.texts)
      lesson.chapter = LessonPage.chapter(woven, text, writer, styles: page.styles.filter { $0 != .alive })
        .finished(in: context.shell)
    }
    return lesson
  }
}

/// The page of a lesson with its drawings, and what more is made of the same.
package struct RenderedPage: Sendable {
  package var files: [SiteFile]
  /// The lesson as print has it.
  fileprivate var woven: WovenLesson
  fileprivate var contents: CellContents
  fileprivate var text: LessonText
  fileprivate var styles: [PageShell.Style]
  /// The sentences around the printed numbers that it refutes, by the addresses of these.
  fileprivate var sentences: [String: HTML]

  package init(_ woven: WovenLesson, in context: SiteContext, swift: SwiftReadings) {
    let (slug, course) = (woven.lesson.slug, context.course)
    let woven = woven.typeset
    self.woven = woven
    contents = CellContents(woven, swift: swift)
    sentences = SentenceRenderer.sentences(woven, contents, .page(of: slug), in: context.texts)
    text = LessonText.rendered(woven, contents, .page(of: slug), in: context.texts)
    let hasMath = woven.lesson.formulas.contains { course.formulas.formula($0.key) != nil }
    styles =
      (hasMath ? [.math] : []) + (text.hasColors ? [.terminal] : []) + (contents.hasCharts ? [.charts] : [])
      + (contents.hasTraces ? [.trace] : []) + (woven.exploration == nil ? [] : [.alive])
    let page = LessonPage.page(woven, text, styles: styles, swift: course.swiftVersion, in: context.shell)
    var renderer = TextRenderer(woven: woven, contents: contents, writer: .page(of: slug), form: .page, context: context.texts)
    files = [page] + contents.drawings(of: slug, context.palette)
    woven.exploration.map { files.append($0.module.file) }
    files += NotesFile.files(beside: page.path, renderer.notes())
    files += TraceFile.files(beside: page.path, woven.cells.filter { contents[$0].hasTrace })
  }
}
