import LessonModel

/// Diagnostics as the commands by which a workflow annotates the lines of a change: `::error file=…,line=…::message`.
enum GitHubReport {
  static func text(_ diagnostics: [Diagnostic]) -> String { diagnostics.map { command($0) + "\n" }.joined() }

  private static func command(_ diagnostic: Diagnostic) -> String {
    let properties = [
      ("file", diagnostic.path), ("line", "\(diagnostic.position.line)"), ("col", "\(diagnostic.unitColumn)"),
      ("title", diagnostic.kind.rawValue),
    ].map { "\($0)=\(property($1))" }
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    return "::\(command) \(properties.joined(separator: ","))::\(data(diagnostic.messageWithNotes))"
  }

  /// A line end would end the command, and what follows could be another one.
  private static func data(_ text: String) -> String {
    DiagnosticText.visible(text).replacing("%", with: "%25").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

extension Diagnostic {
  /// Its message with its notes, a line each.
  var messageWithNotes: String {
    ([message] + notes.map { note in (note.position.map { "line \($0.line): " } ?? "note: ") + note.message })
      .joined(separator: "\n")
  }

  /// Its column in UTF-16 code units, from 1, as editors and forges count them.
  var unitColumn: Int { unitColumn(position) ?? position.column }

  /// The column of a place on its own line; nil where the line is another.
  func unitColumn(_ place: SourcePosition) -> Int? {
    guard place.line == position.line, let sourceLine else { return nil }
    return String(decoding: sourceLine.utf8.prefix(max(place.column - 1, 0)), as: UTF8.self).utf16.count + 1
  }
}
