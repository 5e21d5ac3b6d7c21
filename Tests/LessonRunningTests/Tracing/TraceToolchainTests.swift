import LessonModel
import LessonRunning
import Machine
import Testing
import WorkshopSupport

/// What is relied on of the compiler's recording. Where a toolchain changes, this fails first.
@Suite("The compiler's recording of values")
struct TraceToolchainTests {
  private static var traced: BlockAttributes {
    var attributes = BlockAttributes()
    attributes.isTraced = true
    return attributes
  }

  /// What was recorded of a lesson, and what stood in the way.
  private func result(_ pieces: [Piece], _ change: (inout Run) -> Void = { _ in }) throws -> Tracer.Result {
    let lesson = Lesson(pieces)
    let runner = try ProgramRunner(
      compiler: TestWorkshop.open().compiler(), cache: RunCache(folder: nil), sandbox: SandboxPolicy(.auto, environment: [:])
    ).contained()
    let programs = LessonPrograms(lesson, settings: .undecided, modules: [])
    var results: [Int: ProgramResult] = [:]
    for place in programs.runnable { results[place] = try runner.run(programs.program(at: place)) }
    var run = programs.run(results) { _, _ in }
    #expect(run.diagnostics.errorCount == 0, "\(run.diagnostics)")
    change(&run)
    return try Tracer(runner: runner).result(
      of: lesson, ProgramBuilder.traces(of: lesson, settings: .undecided, modules: []), run)
  }

  /// `line: name = text`, from line 1.
  private func lines(_ trace: Trace?) -> [String] {
    (trace?.events ?? []).map { "\($0.line + 1): \($0.name) = \($0.text)" }
  }

