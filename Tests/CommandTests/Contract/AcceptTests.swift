import Foundation
import Testing

/// `lessons accept`: one folder of `Fixtures/Accept` for each behavior, with the lesson before and after, byte for byte.
///
/// Every lesson is accepted as it is and again in the other forms of the position tests, for tools that record results are
/// known to do nothing in files with CR LF, to indent anew, to write past a block and to write twice.
@Suite struct AcceptTests {
  static let names = [
    "keeps-the-words-of-the-author", "keeps-what-the-author-wrote", "records-what-is-new", "removes-an-output-of-nothing",
    "updates-in-place",
    "works-inside-callouts", "writes-fences-that-hold",
  ]

  /// The ways in which the same text reaches the tool.
  enum Form: String, Sendable, CaseIterable {
    case plain, returns, mark, unended

    func apply(to text: String) -> [UInt8] {
      switch self {
      case .plain: Array(text.utf8)
      case .returns: Array(text.replacing("\n", with: "\r\n").utf8)
      case .mark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .unended: Array(text.utf8.dropLast())
      }
    }
  }

  private static func text(_ name: String, _ file: String) throws -> String {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures/Accept")
    return try String(contentsOf: fixtures.appendingPathComponent("\(name)/\(file).md"), encoding: .utf8)
  }

  private struct Accepted: Sendable {
    var course: TemporaryCourse
    var dryRun: LessonsProcess.Outcome
    var first: LessonsProcess.Outcome
    var second: LessonsProcess.Outcome
    var untouched: Bool
    var unchanged: Bool
  }

  private static let accepted = Result<Accepted, any Error> {
    var lessons: [String: [UInt8]] = [:]
    for name in names {
      for form in Form.allCases { lessons["\(name)-\(form.rawValue)"] = form.apply(to: try text(name, "before")) }
    }
    let course = try TemporaryCourse(bytes: lessons, courseFile: "references: [{ id: book, evidence: {none: made up} }]\n")
    let before = try course.tree()
    let dryRun = try course.lessons("accept", "--dry-run")
    let untouched = try course.tree() == before
    let first = try course.lessons("accept")
    let after = try course.tree()
    let second = try course.lessons("accept")
    return Accepted(
      course: course, dryRun: dryRun, first: first, second: second, untouched: untouched, unchanged: try course.tree() == after)
  }

  @Test(arguments: names, Form.allCases) func changesTheseBytesOnly(_ name: String, _ form: Form) throws {
    let written = try Self.accepted.get().course.bytes("lessons/\(name)-\(form.rawValue).md")
    let expected = form.apply(to: try Self.text(name, "after"))
    #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(written == expected)
  }

  @Test func aDryRunSaysWhatItWouldDo() throws {
    let accepted = try Self.accepted.get()
    #expect(accepted.untouched)
    #expect(accepted.dryRun.status == 0)
    #expect(!accepted.dryRun.output.isEmpty)
    for (dry, done) in [("would update", "updated"), ("would remove", "removed")] {
      #expect(
        accepted.dryRun.output.contains(
          "lessons/\(done == "updated" ? "updates-in-place" : "removes-an-output-of-nothing")-plain.md:7: \(dry) the output of block 'block-1'"
        ))
    }
    // As it is said of what is done, but for the tense and for the lines, which are those of the new text then.
    let told = accepted.dryRun.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("lessons/") }
    let done = accepted.first.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("lessons/") }
    #expect(told.count == done.count && told.allSatisfy { $0.contains(" would ") } && !done.contains { $0.contains(" would ") })
    #expect(accepted.first.output.contains("lessons/updates-in-place-plain.md:7: updated the output of block 'block-1'"))
    #expect(
      accepted.first.output.contains("removes-an-output-of-nothing-plain.md:5: removed the output of block 'block-1'"),
      "\(accepted.first.output)")
  }

  @Test func acceptingTwiceIsAcceptingOnce() throws {
    let accepted = try Self.accepted.get()
    #expect(accepted.first.status == 0)
    #expect(accepted.second.status == 0)
    #expect(accepted.unchanged)
    #expect(accepted.second.output == "")
  }

  @Test func whatWasAcceptedIsGreen() throws {
    let check = try Self.accepted.get().course.check()
    #expect(check.status == 0)
    #expect(check.lessons.values.flatMap(\.diagnostics).filter { $0.severity == "error" } == [])
  }

  /// What accepting cannot mend stays as it is, is told, and makes the exit status 1.
  @Test func whatItCannotMendIsTold() throws {
    let text = """
      # Not for accept

      ```swift
      let half = 0.5  // => 0.6
      ```

      [0.7](swift:half "@book") and [0.5](swift:half "not @book")
      and [half](swift:half) and [true](swift:half==1)

      """
    let course = try TemporaryCourse(
      lessons: ["01-stay": text], courseFile: "references: [{ id: book, evidence: {none: made up} }]\n")
    let outcome = try course.lessons("accept")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.error.contains("lessons/01-stay.md:4:25: error: "))
    #expect(outcome.error.contains("lessons/01-stay.md:7:4: error: ") && outcome.error.contains("[published-mismatch]"))
    #expect(outcome.error.contains("lessons/01-stay.md:7:32: error: ") && outcome.error.contains("[refuted-match]"))
    #expect(outcome.error.contains("lessons/01-stay.md:8:6: error: \"half\" is written, \"0.5\" is computed [mismatch]"))
    #expect(outcome.error.contains("lessons/01-stay.md:8:29: error: \"true\" is written, \"false\" is computed [mismatch]"))
    #expect(try course.text("lessons/01-stay.md") == text)
  }

  /// A lesson that fails keeps what it has recorded.
  @Test func aFailedBlockLosesNothing() throws {
    let text = """
      # Fails

      ```swift
      print("before")
      ```

      ```swift
      print("kept")
      fatalError("boom")
      ```

      ```output
      recorded 1
      ```

      ```swift
      print("never")
      ```

      ```output
      recorded 2
      ```

      """
    let course = try TemporaryCourse(lessons: ["01-fails": text, "02-new": "# New\n\n[?](swift:1+1)\n"])
    let outcome = try course.lessons("accept")
    #expect(outcome.status == 1)
    let expected = text.replacing("print(\"before\")\n```\n", with: "print(\"before\")\n```\n\n```output\nbefore\n```\n")
    #expect(try course.text("lessons/01-fails.md") == expected)
    #expect(try course.text("lessons/02-new.md") == "# New\n\n[2](swift:1+1)\n")
  }

  /// One lesson alone is accepted alone.
  @Test func onlyTheLessonThatWasNamed() throws {
    let course = try TemporaryCourse(lessons: ["01-one": "# One\n\n[?](swift:1)\n", "02-two": "# Two\n\n[?](swift:2)\n"])
    #expect(try course.lessons("accept", "lessons/02-two.md").status == 0)
    #expect(try course.text("lessons/01-one.md") == "# One\n\n[?](swift:1)\n")
    #expect(try course.text("lessons/02-two.md") == "# Two\n\n[2](swift:2)\n")
  }
}
