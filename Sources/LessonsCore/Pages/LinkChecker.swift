internal import MarkdownReading

/// Reports links that lead nowhere or that are not let through, and raw HTML, which is shown as text.
package enum LinkChecker {
  package static func diagnostics(of lesson: Lesson, _ resolver: LinkResolver) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var leaf = 0..<0
    func place(of text: String) -> Int {
      let wanted = Array(text.utf8)
      guard !wanted.isEmpty, wanted.count <= leaf.count else { return leaf.lowerBound }
      for start in leaf.lowerBound...(leaf.upperBound - wanted.count)
      where lesson.source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return start }
      return leaf.lowerBound
    }
    for (index, event) in lesson.document.events.enumerated() where event.phase != .exit {
      switch event.node {
      case .paragraph, .heading, .tableRow, .htmlBlock:
        leaf =
          lesson.source.offset(
            of: SourcePosition(line: event.start.line, column: 1))..<lesson.source.lineRange(
            max(event.end.line, event.start.line)
          ).upperBound
      default: break
      }
      switch event.node {
      case .link(let destination, _) where lesson.document.roles[index] == nil && !destination.lowercased().hasPrefix("swift:"),
        .image(let destination, _):
        switch resolver.target(of: destination, in: lesson.slug) {
        case .address, .file, .folder: break
        case .dead(let message):
          diagnostics.append(Diagnostic(.deadLink, message, in: lesson.source, at: place(of: destination)))
        case .unsafe(let message):
          diagnostics.append(
            Diagnostic(
              .unsafeLink, message + "; the page shows its text only", in: lesson.source, at: place(of: destination),
              severity: .warning))
        }
      case .htmlBlock(let html), .htmlInline(let html):
        if html.drop(while: { $0 == " " }).hasPrefix("<!--") { continue }
        let line = html.split(separator: Character("\n")).first.map(String.init) ?? ""
        diagnostics.append(
          Diagnostic(
            .rawHTML, "raw HTML is shown as text, never obeyed", in: lesson.source, at: place(of: line), severity: .warning))
      default: break
      }
    }
    return diagnostics
  }
}
