import LessonModel
import Testing

/// What was written reads back equal, and no cut of it reads at all.
@Suite struct ByteCodingTests {
  private func holds<Value: ByteCodable & Equatable>(
    _ value: Value, _ location: SourceLocation = #_sourceLocation
  ) {
    let bytes = value.keptBytes
    #expect(Value(kept: bytes) == value, sourceLocation: location)
    for count in bytes.indices {
      #expect(Value(kept: Array(bytes[..<count])) == nil, "cut at \(count)", sourceLocation: location)
    }
    #expect(Value(kept: bytes + [0]) == nil, "a byte too many", sourceLocation: location)
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, 1 << 40, .max, .min]) func numbers(number: Int) { holds(number) }

  @Test func texts() {
    holds("")
    holds("a é 漢 👍")
    holds([String]())
    holds(["a", "", "b"])
    holds(Int?.none)
    holds(Int?.some(3))
    holds([Int?.none, 4])
    holds(true)
    holds(0..<0)
    holds(3..<9)
    holds(KeptBytes([0, 255]))
  }

  @Test func whatIsNoneIsNoValue() {
    #expect(Bool(kept: [2]) == nil)
    #expect(Range<Int>(kept: (9).keptBytes + (3).keptBytes) == nil, "it ends before it begins")
    #expect([Int](kept: (1 << 40).keptBytes) == nil, "more elements than bytes")
    #expect(Int(kept: Array(repeating: 255, count: 9) + [2]) == nil, "more than 64 bits")
    #expect(SwiftSpan(kept: [99, 2, 4]) == nil, "no kind")
    #expect(Diagnostic(kept: "no-kind".keptBytes + [0]) == nil)
  }

  @Test func readingsOfSwift() {
    let outline = SwiftOutline(
      statements: [
        SwiftStatement(kind: .expression, range: 0..<4, semicolon: 4..<5, uncaughtTry: 2),
        SwiftStatement(kind: .binding("(a, b)"), range: 6..<9), SwiftStatement(kind: .other, range: 10..<11),
      ],
      checkedComments: [
        CheckedComment(promise: .value, text: "1", range: 1..<2, statement: 0),
        CheckedComment(promise: .line, text: "x", range: 3..<4),
      ], hiddenLines: [1, 5], imports: ["Glibc"], sourceLocationDirectives: [7], readsItsPosition: true,
      variables: [PlacedName(name: "a", offset: 3)], reads: [PlacedName(name: "b", offset: 8)],
      syntaxErrors: [
        SwiftSyntaxError(message: "no", offset: 3, notes: [SwiftSyntaxError.Note(message: "there", offset: 4)])
      ])
    holds(outline)
    holds(SwiftSpan.Kind.allCases.map { SwiftSpan(kind: $0, range: 1..<300) })
  }

  @Test func diagnostics() {
    let source = SourceText(path: "a.md", text: "one\ntwo\n")
    for kind in DiagnosticKind.allCases {
      holds(
        Diagnostic(
          kind, "message", in: source, at: 5, severity: .warning,
          notes: [Diagnostic.Note("here", at: SourcePosition(line: 1, column: 2)), Diagnostic.Note("and there")]))
    }
  }

  /// As other lessons see them: the same places can be linked to, and none else.
  @Test func anchors() throws {
    let anchors = Anchors(
      lesson("01-a", .heading(level: 2, [.text("A heading")]), swift("coin"), swift(), .heading(level: 2, [.text("A heading")]))
    )
    let kept = try #require(Anchors(kept: anchors.keptBytes))
    #expect(kept.keptBytes == anchors.keptBytes)
    #expect(kept.known == anchors.known)
    for name in anchors.known + ["main", "nowhere", "v1"] { #expect(kept.target(of: name) == anchors.target(of: name)) }
  }
}

/// Bytes as they are, as values keep digests.
private struct KeptBytes: Equatable, ByteCodable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func write(to writer: inout ByteWriter) { writer.write(bytes: bytes) }

  init(from reader: inout ByteReader) throws(ByteFault) { bytes = Array(try reader.part()) }
}
