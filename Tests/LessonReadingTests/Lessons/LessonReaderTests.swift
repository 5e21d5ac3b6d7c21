import LessonModel
import TestSupport
import Testing

@Suite("Reading a lesson")
struct LessonReaderTests {
  @Test func blocksAreNamedInTheOrderOfTheFile() throws {
    let read = readLesson(
      "# A\n\nx[^1]\n\n```swift\n1\n```\n\n[^1]: note\n\n    ```swift\n    2\n    ```\n\n```swift {#last}\n3\n```\n")
    let lesson = try #require(read.lesson)
    #expect(lesson.blocks.map(\.name) == ["block-1", "block-2", "last"])
    #expect(lesson.blocks.map(\.code.text) == ["1\n", "2\n", "3\n"])
  }

  @Test(arguments: [
    ("- a\n\n  «1»```swift\n  «2»let x = 1\n  ```\n", "let x = 1\n"),
    ("> «1»```swift\n> «2»let x = 1\n> ```\n", "let x = 1\n"),
    ("10. a\n    > «1»~~~~swift\n    > «2»```\n    > ~~~~\n", "```\n"),
    ("ü\n\n   «1»```swift\n   «2»x\n   ```\n", "x\n"),
    ("«1»```swift\n«2»x\n```\n", "x\n"),
    ("x\r\r«1»```swift\r«2»let a = 1\rlet b = 2\r\nlet c = 3\n```\r", "let a = 1\nlet b = 2\nlet c = 3\n"),
    ("x\u{2028}y\u{85}z\n\n«1»```swift\n«2»// one\u{2028}line\n```", "// one\u{2028}line\n"),
  ])
  func codeLosesItsMarksAndKeepsItsPlace(marked: String, code: String) throws {
    let text = MarkedText("# A\n\n" + marked)
    let lesson = try #require(readLesson(text.text).lesson)
    let block = try #require(lesson.blocks.first)
    #expect(block.code.text == code)
    #expect(block.position == text.places[1])
    #expect(lesson.source.position(of: block.code.sourceOffset(of: 0)) == text.places[2])
  }

  static let values: [(String, String, String)] = [
    ("«1»[«2»0.5](swift:«3»h)", "0.5", "h"),
    ("a `[0.5](swift:h)` and [«2»0.5](swift:«3»h)", "0.5", "h"),
    ("[«2»0.5](<swift: «3»a \\< b>)", "0.5", "a < b"),
    ("\\[x] [a [b] «2»c](http://x) [«2»1](swift:«3»f(g(1)))", "1", "f(g(1))"),
    ("| a | `|` [«2»1](swift:«3»x) |\n|---|---|\n| b | c |\n", "1", "x"),
    ("> quoted\n> [«2»1](swift:«3»x\n> \"±2\")\n", "1", "x"),
    ("## é [«2»1](swift:«3»x)", "1", "x"),
    ("[**«2»1.5**](swift:«3»x)", "1.5", "x"),
    ("[«2»−1](swift:«3»x)", "−1", "x"),
    ("- [ ] [«2»1](swift:«3»x \"@a\")", "1", "x"),
  ]

  @Test(arguments: values)
  func valuesAreFoundAgainInTheText(marked: String, written: String, expression: String) throws {
    let text = MarkedText("# A\n\n" + marked)
    let lesson = try #require(readLesson(text.text, references: ["a"]).lesson)
    let value = try #require(lesson.values.first)
    #expect(value.written == written)
    #expect(value.expression == expression)
    #expect(lesson.source.position(of: value.textRange.lowerBound) == text.places[2])
    #expect(lesson.source.position(of: value.expressionOffset) == text.places[3])
    #expect(lesson.source.text(value.textRange) == written)
  }