  @Test func eachLineHasItsValues() throws {
    let code = """
      struct Walk {
        var at = [10.0]
        mutating func step(_ rate: Double) { at.append(at[at.count - 1] * rate) }
      }
      var walk = Walk(), total = 0.0
      for i in 1...2 {
        walk.step(0.5); total += walk.at[i]
      }
      let (first, last) = (walk.at[0], square(walk.at[2]))
      walk.at[0] = 7
      print("end")  // hide
      first > last ? "down" : "up"
      """
    let found = try result([
      .prose("# A\n\n"), .block("func square(_ x: Double) -> Double {\n  let s = x * x\n  return s\n}"), .prose("\n"),
      .value("square(3)"), .prose("\n\n"), .block(code, Self.traced, prefix: "> "), .prose("\n"), .value("square(total)"),
      .block("let after = square(1)"),
    ])
    #expect(found.faults == [])
    #expect(found.traces.keys.sorted() == [1])
    #expect(
      lines(found.traces[1]) == [
        "5: walk = Walk(at: [10.0])", "5: total = 0.0", "6: i = 1", "3: at = [10.0, 5.0]", "7: walk = Walk(at: [10.0, 5.0])",
        "7: total = 5.0", "6: i = 2", "3: at = [10.0, 5.0, 2.5]", "7: walk = Walk(at: [10.0, 5.0, 2.5])", "7: total = 7.5",
        "9: first = 10.0", "9: last = 6.25",
        "10: walk.at[0] = 7.0", "12:  = down",
      ])
    let bytes = Array(code.utf8)
    let shown = Set((found.traces[1]?.events ?? []).map { String(decoding: bytes[$0.range], as: UTF8.self) })
    #expect(shown == ["walk", "total", "at", "i", "first", "last", "walk.at[0]", "first > last ? \"down\" : \"up\""])
  }

  /// Values of every kind, and how each is written.
  @Test func valuesAreWrittenOnOneLine() throws {
    let values: [(String, String, Bool)] = [
      ("0.1 + 0.2", "0.30000000000000004", true), ("[1, 2]", "[1, 2]", true), ("\"a\\nb\"", "a⏎b", false),
      ("[\"a\"]", "[\"a\"]", true), ("Array(1...9)", "[1, 2, 3, 4, …, 8, 9]", false),
      ("[\"b\": 1, \"a\": 2]", "[\"a\": 2, \"b\": 1]", false), ("Set([3, 1, 2])", "[1, 2, 3]", false),
      ("(1, name: [0.5])", "(1, name: [0.5])", true), ("Optional(3)", "Optional(3)", true), ("Int?.none as Int?", "nil", true),
      ("Point(x: 1)", "Point(x: 1.0)", true), ("[Point(x: 1)]", "[Point(x: 1.0)]", false),
      ("Node(2)", "Node(value: 2.0, next: nil)", false), ("[Node(2)]", "[Node]", false), ("Kind.some(1)", "some(1)", true),
      ("String(repeating: \"x\", count: 200)", String(repeating: "x", count: 119) + "…", false),
      ("[[1.0, 2], [3]]", "[[1.0, 2.0], [3.0]]", true), ("-0.0", "-0.0", true), ("1...3", "1...3", true),
    ]
    let declared = """
      struct Point { var x: Double }
      final class Node { var value: Double; var next: Node?; init(_ value: Double) { self.value = value } }
      enum Kind { case none, some(Int) }
      """
    let code =
      values.enumerated().map { "let v\($0) = \($1.0)" } + [
        "let f = { (x: Int) in x }", "let t = Table(columns: [\"a\"], rows: [])",
      ]
    let found = try result([.block(declared), .block(code.joined(separator: "\n"), Self.traced)])
    #expect(found.faults == [])
    let events = found.traces[1]?.events ?? []
    #expect(events.map(\.text) == values.map(\.1))
    #expect(events.map(\.isExact) == values.map(\.2))
  }

  @Test func sessionsHaveTracesOfTheirOwn() throws {
    var other = Self.traced
    other.session = "b"
    let found = try result([.block("let a = 1", Self.traced), .block("let a = 2", other), .block("let b = a + 1", Self.traced)])
    #expect(found.faults == [])
    #expect(found.traces.mapValues(lines) == [0: ["1: a = 1"], 1: ["1: a = 2"], 2: ["1: b = 2"]])
  }

  @Test func linesAreRecordedWhileALaterTracedBlockRuns() throws {
    let found = try result([
      .block("func half(_ x: Double) -> Double {\n  let h = x / 2\n  return h\n}\nlet a = half(1)", Self.traced),
      .block("let b = half(5)"), .block("let c = half(3)", Self.traced), .block("let d = half(7)"),
    ])
    #expect(found.faults == [])
    #expect(
      found.traces.mapValues(lines) == [
        0: ["2: h = 0.5", "3:  = 0.5", "5: a = 0.5", "2: h = 1.5", "3:  = 1.5"], 2: ["1: c = 1.5"],
      ])
  }

  /// What cannot be shown, the line that is told, and a part of what is told.
  static let refused: [(String, Int, DiagnosticKind, String)] = [
    ("var s = 0\nfor i in 0..<1_000 { s += i; s -= 1 }", 1, .trace, "has more than 2000 values"),
    ("func f() -> Int { 1 }", 1, .trace, "nothing at the lines of block 'cell-1' has a value"),
    (
      "import Foundation\nlet a = 1\nlet b = Double(ProcessInfo.processInfo.systemUptime)", 4, .unrepeatable,
      "the trace of block 'cell-1' is not the same twice"
    ),
  ]

  @Test(arguments: refused)
  func whatCannotBeShownIsTold(code: String, line: Int, kind: DiagnosticKind, part: String) throws {
    let found = try result([.block(code, Self.traced)])
    #expect(found.faults.map(\.kind) == [kind])
    #expect(found.faults.first?.position.line == line)
    #expect(found.faults.first?.message.contains(part) == true, "\(found.faults)")
  }

  @Test func asManyAsMayBeAre() throws {
    let found = try result([.block("for i in 0..<2_000 { let a = i }", Self.traced)])
    #expect(found.faults.first?.message.contains("more than 2000") == true)
    let fewer = try result([.block("for i in 0..<1_000 { let a = i }", Self.traced)])
    #expect(fewer.faults == [] && fewer.traces[0]?.events.count == 2_000)
  }
}
