import LessonModel
import LessonRunning
import Testing

@Suite("Crash reports")
struct TrapReportTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var signal: Int32
    var error: String
    var message: String
    var position: SourcePosition?
  }

  /// Reports as the backtracer of Swift 6.3 wrote them on Linux, shortened.
  static let cases = [
    Case(
      testDescription: "a library's own line is passed over", signal: 4,
      error: """
        Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

        *** Program crashed: Illegal instruction at 0x00007fa78dd6df7f ***

        0      0x00007fa78dd6df7f closure #1 in _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so
        2 [ra] 0x00007fa78dbe6f65 specialized Array.subscript.getter + 84 in libswiftSwiftOnoneSupport.so
        3 [ra] 0x00005635b7d7e21b main + 154 in lesson at ./03-entropy.md:21:14
        """,
      message: "Fatal error: Index out of range", position: SourcePosition(line: 21, column: 14)),
    Case(
      testDescription: "overflow has no message of its own", signal: 4,
      error: """
        *** Program crashed: Illegal instruction at 0x0 ***

        0 [inlined] 0x0 Swift runtime failure: arithmetic overflow in lesson at /<compiler-generated>
        1           0x0 main + 10 in lesson at ./03-entropy.md:7:11
        """,
      message: "Fatal error: arithmetic overflow", position: SourcePosition(line: 7, column: 11)),
    Case(
      testDescription: "addresses are dropped", signal: 6,
      error: "Could not cast value of type 'Swift.String' (0x7f1234) to 'Swift.Int' (0x7f5678).\n",
      message: "Could not cast value of type 'Swift.String' to 'Swift.Int'.", position: nil),
    Case(
      testDescription: "a signal and nothing else", signal: 9, error: "",
      message: "killed (SIGKILL); possibly for want of memory", position: nil),
    Case(
      testDescription: "the same frame again and again", signal: 11,
      error: "*** Program crashed: Bad pointer dereference at 0x00007ffc ***\n"
        + (0..<12).map { "\($0) [ra] 0x00005596 f(_:) + \(15 + $0 % 2) in lesson at ./03-entropy.md:2:3\n" }.joined(),
      message: "stack overflow (infinite recursion?)", position: SourcePosition(line: 2, column: 3)),
  ]

  @Test(arguments: cases)
  func areToldInTheLessonsTerms(example: Case) {
    let report = TrapReport.read(signal: example.signal, error: example.error, fileName: "03-entropy.md")
    #expect(report.message == example.message)
    #expect(report.place?.line == example.position?.line)
    #expect(report.place?.column == example.position?.column)
  }

  @Test(
    arguments: [
      (4, "trapped (SIGILL)"), (5, "trapped (SIGTRAP)"), (6, "aborted (SIGABRT)"), (7, "bad memory access (SIGBUS)"),
      (8, "arithmetic fault (SIGFPE)"), (11, "bad memory access (SIGSEGV)"), (13, "ended by a broken pipe (SIGPIPE)"),
      (15, "ended by SIGTERM"), (24, "ended by the limit of processor time (SIGXCPU)"),
      (25, "ended by the limit of file size (SIGXFSZ)"), (40, "ended by signal 40"),
    ] as [(Int32, String)])
  func nameTheSignalWhereTheySayNothing(signal: Int32, message: String) {
    #expect(TrapReport.read(signal: signal, error: "", fileName: "03-entropy.md").message == message)
  }

  @Test(
    arguments: [
      ("main/03-entropy.md:7: Precondition failed: no", "Precondition failed: no", 7),
      ("main/03-entropy.md:7: Assertion failed", "Assertion failed", 7),
      ("main/04-other.md:7: Fatal error: no", "Fatal error: no", nil),
      (
        "Simultaneous accesses to 0x55, but modification requires exclusive access.",
        "Simultaneous accesses to the same memory (exclusivity violation)", nil
      ),
      ("*** Program crashed: Null pointer dereference at 0x0 ***", "bad memory access (SIGSEGV)", nil),
    ] as [(String, String, Int?)])
  func saySoInOneLine(line: String, message: String, place: Int?) {
    let report = TrapReport.read(signal: 5, error: line + "\n", fileName: "03-entropy.md")
    #expect(report.message == message)
    #expect(report.place?.line == place)
    #expect(report.place?.column == nil)
  }
}
