import LessonModel
import Testing

/// Law: the parts of a lesson, one after the other, are the file, byte for byte. `accept` relies on it.
@Suite("A lesson is cut without loss")
struct LosslessTests {
  static let lessons = [
    "# A\n",
    "---\ntitle: T\n---\n# A\n\n```swift\n1\n```\n\n```output\n1\n```\n\ntext [1](swift:x) and [2](swift:y \"±1\")",
    "# A\r\n\r\n```swift {#a}\r\nlet x = 1\r\nx\r\n```\r\n\r\n```output\r\n1\r\n```\r\n[1](swift:x)\r\n",
    "\u{FEFF}# A [1](swift:x)\n\n- item\n\n  ```swift\n  1\n  ```\n\n  ```output\n  1\n  ```\n",
    "\u{FEFF}---\ntitle: T\n---\n\n> ~~~swift\n> 1\n> ~~~\n>\n> ~~~output\n> 1\n> ~~~\n",
    "# A\r\r```swift\r1\r```\r",
    "# A\n\n| [1](swift:a) | [2](<swift: b \\| c>) |\n|---|---|\n| [3](swift:d) | é [4](swift:e) |\n",
    "# A\n\n````swift\nlet s = \"\"\"\n```\n\"\"\"\n````\n```output\n```\n",
    "# A\n\n1. one\n   > ```swift\n   > print(1)\n   > ```\n   >\n   > ```output\n   > 1\n   > ```\n2. two [5](swift:f)\n",
    "# A\n\n> [!EXERCISE] T [1](swift:a)\n> **b [2](swift:b).** c\n>\n> > [!SOLUTION]\n> > ```swift\n> > 1\n> > ```\n> >\n> > ```output\n> > 1\n> > ```\n",
    "# A\n\n> [!QUIZ]\n> Which?\n>\n> - [x] [1](swift:a)\n>\n>   why [2](swift:b)\n> - [ ] [3](swift:c)\n",
    "# A\n\ntext[^n]\n\n[^n]: a note with\n\n    ```swift\n    2\n    ```\n\nmore [1](swift:x)",
    "# A\n\n```swift\nlet open = 1",
  ]

  @Test(arguments: lessons)
  func partsAreTheFile(text: String) throws {
    let read = readLesson(text)
    let lesson = try #require(read.lesson, "\(read.diagnostics)")
    let joined = lesson.parts.flatMap { Array(lesson.source.bytes[$0.range]) }
    #expect(joined == Array(text.utf8))
    #expect(lesson.parts.allSatisfy { !$0.range.isEmpty } || lesson.parts.isEmpty)
  }

  @Test(arguments: lessons.dropLast())
  func theSameTextWithOtherLineEndsHasTheSameMeaning(text: String) throws {
    let unix = try #require(readLesson(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")).lesson)
    let windows = try #require(readLesson(unix.source.text(0..<unix.source.bytes.count).replacing("\n", with: "\r\n")).lesson)
    #expect(windows.blocks.map(\.code.text) == unix.blocks.map(\.code.text))
    #expect(windows.blocks.map { $0.recorded?.code.text } == unix.blocks.map { $0.recorded?.code.text })
    #expect(windows.values.map(\.expression) == unix.values.map(\.expression))
    #expect(windows.blocks.map(\.position) == unix.blocks.map(\.position))
  }

  /// A lesson and its parts, each with its text.
  static let cuts: [(String, [(LessonPart.Kind, String)])] = [
    ("# A\n", [(.prose, "# A\n")]),
    ("---\ntitle: T\n---\n", [(.frontMatter, "---\ntitle: T\n---\n")]),
    ("---\ntitle: T\n---\nx\n", [(.frontMatter, "---\ntitle: T\n---\n"), (.prose, "x\n")]),
    (
      "# A\n> ```swift\n> 1\n> ```\n> ```output\n> 1\n> ```\n[2](swift:x)",
      [
        (.prose, "# A\n> "), (.block(0), "```swift\n> 1\n> ```"), (.prose, "\n> "),
        (.output(block: 0), "```output\n> 1\n> ```"),
        (.prose, "\n["), (.value(0), "2"), (.prose, "](swift:x)"),
      ]
    ),
    ("# [**1**](swift:x)", [(.prose, "# [**"), (.value(0), "1"), (.prose, "**](swift:x)")]),
    // The number in a caption is part of its block.
    (
      "# A\n\n```swift {caption=\"[1](swift:x)\"}\n1\n```\n",
      [(.prose, "# A\n\n"), (.block(0), "```swift {caption=\"[1](swift:x)\"}\n1\n```"), (.prose, "\n")]
    ),
  ]

  @Test(arguments: cuts)
  func partsAreWhatTheyAre(text: String, parts: [(LessonPart.Kind, String)]) throws {
    let lesson = try #require(readLesson(text).lesson)
    #expect(lesson.parts.map(\.kind) == parts.map(\.0))
    #expect(lesson.parts.map { lesson.source.text($0.range) } == parts.map(\.1))
  }
}
