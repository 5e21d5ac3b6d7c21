import Testing

/// Values that do not compile are lost alone, each told at its own place.
@Suite struct LostValueTests {
  private static let lessons: [String: MarkedText] = [
    "values": MarkedText(
      """
      # T

      ```swift {#a}
      let a = 2
      ```

      It is [2](swift:a), [3](<swift: a.⟦compile-error|has no member⟧nope>), [4](swift:a*2),
      [5](<swift: ⟦compile-error|reasonable time⟧1+(2 * -3)/4.0+(-5)*(2+(-1.5))*(-2+1)+(-(2.0)) + (1-(-1)) * -(2) + -(-(-(2)))+1.5*2-(-(3))*(-2.5)>),
      and [⟦mismatch|⟧5](swift:a*3) [x](swift:⟦compile-error|cannot find⟧zzz).

      ```swift {#b}
      print(a) // Prints "2"
      let b = a // => 2
      ```

      After [2](swift:b) and a warning.

      """),
    "alone": MarkedText("# T\n\n[1](swift:⟦compile-error|cannot find⟧none)\n"),
    "blocks": MarkedText(
      "# T\n\n```swift\nlet a = 2\n```\n\n[2](swift:a) [3](swift:⟦compile-error|cannot find⟧b)\n\n```swift\nlet c: Int = ⟦compile-error|cannot convert⟧\"\"\n```\n"
    ),
    // What the parser cannot read hides no mistake but what it would have declared.
    "parse": MarkedText(
      "# T\n\n```swift\nfunc later() {⟦compile-error|expected '}'⟧\n```\n\n```swift\nlet c: Int = ⟦compile-error|cannot convert⟧\"\"\nlater()\n```\n\n[1](swift:⟦compile-error|cannot find⟧none) [2](swift:later())\n"
    ),
    "exits": MarkedText(
      "# T\n\n```swift\nimport Foundation\nlet a = 1\n⟦ended-early|⟧exit(0)\n```\n"),
    "exclusive": MarkedText(
      "# T\n\n```swift\nvar a = [1, 2]\nfunc f(_ x: inout [Int], _ y: () -> Int) { x[0] = y() }\nf(&a) { a⟦trap|Simultaneous⟧[1] }\n```\n"
    ),
    "warns": MarkedText(
      "# T\n\n```swift\n#warning(⟦warning:compile-warning|look here⟧\"look here\")\n#if os(Windows)\n#warning(\"not here\")\n#endif\n```\n"
    ),
  ]

  private static let ran = Result<CheckReport, any Error> {
    try TemporaryCourse(bytes: lessons.mapValues(\.bytes).merging(["neighbor": Array(FailingBlock.neighbor.utf8)]) { $1 })
      .check()
  }

  @Test(arguments: lessons.keys.sorted()) func isTold(_ name: String) throws {
    let marked = try #require(Self.lessons[name])
    expect(try #require(try Self.ran.get().lessons[name]).diagnostics, toMatch: marked)
  }

  @Test func theRestIsComputed() throws {
    let check = try Self.ran.get()
    let values = try #require(check.lessons["values"]).values
    #expect(values.map(\.status) == ["ok", "compile-error", "ok", "compile-error", "mismatch", "compile-error", "ok"])
    #expect(values.map(\.value) == ["2", nil, "4", nil, "6", nil, "2"])
    #expect(check.lessons["values"]?.blocks.map(\.status) == ["ok", "ok"])
    #expect(check.lessons["blocks"]?.values.map(\.status) == ["ok", "compile-error"])
    #expect(check.lessons["neighbor"]?.diagnostics == [])
  }
}
