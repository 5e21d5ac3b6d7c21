import LessonModel
import LessonWeaving
import Testing

@Suite("Places after accepting")
struct MovedPlacesTests {
  private static let source = SourceText(path: "a.md", text: "one [1](swift:x) two\n```\nfour\nfive [2](swift:y)\n")

  /// The fence gets two lines more, and a number two digits: what stands behind moves.
  private static let moved = MovedPlaces(
    of: source,
    by: [
      Splice(5..<6, "123"),
      Splice(25..<29, "4\n4\n4"),
    ])

  @Test(arguments: [
    (1, 1, 1, 1), (1, 5, 1, 5), (1, 18, 1, 20), (2, 1, 2, 1), (3, 1, 3, 1), (3, 3, 3, 1), (4, 1, 6, 1), (4, 7, 6, 7),
  ])
  func areThoseOfTheNewText(line: Int, column: Int, newLine: Int, newColumn: Int) {
    let position = SourcePosition(line: line, column: column)
    var told = Diagnostic(
      .mismatch, "m", in: Self.source, at: position, notes: [Diagnostic.Note("n", at: position), Diagnostic.Note("o")])
    let moved = Self.moved.moved(told)
    #expect(moved.position == SourcePosition(line: newLine, column: newColumn))
    #expect(moved.notes.map(\.position) == [moved.position, nil])
    #expect(moved.sourceLine == ["one [123](swift:x) two", "```", "4", "4", "4", "five [2](swift:y)"][newLine - 1])
    told.path = "b.md"
    #expect(Self.moved.moved(told) == told)
  }
}
