import LessonModel

/// Something that open pages are told, as a server-sent event.
///
/// <https://html.spec.whatwg.org/multipage/server-sent-events.html>
package struct ServerEvent: Sendable, Equatable {
  package var name: String
  package var data: String

  package init(name: String, data: String) {
    self.name = name
    self.data = data
  }

  /// The event as it is sent. A line of the data is a line of the event; an empty line ends it.
  package var bytes: [UInt8] {
    // A carriage return ends a line as well, alone or before a line feed.
    let lines = data.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let name = name.filter { !$0.isNewline }
    return Array(("event: \(name)\n" + lines.map { "data: \($0)\n" }.joined() + "\n").utf8)
  }

  /// What keeps a silent connection alive.
  package static let ping = Array(": ping\n\n".utf8)

  /// A build has begun.
  package static let building = ServerEvent(name: "building", data: "")
}

/// What is wrong with the course, as a page shows it over the last good one.
package struct Problem: Sendable, Equatable {
  /// The lesson on whose page it is shown; nil for all pages.
  package var lesson: String?
  /// The file in the course's folder that it stands in; nil where it stands in none.
  package var file: String?
  package var line: Int
  package var column: Int
  package var message: String
  /// The line with the mark under the place, if there is one.
  package var excerpt: [String]

  /// A fault of a text.
  ///
  /// - Parameter folder: The folder of the course, as the paths of its files begin.
  init(_ diagnostic: Diagnostic, of lesson: String?, in folder: String) {
    self.lesson = lesson
    let prefix = folder + "/"
    file = diagnostic.path.hasPrefix(prefix) ? String(diagnostic.path.dropFirst(prefix.count)) : diagnostic.path
    line = diagnostic.position.line
    column = diagnostic.position.column
    message = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.kind.rawValue)]"
    excerpt = diagnostic.sourceLine.map { DiagnosticText.excerpt($0, column: diagnostic.position.column) } ?? []
  }

  /// A fault that keeps the course from being built at all.
  package init(_ sentence: String) {
    (lesson, file, line, column, message, excerpt) = (nil, nil, 0, 0, "error: \(sentence)", [])
  }

  var json: JSON {
    .object([
      ("lesson", .optional(lesson)), ("file", .optional(file)), ("line", .integer(line)), ("column", .integer(column)),
      ("message", .string(message)), ("excerpt", .string(excerpt.joined(separator: "\n"))),
    ])
  }
}
