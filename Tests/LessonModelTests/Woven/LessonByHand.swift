import LessonModel

/// A lesson of these parts, one below the other, in a file in which each takes ten bytes.
func lesson(_ slug: String, isDraft: Bool = false, _ parts: DocumentBlock.Kind...) -> Lesson {
  let source = SourceText(path: slug + ".md", text: String(repeating: "123456789\n", count: max(parts.count, 1)))
  var blocks: [SwiftBlock] = []
  let document = parts.enumerated().map { index, kind -> DocumentBlock in
    let range = (index * 10)..<(index * 10 + 9)
    if case .code(let code) = kind {
      blocks.append(block(code.info.isEmpty ? nil : code.info, blocks.count, range))
      return DocumentBlock(.cell(blocks.count - 1), range: range)
    }
    return DocumentBlock(kind, range: range)
  }
  return Lesson(
    source: source, slug: slug, number: 1, frontMatter: FrontMatter(isDraft: isDraft), title: slug, parts: [],
    document: document, blocks: blocks, values: [], citations: [], marks: [], formulas: [], diagnostics: [])
}

/// A block of Swift that is to be part of a lesson.
func swift(_ name: String? = nil) -> DocumentBlock.Kind {
  .code(CodeBlock(info: name ?? "", literal: "", fence: nil))
}

private func block(_ name: String?, _ index: Int, _ range: Range<Int>) -> SwiftBlock {
  let code = PlacedText(text: "", lineOffsets: [], lineStarts: [])
  let fence = CodeFence(
    range: range, info: range.lowerBound..<range.lowerBound, contentRange: range, code: code, isClosed: true, linePrefix: "",
    character: UInt8(ascii: "`"), length: 3, openingLength: 3)
  let outline = SwiftOutline(
    statements: [], checkedComments: [], hiddenLines: [], imports: [], sourceLocationDirectives: [], readsItsPosition: false,
    variables: [], reads: [], syntaxErrors: [])
  return SwiftBlock(
    index: index, name: name ?? "block-\(index + 1)", attributes: BlockAttributes(name: name), fence: fence,
    position: SourcePosition(line: index + 1, column: 1), outline: outline)
}
