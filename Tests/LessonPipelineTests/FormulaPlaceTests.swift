import Foundation
import LessonModel
import LessonReading
import LessonWeaving
import Machine
import MathSetting
import TestSupport
import Testing

@Suite("Where a formula is wrong")
struct FormulaPlaceTests {
  /// The fault stands at the mark, in lines and columns of the file.
  @Test(arguments: [
    "# T\n\nSee $x + «1»\\foo$.\n", "---\ntitle: T\n---\n\nA $x$ 损失 $😀 «1»\\foo$\n", "# T\n\n$$\nx\n  + «1»\\foo\n$$\n",
    "# T\n\n> > $$\n> > x +\n> >   «1»\\foo\n> > $$\n", "# T\n\n- a\n\n  ```math\n  x\n  «1»\\foo\n  ```\n",
    "# T\n\n```math\n«1»\\foo\n```\n",
    "# T\n\n> ~~~ math\n> a + «1»\\foo\n> ~~~\n", "# T\n\n| a | $|b| + «1»\\foo$ |\n|---|---|\n", "# T $«1»\\foo$\n",
    "# T\n\n```swift {#a caption=\"See $x «1»\\foo$\"}\nlet a = 1\n```\n", "# T\n\na\\\n$y «1»\\href{b}{c}$\n",
    "\u{FEFF}# T\r\n\r\n$$\r\nx\r\n«1»\\foo\r\n$$\r\n", "# T\n\n$x«1»$\n".replacing("$x«1»$", with: "$«1»x^$"),
  ])
  func aFaultHasItsPlace(marked: String) throws {
    let text = MarkedText(marked)
    let lesson = try lesson(text.text)
    let found = try woven(lesson, katex: Self.katex()).failures
    #expect(found.map(\.kind) == [.math])
    let wanted = try #require(text.places[1])
    // What is missing at the end is told where it should stand.
    let isAtEnd = found.first?.message.hasPrefix("Expected group") == true
    #expect(found.first?.position == (isAtEnd ? SourcePosition(line: wanted.line, column: wanted.column + 1) : wanted))
  }

  @Test func withoutKaTeXNothingIsWrong() throws {
    #expect(try woven(lesson("# T\n\n$\\foo$\n"), katex: nil).failures.isEmpty)
  }

  private static func katex() throws -> KaTeX {
    let environment = ProcessInfo.processInfo.environment.filter { $0.key == "LESSONS_KATEX" }
    return try #require(
      KaTeX.find(executable: "/nowhere/lessons", environment: environment), "install libjs-katex and fonts-katex")
  }

  private func lesson(_ text: String) throws -> Lesson {
    try LessonReader.read(SourceText(path: "lessons/01-test.md", text: text), slug: "01-test").required()
  }

  private func woven(_ lesson: Lesson, katex: KaTeX?) -> WovenLesson {
    let table = FormulaSetter(katex: katex, cache: FormulaCache(folder: nil), jobs: 1).table(lesson.formulas)
    let course = Course(path: "lessons", folderName: "lessons", lessons: [.readable(lesson)])
    return LessonWeaver.woven(lesson, Run(), links: CourseLinks(course), formulas: table)
  }
}
