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

/// The page of a lesson with its drawings, and what more is made of the same.
package struct RenderedPage: Sendable {
  package var files: [SiteFile]
  fileprivate var contents: CellContents
  fileprivate var text: LessonText
  fileprivate var styles: [PageShell.Style]

  package init(_ woven: WovenLesson, in context: SiteContext, swift: SwiftReadings) {
    let (slug, course) = (woven.lesson.slug, context.course)
    contents = CellContents(woven, swift: swift)
    text = LessonText.rendered(woven, contents, .page(of: slug), in: context.texts)
    let (contents, text) = (contents, text)
    styles = PageShell.Style.allCases.filter { style in
      switch style {
      case .math: woven.lesson.formulas.contains { course.formulas.formula($0.key) != nil }
      case .terminal: text.hasColors
      case .charts: contents.hasCharts
      }
    }
    files =
      [LessonPage.page(woven, text, styles: styles, swift: course.swiftVersion, in: context.shell)]
      + contents.drawings(of: slug, context.palette)
  }
}
