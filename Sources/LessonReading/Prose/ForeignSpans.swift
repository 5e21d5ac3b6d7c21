import LessonModel

/// Tells of what notebooks and their relatives read in the words of a line, and what is only text here: shortcodes, marks, attributes,
/// code that runs, references by kind.
enum ForeignSpans {
  static func faults(in block: DocumentBlock, of source: SourceText) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    // Of its attributes more is told elsewhere.
    let isHeading = if case .heading = block.kind { true } else { false }
    /// - Parameter start: Where what was told before ends.
    func warn(_ written: some StringProtocol, _ what: String, from start: inout Int) {
      guard let place = source.place(of: String(written), in: start..<block.range.upperBound) else { return }
      start = place + written.utf8.count
      faults.append(Diagnostic(.foreignMarkup, "'\(written)' \(what)", in: source, at: place, severity: .warning))
    }
    var (words, code) = (block.range.lowerBound, block.range.lowerBound)
    for text in block.texts {
      for span in text.runs.flatMap(spans) where span.kind != .attributes || !isHeading {
        warn(span.written, span.kind.message, from: &words)
      }
      text.walk { inline in
        guard case .code(let written) = inline, written.prefixMatch(of: /\{\w+\}\s+\S/) != nil else { return }
        warn(written, "is not run, as code in a line never is; a value is written '[0.8](swift:expression)'", from: &code)
      }
    }
    return faults
  }

  private enum Kind {
    case shortcode, mark, attributes, reference

    var message: String {
      switch self {
      case .shortcode: "is only text here: pages have no shortcodes"
      case .mark: "is only text here, and nothing is marked; write '**…**'"
      case .attributes:
        "is only text here: neither words nor pictures have attributes; a block has its name in its first line, '```swift {#name}'"
      case .reference:
        "is only text here; a link without words is called what it leads to: '[](#name)', where name is that of a block with a caption, a formula or a heading"
      }
    }
  }

  private static func spans(in run: String) -> [(written: Substring, kind: Kind)] {
    // Most text has none of the signs that they begin with.
    guard run.utf8.contains(where: { "{=@".utf8.contains($0) }) else { return [] }
    let found =
      run.matches(of: /\{\{[<%].*?[%>]\}\}/).map { (written: $0.output, kind: Kind.shortcode) }
      + run.matches(of: /(?:^|[\s(])(==[^=\s](?:[^=]*[^=\s])?==)(?=$|[\s.,;:!?)])/).map { (written: $0.output.1, kind: .mark) }
      + run.matches(of: /\{(?:[#.][A-Za-z][^{}]*|\s*[a-z-]+=[^{}]*)\}/).map { (written: $0.output, kind: .attributes) }
      + run.matches(of: /(?:^|[\s(])(@(?:fig|tbl|sec|eq|lst|thm|exr)-[\w-]*\w)/).map {
        (written: $0.output.1, kind: .reference)
      }
    return found.sorted { $0.written.startIndex < $1.written.startIndex }
  }
}
