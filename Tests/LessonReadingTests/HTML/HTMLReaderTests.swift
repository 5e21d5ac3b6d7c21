import LessonModel
import LessonReading
import TestSupport
import Testing

@Suite("The safe part of HTML")
struct HTMLReaderTests {
  @Test(arguments: [
    ("a «1»<sub class=x>b</sub>", "the attribute 'class' of 'sub' is left out"),
    ("a «1»<abbr title=t id=x>b</abbr>", "the attribute 'id' of 'abbr' is left out ('abbr' may have title)"),
    (
      "«1»<img src=a.png alt=b onerror=c>",
      "the attribute 'onerror' of 'img' is left out ('img' may have src, alt, width, height)"
    ),
    ("<img src=a.png alt=b width=«1»50%>", "'width' is a whole number of pixels; it is left out"),
    (
      "> text\n>\n> «1»<details id=x>\n> a\n> </details>",
      "the attribute 'id' of 'details' is left out ('details' may have open)"
    ),
    ("x\n\n<details>\n«1»<summary>[1](swift:1)</summary>\n</details>", "Markdown is only text in a block of HTML"),
    ("«1»<details>\na **b**\n\n</details>", "leave an empty line before it"),
    ("x\n\n<details>\n«1»<summary class=x>a</summary>\n</details>", "the attribute 'class' of 'summary' is left out"),
  ])
  func whatIsLeftOutIsTold(text: String, message: String) {
    expectOne(MarkedText("# T\n\n" + text + "\n"), .rawHTML, message, severity: .warning)
  }

  /// What is inside is the lesson's: blocks run, values are values.
  @Test func whatIsInsideIsRead() throws {
    let text = """
      # T

      <details>
      <summary>The sum</summary>

      ```swift {#b caption="with <sub>[2](swift:2)</sub>"}
      let a = 3
      ```

      H<sub>[2](swift:2)</sub>O, [3](swift:a)

      </details>
      """
    let lesson = try #require(readLesson(text).lesson)
    #expect(lesson.diagnostics == [])
    #expect(lesson.blocks.map(\.name) == ["b"])
    #expect(lesson.values.map(\.expression) == ["2", "2", "a"])
  }

  /// Whoever walks a tree recurses.
  @Test func nestsNoDeeperThanOthersCanFollow() throws {
    let many = 2_000
    for (open, close) in [("<sub>", "</sub>"), ("<details>\n\n", "\n\n</details>\n\n")] {
      let text = String(repeating: open, count: many) + "x" + String(repeating: close, count: many)
      let lesson = try #require(readLesson("# T\n\n" + text).lesson)
      #expect(depth(lesson.document) <= 12)
    }
  }

  private func depth(_ blocks: [DocumentBlock]) -> Int {
    blocks.map { 1 + max(depth($0.children), $0.texts.map(depth).max() ?? 0) }.max() ?? 0
  }

  private func depth(_ inlines: [Inline]) -> Int { inlines.map { 1 + depth($0.content) }.max() ?? 0 }
}
