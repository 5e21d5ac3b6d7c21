package import LessonModel

/// A page with the terms that it is found by.
package struct IndexedPage: Sendable, Equatable {
  package var address: String
  package var title: String
  package var sections: [Section]

  package struct Section: Sendable, Equatable {
    package var anchor: String
    package var heading: String
    /// The first words.
    package var snippet: String
    /// How much each term counts in it, in the order of the terms.
    package var weights: [Weight]
  }

  package struct Weight: Sendable, Equatable {
    package var term: String
    package var weight: Int
  }

  package init(_ page: SearchPage) {
    address = page.address
    title = page.title
    sections = page.sections.enumerated().map { place, section in
      var weights: [String: Int] = [:]
      func count(_ text: String, _ weight: Int) {
        for term in Set(SearchTokenizer.terms(of: text)) { weights[term, default: 0] += weight }
      }
      // A title counts where its page begins, or every section of the page would be found by it.
      if place == 0 { count(page.title, SearchIndex.titleWeight) }
      count(section.heading, SearchIndex.headingWeight)
      count(section.text, 1)
      count(section.code, 1)
      return Section(
        anchor: section.anchor, heading: section.heading, snippet: Self.snippet(section.text),
        weights: weights.map { Weight(term: $0.key, weight: $0.value) }.sorted { $0.term < $1.term })
    }
  }

  /// The first words, cut between two of them.
  private static func snippet(_ text: String) -> String {
    var snippet = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if snippet.count + word.count > 80 { return snippet.isEmpty ? String(word.prefix(80)) + "…" : snippet + " …" }
      snippet += (snippet.isEmpty ? "" : " ") + word
    }
    return snippet
  }
}

/// An inverted index as a script, which also a page opened from a disk may load.
///
/// The script sets `window.lessonsIndex = {pages, sections, terms}`: pages as `[address, title]`; sections as
/// `[page, anchor, heading, first words]`; terms as one text with a line for each, `term postings`. A posting is the distance
/// from the section before it in base 36, and behind a dot the weight where that is not 1. A term that most sections have
/// narrows nothing: it begins with `*` and keeps only the sections that bear it in a heading or title.
package enum SearchIndex {
  package static let titleWeight = 8
  package static let headingWeight = 4

  package static func file(_ pages: [IndexedPage]) -> SiteFile {
    let names = pages.map { JSON.array([.string($0.address), .string(HTML.visible($0.title))]) }
    let sections = pages.enumerated().flatMap { place, page in
      page.sections.map { section in
        JSON.array([
          .integer(place), .string(section.anchor), .string(HTML.visible(section.heading)),
          .string(HTML.visible(section.snippet)),
        ])
      }
    }
    let entries = [
      ("pages", JSON.array(names)), ("sections", .array(sections)), ("terms", .string(terms(pages).joined(separator: "\n"))),
    ]
    let object = entries.map { "\"\($0.0)\":\($0.1.text)" }.joined(separator: ",")
    return SiteFile(path: "assets/search-index.js", text: "window.lessonsIndex={\(object)};\n")
  }

  /// The lines of the terms, sorted.
  private static func terms(_ pages: [IndexedPage]) -> [String] {
    let sections = pages.flatMap(\.sections)
    var postings: [String: [(section: Int, weight: Int)]] = [:]
    for (index, section) in sections.enumerated() {
      for found in section.weights { postings[found.term, default: []].append((index, found.weight)) }
    }
    let limit = max(sections.count / 4, 20)
    return postings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { term, found in
      let isCommon = found.count > limit
      let kept = isCommon ? found.filter { $0.weight >= headingWeight } : found
      var reached = 0
      let list = kept.map { posting in
        defer { reached = posting.section }
        let distance = String(posting.section - reached, radix: 36)
        return posting.weight == 1 ? distance : distance + "." + String(posting.weight, radix: 36)
      }
      return (isCommon ? "*" : "") + term + " " + list.joined(separator: " ")
    }
  }
}
