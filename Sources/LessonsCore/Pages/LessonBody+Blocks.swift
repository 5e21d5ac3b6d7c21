internal import MarkdownReading

/// Headings, paragraphs, lists, tables, cells of code: what stands on lines of its own.
extension LessonBody {
  mutating func enter(_ event: MarkdownEvent, role: LessonDocument.Role?, index: Int, in events: [MarkdownEvent]) {
    switch event.node {
    case .blockQuote where role != nil: enterCallout(role)
    case .blockQuote: open("<blockquote>\n", closing: "</blockquote>\n")
    case .list(let list):
      state.isTight.append(list.isTight)
      if let first = list.firstNumber {
        open(first == 1 ? "<ol>\n" : "<ol start=\"\(first)\">\n", closing: "</ol>\n")
      } else {
        open("<ul>\n", closing: "</ul>\n")
      }
    case .item(let isTicked):
      open("<li>", closing: "</li>\n")
      if let isTicked {
        html += HTML(unsafe: isTicked ? "<span class=\"task\">[x]</span> " : "<span class=\"task\">[ ]</span> ")
      }
    case .paragraph:
      let isBare = state.isTight.last == true && state.closings.last == "</li>\n"
      open(isBare ? "" : "<p>", closing: isBare ? "" : "</p>\n")
    case .heading(let level):
      let anchor = anchors.headings[index] ?? ""
      state.isInHeading = true
      openHeading(level, anchor: anchor, title: PlainText.text(of: events, from: index))
    case .table(let columns):
      state.columns = columns
      open("<div class=\"table\" tabindex=\"0\"><table>\n", closing: "</tbody></table></div>\n")
    case .tableRow(let isHeader):
      state.column = 0
      state.isHeaderRow = isHeader
      open(isHeader ? "<thead><tr>" : "<tr>", closing: isHeader ? "</tr></thead>\n<tbody>\n" : "</tr>\n")
    case .tableCell: enterCell(isEmpty: events[index + 1].phase == .exit)
    case .footnoteDefinition:
      if state.footnotes == 0 { html += Self.footnotesOpening }
      state.footnotes += 1
      open(
        "<li id=\"note:\(state.footnotes)\">",
        closing: "<a href=\"#noteref:\(state.footnotes)\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a></li>\n")
    case .emphasis: open("<em>", closing: "</em>")
    case .strong: open("<strong>", closing: "</strong>")
    case .strikethrough: open("<del>", closing: "</del>")
    case .link(let destination, let title): enterLink(destination, title, role: role)
    case .image(let destination, let title): enterImage(destination, title)
    default: open("", closing: "")
    }
  }

  /// A heading with a link to itself beside it; beside and not inside, or every list of headings would read it out.
  private mutating func openHeading(_ level: Int, anchor: String, title: String) {
    if level == 1 { return open("<h1 id=\"\(anchor)\">", closing: "</h1>\n") }
    let link = Self.headingLink(anchor, title)
    open(
      "<div class=\"heading\"><h\(level) id=\"\(anchor)\">", closing: "</h\(level)>\(link.text)</div>\n")
  }

  static func headingLink(_ anchor: String, _ title: String) -> HTML {
    "<a class=\"anchor\" href=\"#\(WebAddress.encoded(anchor))\" aria-label=\"Link to “\(title)”\">#</a>"
  }

  mutating func enterCell(isEmpty: Bool) {
    let alignment = state.columns.indices.contains(state.column) ? state.columns[state.column] : .none
    state.column += 1
    let isHeader = state.isHeaderRow && !isEmpty
    let name = isHeader ? "th scope=\"col\"" : "td"
    let css =
      switch alignment {
      case .none: ""
      case .left: " class=\"left\""
      case .center: " class=\"center\""
      case .right: " class=\"right\""
      }
    open(HTML(unsafe: "<\(name)\(css)>"), closing: isHeader ? "</th>" : "</td>")
  }

  mutating func leaf(_ event: MarkdownEvent, role: LessonDocument.Role?) {
    switch (event.node, role) {
    case (.codeBlock, .block(let index)):
      let caption = lesson.document.captions[index].map(caption)
      html += CellRenderer.html(
        lesson.blocks[index], report.run.blocks[index], report.check.blocks[index], anchor: anchors.blocks[index] ?? "",
        caption: caption, source: resolver.source(of: lesson.slug, line: lesson.blocks[index].position.line),
        drawings: "../" + Drawing.folder(of: lesson.slug, encoded: true),
        failures: errors.filter { belongs($0, to: lesson.blocks[index]) })
    case (.codeBlock, .output): break
    case (.codeBlock(let code), _):
      if let key = FormulaKey(code) {
        html += "<p>\(FormulaRenderer.html(key, report.formulas))</p>\n"
        return
      }
      let language = code.info.split(separator: " ").first.map(String.init) ?? ""
      html += language.isEmpty ? "<pre><code>" : "<pre><code class=\"language-\(language)\">"
      html += "\(code.literal)</code></pre>\n"
    case (.htmlBlock(let text), _):
      if !text.drop(while: { $0 == " " }).hasPrefix("<!--") { html += "<pre class=\"raw\">\(text)</pre>\n" }
    case (.htmlInline(let text), _): if !text.hasPrefix("<!--") { html += "<code>\(text)</code>" }
    case (.thematicBreak, _): html += "<hr>\n"
    case (.text(let text), _): write(text)
    case (.softBreak, _): write("\n")
    case (.lineBreak, _): if state.description == nil { html += "<br>\n" } else { write(" ") }
    case (.code(let text), _): if state.description == nil { html += "<code>\(text)</code>" } else { write(text) }
    case (.math(let math), _):
      if state.description == nil { html += FormulaRenderer.html(FormulaKey(math), report.formulas) } else { write(math.tex) }
    case (.footnoteReference(let number), _):
      // A note may be pointed at more than once; the way back leads to the first place.
      let isFirst = state.notesSeen.insert(number).inserted
      let id: HTML = isFirst ? " id=\"noteref:\(number)\"" : ""
      html += "<sup><a\(id) href=\"#note:\(number)\" role=\"doc-noteref\">\(number)</a></sup>"
    default: break
    }
  }

  /// The notes stand behind the text, all together.
  static let footnotesOpening: HTML = "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>\n"

  func belongs(_ diagnostic: Diagnostic, to block: SwiftBlock) -> Bool {
    let last = lesson.source.position(of: block.recorded?.range.upperBound ?? block.range.upperBound).line
    return (block.position.line...last).contains(diagnostic.position.line)
  }

  /// The caption of a block, on one line and with its values woven in.
  func caption(_ caption: LessonDocument.Caption) -> HTML {
    var body = self
    body.html = ""
    body.state = State()
    let inlines = caption.events.enumerated().filter { entry in
      switch entry.element.node {
      case .document, .paragraph: false
      default: true
      }
    }
    var roles: [Int: LessonDocument.Role] = [:]
    for (place, entry) in inlines.enumerated() { roles[place] = caption.roles[entry.offset] }
    body.render(inlines.map(\.element), roles: roles)
    return body.html
  }
}
