import LessonModel

/// Takes the solutions out of the trees of a lesson, and what the text around them has from them: notes that stand in one,
/// destinations and titles of links that are defined in one.
struct DocumentFilter {
  private let solutions: Solutions
  /// The text that stays, as a reader of Markdown sees it: without escapes.
  private let text: String
  /// The new numbers of the notes that stay, by their old ones.
  private var notes: [String: Int] = [:]

  init(_ lesson: Lesson, _ solutions: Solutions) {
    self.solutions = solutions
    text = Self.unescaped(solutions.source.text(0..<solutions.source.bytes.count))
    notes = Self.notes(of: lesson, solutions)
  }

  /// The blocks of a whole lesson; notes at the foot stand among these.
  func document(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
    var number = 0
    return self.blocks(
      blocks.filter { block in
        guard case .footnote = block.kind else { return true }
        number += 1
        return notes[String(number)] != nil
      })
  }

  func inlines(_ inlines: [Inline]) -> [Inline] { inlines.flatMap(inline) }

  private func blocks(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
    blocks.filter { !solutions.hide(blockAt: $0.range.lowerBound) }.map(block)
  }

  private func block(_ block: DocumentBlock) -> DocumentBlock {
    var block = block
    if case .callout(let callout) = block.kind { block.kind = .callout(asked(callout)) }
    return block.mappingChildren(blocks).mappingTexts(inlines)
  }

  /// A claim or a quiz that does not say which of its items is meant.
  private func asked(_ callout: Callout) -> Callout {
    guard let question = callout.question else { return callout }
    var callout = callout
    let place = question.before.endIndex
    guard case .list(var list) = callout.content[place].kind else { return callout }
    for index in list.items.indices where list.items[index].isTicked == true { list.items[index].isTicked = false }
    callout.content[place].kind = .list(list)
    return callout
  }

  private func inline(_ inline: Inline) -> [Inline] {
    switch inline {
    case .link(let link): return self.link(link).map { [.link($0)] } ?? inlines(link.content)
    case .image(let link): return self.link(link).map { [.image($0)] } ?? inlines(link.content)
    case .value(let link) where solutions.contain(link.range.lowerBound): return link.content
    case .noteReference(let number): return notes[number].map { [.noteReference(String($0))] } ?? []
    case .emphasis, .strong, .strikethrough, .element, .value, .text, .softBreak, .lineBreak, .code, .html, .coverage, .formula,
      .citation:
      return [inline.mappingContent(inlines)]
    }
  }

  /// A link whose destination stands in the text that stays; nil for one that is defined in a solution.
  private func link(_ link: Link) -> Link? {
    guard isWritten(link.destination) else { return nil }
    var link = link
    link.content = inlines(link.content)
    if !isWritten(link.title) { link.title = "" }
    return link
  }

  private func isWritten(_ words: String) -> Bool {
    let words = Self.unescaped(words)
    // An address of mail in angle brackets has no scheme.
    return text.contains(words) || words.hasPrefix("mailto:") && text.contains(words.dropFirst(7))
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("\\", with: "").replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
  }

  /// The notes that do not stand in a solution and that something refers to that does not either, numbered anew.
  private static func notes(of lesson: Lesson, _ solutions: Solutions) -> [String: Int] {
    let all = lesson.document.filter { if case .footnote = $0.kind { true } else { false } }
    var referred: Set<Int> = []
    func follow(_ blocks: [DocumentBlock]) {
      for block in blocks where !solutions.hide(blockAt: block.range.lowerBound) {
        for text in block.texts { follow(text) }
        follow(block.children)
      }
    }
    func follow(_ inlines: [Inline]) {
      inlines.walk { inline in
        guard case .noteReference(let name) = inline, let number = Int(name), all.indices.contains(number - 1),
          !solutions.contain(all[number - 1].range.lowerBound), referred.insert(number).inserted
        else { return }
        follow(all[number - 1].children)
      }
    }
    follow(lesson.document.filter { if case .footnote = $0.kind { false } else { true } })
    let numbered = zip(referred.sorted(), 1...).map { (String($0), $1) }
    return Dictionary(uniqueKeysWithValues: numbered)
  }
}
