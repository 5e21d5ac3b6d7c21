import Testing

/// What comes out otherwise in a second run is no result: it is named with its block, its line and what usually causes it, never
/// recorded, and not kept.
@Suite struct RepeatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// Its row in the table of cases.
    var number: String
    var name: String
    /// Lines of a block; the line that is to be named is marked.
    var code: String
    /// Words of the advice.
    var advice: String

    var testDescription: String { "\(number) \(name)" }
    var lesson: String { "10-" + name.replacing("_", with: "-") }
  }

  static let cases = [
    Case(number: "G1", name: "nd_set_order", code: "let s: Set = [\"a\", \"b\", \"c\", \"d\"]\nprint(s) // <", advice: "sort"),
    Case(
      number: "G2", name: "nd_dict_order", code: "let d = [\"a\": 1, \"b\": 2, \"c\": 3]\nfor (k, v) in d { print(k, v) } // <",
      advice: "sort"),
    Case(number: "G3", name: "nd_hash_value", code: "\"a\".hashValue // <", advice: "sort"),
    Case(number: "G4", name: "nd_random", code: "let a = 1\nprint(Int.random(in: 0...1)) // <", advice: "seed"),
    Case(number: "G4", name: "nd_coin", code: "Bool.random() // <", advice: "seed"),
    Case(number: "G5", name: "nd_shuffled", code: "print([1, 2, 3, 4, 5, 6, 7].shuffled()) // <", advice: "seed"),
    Case(number: "G6", name: "nd_date", code: "import Foundation\nprint(Date()) // <", advice: "fixed date"),
    Case(
      number: "G6", name: "nd_year", code: "import Foundation\nString(describing: Date()).prefix(4) // <", advice: "fixed date"),
    Case(number: "G7", name: "nd_uuid", code: "import Foundation\nUUID() // <", advice: "seed"),
    Case(number: "G8", name: "nd_clock", code: "print(ContinuousClock.now) // <", advice: "fixed date"),
    Case(
      number: "G9", name: "nd_thread_order",
      code: """
        import Foundation
        let group = DispatchGroup()
        for number in 0..<8 {
          group.enter()
          Thread {
            for _ in 0..<50 { usleep(100); print(number) } // <
            group.leave()
          }.start()
        }
        group.wait()
        """, advice: "sort"),
    Case(
      number: "G10", name: "nd_pointer", code: "final class C {}\nlet c = C()\nprint(ObjectIdentifier(c)) // <",
      advice: "address"),
    Case(
      number: "G10", name: "nd_cores", code: "import Foundation\nProcessInfo.processInfo.activeProcessorCount // <",
      advice: "machine"),
    Case(
      number: "G24", name: "num_timezone", code: "import Foundation\nTimeZone.current.secondsFromGMT() // <",
      advice: "time zone"),
    Case(
      number: "G10", name: "nd_folder", code: "import Foundation\nFileManager.default.currentDirectoryPath // <",
      advice: "machine"),
  ]

  @Test(.cases(cases.map(\.number))) func whatDiffersIsNamed() throws {
    var lessons: [String: String] = [:]
    for row in Self.cases { lessons[row.lesson] = "# A\n\n```swift\n\(row.code)\n```\n" }
    lessons["99-neighbour"] = "# Good\n\n```swift {#good}\nlet s = Set([3, 1, 2]).sorted()\n```\n\nIt is [1](swift:s[0]).\n"
    let course = try TemporaryCourse(lessons: lessons)
    #expect(try course.lessons("accept").status == 1)
    let report = try course.check()
    for row in Self.cases {
      let lesson = try #require(report.lessons[row.lesson])
      let line = 4 + (row.code.split(separator: "\n").firstIndex { $0.hasSuffix("// <") } ?? 0)
      #expect(lesson.diagnostics.map(\.id) == ["unrepeatable"], "\(row): \(lesson.diagnostics)")
      #expect(lesson.diagnostics.first?.line == line, "\(row): \(lesson.diagnostics)")
      #expect(lesson.diagnostics.first?.notes.first?.message.contains(row.advice) == true, "\(row): \(lesson.diagnostics)")
      #expect(try !course.text("lessons/\(row.lesson).md").contains("```output"), "\(row) is recorded")
    }
    #expect(report.lessons["99-neighbour"]?.diagnostics == [])
    // A verdict is no accident: another check comes to the same.
    let again = try course.check("--no-cache")
    #expect(
      again.lessons.mapValues(\.diagnostics).mapValues { $0.map(\.id) }
        == report.lessons.mapValues(\.diagnostics).mapValues { $0.map(\.id) })
  }

  @Test func whatIsMeantToDifferIsLetBe() throws {
    let course = try TemporaryCourse(lessons: [
      "01-a": """
      # A

      ```swift {volatile}
      print(Int.random(in: 0...9))
      ```

      ```swift {#sum}
      1 + 1
      ```

      ```output
      2
      ```
      """
    ])
    #expect(try course.lessons("check").status == 0)
    let warm = try course.lessons("build")
    #expect(warm.error.contains("0 run, 1 reused"), "what differs where it may is kept: \(warm.error)")
  }

  @Test func aTrapMustSayTheSameTwice() throws {
    let course = try TemporaryCourse(lessons: [
      "01-a": "# A\n\n```swift {#fails expect=trap}\nfatalError(\"\\(Int.random(in: 0...9))\")\n```\n"
    ])
    let report = try course.check()
    #expect(report.lessons["01-a"]?.diagnostics.map(\.id) == ["unrepeatable"])
    #expect(try course.lessons("accept").status == 1)
    #expect(try !course.text("lessons/01-a.md").contains("```output"))
  }

  /// The second run has no fused multiplication, so that every check holds the digits of a course against another processor.
  @Test func theSecondRunHasAnotherProcessor() throws {
    let course = try TemporaryCourse(lessons: [
      "01-a": """
      # A

      ```swift {#ways}
      import Foundation
      print(ProcessInfo.processInfo.environment["GLIBC_TUNABLES"]?.contains("-FMA") ?? false)
      ```

      ```swift {#digits}
      exp(0.1)  // => 1.1051709180756477
      ```

      """
    ])
    let lesson = try #require(try course.check().lessons["01-a"])
    #expect(lesson.diagnostics.map(\.id) == ["unrepeatable"])
    #expect(lesson.blocks.map(\.status) == ["unrepeatable", "ok"])
  }

  @Test func aValueInProseMustBeTheSameTwice() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\nIt is [0.5](<swift:Double.random(in: 0...1)>).\n"])
    let lesson = try #require(try course.check().lessons["01-a"])
    #expect(lesson.diagnostics.map(\.id) == ["unrepeatable"])
    #expect(lesson.diagnostics.first?.line == 3 && lesson.values.first?.status == "unrepeatable")
  }
}
