import LessonModel
import MarkdownReading
import Testing

/// What must hold of the tree of any text.
///
/// 1. What is none of ours is what cmark makes of it. Let T be the text with each formula of the tree replaced, on each of its
///    lines, by a word, and nothing else. The page of the tree, in which the formulas are these letters, the citations the text
///    that they are written as and the values links with the scheme `swift:`, is the page that cmark itself makes of T.
/// 2. What is ours is what stands there: a formula from dollar to dollar, a value from `[` to `)`, a citation from `[` to `]`;
///    none reaches into another but a formula into a value's text. And no link with the scheme is anything but a value.
/// 3. No character that stood for something that was cut out is left.
struct Law {
  let source: SourceText
  let document: MarkdownDocument

  init(_ text: String) throws {
    source = SourceText(path: "law.md", text: text)
    document = try MarkdownReader.document(source)
  }

  /// The first part of the law that the text breaks; nil where all hold.
  var breach: String? {
    let (page, reference) = pages
    if page != reference { return "the page is\n\(page)\nand not\n\(reference)" }
    if page.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) }) || page.contains("%EE%80") {
      return "a placeholder is left in\n\(page)"
    }
    return inlines.lazy.compactMap(misplaced).first ?? overlap
  }

  var inlines: [Inline] {
    var inlines: [Inline] = []
    document.blocks.walkInlines { inlines.append($0) }
    return inlines
  }

  /// The page of the tree, and cmark's.
  var pages: (tree: String, reference: String) {
    let formulas = inlines.compactMap { if case .formula(let formula) = $0 { formula } else { nil } }
    var text: [UInt8] = []
    var reached = 0
    for formula in formulas.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = formula.range
      guard range.lowerBound >= reached else { continue }
      text += source.bytes[reached..<range.lowerBound]
      text += word(formula, separator: "\n").utf8
      reached = range.upperBound
    }
    text += source.bytes[reached...]
    let page = TreeHTML.html(document.blocks, of: source) { inline in
      if case .formula(let formula) = inline { word(formula, separator: " ") } else { nil }
    }
    return (normal(page), normal(MarkdownReader.referenceHTML(text)))
  }

  /// Letters for each line of a formula. The marks of quotations before its lines are not needed: a paragraph goes on without.
  private func word(_ formula: Formula, separator: String) -> String {
    formula.key.tex.split(separator: "\n", omittingEmptySubsequences: false).map { _ in "ξ ξ" }.joined(separator: separator)
  }

  /// Pages with each run of blanks and line ends as one blank, without what cmark writes of its own into notes and tasks.
  private func normal(_ page: String) -> String {
    var page = page
    // The blanks behind the scheme of a value are no part of its expression.
    page.replace("swift:%20", with: "swift:")
    guard page.contains("footnote") || page.contains("<input") else { return tasks(words(page)) }
    page.replace(/<sup class="footnote-ref"><a [^>]*>([0-9]+)<\/a><\/sup>/) { "<sup>\($0.output.1)</sup>" }
    page.replace(/[ ]?<a href="#fnref-[^>]*>↩(<sup[^>]*>[0-9]+<\/sup>)?<\/a>\n?/, with: "")
    page.replace(/<section class="footnotes" data-footnotes>/, with: "<section>")
    page.replace(/<li id="fn-[^>]*>/, with: "<li>")
    page.replace("<input type=\"checkbox\" checked=\"\" disabled=\"\" />", with: "[x]")
    page.replace("<input type=\"checkbox\" disabled=\"\" />", with: "[ ]")
    return tasks(words(page))
  }

  /// To cmark a task in a quotation is only text.
  private func tasks(_ page: String) -> String {
    page.contains("<li>[") ? page.replacing(/<li>(\[[ x]\]) <p>/) { "<li> <p>\($0.output.1) " } : page
  }

  private func words(_ page: String) -> String { page.utf8.split { $0 <= 32 }.map { String($0) ?? "" }.joined(separator: " ") }

  private func misplaced(_ inline: Inline) -> String? {
    switch inline {
    case .formula(let formula):
      let written = formula.written(in: source)
      let dollars = formula.key.isDisplay ? "$$" : "$"
      guard written.count > 2 * dollars.count, written.hasPrefix(dollars), written.hasSuffix(dollars) else {
        return "the formula \(formula) is written as \(written.debugDescription)"
      }
      let tex = Array(formula.key.tex.utf8)
      guard tex.count + 1 == formula.offsets.count,
        zip(tex, formula.offsets).allSatisfy({ $0 == source.bytes[$1] || ($0 == 10 && source.bytes[$1] == 13) })
      else { return "the bytes of the formula \(formula) stand elsewhere" }
    case .value(let value):
      let written = source.text(value.range)
      guard written.hasPrefix("["), written.hasSuffix(")"), source.bytes[value.textRange.lowerBound - 1] == UInt8(ascii: "["),
        source.bytes[value.textRange.upperBound] == UInt8(ascii: "]"), value.offsets.count == value.expression.utf8.count,
        value.offsets.allSatisfy(value.range.contains)
      else { return "the value \(value) is written as \(written.debugDescription)" }
    case .citation(let citation):
      let written = source.text(citation.range)
      guard written.hasPrefix("["), written.hasSuffix("]"),
        citation.items.allSatisfy({ source.text($0.offset..<source.bytes.count).hasPrefix("@" + $0.key) })
      else { return "the citation \(citation) is written as \(written.debugDescription)" }
    case .link(let link):
      // An address in angle brackets or in a definition may have the scheme and is no value.
      let isDefined = source.text(0..<source.bytes.count).contains("]:")
      let isBare = isDefined || link.content.plainText == link.destination
      guard isBare || !link.destination.lowercased().hasPrefix("swift:") else {
        return "the value \(link) is only a link"
      }
    case .html(let html):
      let isThere = source.text(html.offset..<source.bytes.count).hasPrefix(html.text.prefix { !$0.isNewline && $0 != "|" })
      // What was a block of its own until a formula before it was cut out is only known to stand in its text.
      guard isThere || starts.contains(html.offset) else { return "the HTML \(html) stands elsewhere" }
    default: break
    }
    return nil
  }

  /// Where blocks begin.
  private var starts: Set<Int> {
    var starts: Set<Int> = []
    document.blocks.walk { starts.insert($0.range.lowerBound) }
    return starts
  }

  /// Two formulas, citations or destinations of values that share bytes.
  private var overlap: String? {
    let ranges = inlines.compactMap { inline -> Range<Int>? in
      switch inline {
      case .formula(let formula): formula.range
      case .citation(let citation): citation.range
      case .value(let value): value.textRange.upperBound..<value.range.upperBound
      default: nil
      }
    }.sorted { $0.lowerBound < $1.lowerBound }
    let pair = zip(ranges, ranges.dropFirst()).first { $0.upperBound > $1.lowerBound }
    return pair.map { "\($0) and \($1) overlap" }
  }
}
