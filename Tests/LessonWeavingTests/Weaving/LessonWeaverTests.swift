import LessonModel
import LessonWeaving
import Testing

/// How blocks, comments and values are judged: each once, with what is told of it.
@Suite("Judging a lesson")
struct LessonWeaverTests {
  struct BlockCase: Sendable, CustomTestStringConvertible {
    var name: String
    var code: String
    var attributes = ""
    /// Nil without a fence.
    var recorded: String?
    var run: BlockRun?
    var status: ResultStatus
    var comments: [ResultStatus] = []
    var told: [String] = []

    var testDescription: String { name }

    /// The code begins in line 4, a recorded output of it 4 lines behind its end.
    var text: String {
      "# A\n\n```swift \(attributes)\n\(code)\n```\n" + (recorded.map { "\n```output\n\($0)\n```\n" } ?? "")
    }
  }

  /// A curve of three points.
  private static let picture = ComputedValue.exhibit(
    Exhibit(kind: .chart, title: "C", text: "C\n15 |  x\n | x\n  +---\n   t", svg: nil, summary: "", data: nil))

  static let blocks: [BlockCase] = [
    BlockCase(
      name: "another picture is told once, and its numbers by themselves", code: "c", recorded: "C\n12 | x\n |x\n +--\n  s",
      run: .ran("", value: picture), status: .mismatch,
      told: [
        "9:2 mismatch: 12 is written, 15 is computed: off by 3 (25 %), from the 2nd digit on",
        "9:6 mismatch: what block 'block-1' draws is not what is recorded, here and in 3 places below; 'lessons accept' records it",
      ]),
    BlockCase(name: "the same", code: "print(1)", recorded: "1", run: .ran("1\n"), status: .ok),
    BlockCase(
      name: "a value behind what is printed", code: "print(1)\n2", recorded: "1\n2",
      run: .ran("1\n", value: .integer("2")), status: .ok),
    BlockCase(
      name: "another number", code: "a", recorded: "x 1.5", run: .ran("x 1.7\n"), status: .mismatch,
      told: ["8:5 mismatch: 1.5 is written, 1.7 is computed: off by 0.2 (13 %), from the 1st decimal on"]),
    BlockCase(
      name: "another line", code: "a", recorded: "1", run: .ran("1\nb\n"), status: .mismatch,
      told: ["9:1 mismatch: 1 line computed, but not written: \"b\""]),
    BlockCase(
      name: "within the tolerance", code: "a", attributes: "{tolerance=0.5}", recorded: "1.5", run: .ran("1.7\n"),
      status: .ok),
    BlockCase(
      name: "nothing recorded", code: "a", run: .ran("1\n"), status: .unrecorded,
      told: ["3:1 unrecorded: block 'block-1' has no recorded output; 'lessons accept' records it"]),
    BlockCase(name: "nothing to record", code: "a", run: .ran(), status: .ok),
    BlockCase(
      name: "promised output needs no fence", code: "print(1)  // Prints \"1\"",
      run: .ran("1\n", printedFrom: [0: "1\n"]), status: .ok, comments: [.ok]),
    BlockCase(
      name: "half of what is printed is promised", code: "print(1)  // Prints \"1\"\nprint(2)",
      run: .ran("1\n2\n", printedFrom: [0: "1\n2\n"]), status: .unrecorded, comments: [.ok],
      told: ["3:1 unrecorded: block 'block-1' has no recorded output; 'lessons accept' records it"]),
    BlockCase(
      name: "a promised value needs no fence", code: "1 + 1  // => 2",
      run: .ran(value: .integer("2"), statements: [0: .integer("2")]), status: .ok, comments: [.ok]),
    BlockCase(
      name: "the promise of another statement is none", code: "let a = 2  // => 2\na",
      run: .ran(value: .integer("2"), statements: [0: .integer("2")]), status: .unrecorded, comments: [.ok],
      told: ["3:1 unrecorded: block 'block-1' has no recorded output; 'lessons accept' records it"]),
    BlockCase(
      name: "a wrong comment", code: "1 + 1  // => 3", run: .ran(value: .integer("2"), statements: [0: .integer("2")]),
      status: .mismatch, comments: [.mismatch],
      told: ["4:14 mismatch: 3 is written, 2 is computed: off by 1 (33 %), from the 1st digit on"]),
    BlockCase(
      name: "a text with its quotation marks", code: "\"a\"  // => \"a\"",
      run: .ran(value: .text("a"), statements: [0: .text("a")]), status: .ok, comments: [.ok]),
    BlockCase(
      name: "a comment on no value", code: "f()  // => 3", run: .ran(), status: .mismatch, comments: [.mismatch],
      told: ["4:12 mismatch: '3' is written, but this statement has no value"]),
    BlockCase(
      name: "a comment on nothing", code: "f()  // => 3", run: .ran(statements: [0: .nothing]), status: .mismatch,
      comments: [.mismatch], told: ["4:12 mismatch: '3' is written, but this statement has no value"]),
    BlockCase(
      name: "lines are promised one after another", code: "f()  // Prints \"a\"\n// Prints \"c\"\n// Prints \"d\"",
      recorded: "a\nb", run: .ran("a\nb\n", printedFrom: [0: "a\nb\n"]), status: .mismatch,
      comments: [.ok, .mismatch, .mismatch],
      told: [
        "5:12 mismatch: \"c\" is written, \"b\" is computed", "6:12 mismatch: 'd' is written, but nothing more is printed",
      ]),
    BlockCase(
      name: "a comment and an output", code: "1  // => 2", recorded: "3",
      run: .ran(value: .integer("1"), statements: [0: .integer("1")]), status: .mismatch, comments: [.mismatch],
      told: [
        "4:10 mismatch: 2 is written, 1 is computed: off by 1 (50 %), from the 1st digit on",
        "8:1 mismatch: 3 is written, 1 is computed: off by 2 (67 %), from the 1st digit on",
      ]),
    BlockCase(
      name: "a volatile output is not compared", code: "a", attributes: "{volatile}", recorded: "1", run: .ran("2\n"),
      status: .ok),
    BlockCase(
      name: "a comment in a volatile block is", code: "1  // => 2", attributes: "{volatile}",
      run: .ran(value: .integer("1"), statements: [0: .integer("1")]), status: .mismatch, comments: [.mismatch],
      told: ["4:10 mismatch: 2 is written, 1 is computed: off by 1 (50 %), from the 1st digit on"]),
    BlockCase(
      name: "a trap keeps its status", code: "1  // => 2", recorded: "3",
      run: .ran("4\n", status: .trap, message: "boom", statements: [0: .integer("1")]), status: .trap, comments: [.notRun]),
    BlockCase(name: "a limit keeps its status", code: "a", recorded: "3", run: .ran(status: .timeout), status: .timeout),
    BlockCase(
      name: "an error keeps its status", code: "a", recorded: "3", run: .ran(status: .compileError), status: .compileError),
    BlockCase(
      name: "a trap as expected is compared", code: "a", attributes: "{expect=trap}", recorded: "Fatal error: bang",
      run: .ran(message: "Fatal error: boom"), status: .mismatch,
      told: ["8:14 mismatch: \"bang\" is written, \"boom\" is computed"]),
    BlockCase(
      name: "a promise does not stand for a message", code: "print(1)  // Prints \"1\"", attributes: "{expect=trap}",
      run: .ran("1\n", message: "Fatal error", printedFrom: [0: "1\n"]), status: .unrecorded, comments: [.ok],
      told: ["3:1 unrecorded: block 'block-1' has no recorded output; 'lessons accept' records it"]),
    BlockCase(name: "what never ran", code: "1  // => 2", recorded: "3", status: .notRun, comments: [.notRun]),
    BlockCase(name: "what is not to run", code: "1  // => 2", attributes: "{run=false}", recorded: "3", status: .notRun),
  ]

