import LessonModel
import LessonRunning

/// Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0.
enum SARIFReport {
  static func log(_ report: CourseReport) -> JSON {
    let diagnostics = report.allDiagnostics
    let rules = DiagnosticKind.allCases.filter { kind in diagnostics.contains { $0.kind == kind } }
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    return .object([
      ("$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .string("lessons")), ("version", .string(ToolVersion.current)),
                    ("rules", .array(rules.map { .object([("id", .string($0.rawValue))]) })),
                  ])
                )
              ])
            ),
            ("columnKind", .string("utf16CodeUnits")),
            ("results", .array(diagnostics.map { result($0, rule: places[$0.kind] ?? 0) })),
            ("properties", .object([("summary", .string(CheckSummary.text(report)))])),
          ])
        ])
      ),
    ])
  }

  private static func result(_ diagnostic: Diagnostic, rule: Int) -> JSON {
    let related = diagnostic.notes.filter { $0.position != nil }.map { note in
      location(diagnostic, note.position ?? diagnostic.position, message: note.message)
    }
    let notes = diagnostic.notes.filter { $0.position == nil }.map { "\nnote: " + $0.message }
    return .object(
      [
        ("ruleId", .string(diagnostic.kind.rawValue)), ("ruleIndex", .integer(rule)),
        ("level", .string(diagnostic.severity.rawValue)),
        ("message", text(diagnostic.message + notes.joined())),
        ("locations", .array([location(diagnostic, diagnostic.position)])),
      ] + (related.isEmpty ? [] : [("relatedLocations", .array(related))]))
  }

  private static func text(_ text: String) -> JSON { .object([("text", .string(DiagnosticText.visible(text)))]) }

  private static func location(_ diagnostic: Diagnostic, _ place: SourcePosition, message: String? = nil) -> JSON {
    var region: [(String, JSON)] = [("startLine", .integer(place.line))]
    // Of another line only the number is known: its columns cannot be counted.
    if let column = diagnostic.unitColumn(place) { region.append(("startColumn", .integer(column))) }
    if place == diagnostic.position, let line = diagnostic.sourceLine, !line.isEmpty {
      region.append(("snippet", text(line)))
    }
    let physical = JSON.object([
      (
        "artifactLocation",
        .object([("uri", .string(WebAddress.encodedPath(diagnostic.path))), ("uriBaseId", .string("%SRCROOT%"))])
      ), ("region", .object(region)),
    ])
    return .object([("physicalLocation", physical)] + (message.map { [("message", text($0))] } ?? []))
  }
}
