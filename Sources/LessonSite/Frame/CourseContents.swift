package import LessonModel

/// The lessons of a course as its pages list them: by part, with what a list says of each.
///
/// Made once for all pages; a lesson is found by its slug without a search.
package struct CourseContents: Sendable, Equatable {
  /// A lesson in a list.
  package struct Entry: Sendable, Equatable {
    package var slug: String
    /// What authors count it by; nil where its name has no number.
    package var number: String?
    package var title: String
    /// The file of its page, which is also that of its ledger, as an address has it.
    package var file: String
    package var summary: String?
    /// How long it takes to read; nil where it could not be read.
    package var minutes: Int?
    /// When it was last changed; nil where nobody knows.
    package var changed: String?

    package init(_ read: ReadLesson) {
      slug = read.slug
      number = read.number
      title = read.title
      file = AddressWriter.page(named: read.slug)
      if case .readable(let lesson) = read {
        title = lesson.typeset(lesson.title)
        summary = lesson.frontMatter.summary.map(lesson.typeset)
        minutes = ReadingTime.minutes(of: lesson)
        changed = lesson.changed
      }
    }
  }

  /// A group of lessons under one title.
  package struct Part: Sendable, Equatable {
    /// Nil where the course has no parts.
    package var title: String?
    package var lessons: [Entry]
    package var pages: [BackMatter]

    package init(title: String? = nil, lessons: [Entry], pages: [BackMatter]) {
      self.title = title
      self.lessons = lessons
      self.pages = pages
    }

    /// Where a part stands on the first page.
    package static func anchor(_ index: Int) -> String { "part-\(index + 1)" }
  }

  /// In the order of the course.
  package let lessons: [Entry]
  /// Parts with their lessons, then the lessons that no part names, and the back matter at the end of its part.
  package let parts: [Part]
  package let pages: [BackMatter]
  private let places: [String: Int]
  private let names: LessonNames
  private let partPlaces: [String: PartPlace]

  /// Where a lesson stands: in which part, and where in that.
  private struct PartPlace: Sendable, Equatable { var part, offset: Int }

  /// - Parameter facts: What there is to know of the lessons, in the order of the course.
  package init(_ file: CourseFile, _ facts: [LessonFacts]) {
    let lessons = facts.map(\.entry)
    let places = Dictionary(lessons.indices.map { (lessons[$0].slug, $0) }) { first, _ in first }
    let names = LessonNames(lessons.map(\.slug))
    let words = file.pageWords
    var parts = file.parts.map { part in
      let places = part.lessons.compactMap { names.slug($0.slug).flatMap { places[$0] } }
      return Part(title: part.title, lessons: places.map { lessons[$0] }, pages: [])
    }
    let listed = Set(parts.flatMap { $0.lessons.map(\.slug) })
    let rest = lessons.filter { !listed.contains($0.slug) }
    if !rest.isEmpty { parts.append(Part(title: parts.isEmpty ? nil : words[.more], lessons: rest, pages: [])) }
    let pages = BackMatter.pages(of: file, facts)
    if let place = parts.firstIndex(where: { BackMatter.joins($0.title, words) }) {
      parts[place].pages = pages
    } else {
      parts.append(Part(title: words[.backMatter], lessons: [], pages: pages))
    }
    parts.removeAll { $0.lessons.isEmpty && $0.pages.isEmpty }
    self.lessons = lessons
    self.parts = parts
    self.pages = pages
    self.places = places
    self.names = names
    partPlaces = parts.enumerated().reduce(into: [:]) { found, part in
      for (offset, entry) in part.element.lessons.enumerated() where found[entry.slug] == nil {
        found[entry.slug] = PartPlace(part: part.offset, offset: offset)
      }
    }
  }

  /// The lesson that an author names.
  package func entry(named name: String) -> Entry? { names.slug(name).flatMap { self[$0] } }

  /// The lesson of that slug.
  package subscript(_ slug: String) -> Entry? { places[slug].map { lessons[$0] } }

  /// The place of the part that a lesson stands in.
  package func part(of slug: String) -> Int? { partPlaces[slug]?.part }

  /// Whether the lessons are too many to stand in every page.
  package var areMany: Bool { lessons.count > Self.most }

  /// As many as a list in every page may have.
  private static let most = 60

  /// The places around one that a page shows of a long list: all of a list that is not long.
  package static func window(around place: Int, of count: Int) -> Range<Int> {
    if count <= most { return 0..<count }
    let first = min(max(place - most / 4, 0), count - most / 2)
    return first..<first + most / 2
  }

  /// The places in a part that a page shows.
  ///
  /// - Parameter slug: The lesson that the page is of or about.
  package func shown(of part: Part, around slug: String?) -> Range<Int> {
    Self.window(around: slug.flatMap { partPlaces[$0]?.offset } ?? 0, of: part.lessons.count)
  }

  /// The lessons before and after one.
  package func neighbors(of slug: String) -> (previous: Entry?, next: Entry?) {
    guard let place = places[slug] else { return (nil, nil) }
    func entry(_ place: Int) -> Entry? { lessons.indices.contains(place) ? lessons[place] : nil }
    return (entry(place - 1), entry(place + 1))
  }
}

extension Lesson {
  /// The file of its page, which is also that of its ledger, as an address has it.
  package var file: String { AddressWriter.page(named: slug) }
}
