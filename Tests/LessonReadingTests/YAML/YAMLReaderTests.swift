import LessonModel
import TestSupport
import Testing

@Suite("YAML")
struct YAMLReaderTests {
  /// Forty lists, each of the one before three times: 3^40 items once expanded.
  private static let bomb =
    "a0: &a0 [x]\na1: &a1 [«1»*a0, *a0, *a0]\n"
    + (2...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()

  static let mistakes: [(String, String)] = [
    ("title: One\nsummary: S\n«1»title: Two\n", "the key 'title' is written twice"),
    ("title: One\nswift:\n  mode: 5\n  «1»mode: 6\n", "the key 'mode' is written twice"),
    ("title: mode\nswift: { mode: 5, «1»mode: 6 }\n", "the key 'mode' is written twice"),
    ("title: One\nswift:\n  title: inner\n«1»title: Two\n", "the key 'title' is written twice"),
    ("title: One\n«1»'title': Two\n", "the key 'title' is written twice"),
    ("title: T\nswift:\n«1»\tmode: 5\n", "not valid YAML"),
    ("title: «1»\"a\n", "not valid YAML: this quotation mark is never closed"),
    ("tags: «1»[a, b\ntitle: T\n", "not valid YAML: this '[' is never closed, or a comma is missing behind it"),
    ("title: T\nswift: «1»{mode: 5\ndraft: true\n", "this '{' is never closed"),
    ("summary: T\n«1»and more of it\ntitle: T\n", "this line has no ':' behind its key"),
    ("title: T\n? «1»[a]\n: b\n", "a key must be a single value, not a list"),
    ("title: «1»&a T\n", "YAML anchors are not allowed here"),
    ("swift: «1»&a { mode: 5 }\ntitle: *a\n", "anchors are not allowed"),
    (bomb + "title: T\n", "YAML aliases are not allowed here"),
    ("\(bomb)? *a40\n: 1\n? *a39\n: 2\n", "YAML aliases are not allowed here"),
    ("title: «1»!!python/object:os.system T\n", "YAML tags are not allowed here ('tag:yaml.org,2002:python/object:os.system')"),
    ("title: é\ntags: [日本, «1»!own x]\n", "YAML tags are not allowed here"),
    (
      "tags: \(String(repeating: "[", count: 16))«1»[a]\(String(repeating: "]", count: 16))\n", "this YAML is nested too deeply"
    ),
    ("«1»\(String(repeating: "k", count: 70_000)): T\n", "bytes; the limit is 65536"),
  ]

  @Test(arguments: mistakes)
  func isRefusedWithItsPlace(marked: String, part: String) throws {
    let text = MarkedText("---\n" + marked + "---\n\n# T\n")
    let diagnostics = readLesson(text.text).diagnostics
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.kind == .frontMatter)
    #expect(diagnostic.position == text.places[1])
    #expect(diagnostic.message.contains(part), "\(diagnostic.message)")
  }

  /// Stars and ampersands in text are neither anchors nor aliases.
  @Test func textMayLookLikeAnAlias() throws {
    let text = "---\ntitle: \"a & b\"\nsummary: \"\(String(repeating: "x *y ", count: 20))\"\n---\n"
    #expect(readLesson(text).lesson?.title == "01-test")
    #expect(readLesson(text.replacing("&", with: "and")).lesson?.title == "a and b")
  }
}
