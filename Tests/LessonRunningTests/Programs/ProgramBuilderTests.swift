import LessonModel
import LessonRunning
import Testing

@Suite("A lesson as a program")
struct ProgramBuilderTests {
  private func programs(_ pieces: [Piece], settings: SwiftSettings = .undecided, modules: [String] = []) -> [Program] {
    ProgramBuilder.programs(for: Lesson(pieces), settings: settings, modules: modules)
  }

  @Test func authorsTextKeepsItsLinesAndColumns() throws {
    let program = try #require(
      programs([
        .prose("# A\n\n- x\n\n"), .block("let a = 1; a", prefix: "  "), .prose("\nIt is "), .value("a", written: "1"),
        .prose(".\n"),
      ]).first)
    #expect(
      program.text == """
        import LessonKit
        import LessonRuntime
        __lessonBegin();
        __lessonMark(0);
        #sourceLocation(file: "01-test.md", line: 6)
          let a = 1;\u{20}
        #sourceLocation(file: "01-test.md", line: 5)
                    __lessonValue(1,
                     a
        );
        #sourceLocation(file: "01-test.md", line: 6)
                     \u{20}
        __lessonMark(2);
        #sourceLocation(file: "01-test.md", line: 8)
                                          __lessonValue(3,
                        a
        );

        """)
    #expect(program.probes == [.blockStart(0), .statement(block: 0, statement: 1), .blockEnd(0), .value(0)])
  }

  @Test func proseChangesNoKey() {
    let code = "let a = 1\na + 1 // => 2"
    let first = programs([.prose("# A\n\n"), .block(code), .prose("\n"), .value("a+1", written: "2")])
    let moved = programs([
      .prose("---\ntitle: B\n---\n\nMuch more text.\n\n# A\n\n"), .block(code, prefix: "> "), .prose("\n\nnow "),
      .value("a+1", written: "7"), .prose("\n"),
    ])
    #expect(first.map(\.keyText) == moved.map(\.keyText))
    #expect(first.map(\.text) != moved.map(\.text))
  }

  @Test(arguments: [
    [Piece.block("let a = 2\na + 1 // => 2"), .prose("\n"), .value("a+1")],
    [.block("let a = 1\na + 1"), .prose("\n"), .value("a+2")],
    [.block("let a = 1"), .prose("\n"), .block("a + 1 // => 2"), .prose("\n"), .value("a+1")],
  ])
  func otherCodeHasAnotherKey(pieces: [Piece]) {
    let first = programs([.block("let a = 1\na + 1 // => 2"), .prose("\n"), .value("a+1")])
    #expect(first.map(\.keyText) != programs(pieces).map(\.keyText))
  }

  @Test func aBlockThatReadsItsLineDependsOnIt() {
    let code = Piece.block("print(#line)")
    #expect(programs([.prose("# A\n\n"), code]).map(\.keyText) != programs([.prose("# A\n\n\n"), code]).map(\.keyText))
  }

  @Test func sessionsAndFailuresAreProgramsOfTheirOwn() {
    let programs = programs([
      .block("let a = 1"), .block("let a = 2", BlockAttributes(session: "other")),
      .block("fatalError()", BlockAttributes(expectation: .trap)),
      .block("let b: Int = \"\"", BlockAttributes(expectation: .compileError)),
      .block("never()", BlockAttributes(runs: false)), .block("a"),
    ])
    #expect(programs.map(\.purpose) == [.session, .trap(block: 2), .compileError(block: 3), .session])
    #expect(programs.map(\.session) == ["", "", "", "other"])
    #expect(programs.map(\.blocks) == [[0, 5], [0, 2], [0, 3], [1]])
  }

  @Test func eachBlockHasItsOwnTimeAndTheRestTheLessons() {
    let slow = BlockAttributes(timeout: TimeLimit(milliseconds: 60_000))
    let pieces = [Piece.block("let a = 1"), .block("a", slow), .prose("\n"), .value("a")]
    let lesson = TimeLimit(milliseconds: 500)
    #expect(
      programs(pieces, settings: SwiftSettings(timeout: lesson)).map(\.limits)
        == [[lesson, lesson, lesson, TimeLimit(milliseconds: 60_000), lesson]])
    #expect(programs([.block("let a = 1")]).map(\.limits) == [[.block, .block, .block]])
  }

  @Test func importsOfTheCourseTheSettingsAndTheBlocksAreLinked() {
    let programs = programs(
      [.block("import Foundation\nlet a = 1")], settings: SwiftSettings(imports: ["Glibc"]), modules: ["Support"])
    #expect(programs.map(\.imports) == [["Support", "Glibc", "Foundation"]])
    #expect(programs.allSatisfy { $0.text.contains("import Support\nimport Glibc\n") })
  }
}
