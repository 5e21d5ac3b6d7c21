import Testing

/// Expects exactly the marked diagnostics: none is missing, none is elsewhere, none is more.
func expect(
  _ reported: [ReportedDiagnostic], toMatch marked: MarkedText, _ location: SourceLocation = #_sourceLocation
) {
  let matches =
    reported.count == marked.marks.count && zip(marked.marks, reported).allSatisfy { $0.describes($1) }
  #expect(
    matches,
    """
    expected:
    \(marked.marks.map(\.description).joined(separator: "\n"))
    reported:
    \(reported.map(\.description).joined(separator: "\n"))
    """, sourceLocation: location)
}
