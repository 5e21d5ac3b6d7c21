import LessonModel

/// How the text of a lesson writes addresses: for a page of its own, or for the book, in which all lessons stand together.
package struct AddressWriter: Sendable, Equatable {
  /// The lesson whose text is written.
  package let slug: String
  private let place: Place

  private enum Place: Sendable, Equatable {
    case page
    /// With the lessons that are chapters of the book.
    case book(chapters: Set<String>)
    /// With the files of the chapters of a volume, by slug, and where the site is published.
    case volume(chapters: [String: String], site: String?)
  }

  /// For the lesson's own page, `lessons/SLUG.html`; a slug may have folders.
  package static func page(of slug: String) -> AddressWriter { AddressWriter(slug: slug, place: .page) }

  /// For a chapter of the book, which stands at the root of the site.
  ///
  /// - Parameter chapters: The slugs of all lessons that the book holds; a link to any other leads to that lesson's own page.
  package static func book(of slug: String, chapters: Set<String>) -> AddressWriter {
    AddressWriter(slug: slug, place: .book(chapters: chapters))
  }

  /// For a chapter of a volume, which stands alone in a file of its own.
  ///
  /// What a volume does not have is on the site; where nobody knows where that is, the address is empty.
  ///
  /// - Parameters:
  ///   - chapters: The files of all lessons that the volume holds, by their slugs.
  ///   - site: Where the site is published.
  package static func volume(of slug: String, chapters: [String: String], site: String?) -> AddressWriter {
    AddressWriter(slug: slug, place: .volume(chapters: chapters, site: site))
  }

  /// Whether the text is to stand in a page of its own.
  var isPage: Bool { place == .page }

  /// The way to the root of the site.
  package var root: String {
    switch place {
    case .page: Self.root(of: slug)
    case .book, .volume: ""
    }
  }

  /// The address of an entry of the references.
  package func reference(_ anchor: String) -> String {
    if case .volume = place { return "\(Self.volumeReferences)#\(anchor)" }
    return Self.reference(anchor, root: root)
  }

  /// The file of the references in a volume.
  static let volumeReferences = "references.xhtml"

  /// Where a volume keeps the pictures that stand beside the lessons.
  static let volumePictures = "pictures/"

  /// The endings of pictures that a volume may hold, with their kinds.
  static let pictureTypes = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml",
  ]

  /// The kind of a picture, by its ending; nil where a volume cannot hold it.
  static func pictureType(_ path: String) -> String? {
    path.split(separator: ".").last.flatMap { pictureTypes[$0.lowercased()] }
  }

  /// The address of an entry of the references from a page with this way to the root of the site.
  package static func reference(_ anchor: String, root: String) -> String { "\(root)references.html#\(anchor)" }

  /// The way to the root of the site from the page of a lesson, and from other pages that are called so.
  package static func root(of slug: String) -> String {
    String(repeating: "../", count: slug.utf8.count { $0 == UInt8(ascii: "/") } + 1)
  }

  /// The name of something in the lesson, unique in its document: for `id`, `for`, `name` and the like.
  package func id(_ anchor: String) -> String { prefix + anchor }

  /// The address of a place in the lesson itself.
  package func here(_ anchor: String) -> String { "#" + prefix + WebAddress.encoded(anchor) }

  /// The address of a lesson, or of a place in it.
  package func lesson(_ slug: String, anchor: String?) -> String {
    let behind = anchor.map { "#" + WebAddress.encoded($0) } ?? ""
    switch place {
    case .book(let chapters) where chapters.contains(slug):
      return "#" + Self.prefix(of: slug) + (anchor.map { WebAddress.encoded($0) } ?? Self.top)
    case .volume(let chapters, let site):
      return chapters[slug].map { $0 + behind } ?? site.map { $0 + "lessons/" + Self.page(named: slug) + behind } ?? ""
    case .page, .book: return way(to: slug + ".html") + behind
    }
  }

  /// The address of the list of a folder's lessons; of all lessons for the folder of the course.
  package func lessons(folder: String) -> String {
    if !folder.isEmpty { return way(to: Self.list(of: folder)) }
    if case .volume(_, let site) = place { return site ?? "" }
    return root + Self.index
  }

  /// The file of a page that lists lessons.
  package static let index = "index.html"

  /// The list of a folder's lessons, by its path among the pages of the lessons.
  package static func list(of folder: String) -> String { folder + "/" + index }

  /// The address of a file beside the lessons, by its path from the course's folder.
  package func file(_ path: String) -> String {
    way(to: path.split(separator: "/").filter { $0 != "." }.joined(separator: "/"))
  }

  /// The address of a drawing of the lesson.
  package func drawing(_ name: String) -> String { root + WebAddress.encodedPath(drawings + name) }

  /// What stands before the names of the lesson's drawings, from the root of the site or of the volume.
  var drawings: String {
    guard case .volume(let chapters, _) = place else { return Self.drawings(of: slug) }
    return "drawings/" + (chapters[slug] ?? "").replacing(".xhtml", with: "-")
  }

  /// The address of a value in the ledger of the lesson.
  package func ledger(_ anchor: String) -> String {
    if case .volume = place { return "#" + Self.volumeNote(on: anchor) }
    return root + "numbers/" + Self.page(named: slug) + "#" + anchor
  }

  /// The name of the note on a value at the end of its chapter in a volume.
  static func volumeNote(on anchor: String) -> String { "how." + anchor }

  /// The address of what the pages say of given numbers.
  package var given: String {
    if case .volume(_, let site) = place { return site.map { "\($0)numbers.html#\(Self.givenRule)" } ?? "" }
    return "\(root)numbers.html#\(Self.givenRule)"
  }

  /// The name of the rule for given numbers in the page of all numbers.
  package static let givenRule = "given"

  /// The level of a heading: a lesson of the book is a chapter, so that its headings stand one level lower.
  package func level(_ level: Int) -> Int {
    switch place {
    case .page, .volume: level
    case .book: min(level + 1, 6)
    }
  }

  /// The way to a file among the pages of the lessons.
  private func way(to path: String) -> String {
    switch place {
    case .page: WebAddress.encodedPath(WebAddress.way(from: slug, to: path))
    case .book: "lessons/" + WebAddress.encodedPath(path)
    case .volume where Self.pictureType(path) != nil: WebAddress.encodedPath(Self.volumePictures + path)
    case .volume(_, let site): site.map { $0 + "lessons/" + WebAddress.encodedPath(path) } ?? ""
    }
  }

  private var prefix: String {
    switch place {
    case .page, .volume: ""
    case .book: Self.prefix(of: slug)
    }
  }

  /// The name of the main part of a page, and of a chapter behind its prefix.
  private static let top = "main"

  /// The name of a chapter of the book as a whole.
  package static func chapter(_ slug: String) -> String { prefix(of: slug) + top }

  /// What stands before the names in a chapter; no name has a colon of its own, and no slug a plus.
  private static func prefix(of slug: String) -> String { slug.replacing(" ", with: "+") + ":" }

  /// The file of a lesson's page among those of the lessons, as an address has it.
  package static func page(named slug: String) -> String { WebAddress.encodedPath(slug) + ".html" }

  /// The folder of a lesson's drawings, from the root of the site.
  package static func drawings(of slug: String) -> String { "assets/drawings/\(slug)/" }
}
