import MarkdownReading

/// A document drawn as text: one node a line, indented by depth, with its place.
enum MarkdownTree {
  static func text(_ markdown: String) throws -> String {
    var depth = 0
    var lines: [String] = []
    for event in try MarkdownReader.events(of: Array(markdown.utf8)) {
      if event.phase == .exit {
        depth -= 1
        continue
      }
      let place = "\(event.start.line):\(event.start.column)-\(event.end.line):\(event.end.column)"
      let isInline =
        switch event.node {
        case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link, .image, .math,
          .footnoteReference:
          true
        default: false
        }
      lines.append(String(repeating: "  ", count: depth) + name(event.node) + (isInline ? "" : " @" + place))
      if event.phase == .enter { depth += 1 }
    }
    return lines.joined(separator: "\n")
  }

  private static func name(_ node: MarkdownNode) -> String {
    switch node {
    case .text(let text): "text \"\(text)\""
    case .code(let text): "code \"\(text)\""
    case .math(let math): "\(math.isDisplay ? "display" : "math") \"\(math.tex)\""
    case .heading(let level): "heading \(level)"
    case .item(let isTicked): isTicked.map { "task \($0)" } ?? "item"
    case .list(let list): list.firstNumber.map { "ordered list from \($0)" } ?? "list"
    case .codeBlock(let block):
      "code block \(block.fence == nil ? "indented" : "fenced") [\(block.info)] \(block.literal.debugDescription)"
    case .link(let destination, let title): "link <\(destination)> \"\(title)\""
    case .table(let alignments): "table \(alignments.map { "\($0)" }.joined(separator: " "))"
    case .tableRow(let isHeader): isHeader ? "header row" : "row"
    case .tableCell: "cell"
    case .blockQuote: "quote"
    default: "\(node)"
    }
  }
}
