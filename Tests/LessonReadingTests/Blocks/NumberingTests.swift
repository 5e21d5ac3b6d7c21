import LessonModel
import TestSupport
import Testing

@Suite("Numbers of figures and formulas")
struct NumberingTests {
  private static let parts = [
    "```swift {#a caption=\"A\"}\n1\n```\n", "```swift {#b}\n2\n```\n", "```math {#e}\nx\n```\n",
    "> ```swift {caption=\"C\"}\n> 3\n> ```\n", "```math\ny\n```\n", "- ```math {#f}\n  z\n  ```\n",
    "[^1]: note\n\n    ```swift {#d caption=\"D\"}\n    4\n    ```\n", "```swift {#g caption=\"G\"}\n5\n```\n\nText[^1]\n",
  ]

  /// What has a number, with its number, in the order of the file.
  private func numbers(_ text: String) throws -> [String] {
    let lesson = try #require(readLesson("# T\n\n" + text).lesson, "\(text)")
    #expect(lesson.diagnostics.errorCount == 0, "\(lesson.diagnostics)")
    var found = lesson.blocks.compactMap { block in block.figure.map { (block.range.lowerBound, "\(block.name) \($0)") } }
    lesson.document.walk { block in
      guard case .formula(let formula) = block.kind, let equation = formula.equation else { return }
      found.append((block.range.lowerBound, "\(equation.name) \(equation.number)"))
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Blocks with a caption are counted, and formulas with a name; a note counts where it is written.
  @Test func followTheFile() throws {
    #expect(
      try numbers(Self.parts.joined(separator: "\n")) == ["a 1", "e 1", "block-3 2", "f 2", "d 3", "g 4"])
  }

  /// Law: prose between them changes none.
  @Test func stayWhateverIsWrittenBetween() throws {
    let all = try numbers(Self.parts.joined(separator: "\n"))
    for place in 0...Self.parts.count {
      var more = Self.parts
      more.insert("More prose, with $x$ and [a link](#a).\n\n## A heading\n\n$$z$$\n", at: place)
      #expect(try numbers(more.joined(separator: "\n")) == all, "before part \(place)")
    }
  }

  @Test(arguments: [
    ("# T\n\n```math «1»name\nx\n```\n", DiagnosticKind.attribute, "write 'math {#name}'"),
    ("# T\n\n```math {«1»name}\nx\n```\n", .attribute, "write '#name' to name it so"),
    ("# T\n\n```math {#a «1»caption=\"b\"}\nx\n```\n", .attribute, "a formula has a name and nothing else"),
    ("# T\n\n```math {#«1»a/b}\nx\n```\n", .attribute, "a name must be letters"),
    ("# T\n\n```math «1»{#a\nx\n```\n", .attribute, "never closed"),
    ("# T\n\n```swift {#a}\n1\n```\n\n«1»```math {#a}\nx\n```\n", .duplicateName, "'a' is used twice"),
    ("# T\n\n```math {#a}\nx\n```\n\n«1»```swift {#a}\n1\n```\n", .duplicateName, "'a' is used twice"),
    ("# T\n\n```math {#a}\nx\n```\n\n> «1»```math {#a}\n> x\n> ```\n", .duplicateName, "'a' is used twice"),
    ("# T [](«1»#a)\n\n## A\n", .deadLink, "the title of a lesson takes no words from elsewhere"),
  ])
  func saysWhatIsWrong(text: String, kind: DiagnosticKind, part: String) {
    expectOne(MarkedText(text), kind, part)
  }
}

@Suite("Terms of a glossary")
struct GlossaryReaderTests {
  private func glossary(_ text: String, tags: String = "glossary") -> ReadLesson {
    readLesson("---\ntitle: Words\ntags: [\(tags)]\n---\n\n" + text)
  }

  @Test func areTheBoldWordsThatItemsBeginWith() throws {
    let lesson = try #require(
      glossary(
        "- **one** · 一. First ([x](03-x.md), [y](03-x.md#z)).\n- two **three**\n1. **four (4)**\n   - **five**\n- *six*\n"
      ).lesson)
    #expect(lesson.glossary.map(\.term) == ["one", "four (4)", "five"])
    #expect(lesson.glossary.map(\.lessons) == [["03-x"], [], []])
    #expect(lesson.glossary[1].names == ["four (4)", "four", "4"])
    #expect(glossary("- **one**\n", tags: "list").lesson?.glossary == [])
  }

  @Test func areThereOnce() {
    let text = MarkedText("---\ntitle: W\ntags: [glossary]\n---\n\n- **A b**. One.\n- «1»**a B**. Two.\n")
    expectOne(text, .duplicateName, "the term 'a B' is explained twice")
  }
}
