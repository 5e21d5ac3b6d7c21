import LessonModel

/// Our tree as the page that cmark makes of its own: the two are held against each other.
struct TreeHTML {
  /// What stands for one of ours; nil leaves it what it is to Markdown: a formula and a citation their source, a value a link.
  var ours: (Inline) -> String? = { _ in nil }
  /// The file, for what ours is to Markdown.
  var source: SourceText
  private var html = ""
  private var hasFootnotes = false

  static func html(
    _ blocks: [DocumentBlock], of source: SourceText, ours: @escaping (Inline) -> String? = { _ in nil }
  ) -> String {
    var page = TreeHTML(ours: ours, source: source)
    page.add(blocks, isTight: false)
    if page.hasFootnotes { page.html += "</ol>\n</section>\n" }
    return page.html
  }

  private init(ours: @escaping (Inline) -> String?, source: SourceText) {
    self.ours = ours
    self.source = source
  }

  /// Begins a line.
  private mutating func open(_ text: String) {
    if !html.isEmpty, html.utf8.last != 10 { html += "\n" }
    html += text
  }

  private mutating func add(_ blocks: [DocumentBlock], isTight: Bool) {
    for block in blocks { add(block, isTight: isTight) }
  }

  private mutating func add(_ block: DocumentBlock, isTight: Bool) {
    switch block.kind {
    case .paragraph(let inlines): if isTight { html += text(inlines) } else { open("<p>\(text(inlines))</p>\n") }
    case .heading(let level, let inlines): open("<h\(level)>\(text(inlines))</h\(level)>\n")
    case .quotation(let blocks):
      open("<blockquote>\n")
      add(blocks, isTight: false)
      open("</blockquote>\n")
    case .list(let list): add(list)
    case .code(let code):
      let word = code.info.prefix { !" \t\n\r\u{B}\u{C}".unicodeScalars.contains($0.unicodeScalars.first ?? "a") }
      open(
        "<pre><code\(code.info.isEmpty ? "" : " class=\"language-\(escaped(String(word)))\"")>\(escaped(code.literal))</code></pre>\n"
      )
    case .html(let text):
      open(text)
      open("")
    case .coverage:
      open(source.text(block.range))
      open("")
    case .rule: open("<hr />\n")
    case .table(let table): add(table)
    case .footnote(let blocks):
      if !hasFootnotes { open("<section>\n<ol>\n") }
      hasFootnotes = true
      open("<li>\n")
      add(blocks, isTight: false)
      html += "</li>\n"
    case .callout, .cell, .formula, .disclosure: html += "NEVER MADE HERE"
    }
  }

  private mutating func add(_ list: DocumentList) {
    switch list.firstNumber {
    case nil: open("<ul>\n")
    case 1: open("<ol>\n")
    case let number?: open("<ol start=\"\(number)\">\n")
    }
    for item in list.items {
      open("<li>" + (item.isTicked.map { $0 ? "[x] " : "[ ] " } ?? ""))
      add(item.blocks, isTight: list.isTight)
      html += "</li>\n"
    }
    html += list.firstNumber == nil ? "</ul>\n" : "</ol>\n"
  }

  private mutating func add(_ table: DocumentTable) {
    open("<table>")
    open("<thead>")
    add(table.header, of: table, tag: "th")
    open("</thead>")
    if !table.rows.isEmpty { open("<tbody>") }
    for row in table.rows { add(row, of: table, tag: "td") }
    if !table.rows.isEmpty { open("</tbody>") }
    open("</table>")
    open("")
  }

  private mutating func add(_ row: DocumentTable.Row, of table: DocumentTable, tag: String) {
    open("<tr>")
    for (cell, alignment) in zip(row.cells, table.alignments) {
      open("<\(tag)\(alignment == .none ? "" : " align=\"\(alignment)\"")>\(text(cell))</\(tag)>")
    }
    open("</tr>")
  }

  // MARK: - Inlines

  private func text(_ inlines: [Inline]) -> String { inlines.map(text).joined() }

  private func text(_ inline: Inline) -> String {
    if let stand = ours(inline) { return stand }
    return switch inline {
    case .text(let text): escaped(text)
    case .softBreak: "\n"
    case .lineBreak: "<br />\n"
    case .code(let text): "<code>\(escaped(text))</code>"
    case .html(let html): html.text
    case .coverage(let comment): comment.written(in: source)
    case .emphasis(let content): "<em>\(text(content))</em>"
    case .strong(let content): "<strong>\(text(content))</strong>"
    case .strikethrough(let content): "<del>\(text(content))</del>"
    case .element: "NEVER MADE HERE"
    case .link(let link): anchor(link.destination, link.title, link.content)
    case .image(let link):
      "<img src=\"\(address(link.destination))\" alt=\"\(plain(link.content))\"\(title(link.title)) />"
    case .noteReference(let number): "<sup>\(number)</sup>"
    case .formula(let formula): escaped(formula.written(in: source))
    case .value(let value): anchor("swift:" + value.expression, value.title, value.content)
    case .citation(let citation): escaped(citation.text)
    }
  }

  private func anchor(_ destination: String, _ title: String, _ content: [Inline]) -> String {
    "<a href=\"\(address(destination))\"\(self.title(title))>\(text(content))</a>"
  }

  private func title(_ title: String) -> String { title.isEmpty ? "" : " title=\"\(escaped(title))\"" }

  /// What an image is described by: its words without their markup.
  private func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      if let stand = ours(inline), inline.content.isEmpty { return stand }
      return switch inline {
      case .text(let text), .code(let text): escaped(text)
      case .softBreak, .lineBreak: " "
      case .html(let html): escaped(html.text)
      case .coverage(let comment): escaped(comment.written(in: source))
      case .formula, .citation: text(inline)
      case .noteReference: ""
      default: plain(inline.content)
      }
    }.joined()
  }

  private func escaped(_ text: String) -> String {
    String(
      text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        switch scalar {
        case "&": Array("&amp;".unicodeScalars)
        case "<": Array("&lt;".unicodeScalars)
        case ">": Array("&gt;".unicodeScalars)
        case "\"": Array("&quot;".unicodeScalars)
        default: [scalar]
        }
      }.reduce(into: String.UnicodeScalarView()) { $0.append($1) })
  }

  private func address(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "&"): return "&amp;"
      case UInt8(ascii: "'"): return "&#x27;"
      case 48...57, 65...90, 97...122: return String(Unicode.Scalar(byte))
      default:
        if "!#$%()*+,-./:;=?@_~".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }.joined()
  }
}

extension CoverageComment {
  /// The comment as it stands in the file.
  func written(in source: SourceText) -> String {
    let text = source.text(offset..<source.bytes.count)
    return text.firstRange(of: "-->").map { String(text[..<$0.upperBound]) } ?? text
  }
}

extension Formula {
  /// From its first dollar to behind its last.
  var range: Range<Int> {
    let width = key.isDisplay ? 2 : 1
    return ((offsets.first ?? 0) - width)..<((offsets.last ?? 0) + width)
  }

  func written(in source: SourceText) -> String { source.text(range) }
}
