package import LessonModel

/// A page as a search finds it.
package struct SearchPage: Sendable, Equatable {
  package var slug: String
  package var title: String
  package var sections: [Section]

  /// A stretch of a page under one heading, an entry of a glossary, an exercise or a figure.
  package struct Section: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      case heading
      /// An entry of a glossary.
      case term
      /// An exercise or a figure, which is found by what it is called alone.
      case number
    }

    package var kind: Kind
    /// Empty for what stands before the first heading.
    package var anchor: String
    /// The heading, the term, or what is called by its number: `Exercise 1.1`, `Figure 3.2`.
    package var heading: String
    /// The prose, with the values as they are written.
    package var text: String
    /// The words that the page folds until a reader has thought: they are found, and no result shows them.
    package var folded: String
    /// The Swift code, without the lines that are hidden.
    package var code: String

    package init(
      _ kind: Kind = .heading, anchor: String, heading: String, text: String, folded: String = "", code: String
    ) {
      self.kind = kind
      self.anchor = anchor
      self.heading = heading
      self.text = text
      self.folded = folded
      self.code = code
    }

    package var isTerm: Bool { kind == .term }
  }

  /// A lesson cut at its headings; each term of a glossary is cut out of its list, exercises and figures stand behind their section.
  ///
  /// - Parameter bibliography: What citations say.
  package init(_ lesson: Lesson, _ anchors: Anchors, _ bibliography: Bibliography = Bibliography([])) {
    var cutter = SectionCutter(lesson, anchors, bibliography)
    cutter.add(lesson.document)
    slug = lesson.slug
    title = lesson.title
    sections = cutter.sections
  }

  /// Where it stands from the site's root, as a link has it.
  package var address: String { "lessons/" + AddressWriter.page(named: slug) }

  /// What a result shows of the page, as a script that is loaded with the first result from it: for each section its text.
  package var texts: SiteFile {
    let texts = sections.map { JSON.string(HTML.visible($0.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))) }
    return SiteFile(
      path: "assets/search/\(slug).js",
      text: "(window.lessonsTexts ??= {})[\(JSON.string(address).text)] = \(JSON.array(texts).text);\n")
  }
}

/// Walks a lesson and deals its words out to the sections.
private struct SectionCutter {
  let lesson: Lesson
  let anchors: Anchors
  let bibliography: Bibliography
  private let blocks: [Int: SwiftBlock]
  private let isGlossary: Bool
  private(set) var sections: [SearchPage.Section]
  /// Where words go: the section of the last heading, or the term whose entry is being read.
  private var place = 0
  /// Whether the page folds what is being read.
  private var isFolded = false

  init(_ lesson: Lesson, _ anchors: Anchors, _ bibliography: Bibliography) {
    self.lesson = lesson
    self.anchors = anchors
    self.bibliography = bibliography
    blocks = Dictionary(lesson.blocks.map { ($0.index, $0) }) { first, _ in first }
    isGlossary = lesson.isGlossary
    sections = [SearchPage.Section(anchor: "", heading: "", text: "", code: "")]
    if let summary = lesson.frontMatter.summary { sections[0].text = summary + " " }
  }

  mutating func add(_ blocks: some Sequence<DocumentBlock>) { for block in blocks { add(block) } }

  private mutating func add(_ block: DocumentBlock) {
    switch block.kind {
    case .heading(_, let inlines):
      let heading = inlines.plainText
      // The title of the page is no section of its own.
      if heading == lesson.title && sections.count == 1 { return }
      begin(SearchPage.Section(anchor: anchors.anchor(at: block.range.lowerBound), heading: heading, text: "", code: ""))
    case .cell(let index): if let block = blocks[index] { add(block) }
    case .code(let code): sections[place].code += code.literal
    case .formula(let formula): sections[place].code += formula.key.tex + "\n"
    case .list(let list) where isGlossary: for item in list.items { add(item) }
    case .callout(let callout): add(callout)
    default:
      for text in block.texts { say(text) }
      add(block.children)
    }
  }

  private mutating func add(_ block: SwiftBlock) {
    sections[place].code += Self.shownCode(of: block)
    if let title = lesson.figureTitle(of: block) { number(title, at: block.range, words(block.caption ?? [])) }
  }

  private mutating func add(_ callout: Callout) {
    if callout.kind == .exercise {
      var cutter = self
      (cutter.sections, cutter.place) = ([SearchPage.Section(anchor: "", heading: "", text: "", code: "")], 0)
      cutter.add(callout.content)
      let title = callout.title.map { ": " + words($0) } ?? ""
      number(
        callout.titleWords(lesson: lesson.number, lesson.words) + title, at: callout.range, cutter.sections[0].text)
    }
    if let title = callout.title { say(title) }
    guard let question = callout.question else {
      return [.hint, .solution].contains(callout.kind) ? fold(callout.content) : add(callout.content)
    }
    add(question.before)
    for item in question.list.items {
      say(item.label)
      fold(item.rest)
    }
    fold(question.after)
  }

  /// What has a number is found by it. A second list of its words would make the index a tenth larger.
  private mutating func number(_ title: String, at range: Range<Int>, _ text: String) {
    sections.append(
      SearchPage.Section(.number, anchor: anchors.anchor(at: range.lowerBound), heading: title, text: text, code: ""))
  }

  /// Reads what the page folds.
  private mutating func fold(_ blocks: some Sequence<DocumentBlock>) {
    let outer = isFolded
    isFolded = true
    add(blocks)
    isFolded = outer
  }

  private mutating func say(_ inlines: [Inline]) {
    let words = words(inlines) + " "
    if isFolded { sections[place].folded += words } else { sections[place].text += words }
  }

  private mutating func begin(_ section: SearchPage.Section) {
    sections.append(section)
    place = sections.count - 1
  }

  private mutating func add(_ item: DocumentList.Item) {
    guard let term = item.term else { return add(item.blocks) }
    let outer = place
    begin(
      SearchPage.Section(.term, anchor: anchors.anchor(at: term.offset), heading: term.words, text: "", code: ""))
    add(item.blocks)
    place = outer
  }

  /// The words of running text, a citation with those of the page. A formula that is no plain text leaves a gap.
  private func words(_ inlines: [Inline]) -> String {
    var words = ""
    inlines.walk { inline in
      switch inline {
      case .text(let text), .code(let text): words += text
      case .softBreak, .lineBreak: words += " "
      case .citation(let citation): words += CitationRenderer.words(citation, bibliography)
      case .formula(let formula):
        words += formula.key.tex.contains { "\\{}^_".contains($0) } ? "…" : formula.key.tex
      default: break
      }
    }
    return words
  }

  private static func shownCode(of block: SwiftBlock) -> String {
    if block.attributes.code == .hide { return "" }
    // Empty lines are of no use to a search, and the numbers of the hidden ones count them.
    let numbered = block.code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return numbered.filter { !$0.element.isEmpty && !block.outline.hiddenLines.contains($0.offset) }
      .map { $0.element + "\n" }.joined()
  }
}
