import LessonModel
import LessonRunning
import Testing

@Suite("Recorded values against the lesson's own run")
struct TraceComparisonTests {
  private static let code = "let a = 1.5  // => 1.5\nprint(a)\na * 2"
  private static var traced: BlockAttributes {
    var attributes = BlockAttributes()
    attributes.isTraced = true
    return attributes
  }
  private static let whole: [Step] = [
    .mark(0), .traced(0, 5..<6, name: "a", "1.5"), .print("1.5\n"), .traced(2, 1..<6, "3.0"), .mark(1),
  ]

  private func result(_ steps: [Step], pieces: [Piece]? = nil) throws -> Tracer.Result {
    let lesson = Lesson(pieces ?? [.block(Self.code, Self.traced)])
    let program = try #require(ProgramBuilder.traces(of: lesson, settings: .undecided, modules: []).first)
    var run = Run()
    run.blocks[0] = BlockRun()
    run.blocks[0]?.printed = [.text("1.5\n")]
    run.blocks[0]?.statements = [0: .float64(1.5), 2: .float64(3)]
    return TraceComparison(lesson: lesson, blocks: lesson.blocks, run: run).result(
      RecordingReader(try Recording(steps), of: program))
  }

  @Test func theSameIsATrace() throws {
    let result = try result(Self.whole)
    #expect(result.faults == [])
    #expect(
      result.traces == [
        0: Trace([
          TraceEvent(line: 0, range: 4..<5, name: "a", text: "1.5"), TraceEvent(line: 2, range: 32..<37, name: "", text: "3.0"),
        ])
      ])
  }

  /// What differs, and what is told.
  static let different: [([Step], String)] = [
    (
      [.mark(0), .traced(0, 5..<6, name: "a", "1.25"), .print("1.5\n"), .traced(2, 1..<6, "3.0"), .mark(1)],
      "the value in the trace is 1.25, and that of the run is 1.5"
    ),
    (
      [.mark(0), .traced(0, 5..<6, name: "a", "1.5"), .print("1.5\n"), .traced(2, 1..<6, "3.5"), .mark(1)],
      "the value in the trace is 3.5, and that of the run is 3.0"
    ),
    ([.mark(0), .traced(0, 5..<6, name: "a", "1.5"), .traced(2, 1..<6, "3.0"), .mark(1)], "prints something else"),
    ([.mark(0), .print("1.5\n"), .mark(1)], "nothing at the lines"),
    (
      [.mark(0)] + Array(repeating: .traced(0, 5..<6, name: "a", "1.5"), count: 2_001) + [.print("1.5\n"), .mark(1)],
      "more than 2000 values"
    ),
  ]

  @Test(arguments: different) func whatDiffersIsTold(steps: [Step], part: String) throws {
    let result = try result(steps)
    #expect(result.traces == [:])
    #expect(result.faults.map(\.kind) == [.trace])
    #expect(result.faults.first?.message.contains(part) == true, "\(result.faults)")
  }

  @Test func whatIsShortenedIsNotCompared() throws {
    let steps: [Step] = [
      .mark(0), .traced(0, 5..<6, name: "a", "…", isExact: false), .print("1.5\n"), .traced(2, 1..<6, "3.0"), .mark(1),
    ]
    #expect(try result(steps).faults == [])
  }

  @Test func placesWithoutSenseAreDropped() throws {
    let steps: [Step] = [
      .mark(0), .traced(9, 5..<6, name: "a", "1"), .traced(0, 99..<100, "1"),
    ]
    #expect(try result(steps + Self.whole.dropFirst()).traces[0]?.events.map(\.text) == ["1.5", "3.0"])
  }

  @Test func proseChangesNoKeyAndMarginsDo() {
    func key(_ pieces: [Piece]) -> [String] {
      ProgramBuilder.traces(of: Lesson(pieces), settings: .undecided, modules: []).map(\.keyText)
    }
    let here = key([.prose("# A\n\n"), .block(Self.code, Self.traced)])
    #expect(here.count == 1)
    #expect(here == key([.prose("# B\n\nMore.\n\n"), .block(Self.code, Self.traced)]))
    #expect(here != key([.prose("# A\n\n"), .block(Self.code, Self.traced, prefix: "> ")]))
    #expect(here == key([.prose("# A\n\n"), .block(Self.code, Self.traced), .block("let later = 1")]))
    #expect(key([.block(Self.code)]) == [])
  }
}
