import LessonModel

/// Walks the tree of a lesson and writes what stands on lines of its own: headings, paragraphs, lists, tables, cells.
struct TextRenderer {
  let woven: WovenLesson
  let contents: CellContents
  let writer: AddressWriter
  let form: TextForm
  let context: LessonText.Context
  let values: ValueRenderer
  /// Gathered once: each cell looks for its own among them.
  private let errors: [Diagnostic]
  var met = Met()

  /// What the page says besides the lesson's own text.
  var words: PageWords { woven.lesson.words }

  /// What the text has come across so far, from its top.
  struct Met {
    /// A note may be pointed at more than once; the way back leads to the first place.
    var notes: Set<String> = []
    /// Of the marks that name a row of a syllabus the first has its address.
    var marks: Set<String> = []
    /// The notes at the foot that have been written.
    var footnotes = 0
    var files: Set<String> = []
    /// The answers that stand at the end, in the order of what they answer.
    var answers: [HTML] = []
  }

  init(woven: WovenLesson, contents: CellContents, writer: AddressWriter, form: TextForm, context: LessonText.Context) {
    self.woven = woven
    self.contents = contents
    self.writer = writer
    self.form = form
    self.context = context
    values = ValueRenderer(
      writer: writer, bibliography: context.bibliography, words: woven.lesson.words, form: form,
      notes: SourceNotes(woven, context.bibliography), typography: woven.lesson.typography,
      explore: ExploreRenderer(woven, writer))
    errors = woven.diagnostics.filter { $0.severity == .error }
  }

  /// The whole text; a heading of the first level before all else is set apart. The notes stand behind the text, all together,
  /// and in a book the answers before them.
  mutating func document() -> (heading: HTML?, text: HTML) {
    var heading: HTML?
    var (html, footnotes): (HTML, HTML) = ("", "")
    for block in woven.lesson.document {
      let part = self.block(block)
      switch block.kind {
      case .heading(level: 1, _) where heading == nil && html.text.isEmpty: heading = part
      case .footnote: footnotes += part
      default: html += part
      }
    }
    html += answers()
    if met.footnotes > 0 {
      html += """
        <section class="footnotes" role="doc-endnotes" aria-label="\(words[.footnotes])"><ol>
        \(footnotes)</ol></section>

        """
    }
    return (heading, html + values.notes.html(words, form, writer))
  }

  /// What was asked in the chapter, answered.
  private func answers() -> HTML {
    if met.answers.isEmpty { return "" }
    let level = writer.level(2)
    return """
      <section class="answers">
      <h\(level) id="\(writer.id("page:answers"))">\(words[.answers])</h\(level)>
      \(met.answers.joined())</section>

      """
  }

  mutating func blocks(_ blocks: some Sequence<DocumentBlock>) -> HTML {
    var html: HTML = ""
    for block in blocks { html += self.block(block) }
    return html
  }

  private mutating func block(_ block: DocumentBlock) -> HTML {
    switch block.kind {
    case .paragraph(let words): return "<p>\(inlines(words))</p>\n"
    case .heading(let level, let words): return heading(level, words, anchor: woven.anchors.anchor(at: block.range.lowerBound))
    case .quotation(let content): return "<blockquote>\n\(blocks(content))</blockquote>\n"
    case .callout(let callout): return self.callout(callout, anchor: woven.anchors.anchor(at: callout.range.lowerBound))
    case .list(let list): return self.list(list)
    case .cell(let index): return woven.cell(index).map { cell($0) } ?? ""
    case .code(let code):
      let language: HTML = code.language.isEmpty ? "" : " class=\"language-\(code.language)\""
      return "<pre><code\(language)>\(code.literal)</code></pre>\n"
    case .formula(let formula): return self.formula(formula, anchor: woven.anchors.anchor(at: block.range.lowerBound))
    case .html(let text): return text.behindComments?.isEmpty == true ? "" : "<pre class=\"raw\">\(text)</pre>\n"
    case .disclosure(let disclosure): return self.disclosure(disclosure)
    case .coverage(let comment): return coverage(comment)
    case .rule: return "<hr>\n"
    case .table(let table): return self.table(table)
    case .footnote(let content): return footnote(content)
    }
  }

  /// A heading with a link to itself beside it; beside and not inside, or every list of headings would read it out.
  private mutating func heading(_ level: Int, _ words: [Inline], anchor: String) -> HTML {
    let shown = writer.level(level)
    let heading: HTML = "<h\(shown) id=\"\(writer.id(anchor))\">\(inlines(words, .heading))</h\(shown)>"
    if level == 1 { return heading + "\n" }
    return "<div class=\"heading\">\(heading)\(headingLink(anchor, words.plainText))</div>\n"
  }

  func headingLink(_ anchor: String, _ title: String) -> HTML {
    "<a class=\"anchor\" href=\"\(writer.here(anchor))\" aria-label=\"\(words(.linkTo, title))\">#</a>"
  }

