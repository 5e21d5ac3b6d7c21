import LessonModel

/// What a block came to: the text it printed, its charts and tables, its value, or how it failed as it should.
enum ResultRenderer {
  /// A longer text is folded, with its length said.
  private static let foldedFrom = 31

  static func html(_ attributes: BlockAttributes, _ pieces: [ResultPiece], _ writer: AddressWriter, _ words: PageWords) -> HTML
  {
    guard let first = pieces.first else { return "" }
    let lines = pieces.reduce(0) { $0 + $1.lines }
    let content = pieces.map { html($0, writer, words) }.joined()
    if attributes.output == .fold || lines >= foldedFrom {
      let count = words.counted(lines, one: .lineOnce, many: .lineCount)
      let name = attributes.runs ? words[.result] : words[label(attributes)]
      let title = lines > 0 && attributes.runs ? words(.resultLines, count) : name
      return "<details class=\"folded outcome\"><summary>\(title)</summary>\n\(content)</details>\n"
    }
    // A chart or a table says what it is by its own title.
    let label: HTML = first.lines > 0 ? "<p class=\"label\">\(words[label(attributes)])</p>\n" : ""
    return "<div class=\"outcome\">\n\(label)\(content)</div>\n"
  }

  private static func label(_ attributes: BlockAttributes) -> Phrase {
    if !attributes.runs { return .notRunAsWritten }
    return switch attributes.expectation {
    case .trap: .stopsAsItShould
    case .compileError: .failsAsItShould
    case nil: .result
    }
  }

  private static func html(_ piece: ResultPiece, _ writer: AddressWriter, _ words: PageWords) -> HTML {
    switch piece {
    case .figure(let figure): ExhibitRenderer.html(figure, writer, words)
    case .text(let text):
      """
      <pre class="output\(text.kind)\(text.isGrid ? " grid" : "")" tabindex="0" role="region" aria-label="\(text.name)">\
      <samp>\(text.terminal.html)</samp></pre>

      """
    }
  }
}
