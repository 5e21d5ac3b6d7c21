import LessonModel
import LessonRunning
import Machine
import Testing

@Suite("Results of a program in their lesson")
struct GatheringTests {
  /// What becomes of a lesson, and how its author is told.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [Step] = []
    var outputBytes = Int.max
    var result: @Sendable (Recording) -> ProgramResult
    /// The status of each block that has one, and of each value.
    var blocks: [Int: ResultStatus]
    var values: [Int: ResultStatus] = [:]
    /// The diagnostics as `kind line:column message`, each note behind ` | `.
    var diagnostics: [String] = []
  }

  /// Lines 3, 8 and 14 begin the blocks, line 12 holds the value.
  ///
  /// Places: 0 start, 1 `print`, 2 end, 3 start, 4 `a + 1`, 5 end, 6 value, 7 start, 8 before `work`, 9 its value, 10 end.
  private static let lesson = Lesson([
    .prose("# A\n\n"), .block("let a = 1\nprint(a)"), .prose("\n"), .block("a + 1"), .prose("\nIt is "),
    .value("a * 2", written: "2", escaped: "*"), .prose(".\n\n"), .block("try work()"),
  ])

  private static let start: [Step] = [.mark(0), .print("1\n"), .value(1, form: "v", ""), .mark(2)]
  private static let second: [Step] = start + [.mark(3), .value(4, form: "i", "2"), .mark(5)]
  private static let third: [Step] = second + [.value(6, form: "i", "2"), .mark(7), .statement(8)]
  private static let whole: [Step] = third + [.value(9, form: "t", "done"), .mark(10)]

  private static func failed(_ end: ProcessOutcome.End, _ error: String = "") -> @Sendable (Recording) -> ProgramResult {
    { .failed(Ending(recording: $0, end: end, error: error), again: nil) }
  }

  private static func refused(_ messages: [CompilerMessage]) -> @Sendable (Recording) -> ProgramResult {
    { _ in .refused(messages) }
  }

  private static func error(_ line: Int, _ column: Int, _ message: String, file: String = "01-test.md") -> CompilerMessage {
    CompilerMessage(file: file, line: line, column: column, severity: .error, message: message)
  }

  static let sessions = [
    Case(
      testDescription: "a good run", steps: whole, result: { .good($0) }, blocks: [0: .ok, 1: .ok, 2: .ok],
      values: [0: .ok]),
    Case(
      testDescription: "a trap with a frame", steps: start + [.mark(3)],
      result: failed(.signaled(4), "Fatal error: Index out of range\n0 main + 1 in lesson at ./01-test.md:9:3\n"),
      blocks: [0: .ok, 1: .trap],
      diagnostics: [
        "trap 9:3 Fatal error: Index out of range | 8:1 in block 'cell-2'"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "a trap with a line alone", steps: start + [.mark(3)],
      result: failed(.signaled(5), "main/01-test.md:5: Fatal error: no\n"), blocks: [0: .ok, 1: .trap],
      diagnostics: [
        "trap 5:1 Fatal error: no | 8:1 in block 'cell-2'"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "a trap without a place", steps: start + [.mark(3)], result: failed(.signaled(9)),
      blocks: [0: .ok, 1: .trap],
      diagnostics: [
        "trap 8:1 killed (SIGKILL); possibly for want of memory | 8:1 in block 'cell-2'"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "a trap in a value", steps: second,
      result: failed(.signaled(4), "Fatal error: no\n0 main + 1 in lesson at ./01-test.md:12:21\n"),
      blocks: [0: .ok, 1: .ok], values: [0: .trap],
      diagnostics: [
        "trap 12:22 Fatal error: no | 12:7 in the value 'a * 2'"
          + " | 14:1 block 'cell-3' comes behind it, and does not run"
      ]),
    Case(
      testDescription: "an error that nothing catches", steps: third,
      result: failed(.signaled(5), "Swift/ErrorType.swift:253: Fatal error: Error raised at top level: main.E()\n"),
      blocks: [0: .ok, 1: .ok, 2: .trap], values: [0: .ok],
      diagnostics: ["trap 15:1 Fatal error: Error raised at top level: main.E() | 14:1 in block 'cell-3'"]),
    Case(
      testDescription: "a place outside the lesson", steps: start + [.mark(3)],
      result: failed(.signaled(4), "Fatal error: no\n0 main + 1 in lesson at ./01-test.md:99:3\n"), blocks: [0: .ok, 1: .trap],
      diagnostics: [
        "trap 8:1 Fatal error: no | 8:1 in block 'cell-2'"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "a block out of time", steps: start + [.mark(3)],
      result: failed(.stopped(.time(.milliseconds(1_500)))), blocks: [0: .ok, 1: .timeout],
      diagnostics: [
        "timeout 8:1 block 'cell-2' takes longer than 1500 ms; raise it with timeout=, or compute less"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "a value out of time", steps: second, result: failed(.stopped(.time(.seconds(10)))),
      blocks: [0: .ok, 1: .ok], values: [0: .timeout],
      diagnostics: [
        "timeout 12:7 the value 'a * 2' takes longer than 10 s; raise it with timeout=, or compute less"
          + " | 14:1 block 'cell-3' comes behind it, and does not run"
      ]),
    Case(
      testDescription: "too much output in the first block, with all others behind it", steps: whole, outputBytes: 1,
      result: failed(.stopped(.output)), blocks: [0: .trap],
      diagnostics: ["output-limit 3:1 block 'cell-1' prints more than 2 MiB; what follows is cut"]),
    Case(
      testDescription: "too much output in a middle block",
      steps: start + [.mark(3), .print("many"), .value(4, form: "i", "2"), .mark(5), .value(6, form: "i", "2"), .mark(7)],
      outputBytes: 4, result: failed(.stopped(.output)), blocks: [0: .ok, 1: .trap],
      diagnostics: ["output-limit 8:1 block 'cell-2' prints more than 2 MiB; what follows is cut"]),
    Case(
      testDescription: "too much output in a value", steps: second + [.print("many"), .value(6, form: "i", "2"), .mark(7)],
      outputBytes: 4, result: failed(.stopped(.output)), blocks: [0: .ok, 1: .ok], values: [0: .trap],
      diagnostics: ["output-limit 12:7 the value 'a * 2' prints more than 2 MiB; what follows is cut"]),
    Case(
      testDescription: "too much output in the last block", steps: third + [.print("many")], outputBytes: 4,
      result: failed(.stopped(.output)), blocks: [0: .ok, 1: .ok, 2: .trap], values: [0: .ok],
      diagnostics: ["output-limit 14:1 block 'cell-3' prints more than 2 MiB; what follows is cut"]),
    Case(
      testDescription: "exit(0) in a block", steps: start + [.mark(3)], result: failed(.exited(0)), blocks: [0: .ok, 1: .trap],
      diagnostics: [
        "ended-early 8:1 the program ended early in block 'cell-2', without a fault; is there an exit()?"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "exit(3) in a block", steps: start + [.mark(3)], result: failed(.exited(3)), blocks: [0: .ok, 1: .trap],
      diagnostics: [
        "exit-status 8:1 the program ended in block 'cell-2' with status 3"
          + " | 12:7 block 'cell-3' and 1 value come behind it, and do not run"
      ]),
    Case(
      testDescription: "exit(3) in a value", steps: second, result: failed(.exited(3)), blocks: [0: .ok, 1: .ok],
      values: [0: .trap],
      diagnostics: [
        "exit-status 12:7 the program ended in the value 'a * 2' with status 3"
          + " | 14:1 block 'cell-3' comes behind it, and does not run"
      ]),
    Case(
      testDescription: "a status other than zero after everything", steps: whole, result: failed(.exited(3)),
      blocks: [0: .ok, 1: .ok, 2: .ok], values: [0: .ok],
      diagnostics: ["exit-status 14:1 the program ended after the last block with status 3"]),
    Case(
      testDescription: "closed output", steps: [.mark(0), .close, .mark(2)] + [.mark(3), .mark(5), .mark(7), .mark(10)],
      result: failed(.exited(0)), blocks: [0: .trap, 1: .ok, 2: .ok],
      diagnostics: ["output-closed 3:1 block 'cell-1' closes or redirects standard output; its results are lost"]),
    Case(
      testDescription: "output that was taken back", steps: whole, outputBytes: 0, result: failed(.exited(0)),
      blocks: [0: .trap],
      diagnostics: ["output-closed 3:1 block 'cell-1' closes or redirects standard output; its results are lost"]),
    Case(
      testDescription: "an error in a block", result: refused([error(9, 3, "cannot find 'b'")]), blocks: [1: .compileError],
      diagnostics: ["compile-error 9:3 cannot find 'b'"]),
    Case(
      testDescription: "two errors in a block, one with notes",
      result: refused([
        error(4, 5, "no"),
        CompilerMessage(file: "01-test.md", line: 5, column: 1, severity: .note, message: "see here"),
        CompilerMessage(file: "/usr/lib/x.swift", line: 5, column: 1, severity: .note, message: "and there"),
        CompilerMessage(file: "01-test.md", line: 5, column: 1, severity: .warning, message: "passed over"),
        error(5, 1, "nor this"),
      ]), blocks: [0: .compileError],
      diagnostics: ["compile-error 4:5 no | 5:1 see here | and there", "compile-error 5:1 nor this"]),
    Case(
      testDescription: "an error in a value, behind an escaped character", result: refused([error(12, 21, "no '*'")]),
      blocks: [:], values: [0: .compileError], diagnostics: ["compile-error 12:22 no '*'"]),
    Case(
      testDescription: "an error in a line of ours",
      result: refused([error(0, 0, "no such module 'X'", file: "")]), blocks: [0: .compileError],
      diagnostics: ["compile-error 3:1 no such module 'X'"]),
    Case(
      testDescription: "an error of our call, in the author's words",
      result: refused([error(9, 1, "global function '__lessonValue' requires more")]), blocks: [1: .compileError],
      diagnostics: ["compile-error 9:1 the value of an expression requires more"]),
    Case(
      testDescription: "a type that our call does not find, in the author's words",
      result: refused([
        error(12, 21, "generic parameter 'Value' could not be inferred"),
        CompilerMessage(
          file: "01-test.md", line: 12, column: 21, severity: .note, message: "in call to function '__lessonValue'"),
      ]), blocks: [:], values: [0: .compileError],
      diagnostics: ["compile-error 12:22 the type of this expression could not be inferred"]),
    Case(
      testDescription: "an entry of its own, without advice that no author can take",
      result: refused([
        error(9, 1, "'main' attribute cannot be used in a module that contains top-level code"),
        CompilerMessage(
          file: "01-test.md", line: 4, column: 1, severity: .note, message: "top-level code defined in this source file"),
        CompilerMessage(
          file: "01-test.md", line: 9, column: 1, severity: .note,
          message: "pass '-parse-as-library' to compiler invocation if this is intentional"),
      ]), blocks: [1: .compileError],
      diagnostics: [
        "compile-error 9:1 'main' attribute cannot be used in a module that contains top-level code | "
          + AuthorHint.entry.advice
      ]),
    Case(
      testDescription: "an error behind the end of a block", result: refused([error(16, 1, "expected '}'")]),
      blocks: [2: .compileError], diagnostics: ["compile-error 15:10 expected '}'"]),
    Case(
      testDescription: "a compiler that died", result: { _ in .compilerFault("the compiler crashed: Segmentation fault") },
      blocks: [0: .compileError, 1: .compileError, 2: .compileError],
      diagnostics: ["compile-error 3:1 the compiler crashed: Segmentation fault"]),
  ]

  @Test(arguments: sessions)
  func ofASession(example: Case) throws {
    #expect(try check(example, Self.lesson, purpose: .session) == nil)
  }

  /// A type declared further down stands for the whole session, and hides that of a module: the error names where it is.
  @Test(
    arguments: [
      ("struct Half { }", "17:1"), ("public final class Half<T>: Base { }", "17:1"), ("typealias Half = Int", "17:1"),
      ("struct Halves { }", nil), ("func Half() { }", nil), ("let enum_ = Half(1)", nil),
    ] as [(String, String?)])
  func ofATypeThatHidesAModules(declaration: String, place: String?) throws {
    // Blocks begin in the lines 3, 7, 12 and 16; the last one comes before the error.
    let lesson = Lesson([
      .prose("# A\n\n"), .block("import Fractions"), .prose("\n"), .block("let a = 1\nlet b = Half(1)"), .prose("\n"),
      .block("print(a)"), .prose("\n"), .block(declaration),
    ])
    let result = Self.refused([Self.error(9, 9, "argument passed to call that takes no arguments")])
    let gathering = Gathering(result(try Recording([])), of: try program(of: lesson, .session), in: lesson)
    let notes = gathering.run.diagnostics.flatMap(\.notes)
    #expect(notes.map { $0.position.map { "\($0.line):\($0.column)" } } == (place.map { [$0] } ?? []))
    #expect(notes.allSatisfy { $0.message.hasPrefix("'Half' is the type declared here") })
  }

  /// What stands above an error its author has read.
  @Test func ofATypeDeclaredBeforeTheErrorNothingIsSaid() throws {
    let lesson = Lesson([
      .prose("# A\n\n"), .block("import Fractions"), .prose("\n"), .block("struct Half { }"), .prose("\n"), .block("Half(1)"),
    ])
    let result = Self.refused([Self.error(12, 1, "argument passed to call that takes no arguments")])
    let gathering = Gathering(result(try Recording([])), of: try program(of: lesson, .session), in: lesson)
    #expect(gathering.run.diagnostics.map(\.notes.count) == [0] && gathering.run.blocks[2]?.status == .compileError)
  }

  @Test func ofAGoodRunAreValuesAndOutput() throws {
    let program = try program(of: Self.lesson, .session)
    let run = Gathering(.good(try Recording(Self.whole)), of: program, in: Self.lesson).run
    #expect(run.blocks[0]?.output == "1")
    #expect(run.blocks[0]?.value == nil)
    #expect(run.blocks[1]?.value == .integer("2"))
    #expect(run.blocks[2]?.output == "done")
    #expect(run.values[0]?.value == .integer("2"))
  }

  @Test func ofATrapAreWhatWasPrintedAndTheMessage() throws {
    let program = try program(of: Self.lesson, .session)
    let recording = try Recording([.mark(0), .print("1\n")])
    let block = Gathering(
      .failed(Ending(recording: recording, end: .signaled(4), error: "Fatal error: no\n"), again: nil), of: program,
      in: Self.lesson
    ).run
      .blocks[0]
    #expect(block?.output == "1\nFatal error: no")
    #expect(block?.message == "Fatal error: no")
  }

  /// Line 3 and 7 begin the blocks; the second one must fail. Places: 0 start, 1 end, 2 start, 3 end.
  private static func failing(_ expectation: BlockAttributes.Expectation) -> Lesson {
    Lesson([
      .prose("# A\n\n"), .block("let a = 1"), .prose("\n"), .block("work(a)", BlockAttributes(expectation: expectation)),
    ])
  }

  private static let reached: [Step] = [.mark(0), .mark(1), .mark(2), .print("x\n")]

  static let traps = [
    Case(
      testDescription: "a trap", steps: reached,
      result: failed(.signaled(4), "Fatal error: no\n0 main + 1 in lesson at ./01-test.md:8:3\n"), blocks: [1: .ok]),
    Case(
      testDescription: "one that was kept", steps: reached,
      result: { recording in
        var kept = recording
        kept.message = "Fatal error: no"
        return .good(kept)
      }, blocks: [1: .ok]),
    Case(
      testDescription: "none", steps: reached + [.mark(3)], result: { .good($0) }, blocks: [1: .ok],
      diagnostics: ["unmet-expectation 7:1 block 'cell-2' is expected to trap, and runs to its end"]),
    Case(
      testDescription: "an end without a fault", steps: reached, result: failed(.exited(0)), blocks: [1: .trap],
      diagnostics: ["ended-early 7:1 the program ended early in block 'cell-2', without a fault; is there an exit()?"]),
    Case(
      testDescription: "out of time", steps: reached, result: failed(.stopped(.time(.seconds(10)))), blocks: [1: .timeout],
      diagnostics: ["timeout 7:1 block 'cell-2' takes longer than 10 s; raise it with timeout=, or compute less"]),
    Case(testDescription: "a trap in an earlier block", steps: [.mark(0)], result: failed(.signaled(4)), blocks: [:]),
    Case(
      testDescription: "output that an earlier block closed", steps: [.mark(0), .close, .mark(1), .mark(2)],
      result: failed(.exited(0)), blocks: [:]),
    Case(
      testDescription: "an error", result: refused([error(4, 1, "of another block"), error(8, 1, "no 'work'")]),
      blocks: [1: .compileError], diagnostics: ["compile-error 8:1 no 'work'"]),
    Case(
      testDescription: "a compiler that died", result: { _ in .compilerFault("the compiler crashed: no message") }, blocks: [:],
      diagnostics: ["compile-error 7:1 the compiler crashed: no message"]),
  ]

  @Test(arguments: traps)
  func ofABlockThatMustTrap(example: Case) throws {
    let kept = try check(example, Self.failing(.trap), purpose: .trap(block: 1))
    #expect((kept != nil) == (example.testDescription == "a trap"))
    if let kept { #expect(kept.message == "Fatal error: no" && kept.output == Array("x\n".utf8)) }
  }

  static let compileErrors = [
    Case(
      testDescription: "errors", result: refused([error(8, 1, "no 'work'"), error(4, 1, "elsewhere"), error(8, 6, "nor 'a'")]),
      blocks: [1: .ok]),
    Case(
      testDescription: "ones that were kept", result: { _ in .good(Recording(message: "error: no 'work'")) }, blocks: [1: .ok]),
    Case(testDescription: "an error in another block", result: refused([error(4, 1, "no")]), blocks: [:]),
    Case(
      testDescription: "none", result: { .good($0) }, blocks: [1: .ok],
      diagnostics: ["unmet-expectation 7:1 block 'cell-2' is expected not to compile, and compiles"]),
    Case(
      testDescription: "a compiler that died", result: { _ in .compilerFault("the compiler crashed: no message") }, blocks: [:],
      diagnostics: ["compile-error 7:1 the compiler crashed: no message"]),
  ]

  @Test(arguments: compileErrors)
  func ofABlockThatMustNotCompile(example: Case) throws {
    let kept = try check(example, Self.failing(.compileError), purpose: .compileError(block: 1))
    #expect(kept == (example.testDescription == "errors" ? Recording(message: "error: no 'work'\nerror: nor 'a'") : nil))
  }

  @Test func ofABlockThatFailedAsItShouldAreItsWords() throws {
    let lesson = Self.failing(.trap)
    let program = try program(of: lesson, .trap(block: 1))
    let recording = try Recording(Self.reached)
    let block = Gathering(
      .failed(Ending(recording: recording, end: .signaled(4), error: "Fatal error: no\n"), again: nil), of: program, in: lesson
    ).run.blocks[1]
    #expect(block?.output == "x\nFatal error: no")
    #expect(block?.value == nil)
  }

  @Test func ofCodeThatIsNoSwiftAreItsErrors() throws {
    let lesson = Lesson([.prose("# A\n\n"), .block("let a = 1"), .prose("\n"), .block("let b = = 2\nfunc f() {")])
    let program = try program(of: lesson, .session)
    let refused = try #require(Gathering(syntaxErrorsOf: program, in: lesson)).run
    #expect(refused.blocks.mapValues(\.status) == [1: .compileError])
    #expect(refused.diagnostics.allSatisfy { $0.kind == .compileError })
    #expect(Set(refused.diagnostics.map(\.position.line)) == [8, 9])
    #expect(refused.blocks[1]?.message == refused.diagnostics.map { "error: \($0.message)" }.joined(separator: "\n"))
    #expect(Gathering(syntaxErrorsOf: try self.program(of: Self.lesson, .session), in: Self.lesson) == nil)
  }

  private func program(of lesson: Lesson, _ purpose: Program.Purpose) throws -> Program {
    let programs = ProgramBuilder.programs(for: lesson, settings: .undecided, modules: [])
    return try #require(programs.first { $0.purpose == purpose })
  }

  /// Gathers what a case says, holds it against what it should come to, and returns what is to be kept.
  private func check(_ example: Case, _ lesson: Lesson, purpose: Program.Purpose) throws -> Recording? {
    let recording = try Recording(example.steps, outputBytes: example.outputBytes)
    let gathering = Gathering(example.result(recording), of: try program(of: lesson, purpose), in: lesson)
    #expect(gathering.run.blocks.mapValues(\.status) == example.blocks)
    #expect(gathering.run.values.mapValues(\.status) == example.values)
    let told = gathering.run.diagnostics.map { diagnostic in
      let notes = diagnostic.notes.map { note in
        " | " + (note.position.map { "\($0.line):\($0.column) " } ?? "") + note.message
      }
      return "\(diagnostic.kind.rawValue) \(diagnostic.position.line):\(diagnostic.position.column) \(diagnostic.message)"
        + notes.joined()
    }
    #expect(told == example.diagnostics)
    return gathering.kept
  }
}
