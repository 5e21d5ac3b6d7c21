import LessonsCore
import Testing

@Suite("A lesson as a program")
struct ProgramBuilderTests {
  private func programs(_ text: String) throws -> [Program] {
    ProgramBuilder.programs(for: try #require(readLesson(text).lesson), settings: .undecided, modules: [])
  }

  @Test func authorsTextKeepsItsLinesAndColumns() throws {
    let text = "# A\n\n- x\n\n  ```swift\n  let a = 1; a\n  ```\n\nIt is [1](swift:a).\n"
    let program = try #require(try programs(text).first)
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

  @Test func proseChangesNoKey() throws {
    let code = "```swift\nlet a = 1\na + 1 // => 2\n```\n"
    let first = try programs("# A\n\n" + code + "\n[2](swift:a+1)\n")
    let moved = try programs(
      "---\ntitle: B\n---\n\nMuch more text.\n\n# A\n\n> " + code.replacing("\n", with: "\n> ") + "\n\nnow [7](swift:a+1)\n")
    #expect(first.map(\.keyText) == moved.map(\.keyText))
    #expect(first.map(\.text) != moved.map(\.text))
  }

  @Test(arguments: [
    "```swift\nlet a = 2\na + 1 // => 2\n```\n\n[2](swift:a+1)\n", "```swift\nlet a = 1\na + 1\n```\n\n[2](swift:a+2)\n",
    "```swift\nlet a = 1\n```\n\n```swift\na + 1 // => 2\n```\n\n[2](swift:a+1)\n",
  ])
  func otherCodeHasAnotherKey(text: String) throws {
    let first = try programs("# A\n\n```swift\nlet a = 1\na + 1 // => 2\n```\n\n[2](swift:a+1)\n")
    #expect(first.map(\.keyText) != (try programs("# A\n\n" + text)).map(\.keyText))
  }

  @Test func aBlockThatReadsItsLineDependsOnIt() throws {
    let code = "```swift\nprint(#line)\n```\n"
    #expect(try programs("# A\n\n" + code).map(\.keyText) != programs("# A\n\n\n" + code).map(\.keyText))
  }

  @Test func sessionsAndFailuresAreProgramsOfTheirOwn() throws {
    let text = """
      # A

      ```swift
      let a = 1
      ```

      ```swift {session=other}
      let a = 2
      ```

      ```swift {expect=trap}
      fatalError()
      ```

      ```swift {expect=compile-error}
      let b: Int = ""
      ```

      ```swift {run=false}
      never()
      ```

      ```swift
      a
      ```
      """
    let programs = try programs(text)
    #expect(programs.map(\.purpose) == [.session, .trap(block: 2), .compileError(block: 3), .session])
    #expect(programs.map(\.session) == ["", "", "", "other"])
    #expect(programs.map(\.blocks) == [[0, 5], [0, 2], [0, 3], [1]])
  }
}