  @Test(arguments: blocks) func aBlock(_ example: BlockCase) throws {
    let woven = try TestLesson.woven(example.text, example.run.map { [$0] } ?? [])
    let cell = try #require(woven.cells.first)
    #expect(cell.status == example.status)
    #expect(cell.comments.map(\.status) == example.comments)
    #expect(cell.comments.allSatisfy { $0.status != .notRun || $0.computed == nil })
    #expect(cell.anchor == "block-1")
    #expect(woven.mismatches.map(\.line) == example.told)
    #expect(woven.failures.map(\.line) == [])
    #expect(woven.mismatches.allSatisfy { $0.severity == .error })
  }

  /// Of a message in which a word is another, the author reads the whole; once.
  @Test func aMessageThatChangedIsTold() throws {
    let message = "error: cannot find 'a' in scope"
    let example = BlockCase(
      name: "", code: "a", attributes: "{expect=compile-error}", recorded: "error: cannot see 'b' in scope", status: .mismatch)
    let woven = try TestLesson.woven(example.text, [.ran(message: message)])
    #expect(woven.mismatches.map { $0.notes.map(\.message) } == [["the message is now \"\(message)\""]])
    let trap = BlockCase(
      name: "", code: "a", attributes: "{expect=trap}", recorded: "Fatal error: 1 is wrong", status: .mismatch)
    let number = try TestLesson.woven(trap.text, [.ran(message: "Fatal error: 2 is wrong")])
    #expect(number.mismatches.map(\.notes.count) == [0])
  }

