import LessonModel
import MarkdownReading

/// A document drawn as text: one node a line, indented by depth, blocks with the place of their first and their last byte.
enum MarkdownTree {
  static func text(_ markdown: String) throws -> String {
    let source = SourceText(path: "a.md", text: markdown)
    let document = try MarkdownReader.document(source)
    return document.blocks.flatMap { lines($0, source) }.joined(separator: "\n")
  }

  private static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

  private static func place(_ range: Range<Int>, _ source: SourceText) -> String {
    let start = source.position(of: range.lowerBound)
    let end = source.position(of: max(range.upperBound - 1, range.lowerBound))
    return " @\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private static func lines(_ block: DocumentBlock, _ source: SourceText) -> [String] {
    func head(_ name: String) -> String { name + place(block.range, source) }
    func inside(_ blocks: [DocumentBlock]) -> [String] { indented(blocks.flatMap { lines($0, source) }) }
    switch block.kind {
    case .paragraph(let inlines): return [head("paragraph")] + self.inside(inlines)
    case .heading(let level, let inlines): return [head("heading \(level)")] + self.inside(inlines)
    case .quotation(let blocks): return [head("quote")] + inside(blocks)
    case .footnote(let blocks): return [head("footnote")] + inside(blocks)
    case .list(let list):
      let items = list.items.flatMap { item in
        indented([item.isTicked.map { "task \($0)" } ?? "item"]) + indented(inside(item.blocks))
      }
      return [head(list.firstNumber.map { "ordered list from \($0)" } ?? "list")] + items
    case .code(let code):
      return [head("code block \(code.fence == nil ? "indented" : "fenced") [\(code.info)] \(code.literal.debugDescription)")]
    case .html(let html): return [head("html \(html.debugDescription)")]
    case .coverage(let comment): return [head("\(comment.keyword) \(comment.names)")]
    case .rule: return [head("rule")]
    case .table(let table):
      let rows = ([table.header] + table.rows).enumerated().flatMap { number, row in
        [(number == 0 ? "header row" : "row") + place(row.range, source)]
          + indented(row.cells.flatMap { ["cell"] + self.inside($0) })
      }
      return [head("table \(table.alignments.map { "\($0)" }.joined(separator: " "))")] + indented(rows)
    case .callout, .cell, .formula, .disclosure: return [head("NEVER MADE HERE")]
    }
  }

  private static func inside(_ inlines: [Inline]) -> [String] { indented(inlines.flatMap(lines)) }

  private static func lines(_ inline: Inline) -> [String] { [name(inline)] + inside(inline.content) }

  private static func name(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): "text \"\(text)\""
    case .softBreak: "softBreak"
    case .lineBreak: "lineBreak"
    case .code(let text): "code \"\(text)\""
    case .html(let html): "html \"\(html.text)\""
    case .coverage(let comment): "\(comment.keyword) \(comment.names)"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .element: "NEVER MADE HERE"
    case .link(let link): "link <\(link.destination)> \"\(link.title)\""
    case .image(let link): "image <\(link.destination)> \"\(link.title)\""
    case .noteReference(let number): "noteReference \"\(number)\""
    case .formula(let formula): "\(formula.key.isDisplay ? "display" : "math") \"\(formula.key.tex)\""
    case .value(let value): "value <\(value.expression)> \"\(value.title)\""
    case .citation(let citation): "citation \(citation.items.map(\.key))"
    }
  }
}
