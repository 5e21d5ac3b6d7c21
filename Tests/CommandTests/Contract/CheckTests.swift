import Foundation
import Testing

/// `lessons check`: green on a course that is right, red at the right place for each way to make it wrong.
@Suite struct CheckTests {
  /// One change to the reference course and what must be told of it.
  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    var old: String
    var new: MarkedText

    init(_ name: String, _ old: String, _ new: String) {
      self.name = name
      self.old = old
      self.new = MarkedText(ReferenceCourse.first.replacing(old, with: new))
    }

    var testDescription: String { name }
  }

  static let changes = [
    Change(
      "a digit of an output", "odds 0.3333333333333333\n", "odds 0.333333⟦mismatch|0.3333334333333333 is written⟧4333333333\n"),
    Change("a value of an output", "\n2.0\n", "\n2.⟦mismatch|2.1 is written, 2.0 is computed⟧1\n"),
    Change("a line of an output too many", "\n2.0\n", "\n2.0\n⟦mismatch|written, but not computed⟧3.0\n"),
    Change("a value in prose", "are [0.33]", "are [0.3⟦mismatch|0.34 is written⟧4]"),
    Change("a whole number in prose", "is [2]", "is [⟦mismatch|3 is written, 2.0 is computed⟧3]"),
    Change("a promised value", "// => 0.5", "// => 0.⟦mismatch|0.6 is written, 0.5 is computed⟧6"),
    Change("a promised line", "// Prints \"total 0.5\"", "// Prints \"total 0.⟦mismatch|0.6 is written, 0.5 is computed⟧6\""),
    Change("a value that is not recorded", "are [0.33]", "are [⟦unrecorded|it is 0.3333333333333333⟧?]"),
    Change(
      "an output that is not recorded", "```swift {#comments}\n",
      "⟦unrecorded|block 'new' has no recorded output⟧```swift {#new}\n1 + 1\n```\n\n```swift {#comments}\n"),
    Change(
      "a published number", "[0.333](swift:p/(1-p) \"@book\")",
      "[0.33⟦published-mismatch|0.334 is written⟧4](swift:p/(1-p) \"@book\")"),
    Change(
      "a number said to be wrong that is right", "[0.25](swift:p/(1-p)",
      "[⟦refuted-match|0.33 is said to be wrong⟧0.33](swift:p/(1-p)"),
    Change("the code", "print(\"odds\", p / (1 - p))", "print(\"odds\", ⟦compile-error|cannot find 'q' in scope⟧q / (1 - p))"),
  ]

  private static let red = Result<CheckReport, any Error> {
    var lessons = ["02-second": Array(ReferenceCourse.second.utf8), "01-first": Array(ReferenceCourse.first.utf8)]
    for (index, change) in changes.enumerated() { lessons["change-\(index)"] = change.new.bytes }
    return try TemporaryCourse(bytes: lessons, courseFile: ReferenceCourse.courseFile).check()
  }

  @Test(arguments: changes.indices) func isRedAtTheRightPlace(_ index: Int) throws {
    let change = Self.changes[index]
    #expect(ReferenceCourse.first.contains(change.old), "the change changes something")
    let lesson = try #require(try Self.red.get().lessons["change-\(index)"])
    expect(lesson.diagnostics, toMatch: change.new)
  }

  @Test func isGreenWhereNothingIsWrong() throws {
    let course = try ReferenceCourse.make()
    let report = try course.check()
    #expect(report.status == 0)
    #expect(report.diagnostics == [] && report.lessons.values.allSatisfy { $0.diagnostics.isEmpty })
    let expected = [
      "lessons": 2, "blocks": 3, "outputs": 3, "values": 4, "comments": 2, "published": 1, "refuted": 1, "implied": 0,
      "volatile": 0,
      "errors": 0,
      "warnings": 0,
    ]
    #expect(report.summary == expected)
    let text = try course.lessons("check")
    #expect(text.status == 0)
    let summary = "checked 2 lessons: 3 outputs, 4 values in prose, 2 comments, 1 published, 1 refuted: all match\n"
    #expect(text.output == summary)
  }

  /// The message has written, computed and both differences; then the source line and a caret.
  @Test func aDifferenceIsToldAsANumber() throws {
    let course = try ReferenceCourse.make()
    try course.replace("are [0.33]", with: "are [0.38]", in: "lessons/01-first.md")
    let outcome = try course.lessons("check")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first?.hasPrefix(
        "lessons/01-first.md:17:57: error: 0.38 is written, 0.3333333333333333 is computed: off by 0.047 (12 %)") == true)
    #expect(lines.dropFirst().first == "  A quarter is [2](swift:-log2(p)) bits, its odds are [0.38](swift:p/(1-p)).")
    #expect(lines.dropFirst(2).first == "  " + String(repeating: " ", count: 56) + "^")
  }

  /// Checking writes nothing, red or green, with a site beside it and without.
  @Test func writesNothing() throws {
    let course = try ReferenceCourse.make()
    let bare = try course.tree()
    try course.check()
    #expect(try course.tree() == bare)
    #expect(!course.exists("output"))
    try course.lessons("build")
    try course.replace("is [2]", with: "is [7]", in: "lessons/01-first.md")
    let built = try course.tree()
    #expect(try course.check().status == 1)
    #expect(try course.lessons("check").status == 1)
    #expect(try course.tree() == built)
  }

  @Test func oneLessonAlone() throws {
    let course = try ReferenceCourse.make()
    try course.replace("is [2]", with: "is [7]", in: "lessons/01-first.md")
    #expect(try course.lessons("check", "lessons/02-second.md").status == 0)
    #expect(try course.lessons("check", "lessons/01-first.md").status == 1)
  }
  /// A README is no lesson of a site: where it is asked for, its links may lead to folders. A lesson's may not.
  @Test func aReadmeMayLinkToFolders() throws {
    let text = "# Links\n\n[a folder](parts), [one in it](parts/inner/) and [a file](parts/a.txt)\n"
    let course = try TemporaryCourse(lessons: ["README": text, "01-links": text])
    try FileManager.default.createDirectory(atPath: course.path("lessons/parts/inner"), withIntermediateDirectories: true)
    try course.write("a", to: "lessons/parts/a.txt")
    let readme = try course.lessons("check", "lessons/README.md")
    #expect(readme.status == 0, "\(readme.output)")
    try course.replace("parts/inner/", with: "parts/outer/", in: "lessons/README.md")
    #expect(try course.lessons("check", "lessons/README.md").output.contains("lessons/README.md:3:32: error: there is no file"))
    let lesson = try course.lessons("check", "lessons/01-links.md").output
    #expect(lesson.contains("'parts' is a folder without lessons") && lesson.contains("2 errors"))
  }

  /// A lesson that fails has perhaps a lot to compare; one that has nothing is told apart from it.
  @Test func whatFailedIsNotWithoutAnything() throws {
    let broken = "# Broken\n\n```swift\nlet x: Int = \"\"\n```\n\n[1](swift:x)\n"
    let course = try TemporaryCourse(lessons: [
      "01-empty": "# Empty\n\nWords.\n", "02-broken": broken, "03-good": "# Good\n\n[1](swift:1)\n",
    ])
    let outcome = try course.lessons("check")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "0 outputs, 1 value in prose, 0 comments, 1 lesson with nothing to compare, 1 lesson not compared because of errors: "))
  }

  /// An implied number must match, is told as what it is, and is nobody's to accept.
  @Test func anImpliedNumberIsCounted() throws {
    let course = try TemporaryCourse(
      lessons: [
        "01-loss": "# Loss\n\n[1.089](swift:1.0891 \"if @book\") and [50.7 %](swift:50.71), [9](swift:1 \"not @book\")\n"
      ],
      courseFile: "references: [{ id: book, evidence: {none: made up} }]\n")
    let text = try course.lessons("check")
    #expect(text.status == 0)
    #expect(text.output.hasSuffix("3 values in prose, 0 comments, 0 published, 1 refuted, 1 implied: all match\n"))
    let report = try course.check()
    #expect(report.summary["implied"] == 1 && report.summary["published"] == 0)
    #expect(report.lessons["01-loss"]?.values.map(\.standing) == ["implied", "own", "refuted"])
    try course.lessons("build")
    #expect(try course.text("output/lessons/01-loss.html").contains("(what the statement in "))
    #expect(try course.text("output/numbers/01-loss.html").contains("implied by "))
    #expect(try course.text("output/errata.html").contains("but that its statement would give (1)."))
    try course.replace("1.089]", with: "1.088]", in: "lessons/01-loss.md")
    #expect(try course.lessons("check").output.contains("lessons/01-loss.md:3:6: error: 1.088 is written"))
    let accepted = try course.lessons("accept")
    #expect(accepted.status == 1 && accepted.error.contains("[implied-mismatch]"))
    #expect(try course.text("lessons/01-loss.md").contains("[1.088]"))
  }

  /// The course's language says how numbers are written, also in a build that remembers another.
  @Test func theLanguageOfACourseHasItsNumbers() throws {
    let course = try TemporaryCourse(
      lessons: ["01-zahl": "# Zahl\n\n[1.234,5 €](swift:1234.5) und [1.234](swift:1234)\n"], courseFile: "language: de\n")
    #expect(try course.lessons("check").status == 0)
    try course.write("language: en\n", to: "lessons/course.yml")
    #expect(try course.lessons("check").status == 1)
    try course.write("language: de\n", to: "lessons/course.yml")
    #expect(try course.lessons("check").status == 0)
  }

  /// A whole number matches whatever rounds to it, which an author who refutes one may not expect.
  @Test func aRefutedWholeNumberIsToldToBeExact() throws {
    let course = try TemporaryCourse(
      lessons: ["01-half": "# Half\n\n[1](swift:0.5 \"not @book\") and [0.5](swift:0.5 \"not @book\")\n"],
      courseFile: "references: [{ id: book, evidence: {none: made up} }]\n")
    let outcome = try course.lessons("check").output
    #expect(
      outcome.contains("1 is said to be wrong as published in 'book', but 0.5 is computed, which matches [refuted-match]"))
    #expect(outcome.contains("note: a whole number matches whatever rounds to it; to say that it is exactly 1, write 1.0\n"))
    #expect(outcome.components(separatedBy: "note: ").count == 2)
    try course.replace("[1]", with: "[1.0]", in: "lessons/01-half.md")
    #expect(try course.lessons("check").output.components(separatedBy: "[refuted-match]").count == 2)
  }

  /// What a mistake in the text does not concern runs and is compared all the same.
  @Test func aMistakeInTheTextHidesNoOther() throws {
    let lesson =
      """
      # Mistakes

      ```swift {#first}
      let first = 2
      ```

      ```swift {#odd captoin="x"}
      let odd = 3
      ```

      [7](swift:first), [4](swift:odd), [5](swift:late).
      [9](swift:first + 1) [@nobody]

      ```swift {#last}
      let late = 5
      print(first + late)
      ```

      ```output
      8
      ```

      """
    let course = try TemporaryCourse(lessons: ["01-mistakes": lesson])
    let report = try course.check()
    let found = try #require(report.lessons["01-mistakes"])
    #expect(Set(found.diagnostics.map(\.id)) == ["attribute", "mismatch", "early-read", "value-link", "unknown-reference"])
    #expect(found.diagnostics.filter { $0.id == "mismatch" }.count == 2)
    #expect(found.blocks.map(\.status) == ["ok", "not-run", "mismatch"])
    #expect(found.values.map(\.status) == ["mismatch", "not-run", "not-run"])
  }
}
