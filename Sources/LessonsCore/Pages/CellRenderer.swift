internal import SwiftReading

/// A Swift block with its result: code, output, exhibits and what went wrong, in one frame.
enum CellRenderer {
  /// Where the block stands in the lesson's Markdown, in words and as an address.
  typealias Source = (name: String, address: String?)

  static func html(
    _ block: SwiftBlock, _ run: BlockRun, _ status: ResultStatus, anchor: String, caption: HTML?, source: Source,
    drawings: String, failures: [Diagnostic]
  ) -> HTML {
    var html: HTML = "<div class=\"cell\" id=\"\(anchor)\">\n"
    html += listing(block, source)
    html += ResultRenderer.html(block, run, anchor: anchor, drawings: drawings)
    for failure in failures { html += error(failure) }
    if status == .notRun, block.attributes.runs, failures.isEmpty {
      html += "<p class=\"error\"><strong>not run:</strong> another part of this lesson must be mended first</p>\n"
    }
    if let caption { html += "<p class=\"caption\">\(caption)</p>\n" }
    return html + "</div>\n"
  }

  private static func listing(_ block: SwiftBlock, _ source: Source) -> HTML {
    if block.attributes.code == .hide { return "" }
    let lines = block.code.text.split(separator: "\n", omittingEmptySubsequences: false)
    let listing: HTML = """
      <div class="listing">\(place(source))
      <pre class="code" tabindex="0" role="region" aria-label="Swift code \(block.name)"><code class="language-swift">\
      \(CodeRenderer.html(block.code.text, hiding: block.outline.hiddenLines))</code></pre></div>

      """
    if block.attributes.code == .show { return listing }
    let count = lines.enumerated().count { !$0.element.isEmpty && !block.outline.hiddenLines.contains($0.offset) }
    return "<details class=\"folded\"><summary>Code, \(counted(count, "line"))</summary>\n\(listing)</details>\n"
  }

  /// The line of the lesson that the code begins in, shown on hover and on focus.
  private static func place(_ source: Source) -> HTML {
    guard let address = source.address else { return "<span class=\"source\">\(source.name)</span>" }
    return "<a class=\"source\" href=\"\(address)\">\(source.name)</a>"
  }

  static func error(_ diagnostic: Diagnostic) -> HTML {
    var html: HTML = """
      <div class="error" role="note"><p><strong>\(diagnostic.severity.rawValue):</strong> \(diagnostic.message) \
      <span class="place">line \(diagnostic.position.line), column \(diagnostic.position.column) [\(diagnostic.kind.rawValue)]</span></p>

      """
    if let line = diagnostic.sourceLine, !line.isEmpty {
      let excerpt = DiagnosticRenderer.excerpt(line, column: diagnostic.position.column).map { $0.dropFirst(2) }
      html += """
        <pre tabindex="0" role="region" aria-label="Line \(diagnostic.position.line)">\
        \(CharacterGrid.html(excerpt.joined(separator: "\n")))</pre>

        """
    }
    for note in diagnostic.notes { html += "<p>note: \(note.message)</p>\n" }
    return html + "</div>\n"
  }
}
