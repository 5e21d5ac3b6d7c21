import Foundation
import Testing

/// `lessons run`: the JSON has the shape of the contract, and every attribute does what it says.
@Suite struct RunTests {
  private static let text = """
    # Everything

    ```swift {#main}
    var count = 1
    print("count", count)
    count * 2
    ```

    ```output
    count 1
    2
    ```

    ```swift {#other session=other}
    let count = "another program"
    print(count)
    ```

    ```output
    another program
    ```

    ```swift {#shared}
    count += 1
    count
    ```

    ```output
    2
    ```

    ```swift {#shared-other session=other}
    count.count
    ```

    ```output
    15
    ```

    ```swift {#shown run=false}
    fatalError("never")
    ```

    ```swift {#traps expect=trap}
    print("before", count)
    fatalError("on purpose")
    ```

    ```output
    before 2
    Fatal error: on purpose
    ```

    ```swift {#refused expect=compile-error}
    let wrong: Int = "text"
    ```

    ```output
    error: cannot convert value of type 'String' to specified type 'Int'
    ```

    ```swift {#after}
    print("after")
    ```

    ```output
    after
    ```

    ```swift {#tolerant tolerance=0.1}
    3.14159
    ```

    ```output
    3.1
    ```

    ```swift {#volatile volatile}
    print("any time")
    ```

    ```output
    another time
    ```

    The value [2](swift:count) and [5](swift:count).

    """

  private struct Ran: Sendable {
    var course: TemporaryCourse
    var outcome: LessonsProcess.Outcome
    var lesson: LessonResult
  }

  private static let ran = Result<Ran, any Error> {
    let course = try TemporaryCourse(lessons: ["01-all": text])
    let outcome = try course.lessons("run", "lessons/01-all.md", "--format", "json")
    return Ran(
      course: course, outcome: outcome, lesson: try JSONDecoder().decode(LessonResult.self, from: Data(outcome.output.utf8)))
  }

  @Test func shapeOfTheJSON() throws {
    let ran = try Self.ran.get()
    #expect(ran.outcome.status == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(ran.outcome.output.utf8)) as? [String: Any])
    #expect(object.keys.sorted() == ["blocks", "diagnostics", "lesson", "values"])
    let block = try #require((object["blocks"] as? [[String: Any]])?.first)
    #expect(block.keys.sorted() == ["duration", "line", "name", "session", "status", "stdout", "value"])
    let value = try #require((object["values"] as? [[String: Any]])?.first)
    #expect(value.keys.sorted() == ["expression", "line", "status", "value", "written"])
    let diagnostic = try #require((object["diagnostics"] as? [[String: Any]])?.first)
    #expect(diagnostic.keys.sorted() == ["column", "file", "id", "line", "message", "notes", "severity"])
    #expect(ran.lesson.lesson == "lessons/01-all.md")
  }

  @Test func blocks() throws {
    let blocks = try Self.ran.get().lesson.blocks.map {
      [$0.name, "\($0.line)", $0.session, $0.status, $0.stdout, $0.value ?? "-"]
    }
    let expected = [
      ["main", "3", "", "ok", "count 1\n", "2"], ["other", "14", "other", "ok", "another program\n", "-"],
      ["shared", "23", "", "ok", "", "2"], ["shared-other", "32", "other", "ok", "", "15"],
      ["shown", "40", "", "not-run", "", "-"],
      ["traps", "44", "", "ok", "before 2\n", "Fatal error: on purpose"],
      ["refused", "54", "", "ok", "", "error: cannot convert value of type 'String' to specified type 'Int'"],
      ["after", "62", "", "ok", "after\n", "-"], ["tolerant", "70", "", "ok", "", "3.14159"],
      ["volatile", "78", "", "ok", "any time\n", "-"],
    ]
    #expect(blocks == expected)
  }

  @Test func valuesAndDiagnostics() throws {
    let lesson = try Self.ran.get().lesson
    let values = lesson.values.map { [$0.expression, "\($0.line)", $0.written, $0.value ?? "-", $0.status] }
    #expect(values == [["count", "86", "2", "2", "ok"], ["count", "86", "5", "2", "mismatch"]])
    #expect(lesson.diagnostics.map { "\($0.line):\($0.column) \($0.id)" } == ["86:33 mismatch"])
  }

