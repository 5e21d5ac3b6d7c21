import Foundation
import TestSupport
import Testing

/// What a block says beside its result: warnings of the compiler, standard error, a value that nobody wants (SPEC 1.2).
@Suite struct BesidesTests {
  /// Lessons with what is told of them marked.
  private static let lessons: [String: MarkedText] = [
    "warned": MarkedText(
      """
      # T

      Here is [4](<swift:Optional(4) ⟦warning:compile-warning|always succeeds⟧as? Int>).

      ```swift
      func f() -> Int {
        var ⟦warning:compile-warning|variable 'x' was never mutated⟧x = 1
        return x
      }
      f() ⟦warning:compile-warning|result of operator '+' is unused⟧+ 1
      let g = f()
      ```

      > ```swift
      > ⟦warning:compile-warning|result of call to 'f()' is unused⟧f()
      > #if os(Windows)
      > #warning("not here")
      > #endif
      > let h = f()
      > ```

      """),
    "allowed": MarkedText("# T\n\n```swift {warnings=allow}\n#warning(\"quiet\")\nlet a = 1\n```\n\n[1](swift:a)\n"),
    "hidden": MarkedText(
      "# T\n\n```swift {value=hide}\nvar seen: Set<Int> = []\nseen.insert(2)\n```\n\n[1](swift:seen.count)\n"),
    "shown": MarkedText("# T\n\n```swift {value=show}\n1\n```\n\n```output\n1\n```\n"),
    "joined": MarkedText(
      """
      # T

      ```swift {stderr=show}
      import Foundation
      print("out 1")
      fputs("err 1\\n", stderr)
      print("out 2")
      FileHandle.standardError.write(Data("err 2\\n".utf8))
      ```

      ```output
      out 1
      err 1
      out 2
      err 2
      ```

      ```swift
      _ = fputs("ap" + "art\\n", stderr)
      ```

      """),
    "joined-trap": MarkedText(
      "# T\n\n```swift {stderr=show expect=trap}\nprint(\"a\")\nlet none = [Int]()\nprint(none[0])\n```\n\n```output\n...\nFatal error: Index out of range\n```\n"
    ),
    "dying": MarkedText(
      "# T\n\n```swift\nimport Foundation\nfputs(\"the disk is full\\n\", stderr)\n⟦trap|boom⟧fatalError(\"boom\")\n```\n"),
    "shown-only": MarkedText(
      "# T\n\n```swift {run=false}\nlet never = 1\n```\n\n```output\nas it was in 2019\n```\n\n[2](<swift:1+1>)\n"),
    "alike": MarkedText(
      """
      # T

      [2](<swift:1+1>)

      ⟦warning:unrun-block|'Swift' is not 'swift'⟧```Swift
      ```

      ⟦warning:unrun-block|'{swift}' is not 'swift'⟧```{swift}
      ```

      ⟦warning:unrun-block|'{.swift #a}' is not 'swift'⟧```{.swift #a}
      ```

      ⟦warning:unrun-block|write 'swift' to run it⟧```swift,norun
      ```

      ⟦warning:unrun-block|'swift {run=false}' to show it only⟧```swift-example
      ```

      ```swiftui
      ```

      """),
  ]

  private static let ran = Result<CheckReport, any Error> {
    try TemporaryCourse(bytes: lessons.mapValues(\.bytes)).check()
  }

  @Test(arguments: lessons.keys.sorted()) func isTold(_ name: String) throws {
    expect(try #require(try Self.ran.get().lessons[name]).diagnostics, toMatch: try #require(Self.lessons[name]))
  }

  /// A remembered result tells the same warnings at the lines that they have now.
  @Test func warningsAreRememberedWithTheirPlaces() throws {
    let course = try TemporaryCourse(bytes: ["warned": Array("# T\n\n```swift\nlet a = 1\na + 1\nlet b = a\n```\n".utf8)])
    #expect(try course.check().lessons["warned"]?.diagnostics.map(\.line) == [5])
    try course.write(
      "# T\n\nA new line,\nand another.\n\n> ```swift\n> let a = 1\n> a + 1\n> let b = a\n> ```\n", to: "lessons/warned.md")
    let moved = try #require(try course.check().lessons["warned"]).diagnostics
    #expect(moved.map(\.line) == [8] && moved.map(\.column) == [5])
  }

  @Test func warningsFailAStrictCheck() throws {
    let course = try TemporaryCourse(bytes: [
      "a": Array("# T\n\n```swift\nlet a = 1\na + 1\nlet b = a\n```\n\n[1](swift:b)\n".utf8)
    ])
    #expect(try course.lessons("check").status == 0)
    #expect(try course.lessons("check", "--strict").status == 1)
  }

  @Test func standardErrorIsToldToTheAuthorAlone() throws {
    let course = try TemporaryCourse(bytes: ["a": Self.lessons["joined"]!.bytes, "b": Self.lessons["dying"]!.bytes])
    let one = try course.lessons("run", "lessons/a.md")
    #expect(one.error.contains("standard error:\napart\n") && !one.output.contains("apart"))
    #expect(!(try course.lessons("check", "--no-cache").error.contains("apart")))
    #expect(try course.lessons("check", "--no-cache", "--verbose").error.contains("a wrote to standard error:\napart\n"))
    #expect(try course.lessons("check").output.contains("note: standard error: the disk is full"))
    _ = try course.lessons("build")
    let page = try course.text("output/lessons/a.html")
    #expect(page.contains("err 1") && !page.contains("apart"))
  }

  /// What a program printed is not what it wrote to standard error, also where a block shows both.
  @Test func onlyStandardErrorIsToldAsSuch() throws {
    let text =
      "# T\n\n```swift {stderr=show}\nimport Foundation\nprint(\"printed\")\n```\n\n```swift\n_ = fputs(\"apart\\n\", stderr)\nexit(3)\n```\n"
    let told = try TemporaryCourse(lessons: ["a": text]).lessons("check").output
    #expect(told.contains("note: standard error: apart") && !told.contains("standard error: printed"), "\(told)")
  }

  @Test func outputBesideABlockThatNeverRunsIsShownAsSuch() throws {
    let course = try TemporaryCourse(bytes: ["a": Self.lessons["shown-only"]!.bytes])
    _ = try course.lessons("build")
    let page = try course.text("output/lessons/a.html")
    #expect(page.contains("Not run; as the author wrote it") && page.contains("as it was in 2019"))
  }
}
