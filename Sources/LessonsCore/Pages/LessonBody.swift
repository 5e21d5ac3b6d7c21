internal import MarkdownReading

/// `LessonReport → HTML`: the Markdown of a lesson with its results woven in.
///
/// A loop over events with a stack of closing tags: no depth of nesting costs more than memory.
struct LessonBody {
  private let report: LessonReport
  /// Gathered once: each block looks for its own among them.
  private let errors: [Diagnostic]
  private let lesson: Lesson
  private let resolver: LinkResolver
  private let anchors: Anchors
  private let references: [CourseFile.Reference]
  private var html = HTML(unsafe: "")
  private var state = State()
  /// Files beside the lesson that the page needs.
  private(set) var files: Set<String> = []

  private struct State {
    var closings: [String] = []
    /// Inside an image, text becomes its description.
    var description: String?
    /// A value whose own text is left out because its result says more.
    var skippedDepth: Int?
    var isTight: [Bool] = []
    var columns: [MarkdownAlignment] = []
    var column = 0
    var isHeaderRow = false
    var footnotes = 0
    var linkDepth = 0
  }

  static func render(
    _ report: LessonReport, of lesson: Lesson, _ resolver: LinkResolver, anchors: Anchors, references: [CourseFile.Reference]
  ) -> (html: HTML, files: Set<String>) {
    var body = LessonBody(report: report, lesson: lesson, resolver: resolver, anchors: anchors, references: references)
    body.render(lesson.document.events, roles: lesson.document.roles)
    return (body.html, body.files)
  }

  private init(
    report: LessonReport, lesson: Lesson, resolver: LinkResolver, anchors: Anchors, references: [CourseFile.Reference]
  ) {
    self.report = report
    self.errors = report.diagnostics.filter { $0.severity == .error }
    self.lesson = lesson
    self.resolver = resolver
    self.anchors = anchors
    self.references = references
  }

  private mutating func render(_ events: [MarkdownEvent], roles: [Int: LessonDocument.Role]) {
    for (index, event) in events.enumerated() {
      if let depth = state.skippedDepth {
        if event.phase == .enter { state.closings.append("") }
        if event.phase == .exit { _ = state.closings.popLast() }
        if state.closings.count < depth { state.skippedDepth = nil }
        continue
      }
      switch event.phase {
      case .enter: enter(event, role: roles[index], index: index, in: events)
      case .leaf: leaf(event, role: roles[index])
      case .exit: exit(event)
      }
    }
  }

  private mutating func open(_ tag: HTML, closing: String) {
    html += tag
    state.closings.append(closing)
  }

  private mutating func exit(_ event: MarkdownEvent) {
    switch event.node {
    case .list: _ = state.isTight.popLast()
    case .link: state.linkDepth -= 1
    case .image:
      html += HTML(unsafe: HTML.escaped(state.description ?? ""))
      state.description = nil
    case .tableRow: state.isHeaderRow = false
    default: break
    }
    html += HTML(unsafe: state.closings.popLast() ?? "")
  }

  private mutating func enter(_ event: MarkdownEvent, role: LessonDocument.Role?, index: Int, in events: [MarkdownEvent]) {
    switch event.node {
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
      open("<h\(level) id=\"\(anchor)\">", closing: "</h\(level)>\n")
    case .table(let columns):
      state.columns = columns
      open("<div class=\"table\" tabindex=\"0\"><table>\n", closing: "</tbody></table></div>\n")
    case .tableRow(let isHeader):
      state.column = 0
      state.isHeaderRow = isHeader
      open(isHeader ? "<thead><tr>" : "<tr>", closing: isHeader ? "</tr></thead>\n<tbody>\n" : "</tr>\n")
    case .tableCell: enterCell(isEmpty: events[index + 1].phase == .exit)
    case .footnoteDefinition:
      state.footnotes += 1
      open(
        "<div class=\"footnote\" id=\"fn-\(state.footnotes)\"><span class=\"footnote-number\">\(state.footnotes).</span> ",
        closing: "</div>\n")
    case .emphasis: open("<em>", closing: "</em>")
    case .strong: open("<strong>", closing: "</strong>")
    case .strikethrough: open("<del>", closing: "</del>")
    case .link(let destination, let title): enterLink(destination, title, role: role)
    case .image(let destination, let title): enterImage(destination, title)
    default: open("", closing: "")
    }
  }

  private mutating func enterCell(isEmpty: Bool) {
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

  private mutating func enterLink(_ destination: String, _ title: String, role: LessonDocument.Role?) {
    state.linkDepth += 1
    if case .value(let index) = role {
      open(
        ValueRenderer.html(lesson.values[index], report.run.values[index], report.check.values[index], references), closing: "")
      state.skippedDepth = state.closings.count
      return
    }
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    switch resolver.target(of: destination, in: lesson.slug) {
    case .address(let address): open("<a href=\"\(address)\"\(hint)>", closing: "</a>")
    case .file(let path):
      files.insert(path)
      open("<a href=\"\(encodedPath(path))\"\(hint)>", closing: "</a>")
    case .dead, .unsafe: open("<span class=\"dead-link\">", closing: "</span>")
    }
  }

  private mutating func enterImage(_ destination: String, _ title: String) {
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    state.description = ""
    switch resolver.target(of: destination, in: lesson.slug) {
    case .file(let path):
      files.insert(path)
      open("<img src=\"\(encodedPath(path))\"\(hint) alt=\"", closing: "\">")
    case .address(let address): open("<a href=\"\(address)\"\(hint)>", closing: "</a>")
    case .dead, .unsafe: open("<span class=\"dead-link\">", closing: "</span>")
    }
  }

  private func encodedPath(_ path: String) -> String {
    path.split(separator: "/").map { resolver.encoded(String($0)) }.joined(separator: "/")
  }

  private mutating func leaf(_ event: MarkdownEvent, role: LessonDocument.Role?) {
    switch (event.node, role) {
    case (.codeBlock, .block(let index)):
      let caption = lesson.document.captions[index].map(caption)
      html += CellRenderer.html(
        lesson.blocks[index], report.run.blocks[index], report.check.blocks[index], anchor: anchors.blocks[index] ?? "",
        caption: caption,
        failures: errors.filter { belongs($0, to: lesson.blocks[index]) })
    case (.codeBlock, .output): break
    case (.codeBlock(let code), _):
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
    case (.footnoteReference(let number), _):
      html += "<sup><a href=\"#fn-\(number)\" class=\"footnote-reference\">\(number)</a></sup>"
    default: break
    }
  }

  private mutating func write(_ text: String) {
    if state.description != nil {
      state.description? += text
    } else if state.linkDepth > 0 {
      html += "\(text)"
    } else {
      html += BareLinks.html(text)
    }
  }

  private func belongs(_ diagnostic: Diagnostic, to block: SwiftBlock) -> Bool {
    let last = lesson.source.position(of: block.recorded?.range.upperBound ?? block.range.upperBound).line
    return (block.position.line...last).contains(diagnostic.position.line)
  }

  /// The caption of a block, on one line and with its values woven in.
  private func caption(_ caption: LessonDocument.Caption) -> HTML {
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
