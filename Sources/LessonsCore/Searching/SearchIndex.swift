/// `[SearchSection] → Page`: an inverted index as a script, which also a page opened from a disk may load.
///
/// The script sets `window.lessonsIndex = {pages, sections, terms}`: pages as `[address, title]`; sections as
/// `[page, anchor, heading, first words]`; terms as one text with a line for each, `term postings`. A posting is the distance
/// from the section before it in base 36, and behind a dot the weight where that is not 1. A term that most sections have
/// narrows nothing: it begins with `*` and keeps only the sections that bear it in a heading or title.
package enum SearchIndex {
  static let titleWeight = 8
  static let headingWeight = 4

  package static func page(_ sections: [SearchSection]) -> Page {
    let addresses = sections.reduce(into: [(String, String)]()) { pages, section in
      if pages.last?.0 != section.page { pages.append((section.page, section.title)) }
    }
    var page = -1
    var entries: [JSON] = []
    for (index, section) in sections.enumerated() {
      if index == 0 || sections[index - 1].page != section.page { page += 1 }
      entries.append(
        .array([
          .integer(page), .string(section.anchor), .string(HTML.visible(section.heading)),
          .string(HTML.visible(snippet(section.text))),
        ]))
    }
    let pages = JSON.array(addresses.map { .array([.string($0.0), .string(HTML.visible($0.1))]) })
    let lines = terms(sections).joined(separator: "\n")
    let script =
      "window.lessonsIndex={\"pages\":\(pages.text),\"sections\":\(JSON.array(entries).text),\"terms\":\(JSON.string(lines).text)};\n"
    return Page(path: "assets/search-index.js", bytes: Array(script.utf8))
  }

  /// The lines of the terms, sorted.
  static func terms(_ sections: [SearchSection]) -> [String] {
    var postings: [String: [(section: Int, weight: Int)]] = [:]
    for (index, section) in sections.enumerated() {
      var weights: [String: Int] = [:]
      func count(_ text: String, _ weight: Int) {
        for term in Set(SearchTokenizer.terms(of: text)) { weights[term, default: 0] += weight }
      }
      // A title counts where its page begins, or every section of the page would be found by it.
      if index == 0 || sections[index - 1].page != section.page { count(section.title, titleWeight) }
      count(section.heading, headingWeight)
      count(section.text, 1)
      count(section.code, 1)
      for (term, weight) in weights { postings[term, default: []].append((index, weight)) }
    }
    let limit = max(sections.count / 4, 20)
    return postings.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap { term, found in
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

  /// The first words, cut between two of them.
  static func snippet(_ text: String) -> String {
    var snippet = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if snippet.count + word.count > 80 { return snippet.isEmpty ? String(word.prefix(80)) + "…" : snippet + " …" }
      snippet += (snippet.isEmpty ? "" : " ") + word
    }
    return snippet
  }
}