  @Test func aCommentKnowsItsPlaceAndWhatWasComputed() throws {
    let run = BlockRun.ran("a 1\n", statements: [1: .float64(0.5)], printedFrom: [0: "a 1\n"])
    let text = "# A\n\n> ```swift\n> print(\"a 1\")  // Prints \"a 1\"\n> 1 / 2.0  // => 0.5\n> f()  // => 3\n> ```\n"
    let cell = try #require(try TestLesson.woven(text, [run]).cells.first)
    #expect(cell.comments.map(\.computed) == ["a 1", "0.5", nil])
    #expect(cell.comments.map(\.written) == ["a 1", "0.5", "3"])
    #expect(cell.comments.map(\.position.line) == [4, 5, 6])
    #expect(cell.numbers == 1)
  }

  @Test func ofManyDifferencesTheRestIsCounted() throws {
    let lines = { (numbers: ClosedRange<Int>) in numbers.map(String.init).joined(separator: "\n") }
    let woven = try TestLesson.woven(
      "# A\n\n```swift\na\n```\n```output\n\(lines(1...30))\n```\n", [.ran(lines(101...130) + "\n")])
    #expect(woven.mismatches.count == 20)
    #expect(woven.mismatches.last?.notes.last?.message == "and 10 more differences in this output")
  }

  struct ValueCase: Sendable, CustomTestStringConvertible {
    var text: String
    var computed: ComputedValue?
    var status: ResultStatus
    var told: [String] = []
    var notes: [String] = []

    var testDescription: String { text }

    init(_ text: String, _ computed: ComputedValue?, _ status: ResultStatus, told: [String] = [], notes: [String] = []) {
      self.text = text
      self.computed = computed
      self.status = status
      self.told = told
      self.notes = notes
    }
  }

