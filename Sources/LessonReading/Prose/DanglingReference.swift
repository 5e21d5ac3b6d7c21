import LessonModel

/// Tells of references by label to what nobody has written: Markdown leaves them as text, brackets and all.
enum DanglingReference {
  /// - Parameter document: The tree of the whole lesson: what refers to something is no text in it.
  static func faults(in document: [DocumentBlock], of source: SourceText) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    document.walk { block in
      for text in block.texts.flatMap(\.runs) where text.utf8.contains(UInt8(ascii: "[")) {
        for reference in references(in: text) {
          guard let found = source.place(of: reference.written, in: block.range) else { continue }
          let place = found + (reference.isNote ? 0 : 1)
          faults.append(
            Diagnostic(.deadLink, message(reference, in: source), in: source, at: place, severity: .warning))
        }
      }
    }
    return faults
  }

  private struct Reference {
    var label: String
    var isNote: Bool
    /// As it stands in the text.
    var written: String { isNote ? "[^\(label)]" : "][\(label)]" }
  }

  private static func message(_ reference: Reference, in source: SourceText) -> String {
    if reference.isNote {
      let clause =
        Suggestion.nearest(to: reference.label, in: LostText.noteLabels(in: source)).map { "did you mean '[^\($0)]'?" }
        ?? "write it on a line of its own: '\(reference.written): …'"
      return "no note '\(reference.written)' is written here, so this is only text; \(clause)"
    }
    return
      "'[\(reference.label)]' is defined nowhere in this lesson, so this is no link, only text; "
      + "write '[\(reference.label)]: ADDRESS' on a line of its own, or the address in parentheses"
  }

  /// `[^label]`, and `[words][label]` where it does not follow a letter as what indexes something does.
  private static func references(in text: String) -> [Reference] {
    var found: [Reference] = []
    var rest = text[...]
    /// What stands before the last bracket that was opened.
    var before: Character?
    var isOpen = false
    while let bracket = rest.firstIndex(where: { $0 == "[" || $0 == "]" }) {
      let behind = rest.index(after: bracket)
      if rest[bracket] == "[" {
        if let label = label(text[behind...]), label.hasPrefix("^"), label.count > 1, !label.contains(where: \.isWhitespace) {
          found.append(Reference(label: String(label.dropFirst()), isNote: true))
        }
        before = bracket == text.startIndex ? nil : text[text.index(before: bracket)]
        isOpen = true
      } else {
        let isIndex = before.map { $0.isLetter || $0.isNumber || "_)]".contains($0) } ?? false
        if isOpen, !isIndex, behind < text.endIndex, text[behind] == "[", let label = label(text[behind...].dropFirst()),
          !label.hasPrefix("^"), label.contains(where: { !$0.isWhitespace })
        {
          found.append(Reference(label: String(label), isNote: false))
        }
        isOpen = false
      }
      rest = rest[behind...]
    }
    return found
  }

  /// What stands before the bracket that closes, if it is on the same line and no other opens before.
  private static func label(_ text: Substring) -> Substring? {
    let label = text.prefix { !"[]\n".contains($0) }
    return label.endIndex < text.endIndex && text[label.endIndex] == "]" ? label : nil
  }
}