  /// A lesson with a mistake, the place of the message marked, its identifier, and a part of what it says.
  static let mistakes: [(String, DiagnosticKind, String)] = [
    ("«1»", .emptyLesson, "empty"),
    ("«1»no heading", .frontMatter, "title"),
    ("«1»---\ntitle: A\n", .frontMatter, "never closed"),
    ("---\ntitle: A\n«1»titel: B\n---\n", .frontMatter, "did you mean 'title'"),
    ("---\ntitle: A\n«1»title: B\n---\n", .frontMatter, "twice"),
    ("---\ntitle: A\ndraft: «1»perhaps\n---\n", .frontMatter, "true or false"),
    ("---\ntitle: A\nswift:\n  mode: «1»7\n---\n", .frontMatter, "5 or 6"),
    ("---\ntitle: A\nswift:\n  «1»optimise: true\n---\n", .frontMatter, "did you mean 'optimize'"),
    ("---\ntitle: A\ntags: [é, «1»{a: b}]\n---\n", .frontMatter, "must be text"),
    ("---\ntitle: «1»&a x\n---\n", .frontMatter, "anchors"),
    ("---\ntitle: «1»!!python/x y\n---\n", .frontMatter, "tags"),
    ("---\ntitle: A\n«1»\tdraft: true\n---\n", .frontMatter, "not valid YAML"),
    ("# A\n\n«1»```swift\n1\n", .unclosedFence, "never closed"),
    ("# A\n\n```swift {«1»timout=3s}\n1\n```\n", .attribute, "did you mean 'timeout'"),
    ("# A\n\n```swift {run=false «1»run=true}\n1\n```\n", .attribute, "twice"),
    ("# A\n\n```swift {code=«1»fodl}\n1\n```\n", .attribute, "did you mean 'fold'"),
    ("# A\n\n```swift {timeout=«1»-1s}\n1\n```\n", .attribute, "at most 10m"),
    ("# A\n\n```swift {timeout=«1»11m}\n1\n```\n", .attribute, "at most 10m"),
    ("# A\n\n```swift {tolerance=«1»nan}\n1\n```\n", .attribute, "finite"),
    ("# A\n\n```swift «1»{#a\n1\n```\n", .attribute, "never closed"),
    ("# A\n\n```swift {caption=«1»\"a}\n1\n```\n", .attribute, "quotation mark"),
    ("# A\n\n```swift «1»playground\n1\n```\n", .attribute, "in braces"),
    ("# A\n\n```swift {#a} «1»x\n1\n```\n", .attribute, "nothing may follow"),
    ("# A\n\n```swift {«1»path=/etc}\n1\n```\n", .attribute, "unknown attribute"),
    ("# A\n\n```swift {#a}\n1\n```\n\n«1»```swift {#a}\n2\n```\n", .duplicateName, "twice"),
    ("# A\n\n[«1»1](swift:x \"about 2\")", .valueLink, "no meaning"),
    ("# A\n\n[«1»1](swift:x \"@b\")", .unknownReference, "'b'"),
    ("# A\n\n[«1»?](swift:x \"@a\")", .valueLink, "must be written"),
    ("# A\n\n[1](<swift: «1»let x = 1>)", .valueLink, "one expression"),
    ("# A\n\n```swift\n«1»#sourceLocation(file: \"/etc/passwd\", line: 1)\n```\n", .sourceLocation, "not allowed"),
    ("# A\n\n```swift\nfor i in 0..<2 {\n  print(i) // => «1»3\n}\n```\n", .misplacedCheck, "top level"),
    ("# A\n\n```swift\nfunc f() {} // => «1»3\n```\n", .misplacedCheck, "no value"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldWithTheirPlace(marked: String, kind: DiagnosticKind, part: String) throws {
    let text = MarkedText(marked)
    let read = readLesson(text.text, references: ["a"])
    let diagnostic = try #require(read.diagnostics.first { $0.kind == kind }, "\(read.diagnostics)")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.position == text.places[1])
    #expect(diagnostic.message.contains(part), "\(diagnostic.message)")
  }

  @Test(arguments: [
    ("# A\n\n«1»```SWIFT\n1\n```\n", DiagnosticKind.unrunBlock), ("# A\n\n<div>\n«1»```swift\n1\n```\n</div>\n", .unrunBlock),
    ("# A\n\n    «1»```swift\n    1\n    ```\n", .unrunBlock), ("# A\n\n«1»```output\n1\n```\n", .strayOutput),
  ])
  func doubtsAreWarnings(marked: String, kind: DiagnosticKind) throws {
    let text = MarkedText(marked)
    let read = readLesson(text.text)
    let diagnostic = try #require(read.diagnostics.first)
    #expect(read.lesson?.isRunnable == true)
    #expect(diagnostic.kind == kind)
    #expect(diagnostic.position == text.places[1])
  }

  @Test func withoutACourseFileThatReadsAnyReferenceMayStand() {
    #expect(readLesson("# A\n\n[1](swift:x \"@b\")", references: nil).diagnostics.isEmpty)
  }

  @Test func allMistakesAreToldAtOnce() {
    let read = readLesson("---\ntitel: x\nswift: {mode: 9}\n---\n# A\n\n```swift {nam=a}\n1\n```\n\n[1](swift:)\n")
    #expect(read.diagnostics.map(\.kind) == [.frontMatter, .frontMatter, .attribute, .valueLink])
  }
}
