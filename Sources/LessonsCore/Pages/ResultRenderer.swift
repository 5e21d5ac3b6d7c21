/// What a block came to: the text it printed, its charts and tables, its value, or how it failed as it should.
enum ResultRenderer {
  /// A longer text is folded, with its length said.
  static let foldedFrom = 31

  static func html(_ block: SwiftBlock, _ run: BlockRun, anchor: String, drawings: String) -> HTML {
    if block.attributes.output == .hide { return "" }
    let parts = parts(block, run, anchor: anchor, drawings: drawings)
    guard let first = parts.first else { return "" }
    let lines = parts.reduce(0) { $0 + $1.lines }
    let isText = parts.contains { $0.lines > 0 }
    let content = parts.map(\.html).joined()
    if block.attributes.output == .fold || lines >= foldedFrom {
      let length = isText ? ", \(counted(lines, "line"))" : ""
      return "<details class=\"folded outcome\"><summary>Result\(length)</summary>\n\(content)</details>\n"
    }
    // A chart or a table says what it is by its own title.
    let label: HTML = first.lines > 0 ? "<p class=\"label\">\(label(block))</p>\n" : ""
    return "<div class=\"outcome\">\n\(label)\(content)</div>\n"
  }

  /// The address of a figure in its page, counted from 1 within its block.
  static func figure(_ number: Int, anchor: String) -> String { "\(anchor)-figure-\(number)" }

  private static func label(_ block: SwiftBlock) -> String {
    switch block.attributes.expectation {
    case .trap: "Stops, as it should"
    case .compileError: "Does not compile, as it should"
    case nil: "Result"
    }
  }

  /// A piece of the result, with the number of its lines where it is text.
  private typealias Part = (html: HTML, lines: Int)

  private static func parts(_ block: SwiftBlock, _ run: BlockRun, anchor: String, drawings: String) -> [Part] {
    var parts: [Part] = []
    var exhibits = 0
    func exhibit(_ exhibit: Exhibit) {
      exhibits += 1
      parts.append((ExhibitRenderer.html(exhibit, id: figure(exhibits, anchor: anchor), drawings: drawings), 0))
    }
    let hasExhibits = run.printed.contains { if case .exhibit = $0 { true } else { false } }
    for piece in run.printed {
      switch piece {
      // An empty line parts two figures in standard output; in the page they stand apart as they are.
      case .text(let text) where hasExhibits && text.allSatisfy(\.isNewline): break
      case .text(let text): parts.append(text.isEmpty ? ("", 0) : output(text, "Printed by \(block.name)", kind: ""))
      case .exhibit(let shown): exhibit(shown)
      }
    }
    if let message = run.message, block.attributes.expectation != nil {
      parts.append(output(message, "Message of \(block.name)", kind: " expected-failure"))
    } else if case .exhibit(let shown)? = run.value {
      exhibit(shown)
    } else if let value = run.value?.description {
      parts.append(output(value, "Value of \(block.name)", kind: " value-output"))
    }
    return parts
  }

  private static func output(_ text: String, _ name: String, kind: String) -> Part {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.last == "" ? lines.count - 1 : lines.count
    // Characters that pictures are made of need the face in which each of them is one column wide.
    let grid = text.unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) } ? " grid" : ""
    let html: HTML = """
      <pre class="output\(kind)\(grid)" tabindex="0" role="region" aria-label="\(name)"><samp>\(printed(text))</samp></pre>

      """
    return (html, max(count, 1))
  }

  /// Printed text as the page shows it.
  private static func printed(_ text: String) -> HTML { TerminalText.html(text) }
}

extension BlockRun {
  /// The figures that a page shows for a block, in order.
  func exhibits(of block: SwiftBlock) -> [Exhibit] {
    var exhibits = printed.compactMap { piece in
      if case .exhibit(let exhibit) = piece { exhibit } else { nil }
    }
    let hasFailed = message != nil && block.attributes.expectation != nil
    if !hasFailed, case .exhibit(let exhibit)? = value { exhibits.append(exhibit) }
    return exhibits
  }
}
