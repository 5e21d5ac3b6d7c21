package import LessonModel
import SwiftReading

/// Everything that the site needs of one lesson; made without regard to what the others came to.
package struct RenderedLesson: Sendable, Equatable {
  package var slug: String
  /// Its page, its ledger, its drawings and what can be taken along, as files of the site.
  package var files: [SiteFile]
  /// The paths of those of its files that the last site has as they would be made again.
  package var carried: Set<String> = []
  /// The files beside the lessons that it shows or links to, by their paths from the course's folder.
  package var neighbors: Set<String> = []
  /// Its programs, for the package of the course.
  var programs: [LessonProgram] = []
  /// Its page as a search finds it; nil where it could not be read.
  var index: IndexedPage?
  /// Nil where the book is not made.
  var chapter: BookPage.Chapter?
  /// Nil where it could not be read.
  var facts: WovenFacts?
}

/// `WovenEntry → RenderedLesson`: a pure function, so that lessons can be made side by side, and again when they change.
package enum LessonRenderer {
  /// - Parameter swift: How its Swift is read.
  package static func rendered(
    _ entry: WovenEntry, in context: SiteContext, swift: SwiftReadings = .parser
  ) -> RenderedLesson {
    switch entry {
    case .refused(let lesson): RenderedLesson(slug: lesson.slug, files: page(entry, in: context))
    case .woven(let woven): rendered(woven, in: context, swift)
    }
  }

  /// The page of a lesson with its drawings, without all else that a site has of it.
  package static func page(_ entry: WovenEntry, in context: SiteContext, swift: SwiftReadings = .parser) -> [SiteFile] {
    switch entry {
    case .refused(let lesson): [LessonPage.page(lesson, in: context.shell)]
    case .woven(let woven): PageParts(woven, in: context, swift).files
    }
  }

  /// A page and what it was made from.
  private struct PageParts {
    var contents: CellContents
    var text: LessonText
    var styles: [PageShell.Style]
    var files: [SiteFile]

    init(_ woven: WovenLesson, in context: SiteContext, _ swift: SwiftReadings) {
      let (slug, course) = (woven.lesson.slug, context.course)
      contents = CellContents(woven, swift: swift)
      let text = LessonText.rendered(woven, contents, .page(of: slug), in: context.texts)
      let hasMath = woven.lesson.formulas.contains { course.formulas.formula($0.key) != nil }
      styles = PageShell.Style.allCases.filter { $0 == .math ? hasMath : text.hasColors }
      self.text = text
      files =
        [LessonPage.page(woven, text, styles: styles, swift: course.swiftVersion, in: context.shell)]
        + contents.drawings(of: slug, context.palette)
    }
  }

  private static func rendered(
    _ woven: WovenLesson, in context: SiteContext, _ swift: SwiftReadings
  ) -> RenderedLesson {
    let slug = woven.lesson.slug
    let course = context.course
    let page = PageParts(woven, in: context, swift)
    let downloads = LessonDownloads(woven, of: course.course)
    var lesson = RenderedLesson(slug: slug, files: page.files + downloads.files)
    if !woven.values.isEmpty { lesson.files.append(LedgerPage.page(woven, context.bibliography, in: context.shell)) }
    lesson.neighbors = page.text.files
    lesson.programs = downloads.programs
    lesson.facts = WovenFacts(woven)
    lesson.index = IndexedPage(SearchPage(woven.lesson, woven.anchors))
    // A build of one lesson leaves the book of the last whole build as it is.
    if course.isWhole {
      let writer = AddressWriter.book(of: slug, chapters: context.chapters)
      let text = LessonText.rendered(woven, page.contents, writer, in: context.texts)
      lesson.chapter = LessonPage.chapter(woven, text, writer, styles: page.styles)
    }
    return lesson
  }
}
