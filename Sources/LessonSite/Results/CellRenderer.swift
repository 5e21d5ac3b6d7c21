import LessonModel

/// A Swift block with its result: code, output, exhibits and what went wrong, in one frame.
enum CellRenderer {
  static func html(
    _ cell: WovenCell, _ content: CellContent, _ writer: AddressWriter, explore: ExploreRenderer? = nil, caption: HTML?,
    source: SourcePlace,
    failures: [Diagnostic], _ words: PageWords
  ) -> HTML {
    var html: HTML = "<div class=\"cell\" id=\"\(writer.id(cell.anchor))\""
    if let explore { html += explore.attribute(ofBlock: cell.block.index) + explore.room(for: cell) }
    html += ">\n"
    html += listing(cell, content, writer, source, words)
    html += ResultRenderer.html(cell.block.attributes, content.result, writer, words)
    if let explore { html += explore.frames(of: cell) + explore.controls(ofBlock: cell.block.index) }
    for failure in failures { html += error(failure, words) }
    if cell.status == .notRun, cell.block.attributes.runs, failures.isEmpty {
      html += "<p class=\"error\"><strong>\(words[.notRun])</strong> \(words[.mendFirst])</p>\n"
    }
    if let caption { html += "<p class=\"caption\">\(caption)</p>\n" }
    return html + "</div>\n"
  }

  private static func listing(
    _ cell: WovenCell, _ content: CellContent, _ writer: AddressWriter, _ source: SourcePlace, _ words: PageWords
  ) -> HTML {
    guard let code = content.code else { return "" }
    let block = cell.block
    let plain: HTML = """
      <div class="listing">\(place(source))
      <pre class="code" tabindex="0" role="region" aria-label="\(words(.codeOf, block.name))"><code class="language-swift">\
      \(code)</code></pre></div>

      """
    let listing = TraceRenderer(cell, writer, words)?.listing(code, place(source)) ?? plain
    // A picture tells more than the code that drew it.
    if (block.attributes.code ?? (content.hasChart ? .fold : .show)) == .show { return listing }
    let lines = block.code.text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.enumerated().count { !$0.element.isEmpty && !block.outline.hiddenLines.contains($0.offset) }
    return
      "<details class=\"folded\"><summary>\(words(.codeLines, words.counted(count, one: .lineOnce, many: .lineCount)))</summary>\n\(listing)</details>\n"
  }

  /// The line of the lesson that the code begins in, shown on hover and on focus.
  private static func place(_ source: SourcePlace) -> HTML {
    guard let address = source.address else { return "<span class=\"source\">\(source.name)</span>" }
    return "<a class=\"source\" href=\"\(address)\">\(source.name)</a>"
  }

  private static func error(_ diagnostic: Diagnostic, _ words: PageWords) -> HTML {
    var html: HTML = """
      <div class="error" role="note"><p><strong>\(words[diagnostic.severity == .error ? .error : .warning]):</strong> \(diagnostic.message) \
      <span class="place">\(words(.place, "\(diagnostic.position.line)", "\(diagnostic.position.column)", diagnostic.kind.rawValue))</span></p>

      """
    if let line = diagnostic.sourceLine, !line.isEmpty {
      let excerpt = DiagnosticText.excerpt(line, column: diagnostic.position.column).map { $0.dropFirst(2) }
      html += """
        <pre tabindex="0" role="region" aria-label="\(words(.lineNumber, diagnostic.position.line))">\
        \(CharacterGrid.html(excerpt.joined(separator: "\n")))</pre>

        """
    }
    for note in diagnostic.notes { html += "<p>\(words(.note, note.message))</p>\n" }
    return html + "</div>\n"
  }
}
