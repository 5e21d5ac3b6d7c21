import Foundation
package import LessonModel

/// The references of a course as readers meet them: what a citation says of each, and where the full entry stands.
///
/// Author and year as the Publication Manual of the American Psychological Association (7th edition) has them.
package struct Bibliography: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var reference: Reference
    /// Who, as a citation says it: `Cover & Thomas`.
    package var who: String
    /// When, with a letter where the same authors have more of that year: `2004b`.
    package var when: String
    /// The address of the full entry in the page of references.
    package var anchor: String

    package init(reference: Reference, who: String, when: String, anchor: String) {
      self.reference = reference
      self.who = who
      self.when = when
      self.anchor = anchor
    }

    /// What a citation in the text shows.
    package var label: String { reference.label ?? "\(who), \(when)" }
  }

  /// In the order of the page: by author, year and title.
  package private(set) var entries: [Entry]
  private var places: [String: Int] = [:]

  /// - Parameter words: What stands for the year of a work without one.
  package init(_ references: [Reference], _ words: PageWords = .english) {
    var seen: Set<String> = []
    // A key that is given twice is reported elsewhere; the first stands.
    let unique = references.filter { seen.insert($0.id).inserted }
    let entries = unique.map { Entry(reference: $0, who: Self.who($0), when: $0.issued?.year ?? words[.undated], anchor: "") }
    self.entries = entries.map { ($0, Self.order($0)) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    tellYearsApart()
    var anchors: Set<String> = []
    for index in self.entries.indices {
      let base = "ref-" + self.entries[index].reference.id.map { Self.isPlain($0) ? String($0) : "-" }.joined()
      var anchor = base
      var count = 1
      while !anchors.insert(anchor).inserted {
        count += 1
        anchor = "\(base)-\(count)"
      }
      self.entries[index].anchor = anchor
      places[self.entries[index].reference.id] = index
    }
  }

  package subscript(_ key: String) -> Entry? { places[key].map { entries[$0] } }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
  }

  private static func who(_ reference: Reference) -> String {
    let families = reference.authors.map(\.family)
    switch (families.count, reference.hasMoreAuthors) {
    case (0, _): return reference.title.map { "\u{201C}\($0)\u{201D}" } ?? reference.id
    case (1, false): return families[0]
    case (2, false): return "\(families[0]) & \(families[1])"
    default: return "\(families[0]) et al."
    }
  }

  /// Letters behind the year where two entries would be cited alike.
  private mutating func tellYearsApart() {
    let groups = Dictionary(grouping: entries.indices.filter { entries[$0].reference.label == nil }) { entries[$0].label }
    for places in groups.values where places.count > 1 {
      for (count, place) in places.enumerated() {
        let isDated = entries[place].reference.issued != nil
        entries[place].when += (isDated ? "" : "-") + Self.letters(count)
      }
    }
  }

  /// 0 is `a`, 25 is `z`, 26 is `aa`.
  private static func letters(_ number: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(97 + number % 26))))
    return number < 26 ? last : letters(number / 26 - 1) + last
  }

  /// What an entry is sorted by: letters without case and accents; a body's name without its article.
  private static func order(_ entry: Entry) -> [String] {
    let authors = entry.reference.authors.map { $0.family + " " + ($0.given ?? "") }.joined(separator: " ")
    let title = folded(entry.reference.title ?? "")
    return [
      entry.reference.label.map(folded) ?? (authors.isEmpty ? title : folded(authors)), entry.when, title, entry.reference.id,
    ]
  }

  private static func folded(_ text: String) -> String {
    let scalars = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    let words = String(String.UnicodeScalarView(scalars))
    for article in ["the ", "a ", "an "] where words.hasPrefix(article) { return String(words.dropFirst(article.count)) }
    return words
  }
}

/// A citation in the text: author and year in parentheses, each a link to the full entry.
package enum CitationRenderer {
  /// - Parameters:
  ///   - writer: How addresses are written where it stands.
  ///   - isLinked: Whether a link may stand here; there is none inside a link.
  package static func html(
    _ citation: Citation, _ bibliography: Bibliography, _ writer: AddressWriter, isLinked: Bool = true
  ) -> HTML {
    var html: HTML = "("
    for (index, item) in citation.items.enumerated() {
      if index > 0 { html += "; " }
      if !item.prefix.isEmpty { html += "\(item.prefix) " }
      html += text(item, bibliography, writer, isLinked: isLinked)
    }
    return html + ")"
  }

  /// The same in words alone.
  package static func words(_ citation: Citation, _ bibliography: Bibliography) -> String {
    "("
      + citation.items.map { item in
        (item.prefix.isEmpty ? "" : item.prefix + " ") + label(of: item, bibliography[item.key])
      }.joined(separator: "; ") + ")"
  }

  private static func text(
    _ item: Citation.Item, _ bibliography: Bibliography, _ writer: AddressWriter, isLinked: Bool
  ) -> HTML {
    let entry = bibliography[item.key]
    let label = label(of: item, entry)
    guard let entry else { return "<span class=\"dead-link\">\(label)</span>" }
    return isLinked ? "<a class=\"citation\" href=\"\(writer.reference(entry.anchor))\">\(label)</a>" : "\(label)"
  }

  /// What it shows of one source: of one that nobody knows its key.
  private static func label(of item: Citation.Item, _ entry: Bibliography.Entry?) -> String {
    let source = entry.map { item.leavesOutAuthor && $0.reference.label == nil ? $0.when : $0.label } ?? item.key
    return source + (item.locator.isEmpty ? "" : ", \(item.locator)")
  }
}
