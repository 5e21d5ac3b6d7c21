import LessonModel
import TestSupport
import Testing

@Suite("Cells of a lesson")
struct CellReaderTests {
  /// The kinds of a tree's blocks in words: `cell 0`, `code`, and what is inside others in braces.
  private func outline(_ blocks: [DocumentBlock]) -> String {
    blocks.map { block in
      let name =
        switch block.kind {
        case .cell(let index): "cell \(index)"
        case .code: "code"
        case .formula: "formula"
        case .footnote: "note"
        case .callout: "callout"
        case .paragraph, .heading: "words"
        case .list: "list"
        default: "other"
        }
      return block.children.isEmpty ? name : "\(name) {\(outline(block.children))}"
    }.joined(separator: " ")
  }

  static let trees: [(String, String, [String?])] = [
    ("```swift\n1\n```\n```output\n1\n```\n", "cell 0", ["1\n"]),
    ("```swift\n1\n```\n\n~~~ output\n1\n~~~\n", "cell 0", ["1\n"]),
    ("```swift\n1\n```\n\nx\n\n```output\n1\n```\n", "cell 0 words code", [nil]),
    ("```swift\n1\n```\n\n```output\n1\n```\n\n```output\n2\n```\n", "cell 0 code", ["1\n"]),
    ("```swift\n1\n```\n\n    output\n\n```output\n```\n", "cell 0 code code", [nil]),
    ("```swift\n1\n```\n\n```swift\n2\n```\n\n```output\n2\n```\n", "cell 0 cell 1", [nil, "2\n"]),
    ("- ```swift\n  1\n  ```\n\n```output\n1\n```\n", "list {cell 0} code", [nil]),
    ("> [!NOTE] N\n> ```swift{#a}\n> 1\n> ```\n> ```output\n> 1\n> ```\n", "callout {cell 0}", ["1\n"]),
    ("x[^1]\n\n[^1]: y\n\n    ```swift\n    1\n    ```\n\n```swift\n2\n```\n", "words cell 1 note {words cell 0}", [nil, nil]),
    ("```Swift\n1\n```\n\n```swifty\n1\n```\n\n```math\na\n```\n", "code code formula", []),
    ("```swift\n```\n\n```output\n```\n", "cell 0", [""]),
  ]

  @Test(arguments: trees)
  func standInTheTreeWithTheirOutput(text: String, tree: String, outputs: [String?]) throws {
    let lesson = try #require(readLesson("# A\n\n" + text).lesson)
    #expect(outline(Array(lesson.document.dropFirst())) == tree)
    #expect(lesson.blocks.map { $0.recorded?.code.text } == outputs)
    #expect(lesson.blocks.map(\.index) == Array(lesson.blocks.indices))
    lesson.document.walk { block in
      if case .cell(let index) = block.kind { #expect(block.range == lesson.blocks[index].range) }
    }
  }

  static let warnings: [(String, DiagnosticKind, String)] = [
    ("«1»```SWIFT\nfatalError()\n```\n", .unrunBlock, "'SWIFT' is not 'swift', so this block is shown and never run"),
    ("«1»~~~Swift{#a}\n1\n~~~\n", .unrunBlock, "'Swift{#a}' is not 'swift'"),
    ("«1»```{.swift}\n1\n```\n", .unrunBlock, "write 'swift' to run it, 'swift {run=false}' to show it only"),
    ("«1»```swift-example\n1\n```\n", .unrunBlock, "'swift-example' is not 'swift'"),
    ("«1»```output\n1\n```\n", .strayOutput, "this output follows no Swift block, so nothing checks it"),
    ("```swift\n1\n```\n\nx\n\n> «1»```output\n> 1\n> ```\n", .strayOutput, "follows no Swift block"),
    ("<div>\n«1»```swift\nfatalError()\n```\n</div>\n", .unrunBlock, "it never runs"),
    ("<!--\n«1»```swift\nfatalError()\n```\n-->\n", .unrunBlock, "(inside HTML, a table or an indented block)"),
    ("| a |\n|---|\n| «1»```swift |\n", .unrunBlock, "it never runs"),
    ("text\n\n    «1»~~~swift\n    fatalError()\n    ~~~\n", .unrunBlock, "it never runs"),
  ]

  @Test(arguments: warnings)
  func whatLooksLikeOneAndIsNoneIsWarnedOf(marked: String, kind: DiagnosticKind, part: String) {
    expectOne(MarkedText("# A\n\n" + marked), kind, part, severity: .warning)
  }

  static let mistakes: [(String, DiagnosticKind, String)] = [
    ("«1»```swift\nlet n = 1\n\nLost text.\n", .unclosedFence, "this fence is never closed; end the block with a line of ```"),
    ("```swift\n1\n```\n\n«1»~~~~output\n1\n", .unclosedFence, "with a line of ~~~~"),
    ("> «1»````swift\n> 1\n\ntext\n", .unclosedFence, "with a line of ````"),
    ("```swift {#coin}\n1\n```\n\n«1»```swift {#coin}\n2\n```\n", .duplicateName, "the name 'coin' is used twice"),
    ("```swift {#block-2}\n1\n```\n\n«1»```swift\n2\n```\n", .duplicateName, "the name 'block-2' is used twice"),
    ("```swift\n«1»#sourceLocation(file: \"a\", line: 1)\n```\n", .sourceLocation, "messages must name the lesson's own lines"),
    (
      ">  ```swift\n>  func f() {} // => «1»3\n>  ```\n", .misplacedCheck,
      "the statement before this checked comment has no value"
    ),
    (
      "```swift\n// Prints \"«1»a\"\nprint(\"a\")\n```\n", .misplacedCheck,
      "must follow a statement at the top level of its block"
    ),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldAtTheirPlaces(marked: String, kind: DiagnosticKind, part: String) {
    expectOne(MarkedText("# A\n\n" + marked), kind, part)
  }

  @Test func aRepeatedNameTellsBothPlaces() throws {
    let read = readLesson("# A\n\n```swift {#coin}\n1\n```\n\n```swift {#coin}\n2\n```\n")
    let note = Diagnostic.Note("'coin' is used first here", at: SourcePosition(line: 3, column: 1))
    #expect(read.diagnostics.map(\.notes) == [[note]])
  }

  @Test func whatNeverRunsMayHoldAnything() {
    let text = "# A\n\n```swift {run=false}\n#sourceLocation(file: \"a\", line: 1)\nfunc f() {} // => 3\n```\n"
    #expect(readLesson(text).diagnostics.isEmpty)
  }

  @Test func captionsAreRead() throws {
    let lesson = try #require(
      readLesson("# A\n\n```swift {caption=\"*a* [1](swift:x) $b$\"}\n1\n```\n\n```swift\n2\n```\n").lesson)
    let caption = try #require(lesson.blocks[0].caption)
    #expect(caption.first == .emphasis([.text("a")]))
    #expect(caption.plainText == "a 1 b")
    #expect(lesson.blocks[1].caption == nil)
  }
}
