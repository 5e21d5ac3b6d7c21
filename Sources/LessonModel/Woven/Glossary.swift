/// An entry of a glossary: an item of a list that begins with bold words.
package struct GlossaryEntry: Sendable, Equatable {
  /// The bold words.
  package var term: String
  /// Where the item's text begins.
  package var offset: Int
  /// The lessons that it links to, by their slugs, whether these are there or not.
  package var lessons: [String]

  package init(term: String, offset: Int, lessons: [String]) {
    self.term = term
    self.offset = offset
    self.lessons = lessons
  }

  /// The names of the term: all of it, and what stands before and in parentheses at its end, as in `mean squared error (MSE)`.
  package var names: [String] {
    guard let open = term.firstIndex(where: { "(（".contains($0) }), let last = term.last, ")）".contains(last) else {
      return [term]
    }
    let inside = term[term.index(after: open)...].dropLast()
    return [term, String(term[..<open]), String(inside)].map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension DocumentList.Item {
  /// The bold words that it begins with, and where its text begins; nil where it begins otherwise.
  package var term: (words: String, offset: Int)? {
    guard let block = blocks.first, case .strong(let words)? = label.first else { return nil }
    let text = words.plainText
    return text.isEmpty ? nil : (text, block.range.lowerBound)
  }
}

extension Lesson {
  /// Whether it is a list of terms: by the name of its file, or because its front matter has the tag `glossary`.
  package var isGlossary: Bool {
    if frontMatter.tags.contains("glossary") { return true }
    let name = LessonPath.file(of: slug).drop { ($0.isASCII && $0.isNumber) || "-_. ".contains($0) }
    return name.lowercased() == "glossary"
  }

  /// The entries of a glossary in its order; none of any other lesson.
  package var glossary: [GlossaryEntry] {
    guard isGlossary else { return [] }
    var entries: [GlossaryEntry] = []
    document.walk { block in
      guard case .list(let list) = block.kind else { return }
      for item in list.items {
        guard let term = item.term else { continue }
        var lessons: [String] = []
        item.blocks.walkInlines { inline in
          guard case .link(let link) = inline, let other = CourseLinks.lesson(of: link.destination, in: slug) else { return }
          if other != slug, !lessons.contains(other) { lessons.append(other) }
        }
        entries.append(GlossaryEntry(term: term.words, offset: term.offset, lessons: lessons))
      }
    }
    return entries
  }
}
