import LessonModel

/// What a block came to: the text it printed, its charts and tables, its value, or how it failed as it should.
enum ResultRenderer {
  /// A longer text is folded, with its length said.
  private static let foldedFrom = 31

  static func html(_ attributes: BlockAttributes, _ pieces: [ResultPiece], _ writer: AddressWriter) -> HTML {
    guard let first = pieces.first else { return "" }
    let lines = pieces.reduce(0) { $0 + $1.lines }
    let content = pieces.map { html($0, writer) }.joined()
    if attributes.output == .fold || lines >= foldedFrom {
      let length = lines > 0 ? ", \(counted(lines, "line"))" : ""
      return
        "<details class=\"folded outcome\"><summary>\(attributes.runs ? "Result" : label(attributes))\(length)</summary>\n\(content)</details>\n"
    }
    // A chart or a table says what it is by its own title.
    let label: HTML = first.lines > 0 ? "<p class=\"label\">\(label(attributes))</p>\n" : ""
    return "<div class=\"outcome\">\n\(label)\(content)</div>\n"
  }

  private static func label(_ attributes: BlockAttributes) -> String {
    if !attributes.runs { return "Not run; as the author wrote it" }
    return switch attributes.expectation {
    case .trap: "Stops, as it should"
    case .compileError: "Does not compile, as it should"
    case nil: "Result"
    }
  }

  private static func html(_ piece: ResultPiece, _ writer: AddressWriter) -> HTML {
    switch piece {
    case .figure(let figure): ExhibitRenderer.html(figure, writer)
    case .text(let text):
      """
      <pre class="output\(text.kind)\(text.isGrid ? " grid" : "")" tabindex="0" role="region" aria-label="\(text.name)">\
      <samp>\(text.terminal.html)</samp></pre>

      """
    }
  }
}
