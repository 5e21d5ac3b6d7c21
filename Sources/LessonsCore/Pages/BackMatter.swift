/// The pages that are made of all lessons together: references, errata, numbers.
package enum BackMatter {
  /// A page of the back matter, as navigation and index show it.
  package struct Entry: Sendable, Equatable {
    package var title: String
    /// The way to it from the site's root.
    package var path: String
    package var summary: String
  }

  /// The title of the part that these pages join; where no part has it they are a part of their own.
  package static let title = "Back matter"

  static let references = Entry(
    title: "References", path: "references.html",
    summary: "The sources that the lessons cite, with the numbers that each of them lends.")
  static let errata = Entry(
    title: "Errata of the web", path: "errata.html",
    summary: "Published numbers that are wrong: who says what, what is computed, and how far the two are apart.")
  static let numbers = Entry(
    title: "All numbers", path: "numbers.html",
    summary: "Every number in the text of every lesson, as written and as computed.")

  /// The pages that a course has: none is made that would be empty.
  package static func entries(of course: Course) -> [Entry] {
    let lessons = course.lessons.compactMap(\.lesson)
    let keys = lessons.reduce(into: Set<String>()) { $0.formUnion(ReferenceUse.keys(of: $1)) }
    let values = lessons.flatMap(\.values)
    var entries: [Entry] = []
    if course.file.references.contains(where: { keys.contains($0.id) }) { entries.append(references) }
    if values.contains(where: \.isRefuted) { entries.append(errata) }
    if !values.isEmpty { entries.append(numbers) }
    return entries
  }

  /// The pages themselves.
  ///
  /// - Parameter reports: One for each lesson of the course. Where some are missing, as when one lesson is built alone, only
  ///   what belongs to the others is made: the pages of the last whole build stay.
  static func pages(_ course: Course, _ reports: [LessonReport], _ resolver: LinkResolver) -> [Page] {
    let chapters = reports.compactMap { Chapter($0, resolver) }
    let bibliography = Bibliography(course.file.references)
    let shell = PageShell(course: course, root: "")
    var pages = chapters.filter { !$0.ledger.values.isEmpty }.map { LedgerPage.page($0, of: course, bibliography, resolver) }
    guard reports.count == course.lessons.count else { return pages }
    for entry in entries(of: course) {
      let main =
        switch entry {
        case references: ReferencesPage.main(chapters, bibliography)
        case errata: ErrataPage.main(chapters, bibliography)
        default: LedgerPage.overview(chapters)
        }
      pages.append(page(entry, main, shell, resolver))
    }
    return pages
  }

  private static func page(_ entry: Entry, _ main: HTML, _ shell: PageShell, _ resolver: LinkResolver) -> Page {
    let head: HTML = """
      <header class="lead">
      <h1>\(entry.title)</h1>
      <p class="summary">\(entry.summary)</p>
      </header>

      """
    return Page(
      path: entry.path,
      html: shell.html(
        title: entry.title, description: entry.summary, current: nil,
        navigation: shell.navigation(current: nil, resolver: resolver, path: entry.path), main: head + main, path: entry.path))
  }
}

/// A lesson as the back matter sees it.
struct Chapter {
  var lesson: Lesson
  var ledger: LessonLedger
  var anchors: Anchors
  var sections: Sections
  /// The file of its page and of its ledger.
  var file: String

  /// Nil for a lesson that could not be read.
  init?(_ report: LessonReport, _ resolver: LinkResolver) {
    guard let lesson = report.read.lesson else { return nil }
    self.lesson = lesson
    self.ledger = LessonLedger(report)
    self.anchors = Anchors(lesson)
    self.sections = Sections(lesson, anchors)
    self.file = resolver.page(lesson.slug)
  }

  /// Where a value stands in the lesson's page, from the site's root.
  func place(of value: LessonLedger.Value) -> String { "lessons/\(file)#\(anchors.values[value.index] ?? "")" }
}

extension ProseValue {
  /// Whether the number is published and wrong.
  package var isRefuted: Bool { if case .refuted = publication { true } else { false } }
}
