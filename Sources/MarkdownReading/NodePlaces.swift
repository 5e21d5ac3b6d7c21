import LessonModel

/// Where the nodes of cmark's tree stand: its lines and columns are exact for where most blocks begin, and for little else.
struct NodePlaces {
  let lines: ParsedLines

  /// From where a block begins to the end of its last line that is not empty.
  func range(_ node: CMarkNode) -> Range<Int> { range(node, last: node.endLine) }

  /// The parser closes HTML a line too early or too late; its text tells how many lines there are.
  func html(_ node: CMarkNode) -> Range<Int> { range(node, last: htmlLines(node).upperBound) }

  func htmlLines(_ node: CMarkNode) -> ClosedRange<Int> {
    node.startLine...(node.startLine + max(node.literal.utf8.count { $0 == 10 } - 1, 0))
  }

  private func range(_ node: CMarkNode, last: Int) -> Range<Int> {
    let start = lines.offset(node.startLine, node.startColumn)
    return start..<max(start, lines.range(lines.lastFilled(last, notBefore: node.startLine)).upperBound)
  }

  /// A note at the foot, with the name that stands before what the parser takes for its start.
  func footnote(_ node: CMarkNode) -> Range<Int> {
    let range = range(node)
    let before = lines.range(node.startLine).lowerBound..<range.lowerBound
    guard let caret = lines.source.bytes[before].lastIndex(of: UInt8(ascii: "^")), caret > before.lowerBound else {
      return range
    }
    return (caret - 1)..<range.upperBound
  }

  // MARK: - Paragraphs and headings

  /// A paragraph or a heading, without the definitions of links that may stand before it.
  struct Leaf {
    var range: Range<Int>
    /// The lines of the parsed text that hold its words.
    var lines: ClosedRange<Int>
    /// Its lines as the parser cut them out.
    var content: [Substring.UTF8View]
    var beginsWithMarks = false
  }

  /// - Parameter next: The block behind it.
  func leaf(_ node: CMarkNode, next: CMarkNode?, quotations: Int) -> Leaf {
    var content = Substring(node.content).utf8.split(separator: 10, omittingEmptySubsequences: false)
    if content.count > 1, content.last?.isEmpty == true { content.removeLast() }
    var last = node.startLine
    var end = last
    var beginsWithMarks = false
    if node.startLine == 0, let next, next.kind == .table {
      // Lines above a table: the parser leaves their place to the table.
      last = headerLine(next) - 1
      end = last
    } else if node.kind == .paragraph {
      last = node.endLine
      end = last
    } else if let line = underline(node, content) {
      last = line - 1
      end = line
    } else {
      beginsWithMarks = true
    }
    let first = max(last - content.count + 1, node.startLine, 1)
    let start =
      first == node.startLine
      ? lines.offset(first, node.startColumn) : lines.content(first, quotations: quotations).lowerBound
    return Leaf(
      range: start..<max(start, lines.range(end).upperBound), lines: first...max(first, last), content: content,
      beginsWithMarks: beginsWithMarks)
  }

  /// The line under a heading; nil for one that begins with `#`. The parser tells it, or the line behind it.
  private func underline(_ node: CMarkNode, _ content: [Substring.UTF8View]) -> Int? {
    let words = content.last.map { Array($0.drop(while: \.isBlank)) } ?? []
    return [node.endLine - 1, node.endLine].first { line in
      guard line > node.startLine, line <= lines.count else { return false }
      let under = lines.text.bytes[lines.text.lineRange(line)].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
      let above = lines.text.bytes[lines.text.lineRange(line - 1)]
      guard let mark = under.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
      return under.drop { $0 == mark }.allSatisfy(\.isBlank) && above.suffix(words.count).elementsEqual(words)
    }
  }

  // MARK: - Tables

  /// The line of a table's header: two above its first row, one above its last line where it has no rows.
  private func headerLine(_ table: CMarkNode) -> Int {
    let row = table.children.first { $0.kind == .row }
    return max((row?.startLine ?? table.endLine + 1) - 2, 1)
  }

  func row(_ row: CMarkNode, of table: CMarkNode, quotations: Int) -> Range<Int> {
    let line = row.kind == .header ? headerLine(table) : row.startLine
    let content = lines.content(line, quotations: quotations)
    let start = line == table.startLine ? lines.offset(line, table.startColumn) : content.lowerBound
    return start..<max(start, content.upperBound)
  }
}
