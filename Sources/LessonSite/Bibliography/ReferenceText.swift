package import LessonModel

/// A reference written out in full: author, date, title, where it stands.
///
/// The order and punctuation of the Publication Manual of the American Psychological Association, 7th edition; but on a screen
/// the title is the link, and the address is in sight on paper alone.
package enum ReferenceText {
  package static func html(_ entry: Bibliography.Entry, _ words: PageWords) -> HTML {
    pieces(entry, words).map(\.html).joined()
  }

  /// The same for readers who know Markdown only.
  static func markdown(_ entry: Bibliography.Entry, _ words: PageWords) -> String {
    pieces(entry, words).map(\.markdown).joined()
  }

  private static func pieces(_ entry: Bibliography.Entry, _ words: PageWords) -> [ReferencePiece] {
    let reference = entry.reference
    var parts: [[ReferencePiece]] = []
    if let label = reference.label { parts.append([.label(ended(label))]) }
    let title = self.title(reference, words)
    let authors = names(reference)
    // A work without an author begins with its title.
    let date = date(entry, words)
    let dated: [ReferencePiece] = [.text("(\(date)).")]
    parts += authors.isEmpty ? [title, dated] : [[.text(ended(authors))], dated, title]
    if let container = container(reference, words) { parts.append(container) }
    if let publisher = reference.publisher { parts.append([.text(ended(publisher))]) }
    if let note = reference.note { parts.append([.text(ended(capitalized(note)))]) }
    if let address = address(reference) { parts.append([address]) }
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [.text(" ")]))
  }

  /// `Cover, T. M., & Thomas, J. A.`
  private static func names(_ reference: Reference) -> String {
    var names = reference.authors.map { name in
      [name.family, name.given.map(initials), name.suffix].compactMap { $0 }.joined(separator: ", ")
    }
    if reference.hasMoreAuthors { return (names + ["et al."]).joined(separator: ", ") }
    // Of more than twenty the manual names nineteen and the last.
    if names.count > 20, let last = names.last { return names[..<19].joined(separator: ", ") + ", . . . " + last }
    guard names.count > 1, let last = names.popLast() else { return names.first ?? "" }
    return names.joined(separator: ", ") + ", & " + last
  }

  /// `Claude E.` as `C. E.`, `Jean-Paul` as `J.-P.`; names in a writing without case stay whole.
  private static func initials(_ given: String) -> String {
    given.split(separator: " ").map { word in
      word.split(separator: "-").map { part in
        guard let first = part.first, first.isCased else { return String(part) }
        return "\(first.uppercased())."
      }.joined(separator: "-")
    }.joined(separator: " ")
  }

  private static func date(_ entry: Bibliography.Entry, _ words: PageWords) -> String {
    let date = entry.reference.issued
    let isPeriodical = entry.reference.type?.hasPrefix("article-journal") ?? (entry.reference.container != nil)
    guard let month = date?.month, !isPeriodical else { return entry.when }
    let months = words[.months].split(separator: ", ").map(String.init)
    let name = months.indices.contains(month - 1) ? months[month - 1] : String(month)
    return date?.day.map { words(.dateDay, entry.when, name, String($0)) } ?? words(.dateMonth, entry.when, name)
  }

  private static func title(_ reference: Reference, _ words: PageWords) -> [ReferencePiece] {
    guard let title = reference.title else { return [] }
    let work: ReferencePiece =
      reference.container == nil ? .work(title, language: reference.language) : .words(title, language: reference.language)
    var pieces = [webAddress(reference).map { .link(work, address: $0) } ?? work]
    let details = [
      edition(reference, words), reference.container == nil ? reference.volume.map { words(.volumeNumber, $0) } : nil,
    ]
    let inner = details.compactMap { $0 }.joined(separator: ", ")
    if !inner.isEmpty { pieces.append(.text(" (\(inner))")) }
    if let kind = kinds[reference.type ?? ""] { pieces.append(.text(" [\(words[kind])]")) }
    return inner.isEmpty && kinds[reference.type ?? ""] == nil && title.last.map { "?!.".contains($0) } == true
      ? pieces : pieces + [.text(".")]
  }

  /// What the manual puts in brackets behind a title.
  private static let kinds: [String: Phrase] = [
    "software": .kindSoftware, "motion_picture": .kindVideo, "dataset": .kindData, "thesis": .kindThesis, "speech": .kindTalk,
  ]

  private static func edition(_ reference: Reference, _ words: PageWords) -> String? {
    guard let edition = reference.edition else { return nil }
    return Int(edition).map { words(.editionNumber, ordinal($0, words)) } ?? edition
  }

  /// `2nd`, as the language of the pages writes it; the number alone where that has no endings.
  private static func ordinal(_ number: Int, _ words: PageWords) -> String {
    let endings = words[.ordinalEndings].split(separator: ", ")
    guard endings.count == 4 else { return String(number) }
    return "\(number)" + endings[(11...13).contains(number % 100) || number % 10 > 3 ? 0 : number % 10]
  }

  /// `Bell System Technical Journal, 27(3), 379–423.` or `In Proceedings (pp. 1–9).`
  private static func container(_ reference: Reference, _ words: PageWords) -> [ReferencePiece]? {
    guard let container = reference.container else {
      return reference.pages.map { [.text(ended(words(.pageRange, range($0))))] }
    }
    let work = ReferencePiece.work(container, language: reference.language)
    if ["chapter", "paper-conference", "entry-encyclopedia"].contains(reference.type) {
      let pages = reference.pages.map { " (\(words(.pageRange, range($0))))" } ?? ""
      return words.pieces(of: .inContainer).flatMap { piece -> [ReferencePiece] in
        piece.part == nil ? [.text(piece.text)] : [work, .text(pages + ".")]
      }
    }
    var pieces = [work]
    if let volume = reference.volume { pieces += [.text(", "), .volume(volume)] }
    if let issue = reference.issue { pieces.append(.text(reference.volume == nil ? ", (\(issue))" : "(\(issue))")) }
    if let pages = reference.pages { pieces.append(.text(", \(range(pages))")) }
    return pieces + [.text(".")]
  }

  private static func range(_ pages: String) -> String { pages.replacing("--", with: "-").replacing("-", with: "\u{2013}") }

  /// The address where the title does not lead there.
  private static func address(_ reference: Reference) -> ReferencePiece? {
    guard let web = webAddress(reference) else { return place(reference).map { .text($0) } }
    return reference.title == nil ? .address(web) : nil
  }

  private static func place(_ reference: Reference) -> String? {
    reference.doi.map { $0.hasPrefix("http") ? $0 : "https://doi.org/\($0)" } ?? reference.address
  }

  /// Where it stands, if a link may lead there.
  private static func webAddress(_ reference: Reference) -> String? {
    place(reference).flatMap { address in
      ["https://", "http://"].contains { address.hasPrefix($0) } && !address.contains(where: \.isWhitespace) ? address : nil
    }
  }

  private static func ended(_ text: String) -> String { text.last.map { ".?!".contains($0) } == true ? text : text + "." }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