  static let values: [ValueCase] = [
    ValueCase("[0.5](swift:a)", .float64(0.52), .ok),
    ValueCase(
      "[0.5](swift:a)", .float64(0.57), .mismatch,
      told: ["3:4 mismatch: 0.5 is written, 0.57 is computed: off by 0.07 (14 %), from the 2nd decimal on"],
      notes: ["rounded to the digits written it would be 0.6"]),
    ValueCase("[0.5](swift:a \"±0.1\")", .float64(0.57), .ok),
    ValueCase(
      "[?](swift:a)", .integer("7"), .unrecorded,
      told: ["3:2 unrecorded: this value is not recorded yet; it is 7 ('lessons accept' records it)"]),
    ValueCase("[?](swift:a)", nil, .notRun), ValueCase("[1](swift:a)", nil, .notRun),
    ValueCase("[1](swift:a)", .nothing, .mismatch, told: ["3:11 value-link: the expression 'a' has no value"]),
    ValueCase("[?](swift:a)", .nothing, .mismatch, told: ["3:11 value-link: the expression 'a' has no value"]),
    ValueCase("[0.5](swift:a \"@b\")", .float64(0.5), .ok),
    ValueCase(
      "[7](swift:a \"@b\")", .integer("8"), .mismatch,
      told: ["3:2 published-mismatch: 7 is written, 8 is computed: off by 1 (14 %), from the 1st digit on"],
      notes: ["the number is published in 'b'; if it is wrong there, write \"not @b\""]),
    ValueCase(
      "[?](swift:a \"@b\")", .integer("8"), .unrecorded,
      told: ["3:2 unrecorded: this value is not recorded yet; it is 8 ('lessons accept' records it)"]),
    ValueCase("[7](swift:a \"not @b\")", .integer("8"), .ok),
    ValueCase("[8](swift:a \"if @b\")", .integer("8"), .ok),
    ValueCase(
      "[7](swift:a \"if @b\")", .integer("8"), .mismatch,
      told: ["3:2 implied-mismatch: 7 is written, 8 is computed: off by 1 (14 %), from the 1st digit on"],
      notes: ["the number is what a statement in 'b' would give; nothing but its author changes it"]),
    ValueCase(
      "[half](swift:a)", .float64(0.5), .mismatch, told: ["3:2 mismatch: \"half\" is written, \"0.5\" is computed"],
      notes: ["'lessons accept' changes the digits of numbers and no words; write what is computed, or [?] to have it recorded"]
    ),
    ValueCase("[0.5 bits, about](swift:a)", .float64(0.52), .ok),
    ValueCase(
      "[0.5](swift:a \"not @b\")", .float64(0.52), .mismatch,
      told: ["3:2 refuted-match: 0.5 is said to be wrong as published in 'b', but 0.52 is computed, which matches"]),
    ValueCase(
      "[1](swift:a \"not @b\")", .float64(0.75), .mismatch,
      told: ["3:2 refuted-match: 1 is said to be wrong as published in 'b', but 0.75 is computed, which matches"],
      notes: ["a whole number matches whatever rounds to it; to say that it is exactly 1, write 1.0"]),
    ValueCase(
      "[?](swift:a)", .text(String(repeating: "x", count: 99)), .unrecorded,
      told: [
        "3:2 unrecorded: this value is not recorded yet; it is \(String(repeating: "x", count: 79))… ('lessons accept' records it)"
      ]),
  ]

  @Test(arguments: values) func aValue(_ example: ValueCase) throws {
    let woven = try TestLesson.woven("# A\n\n" + example.text, [], example.computed.map { ["a": $0] } ?? [:])
    let value = try #require(woven.values.first)
    #expect(value.status == example.status)
    #expect(value.computed == (example.computed == .nothing ? nil : example.computed))
    #expect(value.anchor == "v1")
    #expect(woven.mismatches.map(\.line) == example.told)
    #expect(woven.mismatches.flatMap(\.notes).map(\.message) == example.notes)
    // The reader of the text has its own word about a published number that nobody wrote.
    #expect(woven.failures == woven.lesson.diagnostics)
  }