  /// A formula on lines of its own; one with a name has its number beside it.
  private func formula(_ formula: Formula, anchor: String) -> HTML {
    let html = FormulaRenderer.html(formula.key, context.formulas, form)
    guard let equation = formula.equation else { return "<p>\(html)</p>\n" }
    let title = woven.lesson.title(of: equation)
    return """
      <p class="equation" id="\(writer.id(anchor))">\(html) \
      <a class="number" href="\(writer.here(anchor))" aria-label="\(title)">(\(woven.lesson.number).\(equation.number))</a></p>

      """
  }

  private mutating func disclosure(_ disclosure: Disclosure) -> HTML {
    let summary: HTML = disclosure.summary.isEmpty ? "\(words[.details])" : inlines(disclosure.summary, .heading)
    let open: HTML = disclosure.isOpen ? " open" : ""
    return "<details class=\"fold\"\(open)>\n<summary>\(summary)</summary>\n\(blocks(disclosure.content))</details>\n"
  }

  private mutating func list(_ list: DocumentList) -> HTML {
    var html: HTML = "<ul>\n"
    if let first = list.firstNumber { html = first == 1 ? "<ol>\n" : "<ol start=\"\(first)\">\n" }
    for item in list.items {
      html += woven.lesson.isGlossary ? opening(of: item) : "<li>"
      if let isTicked = item.isTicked {
        // The names that forges give them.
        let (checked, name): (HTML, Phrase) = isTicked ? (" checked", .completedTask) : ("", .incompleteTask)
        html += "<input type=\"checkbox\" class=\"task\" disabled\(checked) aria-label=\"\(self.words[name])\"> "
      }
      for block in item.blocks {
        if list.isTight, case .paragraph(let words) = block.kind { html += inlines(words) } else { html += self.block(block) }
      }
      html += "</li>\n"
    }
    return html + (list.firstNumber == nil ? "</ul>\n" : "</ol>\n")
  }

  /// The beginning of an item in a glossary, which has the address of its term.
  private func opening(of item: DocumentList.Item) -> HTML {
    guard let term = item.term else { return "<li>" }
    return "<li id=\"\(writer.id(woven.anchors.anchor(at: term.offset)))\">"
  }

  private mutating func table(_ table: DocumentTable) -> HTML {
    var html: HTML = "<div class=\"table\" tabindex=\"0\"><table>\n"
    html += "<thead><tr>\(cells(table.header, table.alignments, areHeaders: true))</tr></thead>\n<tbody>\n"
    for row in table.rows { html += "<tr>\(cells(row, table.alignments, areHeaders: false))</tr>\n" }
    return html + "</tbody></table></div>\n"
  }

  private mutating func cells(
    _ row: DocumentTable.Row, _ alignments: [DocumentTable.Alignment], areHeaders: Bool
  ) -> HTML {
    var html: HTML = ""
    for (column, words) in row.cells.enumerated() {
      let css: HTML =
        switch alignments.indices.contains(column) ? alignments[column] : .none {
        case .none: ""
        case .left: " class=\"left\""
        case .center: " class=\"center\""
        case .right: " class=\"right\""
        }
      // A header without words is no header to a screen reader.
      let isHeader = areHeaders && !words.isEmpty
      html += isHeader ? "<th scope=\"col\"\(css)>\(inlines(words))</th>" : "<td\(css)>\(inlines(words))</td>"
    }
    return html
  }

  private mutating func footnote(_ content: [DocumentBlock]) -> HTML {
    met.footnotes += 1
    let number = met.footnotes
    return """
      <li id="\(writer.id("note:\(number)"))">\(blocks(content))\
      <a href="#\(writer.id("noteref:\(number)"))" role="doc-backlink" aria-label="\(words[.backToText])">↩</a></li>

      """
  }

  /// The words of a caption behind the number of the figure; nil where there is none.
  mutating func caption(of block: SwiftBlock, _ setting: Setting = Setting()) -> HTML? {
    guard let caption = block.caption else { return nil }
    let number: HTML = woven.lesson.figureTitle(of: block).map { "<b>\($0)</b> " } ?? ""
    return number + inlines(caption, setting)
  }

  private mutating func cell(_ cell: WovenCell) -> HTML {
    let caption = caption(of: cell.block)
    return CellRenderer.html(
      cell, contents[cell], writer, explore: values.explore, caption: caption,
      source: context.source(of: woven.lesson.slug, line: cell.block.position.line),
      failures: errors.filter { woven.lesson.lines(of: cell.block).contains($0.position.line) }, words)
  }
}

extension Lesson {
  /// The lines of a block and of its recorded output: an error in them is shown there.
  func lines(of block: SwiftBlock) -> ClosedRange<Int> {
    block.position.line...source.position(of: block.recorded?.range.upperBound ?? block.range.upperBound).line
  }
}
