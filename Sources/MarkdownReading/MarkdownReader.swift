package import LessonModel

/// Reads Markdown (CommonMark with tables, task lists, strikethrough and footnotes) into a tree.
///
/// cmark-gfm parses the blocks, and the inlines but for what is ours. That a lexer finds first and cuts out: its stars, bars and
/// backslashes mean something else. Then the parser reads the text once more, and what was cut out is put back into its tree.
package enum MarkdownReader {
  /// The tree of the Markdown of `source` from byte `start` on; all ranges and offsets are of the whole file.
  ///
  /// - Complexity: linear in the bytes of the text for everything that ``MarkdownLimits`` lets pass.
  package static func document(
    _ source: SourceText, from start: Int = 0, limits: MarkdownLimits = .standard
  ) throws(MarkdownRefusal) -> MarkdownDocument {
    let start = min(max(start, source.lineStarts[0]), source.bytes.count)
    let text = Array(source.bytes[start...])
    let lines = ParsedLines(source, from: start, text: text)
    let parse: CMarkParse
    do {
      try limits.admit(text)
      parse = try CMarkParse(text)
    } catch {
      throw lines.placed(error)
    }
    var maker = TreeMaker(lines, limits: limits)
    let plain = try maker.document(parse)
    guard let texts = maker.texts, text.contains(where: { "$[<".utf8.contains($0) }) else {
      return MarkdownDocument(blocks: plain)
    }
    return try restored(plain, texts, lines, limits)
  }

  /// The tree with what was found in its texts.
  ///
  /// A formula of several lines joins what were blocks of their own, and one with bars what were cells. Then a run of backticks
  /// before it may open code that reaches behind it, and the parser sees code where the lexer saw a formula. What is so displaced
  /// is none of ours, and the lexer looks again.
  ///
  /// - Parameter plain: The tree with nothing of ours.
  private static func restored(
    _ plain: [DocumentBlock], _ texts: TreeMaker.Texts, _ lines: ParsedLines, _ limits: MarkdownLimits
  ) throws(MarkdownRefusal) -> MarkdownDocument {
    var refused: Set<Int> = []
    for _ in 0..<8 {
      let found = try lexed(texts, lines, refused)
      let faults = found.faults.sorted { $0.offset < $1.offset }
      if found.pieces.isEmpty, found.html.isEmpty, found.links.isEmpty {
        return MarkdownDocument(blocks: plain, faults: faults)
      }
      let cut = InlineCut(found.pieces, of: lines.source, from: lines.start)
      let cutLines = ParsedLines(lines.source, from: lines.start, text: cut?.text ?? lines.text.bytes)
      let parse: CMarkParse
      do { parse = try CMarkParse(cutLines.text.bytes) } catch { throw lines.placed(error) }
      var maker = TreeMaker(cutLines, limits: limits, cut: cut, found: found)
      let blocks = try maker.document(parse)
      if maker.displaced.isEmpty { return MarkdownDocument(blocks: blocks, faults: faults) }
      refused.formUnion(cut?.starts(of: maker.displaced) ?? [])
    }
    return MarkdownDocument(blocks: plain)
  }

  /// The inlines of a text of one paragraph that stands at `offset` of the file (a caption in an info string); nil where it
  /// is refused.
  package static func inlines(_ text: String, at offset: Int) -> [Inline]? {
    guard let document = try? document(SourceText(path: "", text: text)) else { return nil }
    var inlines: [Inline] = []
    document.blocks.walk { inlines += $0.texts.joined() }
    return inlines.map { $0.placed { $0 + offset } }
  }

  /// The page that cmark itself makes of a text: what is none of ours must come out the same.
  package static func referenceHTML(_ text: [UInt8]) -> String { (try? CMarkParse(text).html) ?? "" }

  /// - Parameter refused: Where pieces begin that are none of ours.
  private static func lexed(
    _ texts: TreeMaker.Texts, _ lines: ParsedLines, _ refused: Set<Int>
  ) throws(MarkdownRefusal) -> InlineLexer.Found {
    let labels: DefinedLabels
    do { labels = try DefinedLabels(texts.leaves, of: lines.text.bytes) } catch { throw lines.placed(error) }
    var found = InlineLexer.Found()
    for leaf in texts.leaves.sorted(by: { $0.offsets.first ?? 0 < $1.offsets.first ?? 0 }) {
      let more = InlineLexer.found(in: leaf, from: found.reached, labels: labels, refused: refused, source: lines.source) {
        leaf.extended(by: lines, opaque: texts.opaqueLines)
      }
      found.pieces += more.pieces
      found.html += more.html
      found.links += more.links
      found.faults += more.faults
      found.reached = more.reached
    }
    found.links.sort { $0.start < $1.start }
    return found
  }
}
