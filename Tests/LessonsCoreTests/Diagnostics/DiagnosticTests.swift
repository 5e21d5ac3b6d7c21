import LessonsCore
import Testing

@Suite("Messages")
struct DiagnosticTests {
  @Test func looksLikeTheCompilers() {
    let source = SourceText(path: "lessons/01-a.md", text: "# A\n\nlet x = entorpy(p)\n")
    let diagnostic = Diagnostic(
      .compileError, "cannot find 'entorpy' in scope", in: source, at: SourcePosition(line: 3, column: 9),
      notes: [Diagnostic.Note("did you mean 'entropy'?", at: SourcePosition(line: 1, column: 3)), Diagnostic.Note("so it is")])
    #expect(
      DiagnosticRenderer.text(diagnostic) == """
        lessons/01-a.md:3:9: error: cannot find 'entorpy' in scope [compile-error]
          let x = entorpy(p)
                  ^
        lessons/01-a.md:1:3: note: did you mean 'entropy'?
        note: so it is

        """)
  }

  @Test(arguments: [("中文 x", 8, "       ^"), ("é x", 4, "    ^"), ("\tx", 2, "  \t^"), ("👍 x", 6, "     ^")])
  func theCaretStandsUnderItsColumn(line: String, column: Int, caret: String) {
    let source = SourceText(path: "a", text: line)
    let text = DiagnosticRenderer.text(Diagnostic(.mismatch, "m", in: source, at: SourcePosition(line: 1, column: column)))
    #expect(text.split(separator: "\n").last.map(String.init) == caret)
  }

  @Test func nothingInALessonCommandsTheTerminal() {
    let source = SourceText(path: "a\u{1B}[31m", text: "x\u{1B}]0;t\u{7}\u{202E}y")
    let text = DiagnosticRenderer.text(Diagnostic(.mismatch, "\u{9B}2J", in: source, at: 1))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (32..<127).contains($0.value) })
  }

  @Test(arguments: [
    ("titel", ["title", "tags"], "title"), ("sumary", ["title", "summary"], "summary"), ("x", ["title"], nil),
    ("timout", ["timeout"], "timeout"),
    ("auhtors", ["authors"], "authors"),
  ])
  func slipsOfTheKeyboardAreGuessed(word: String, known: [String], guess: String?) {
    #expect(Suggestion.nearest(to: word, in: known) == guess)
  }
}

@Suite("Places in a text")
struct SourceTextTests {
  @Test(arguments: ["a\nbb\n\nc", "a\r\nbb\r\n", "\r\r\n\n", "é\n中", "", "\n"])
  func offsetsAndPlacesAgree(text: String) {
    let source = SourceText(path: "", text: text)
    for offset in 0...source.bytes.count { #expect(source.offset(of: source.position(of: offset)) == offset) }
  }

  @Test func linesEndWhereMarkdownEndsThem() {
    #expect(SourceText(path: "", text: "a\u{2028}b\u{85}c\u{B}d\ne\rf\r\ng").lineStarts.count == 4)
    #expect(SourceText(path: "", text: "a\r\nb").lineEnd == "\r\n")
    #expect(SourceText(path: "", text: "a").lineEnd == "\n")
  }
}
