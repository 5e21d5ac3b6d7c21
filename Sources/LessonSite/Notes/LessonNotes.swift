import LessonModel

/// The notes on what in a lesson has a number or explains a term: what it is, in short, without links of its own.
extension TextRenderer {
  /// In the order of the text.
  mutating func notes() -> [Note] {
    var notes: [Note] = []
    let document = woven.lesson.document
    document.walk { block in
      switch block.kind {
      case .cell(let index): woven.cell(index).flatMap { figureNote($0) }.map { notes.append($0) }
      case .formula(let formula): equationNote(formula, at: block.range.lowerBound).map { notes.append($0) }
      case .list(let list) where woven.lesson.isGlossary: notes += list.items.compactMap { termNote($0) }
      default: break
      }
    }
    return notes
  }

  private mutating func figureNote(_ cell: WovenCell) -> Note? {
    guard let caption = caption(of: cell.block, .note) else { return nil }
    var html: HTML = "<p>\(caption)</p>"
    if case .figure(let figure)? = contents[cell].result.first(where: { !$0.drawings.isEmpty }), let drawing = figure.drawing {
      html += """
        <img src="\(writer.drawing(drawing.name))" alt="\(figure.title)" width="\(drawing.width)" \
        height="\(drawing.height)">
        """
    }
    return Note(cell.anchor, html)
  }

  private func equationNote(_ formula: Formula, at offset: Int) -> Note? {
    guard let equation = formula.equation else { return nil }
    let title: HTML = "<p><b>\(woven.lesson.title(of: equation))</b></p>"
    return Note(woven.anchors.anchor(at: offset), title + "<p>\(FormulaRenderer.html(formula.key, context.formulas, form))</p>")
  }

  private mutating func termNote(_ item: DocumentList.Item) -> Note? {
    guard let term = item.term else { return nil }
    var html: HTML = ""
    for block in item.blocks {
      if case .paragraph(let words) = block.kind { html += "<p>\(inlines(words, .note))</p>" }
    }
    return Note(woven.anchors.anchor(at: term.offset), html)
  }
}
