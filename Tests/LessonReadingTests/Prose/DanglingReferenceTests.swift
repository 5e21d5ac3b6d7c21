import LessonModel
import LessonReading
import TestSupport
import Testing

@Suite("References by label to what nobody has written")
struct DanglingReferenceTests {
  private func faults(_ text: String) -> [Diagnostic] { lesson("# T\n\n" + text).diagnostics.filter { $0.kind == .deadLink } }

  private func lesson(_ text: String) -> ReadLesson { LessonReader.read(SourceText(path: "a.md", text: text), slug: "a") }

  static let told: [(String, String)] = [
    ("A note«1»[^1].\n", "no note '[^1]' is written here, so this is only text; write it on a line of its own: '[^1]: …'"),
    ("A note[^rounding] and«1»[^roundng].\n\n[^rounding]: Words.\n", "did you mean '[^rounding]'?"),
    ("See [the table]«1»[tab].\n", "'[tab]' is defined nowhere in this lesson, so this is no link, only text"),
    ("> See ![a picture]«1»[pic], or not.\n", "'[pic]' is defined nowhere"),
    ("| a |\n|---|\n| x«1»[^n] |\n", "no note '[^n]'"), ("- *so*«1»[^n]\n", "no note '[^n]'"),
    ("`[^n]` and«1»[^m].\n", "no note '[^m]'"),
  ]

  @Test(arguments: told) func areToldWhereTheyStand(marked: String, message: String) {
    let text = MarkedText("# T\n\n" + marked)
    expectOne(lesson(text.text).diagnostics, at: text, .deadLink, message, severity: .warning)
  }

  @Test(arguments: [
    "A note[^1].\n\n[^1]: Words.\n", "See [the table][tab].\n\n[tab]: https://a.org\n", "`a[^1]` and `[a][b]`\n",
    "$x[^1]$ and $[a][b]$\n", "An item a[i][j] of a table.\n", "\\[^1] and \\[a\\][b]\n", "[a](https://a.org)[]\n",
    "[a] [b] [c]\n",
    "```swift\nlet x = [[1], [2]][0][0]\n```\n", "[x^2] and [^ 1]\n",
  ]) func whatRefersToNothingIsNoNews(text: String) {
    #expect(faults(text).isEmpty, "\(faults(text))")
  }
}
