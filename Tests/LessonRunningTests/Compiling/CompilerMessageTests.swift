import LessonRunning
import Testing

@Suite("Messages of the compiler")
struct CompilerMessageTests {
  @Test func areReadFromItsText() {
    let text = """
      01-a.md:4:9: error: cannot find 'entorpy' in scope
      let x = entorpy(p): error: no
              ^~~~~~~
      01-a.md:2:1: note: did you mean 'entropy'?
      <unknown>:0: error: module 'X' was not found
      """
    #expect(
      CompilerMessage.messages(in: text) == [
        CompilerMessage(file: "01-a.md", line: 4, column: 9, severity: .error, message: "cannot find 'entorpy' in scope"),
        CompilerMessage(file: "01-a.md", line: 2, column: 1, severity: .note, message: "did you mean 'entropy'?"),
        CompilerMessage(file: "", line: 0, column: 0, severity: .error, message: "module 'X' was not found"),
      ])
  }

  @Test(arguments: [
    (
      "/a:b/c.swift:3:7: warning: w",
      CompilerMessage(file: "/a:b/c.swift", line: 3, column: 7, severity: .warning, message: "w")
    ),
    ("a.md:1:2: remark: r: s", CompilerMessage(file: "a.md", line: 1, column: 2, severity: .remark, message: "r: s")),
    (
      "a.md:1:2: note: an error: here",
      CompilerMessage(file: "a.md", line: 1, column: 2, severity: .note, message: "an error: here")
    ),
  ])
  func placesMayHoldColons(line: String, message: CompilerMessage) {
    #expect(CompilerMessage.messages(in: line) == [message])
  }

  @Test(arguments: ["", "error: alone", "a.md:x:2: error: no", "  let a = 1", "a.md:1:2: fatal: x"])
  func otherLinesArePassedOver(line: String) {
    #expect(CompilerMessage.messages(in: line).isEmpty)
  }
}
