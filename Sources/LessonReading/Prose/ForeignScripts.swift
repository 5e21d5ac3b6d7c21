import LessonModel

/// Tells of what Pandoc reads as raised and lowered text, `10^-7^` and `H~2~O`: one is only text here, the other strikes out.
enum ForeignScripts {
  static func faults(in block: DocumentBlock, of source: SourceText) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    func warn(_ written: String, _ what: String, _ element: String, _ content: String) {
      guard let place = source.place(of: written, in: block.range) else { return }
      let message = "'\(written)' \(what); write '<\(element)>\(content)</\(element)>', or a formula between dollar signs"
      faults.append(Diagnostic(.foreignMarkup, message, in: source, at: place, severity: .warning))
    }
    for text in block.texts {
      for run in text.runs {
        for raised in raised(in: run) { warn("^\(raised)^", "is only text here, and nothing is raised", "sup", raised) }
      }
      text.walk { inline in
        guard case .strikethrough(let content) = inline else { return }
        let lowered = content.plainText
        // Two on each side strike out in every dialect.
        if isScript(lowered), source.place(of: "~~\(lowered)~~", in: block.range) == nil {
          warn("~\(lowered)~", "strikes out here, as '~~' does, and nothing is lowered", "sub", lowered)
        }
      }
    }
    return faults
  }

  private static func raised(in text: String) -> [String] {
    var found: [String] = []
    let parts = text.split(separator: "^", omittingEmptySubsequences: false).map(String.init)
    var place = 1
    while place < parts.count - 1 {
      if isScript(parts[place]), parts[place - 1].last?.isWhitespace == false {
        found.append(parts[place])
        place += 1
      }
      place += 1
    }
    return found
  }

  /// Whether a text is as short as what is raised or lowered, and without blanks.
  private static func isScript(_ text: String) -> Bool {
    (1...8).contains(text.count) && !text.contains { $0.isWhitespace || "[]()".contains($0) }
  }
}