  @Test func inTheTerminal() throws {
    let outcome = try Self.ran.get().course.lessons("run", "lessons/01-all.md")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("Everything\n==========\n\nmain (line 3)\ncount 1\n2\n"))
    #expect(outcome.error.contains("lessons/01-all.md:86:33: error: 5 is written, 2 is computed"))
  }

  // Expectations that are not met, and limits.

  private static let unmet = MarkedText(
    """
    # Not met

    ⟦unmet-expectation|block 'calm' is expected to trap, and runs to its end⟧```swift {#calm expect=trap}
    print("calm")
    ```

    ⟦unmet-expectation|block 'valid' is expected not to compile, and compiles⟧```swift {#valid expect=compile-error}
    let valid = 1
    ```

    ```swift {#good}
    print("good")
    ```

    ```output
    good
    ```

    ⟦attribute|exclude each other⟧```swift {#never run=false expect=trap}
    ```

    """)

  @Test func anExpectationThatIsNotMet() throws {
    // The last block is a mistake of the text, which keeps itself from running and nothing else.
    let lesson = try #require(try TemporaryCourse(bytes: ["unmet": Self.unmet.bytes]).check().lessons["unmet"])
    expect(lesson.diagnostics, toMatch: Self.unmet)
    #expect(lesson["good"]?.status == "ok" && lesson["never"]?.status == "not-run")
  }

  /// A fold or a hidden part changes the page and nothing else.
  @Test func whatThePageShows() throws {
    let text = """
      # Shown

      ```swift {#folded code=fold output=hide}
      let secret = 41 // hide
      print("printed", secret)
      ```

      ```output
      printed 41
      ```

      ```swift {#hidden code=hide output=fold caption="Twice it is [82](swift:secret*2)."}
      print("other")
      ```

      ```output
      other
      ```

      """
    let course = try TemporaryCourse(lessons: ["01-shown": text])
    #expect(try course.check().status == 0)
    #expect(try course.lessons("build").status == 0)
    let page = try course.text("output/lessons/01-shown.html")
    #expect(!page.contains("let secret") && page.contains("printed&quot;</i>, secret"))
    #expect(page.contains("<summary>Code, 1 line</summary>") && !page.contains("<samp>printed 41"))
    #expect(!page.contains("print(<i class=s>&quot;other"))
    #expect(page.contains("<summary>Result, 1 line</summary>") && page.contains("<samp>other"))
    #expect(page.contains("Twice it is ") && page.contains(">82<"))
  }

  /// A caption's value is a value like any other: it is checked and accepted.
  @Test func aCaptionIsAccepted() throws {
    let course = try TemporaryCourse(lessons: [
      "01-caption": "# Caption\n\n```swift {#a caption=\"It is [?](swift:1+1) and [7](swift:2)\"}\nlet a = 1\n```\n"
    ])
    #expect(try course.lessons("accept").status == 0)
    #expect(
      try course.text("lessons/01-caption.md")
        == "# Caption\n\n```swift {#a caption=\"It is [2](swift:1+1) and [2](swift:2)\"}\nlet a = 1\n```\n")
    #expect(try course.check().status == 0)
  }

  /// What the overlay of C's library makes of its own is linked, whichever import it came in by.
  @Test(arguments: ["import Glibc", "import Foundation", "#if canImport(Glibc)\nimport Glibc\n#endif"])
  func callsOfTheOverlayAreLinked(imports: String) throws {
    let code = "signal(SIGUSR1, SIG_IGN)\nlet file = open(\"a\", O_WRONLY | O_CREAT, 0o600)\nprint(file >= 0)"
    let course = try TemporaryCourse(lessons: [
      "01-a": "# A\n\n```swift\n\(imports)\n\(code)\n```\n\n```output\ntrue\n```\n"
    ])
    let report = try course.check()
    #expect(report.status == 0 && report.lessons["01-a"]?.diagnostics == [], "\(report.lessons["01-a"]?.diagnostics ?? [])")
  }
}
