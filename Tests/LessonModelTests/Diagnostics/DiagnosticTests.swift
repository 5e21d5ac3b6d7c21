import LessonModel
import Testing

@Suite("Messages")
struct DiagnosticTests {
  @Test func looksLikeTheCompilers() {
    let source = SourceText(path: "lessons/01-a.md", text: "# A\n\nlet x = entorpy(p)\n")
    let diagnostic = Diagnostic(
      .compileError, "cannot find 'entorpy' in scope", in: source, at: SourcePosition(line: 3, column: 9),
      notes: [Diagnostic.Note("did you mean 'entropy'?", at: SourcePosition(line: 1, column: 3)), Diagnostic.Note("so it is")])
    #expect(
      DiagnosticText.text(diagnostic) == """
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
    let text = DiagnosticText.text(Diagnostic(.mismatch, "m", in: source, at: SourcePosition(line: 1, column: column)))
    #expect(text.split(separator: "\n").last.map(String.init) == caret)
  }

  @Test func nothingInALessonCommandsTheTerminal() {
    let source = SourceText(path: "a\u{1B}[31m", text: "x\u{1B}]0;t\u{7}\u{202E}y")
    let text = DiagnosticText.text(Diagnostic(.mismatch, "\u{9B}2J", in: source, at: 1))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (32..<127).contains($0.value) })
  }

  /// What only the course shows of a lesson stands among the lesson's own, in the order of its text.
  @Test func areToldInTheOrderOfTheTexts() {
    func told(_ path: String, _ line: Int) -> Diagnostic {
      Diagnostic(
        .frontMatter, "\(path):\(line)", in: SourceText(path: path, text: "a\nb\nc\nd\n"),
        at: SourcePosition(line: line, column: 1))
    }
    let course = [told("b", 2), told("course.yml", 3), told("c", 1)]
    let lessons = [[told("a", 1)], [told("b", 1), told("b", 4)], []]
    #expect(
      course.told(with: lessons).map(\.message) == ["course.yml:3", "c:1", "a:1", "b:1", "b:2", "b:4"])
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
