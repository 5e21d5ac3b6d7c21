internal import MarkdownReading

/// A mark in a lesson that says which rows of a syllabus the place after it teaches: `<!-- covers: S0-01 S0-02 -->`.
package struct CoverageMark: Sendable, Equatable {
  package var id: String
  package var position: SourcePosition
}

/// Finds the coverage marks among the comments of a lesson.
struct CoverageReader {
  let source: SourceText
  private(set) var marks: [CoverageMark] = []
  private(set) var roles: [Int: LessonDocument.Role] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText) { self.source = source }

  mutating func read(_ events: [MarkdownEvent]) {
    for (index, event) in events.enumerated() {
      switch event.node {
      case .htmlBlock(let html), .htmlInline(let html): read(html, event, at: index)
      default: break
      }
    }
  }

  private mutating func read(_ html: String, _ event: MarkdownEvent, at index: Int) {
    let text = html.drop { $0 == " " }
    guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") else { return }
    let words = text[..<end.lowerBound].dropFirst(4).split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let key = words.first, key.hasSuffix(":") else { return }
    let place = source.offset(of: SourcePosition(line: event.start.line, column: max(event.start.column, 1)))
    guard key.lowercased() == "covers:" else {
      if ["cover:", "coverage:", "covered:"].contains(key.lowercased()) {
        report("a coverage mark is written '<!-- covers: ID -->', not '\(key)'", at: place)
      }
      return
    }
    let ids = words.dropFirst()
    if ids.isEmpty { report("this mark covers nothing; name rows, as in '<!-- covers: S0-01 -->'", at: place) }
    for id in ids where !isID(id) {
      report("'\(id)' is no row's id; an id has letters, digits, '-', '_' and '.'", at: place)
    }
    let first = marks.count
    marks += ids.filter(isID).map { CoverageMark(id: $0, position: source.position(of: place)) }
    if marks.count > first { roles[index] = .coverage(first..<marks.count) }
  }

  private func isID(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "-_.".utf8.contains($0)
      }
  }

  private mutating func report(_ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(.coverageMark, message, in: source, at: offset))
  }
}
