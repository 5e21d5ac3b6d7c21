internal import SwiftReading

/// A Swift block with its result: code, output, exhibits and what went wrong, as one figure.
enum CellRenderer {
  static func html(
    _ block: SwiftBlock, _ run: BlockRun, _ status: ResultStatus, anchor: String, caption: HTML?, failures: [Diagnostic]
  ) -> HTML {
    var html: HTML = "<div class=\"cell\" id=\"\(anchor)\">\n"
    html += folded(code(block), block.attributes.code, summary: "Code")
    html += folded(output(block, run, anchor: anchor), block.attributes.output, summary: "Result")
    for failure in failures { html += error(failure) }
    if status == .notRun, block.attributes.runs, failures.isEmpty {
      html += "<p class=\"error\"><strong>not run:</strong> another part of this lesson must be mended first</p>\n"
    }
    if let caption { html += "<p class=\"caption\">\(caption)</p>\n" }
    return html + "</div>\n"
  }

  private static func folded(_ html: HTML, _ display: BlockAttributes.Display, summary: String) -> HTML {
    if html.text.isEmpty { return html }
    switch display {
    case .show: return html
    case .fold: return "<details><summary>\(summary)</summary>\n\(html)</details>\n"
    case .hide: return ""
    }
  }

  private static func code(_ block: SwiftBlock) -> HTML {
    let text = CodeRenderer.html(block.code.text, hiding: block.outline.hiddenLines)
    return
      "<pre class=\"code\" tabindex=\"0\" aria-label=\"Swift code \(block.name)\" role=\"region\"><code class=\"language-swift\">\(text)</code></pre>\n"
  }

  private static func output(_ block: SwiftBlock, _ run: BlockRun, anchor: String) -> HTML {
    var html: HTML = ""
    var exhibits = 0
    for piece in run.printed {
      switch piece {
      case .text(let text): html += "<pre class=\"output\" tabindex=\"0\"><samp>\(TerminalText.html(text))</samp></pre>\n"
      case .exhibit(let exhibit):
        exhibits += 1
        html += ExhibitRenderer.html(exhibit, id: "\(anchor)-figure-\(exhibits)")
      }
    }
    if let message = run.message, block.attributes.expectation != nil {
      html += "<pre class=\"output expected-failure\" tabindex=\"0\"><samp>\(message)</samp></pre>\n"
    } else if case .exhibit(let exhibit)? = run.value {
      html += ExhibitRenderer.html(exhibit, id: "\(anchor)-figure-\(exhibits + 1)")
    } else if let value = run.value?.description {
      html += "<pre class=\"output value-output\" tabindex=\"0\"><samp>\(value)</samp></pre>\n"
    }
    return html
  }

  static func error(_ diagnostic: Diagnostic) -> HTML {
    var html: HTML = """
      <div class="error" role="note"><p><strong>\(diagnostic.severity.rawValue):</strong> \(diagnostic.message) \
      <span class="place">line \(diagnostic.position.line), column \(diagnostic.position.column) [\(diagnostic.kind.rawValue)]</span></p>

      """
    if let line = diagnostic.sourceLine, !line.isEmpty {
      let blanks = String(repeating: " ", count: max(min(diagnostic.position.column - 1, line.utf8.count), 0))
      html += "<pre tabindex=\"0\">\(String(line.prefix(400)))\n\(blanks.count < 400 ? blanks + "^" : "")</pre>\n"
    }
    for note in diagnostic.notes { html += "<p>note: \(note.message)</p>\n" }
    return html + "</div>\n"
  }
}