  /// Markdown takes the backslash of an interpolation, and what is computed has its parentheses.
  @Test(arguments: [
    (#"[1 of 2](<swift: "\(k) of 2">)"#, #""(k) of 2""#, true), (#"[1 of 2](<swift: "\\(k) of 2">)"#, #""\(k) of 2""#, false),
    (#"[1 of 2](<swift: "(k) of 2">)"#, #""(k) of 2""#, false), (#"[1 of 2](<swift: f\(k)>)"#, "f(k)", false),
    (#"[1 of 2](<swift: "a" + f\(k)>)"#, #""a" + f(k)"#, false),
  ])
  func anEatenBackslashIsToldOf(link: String, expression: String, isTold: Bool) throws {
    let woven = try TestLesson.woven("# A\n\n" + link, [], [expression: .text("(k) of 2")])
    #expect(woven.values.map(\.value.expression) == [expression])
    #expect(woven.mismatches.count > 0)
    let note = #"Markdown takes the backslash before a sign: for Swift's '\(' write '\\('"#
    #expect(woven.mismatches.allSatisfy { $0.notes.contains { $0.message == note } == isTold }, "\(woven.mismatches)")
  }

  /// Of a value that failed nothing is compared; how the run ended is told by the run.
  @Test(arguments: [ResultStatus.trap, .timeout, .compileError, .notRun])
  func aValueThatFailedKeepsItsStatus(status: ResultStatus) throws {
    let lesson = try TestLesson.lesson("# A\n\n[1](swift:a)")
    let run = Run(values: [0: ValueRun(status: status)])
    let woven = LessonWeaver.woven(
      lesson, run, links: CourseLinks(TestLesson.course([.readable(lesson)])), formulas: FormulaTable())
    #expect(woven.values.map(\.status) == [status])
    #expect(woven.diagnostics.isEmpty)
    #expect(woven.tally == Tally())
  }

  @Test func theTallySaysWhatWasCompared() throws {
    let text = """
      # A

      ```swift
      1  // => 1
      ```

      ```swift
      a
      ```

      ```output
      1
      ```

      ```swift {volatile}
      a
      ```

      ```output
      1
      ```

      ```swift
      never()  // => 1
      ```

      ```output
      1
      ```

      ```swift {run=false}
      ```

      [1](swift:a) [2](swift:a "@b") [2](swift:a "not @b") [?](swift:a "@b") [?](swift:a) [1](swift:c) [1](swift:d)
      [1](swift:a "if @b") [?](swift:a "if @b")
      """
    let one = ComputedValue.integer("1")
    let woven = try TestLesson.woven(
      text, [.ran(value: one, statements: [0: one]), .ran("1\n"), .ran("2\n"), .ran(status: .trap)],
      ["a": one, "d": .nothing])
    var tally = Tally()
    (tally.blocks, tally.outputs, tally.values, tally.published, tally.refuted) = (3, 1, 7, 1, 1)
    (tally.comments, tally.volatile, tally.implied) = (1, 1, 1)
    #expect(woven.tally == tally)
    #expect(woven.comments.map(\.comment.status) == [.ok, .notRun])
    #expect(woven.cells.map(\.status) == [.ok, .ok, .ok, .trap, .notRun])
  }

  /// Text, links, formulas and the run, each in its place.
  @Test func failuresStandInTheOrderOfTheText() throws {
    let text = "# A\n\n[a](none.md) and $x$\n\n[1](swift:a \"?\")\n\nb <i>c</i>\n"
    let lesson = try TestLesson.lesson(text)
    let end = Diagnostic(.trap, "boom", in: lesson.source, at: SourcePosition(line: 4, column: 1))
    let formulas = FormulaTable(results: [
      FormulaKey(tex: "x", isDisplay: false): .failure(FormulaFault(message: "no", offset: 7))
    ])
    let woven = LessonWeaver.woven(
      lesson, Run(diagnostics: [end]), links: CourseLinks(TestLesson.course([.readable(lesson)])), formulas: formulas)
    #expect(woven.failures.map(\.kind) == [.deadLink, .math, .trap, .valueLink, .rawHTML, .rawHTML])
    #expect(woven.failures[1].position == SourcePosition(line: 3, column: 20))
  }
}
