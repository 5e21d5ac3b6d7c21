package import LessonModel

/// A lesson's Markdown for readers that know it only as Markdown: values and citations as plain text, links without words with
/// those that they take, formulas in named fences as formulas with a number.
package struct PlainMarkdown {
  private let woven: WovenLesson
  private let bibliography: Bibliography
  /// Whether dollars of values get a backslash, for they begin no formula.
  private let escapesDollars: Bool
  /// What stands in the place of something, in the order of the file.
  private var parts: [Part] = []

  private var bytes: [UInt8] { woven.lesson.source.bytes }
  private var words: PageWords { woven.lesson.words }

  private struct Part {
    var range: Range<Int>
    var text: [UInt8]
    /// Whether what stands there is blank, and may be left out in part.
    var isRemoval = false
  }

  /// - Parameter notebook: What a reader of notebooks cannot follow and is written in another way; nil where it stays.
  package init(_ woven: WovenLesson, _ bibliography: Bibliography, _ notebook: NotebookMarks? = nil) {
    self.woven = woven
    self.bibliography = bibliography
    escapesDollars = notebook != nil
    var parts = Self.takenWords(of: woven.lesson) + Self.removals(of: woven.lesson)
    woven.lesson.document.walk { block in
      switch block.kind {
      case .formula(let formula): Self.part(of: formula, in: woven, at: block.range).map { parts.append($0) }
      case .callout(let callout):
        notebook?.title(of: callout).map { parts.append(Part(range: $0.range, text: Array($0.text.utf8))) }
      default: break
      }
    }
    let marks = LinkMarks(woven.lesson.source.bytes)
    woven.lesson.document.walkInlines { inline in
      switch inline {
      case .value(let link): part(of: link).map { parts.append($0) }
      case .citation(let citation): parts.append(Part(range: citation.range, text: Array(text(of: citation).utf8)))
      case .link(let link) where link.isGiven || link.language != nil:
        guard let (open, behind) = marks.around(link) else { return }
        parts += [Part(range: open, text: []), Part(range: behind, text: [])]
      case .link(let link): parts += Self.parts(of: link, notebook?.change(of: link, isImage: false), marks)
      case .image(let image): parts += Self.parts(of: image, notebook?.change(of: image, isImage: true), marks)
      default: break
      }
    }
    // Most readers of notebooks take what stands between any two dollars for a formula.
    if notebook != nil { parts += PlainDollars.places(in: woven.lesson).map { Part(range: $0..<$0, text: Array("\\".utf8)) } }
    self.parts = Self.ordered(parts)
  }

  /// A stretch of the lesson.
  package func text(_ range: Range<Int>) -> String { String(decoding: Self.replaced(bytes, parts, in: range), as: UTF8.self) }

  /// The file of a lesson as it is, but for links without words, which have those that they take, and for what readers do not
  /// get.
  package static func source(of lesson: Lesson) -> [UInt8] {
    let parts = ordered(takenWords(of: lesson) + removals(of: lesson))
    let bytes = lesson.source.bytes
    return parts.isEmpty ? bytes : replaced(bytes, parts, in: 0..<bytes.count)
  }

  /// Where a line of a lesson stands in the file that readers take along.
  static func line(_ line: Int, of lesson: Lesson) -> Int {
    if lesson.removals.isEmpty { return line }
    let before = 0..<lesson.source.lineRange(line).lowerBound
    return replaced(lesson.source.bytes, ordered(removals(of: lesson)), in: before).count { $0 == 10 } + 1
  }

  // MARK: Numbers and sources

  /// A citation with the words of the page.
  func text(of citation: Citation) -> String { MarkdownWords.escaped(CitationRenderer.words(citation, bibliography)) }

  /// A number of the text as it is shown, and whose it is where it is not the lesson's own.
  ///
  /// - Parameter isCited: Whether a citation behind it names its source.
  func text(of row: WovenValue, _ shown: String, isCited: Bool = false) -> String {
    let key = row.value.source ?? ""
    let source = MarkdownWords.escaped(bibliography[key]?.label ?? key)
    switch (row.value.publication, row.status) {
    case (.published, .ok): return isCited ? shown : "\(shown) (\(source))"
    case (.refuted, .ok):
      let computed = MarkdownWords.escaped(ValueRenderer.brief(row, words, nil))
      return "~~\(shown)~~ " + words(.wrongNote, source, computed)
    case (.implied, .ok): return shown + " " + words(.impliedNote, source)
    default: return shown
    }
  }

  private func part(of link: ValueLink) -> Part? {
    guard let row = woven.value(link) else { return nil }
    // Marks around the number, as of strong words, stay.
    func marks(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let written = ValueRenderer.written(row)
    let shown =
      marks(link.textRange.lowerBound..<row.value.textRange.lowerBound)
      + (escapesDollars ? written.replacing("$", with: "\\$") : written)
      + marks(row.value.textRange.upperBound..<link.textRange.upperBound)
    return Part(range: link.range, text: Array(text(of: row, shown, isCited: isCited(row.value)).utf8))
  }

  /// Whether a citation behind a value, with no word between them, names its source.
  private func isCited(_ value: ProseValue) -> Bool {
    let end = value.range.upperBound
    guard let key = value.source, let citation = woven.lesson.citations.first(where: { $0.range.lowerBound >= end }) else {
      return false
    }
    return citation.items.contains { $0.key == key }
      && bytes[end..<citation.range.lowerBound].allSatisfy { " \n\r>*_".utf8.contains($0) }
  }

  // MARK: Parts of the file

  private static func ordered(_ parts: [Part]) -> [Part] {
    // Footnotes stand at the end of the document wherever they stand in the file.
    parts.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
  }

  private static func replaced(_ bytes: [UInt8], _ parts: [Part], in range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var reached = range.lowerBound
    for part in parts {
      if part.isRemoval, part.range.upperBound > reached, part.range.lowerBound < range.upperBound {
        // What stays of it stays where it begins.
        if part.range.lowerBound >= reached { text += bytes[reached..<part.range.lowerBound] + part.text }
        reached = min(part.range.upperBound, range.upperBound)
      } else if part.range.lowerBound >= reached, part.range.upperBound <= range.upperBound {
        text += bytes[reached..<part.range.lowerBound] + part.text
        reached = part.range.upperBound
      }
    }
    return text + bytes[reached..<range.upperBound]
  }

  private static func removals(of lesson: Lesson) -> [Part] {
    lesson.removals.map { Part(range: $0.range, text: Array($0.left.utf8), isRemoval: true) }
  }

  /// The words that links take, where they go between the brackets.
  private static func takenWords(of lesson: Lesson) -> [Part] {
    let bytes = lesson.source.bytes
    let marks = LinkMarks(bytes)
    var parts: [Part] = []
    func take(_ inline: Inline, isQuoted: Bool) {
      guard case .link(let link) = inline, link.takesWords, !link.content.isEmpty,
        let place = marks.bracket(of: link)
      else { return }
      let words = MarkdownWords.escaped(link.content.plainText)
      parts.append(
        Part(
          range: place..<place,
          text: Array((isQuoted ? words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") : words).utf8)))
    }
    lesson.document.walkInlines { take($0, isQuoted: false) }
    // A caption without quotation marks is one word, and has no room for others.
    for block in lesson.blocks where block.attributes.caption.map({ bytes[$0.offset - 1] == UInt8(ascii: "\"") }) == true {
      block.caption?.walk { take($0, isQuoted: true) }
    }
    return parts
  }

  /// A link that would lead nowhere from here, as its words or with another address.
  private static func parts(of link: Link, _ change: NotebookMarks.Change?, _ marks: LinkMarks) -> [Part] {
    guard let change, let (open, behind) = marks.around(link) else { return [] }
    // The words that a link takes go where its brackets close.
    let words = link.takesWords ? MarkdownWords.escaped(link.content.plainText) : ""
    switch change {
    case .words: return [Part(range: open, text: []), Part(range: behind, text: Array(words.utf8))]
    case .address(let address): return [Part(range: behind, text: Array("\(words)](<\(address)>)".utf8))]
    }
  }

  /// A numbered formula with its address and its number; a fence of mathematics is one to few readers of notebooks.
  private static func part(of formula: Formula, in woven: WovenLesson, at range: Range<Int>) -> Part? {
    // On one line, so that whatever stands around it stays around it; behind a comment nothing could.
    guard let equation = formula.equation, !formula.key.tex.contains("%") else { return nil }
    let tex = formula.key.tex.split(whereSeparator: \.isNewline).joined(separator: " ")
    let text = """
      <a id="\(woven.anchors.anchor(at: range.lowerBound))"></a>$$\(tex) \\tag{\(woven.lesson.number).\(equation.number)}$$
      """
    return Part(range: range, text: Array(text.utf8))
  }
}
