import LessonModel
import MarkdownReading
import Testing

/// The inputs that made the installed parser take seconds and gigabytes, each refused before it is parsed.
@Suite("Markdown that is refused")
struct MarkdownLimitsTests {
  struct Bomb: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var line: Int
  }

  static let bombs = [
    Bomb(testDescription: "a wide table", text: "a\n" + String(repeating: "|a", count: 10_000) + "|\n", line: 2),
    Bomb(
      testDescription: "rows filled to the width of the header",
      text: String(repeating: "|a", count: 100) + "|\n" + String(repeating: "|-", count: 100) + "|\n"
        + String(repeating: "|a|\n", count: 1_500), line: 983),
    Bomb(testDescription: "nested dashes", text: String(repeating: " -", count: 4_000) + "\n", line: 1),
    Bomb(testDescription: "nested quotations", text: "\n" + String(repeating: "> ", count: 5_000) + "a\n", line: 2),
    Bomb(testDescription: "declarations", text: String(repeating: "<!A ", count: 10_000), line: 1),
    Bomb(testDescription: "processing instructions", text: String(repeating: "<? ", count: 10_000), line: 1),
    Bomb(testDescription: "character data", text: String(repeating: "<![CDATA[", count: 5_000), line: 1),
    Bomb(testDescription: "images never closed", text: String(repeating: "![[]()", count: 5_000), line: 1),
    Bomb(testDescription: "a long reference", text: "[a]: /" + String(repeating: "x", count: 5_000) + "\n", line: 1),
    Bomb(testDescription: "a long line", text: "a\n" + String(repeating: "x", count: 70_000), line: 2),
    Bomb(testDescription: "a long file", text: String(repeating: "word word word\n", count: 80_000), line: 1),
  ]

  @Test(arguments: bombs)
  func isRefusedWithItsLine(bomb: Bomb) throws {
    let refusal = #expect(throws: MarkdownRefusal.self) {
      try MarkdownReader.document(SourceText(path: "a.md", text: bomb.text))
    }
    #expect(refusal?.line == bomb.line)
  }

  @Test(arguments: [
    String(repeating: "* ", count: 40) + "\n", String(repeating: "-", count: 500) + "\n",
    "> " + String(repeating: "=", count: 300) + "\n", "| a | b |\n|---|---|\n" + String(repeating: "| 1 | 2 |\n", count: 2_000),
    "```output\n    " + String(repeating: "+-------", count: 12) + "\n" + String(repeating: "-+", count: 60) + "\n```\n",
    String(repeating: "see [a](b.md) and [c](d.md)\n\n", count: 3_000),
  ])
  func ordinaryTextPasses(text: String) throws {
    #expect(try !MarkdownReader.document(SourceText(path: "a.md", text: text)).blocks.isEmpty)
  }

  /// The line is one of the file, whatever stands before the Markdown.
  @Test func theLineIsOneOfTheFile() throws {
    let source = SourceText(path: "a.md", text: "---\nx: 1\n---\na\n" + String(repeating: "x", count: 70_000))
    let refusal = #expect(throws: MarkdownRefusal.self) { try MarkdownReader.document(source, from: 13) }
    #expect(refusal?.line == 5)
  }
}
