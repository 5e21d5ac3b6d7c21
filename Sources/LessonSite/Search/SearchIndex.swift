package import LessonModel

/// A page with the terms that it is found by.
package struct IndexedPage: Sendable, Equatable {
  package var address: String
  package var title: String
  package var sections: [Section]

  package struct Section: Sendable, Equatable {
    package var anchor: String
    package var heading: String
    package var isTerm: Bool
    /// The terms of its text, of what it folds and of its code, in their order.
    package var terms: [Term]
  }

  package struct Term: Sendable, Equatable {
    package var term: String
    /// Whether the section comes back to it: then it is about it.
    package var isFrequent: Bool
  }

  /// As often as a section says what it is about.
  private static let frequent = 3

  package init(_ page: SearchPage) {
    address = page.address
    title = page.title
    sections = page.sections.map { section in
      var counts: [String: Int] = [:]
      for term in section.kind == .number ? [] : [section.text, section.folded, section.code].flatMap(SearchTokenizer.terms) {
        counts[term, default: 0] += 1
      }
      return Section(
        anchor: section.anchor, heading: section.heading, isTerm: section.isTerm,
        terms: counts.map { Term(term: $0.key, isFrequent: $0.value >= Self.frequent) }.sorted { $0.term < $1.term })
    }
  }
}

/// An inverted index as a script, which also a page opened from a disk may load.
///
/// The script sets `window.lessonsIndex = {pages, terms}`: pages as `[address, title, sections]`; sections as
/// `[anchor, heading]`, with a 1 behind them for a term of a glossary; terms as one text with a line for each, `term postings`.
/// Sections are counted through all pages. A posting is twice the distance from the section before it, and one more where the
/// section comes back to the term; it is written to base 26, the last digit small and the others large. What headings and titles
/// say the reader's script finds itself. No term is left out: a search asks for all words.
package enum SearchIndex {
  package static func file(_ pages: [IndexedPage]) -> SiteFile {
    let names = pages.map { page in
      JSON.array([
        .string(page.address), .string(HTML.visible(page.title)),
        .array(
          page.sections.map { section in
            .array([.string(section.anchor), .string(HTML.visible(section.heading))] + (section.isTerm ? [.integer(1)] : []))
          }),
      ])
    }
    let entries = [("pages", JSON.array(names)), ("terms", .string(terms(pages).joined(separator: "\n")))]
    let object = entries.map { "\"\($0.0)\":\($0.1.text)" }.joined(separator: ",")
    return SiteFile(path: "assets/search-index.js", text: "window.lessonsIndex={\(object)};\n")
  }

  /// The lines of the terms, sorted.
  private static func terms(_ pages: [IndexedPage]) -> [String] {
    var postings: [String: Postings] = [:]
    for (place, section) in pages.flatMap(\.sections).enumerated() {
      for found in section.terms { postings[found.term, default: Postings()].add(place, isFrequent: found.isFrequent) }
    }
    return postings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { term, postings in
      term + " " + String(decoding: postings.list, as: UTF8.self)
    }
  }

  /// The sections that a term stands in, as they are written.
  private struct Postings {
    private(set) var list: [UInt8] = []
    /// The last of them.
    private var reached = 0

    mutating func add(_ place: Int, isFrequent: Bool) {
      write(2 * (place - reached) + (isFrequent ? 1 : 0))
      reached = place
    }

    private mutating func write(_ number: Int) {
      let start = list.endIndex
      list.append(UInt8(ascii: "a") + UInt8(number % 26))
      var rest = number / 26
      while rest > 0 {
        list.append(UInt8(ascii: "A") + UInt8(rest % 26))
        rest /= 26
      }
      list[start...].reverse()
    }
  }
}
