import LessonModel
import TestSupport
import Testing

@Suite("Reading a variable above its line")
struct EarlyReadTests {
  /// A lesson with the read marked, and a part of the message.
  static let mistakes: [(String, String)] = [
    ("# A\n\né [1](<swift: 2 * «1»x>)\n\n```swift\nlet x = 1\n```\n", "line 6"),
    ("# A\n\n> ```swift\n> print(«1»x)\n> ```\n\n```swift\nvar (x, y) = (1, 2)\n```\n", "line 8"),
    ("# A\n\n```swift\nlet y = «1»x + 1; let x = 1\n```\n", "line 4"),
    (
      "# A\n\n[1](<swift: «1»a>)\n\n```swift\nlet b = 2, (c, a) = (3, 4)\n```\n",
      "'a' is read here and declared below; a lesson runs from top to bottom line 6"
    ),
    ("# A\n\n```swift {session=s}\nprint(«1»x)\n```\n\n```swift {session=s}\nlet x = 1\n```\n", "line 8"),
    ("# A\n\n```swift {caption=\"is [1](swift:«1»x)\"}\nlet y = 1\n```\n\n```swift\nlet x = 1\n```\n", "line 8"),
    ("# A\n\n[1][v]\n\n```swift\nlet x = 1\n```\n\n[v]: swift:«1»x\n", "line 6"),
    ("# A\n\n```swift\nprint(«1»`in`)\nlet `in` = 1\n```\n", "'in' is read here"),
    ("# A\n\n```swift\nprint(«1»x)\nlet `x` = 1\n```\n", "line 5"),
  ]

  @Test(arguments: mistakes)
  func isAMistake(marked: String, part: String) throws {
    let text = MarkedText(marked)
    let read = readLesson(text.text)
    let diagnostic = try #require(read.diagnostics.first { $0.kind == .earlyRead }, "\(read.diagnostics)")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.position == text.places[1])
    let told = ([diagnostic.message] + diagnostic.notes.map { "line \($0.position?.line ?? 0)" }).joined(separator: " ")
    #expect(told.contains(part), "\(told)")
    #expect(diagnostic.notes.map(\.message) == ["it is declared here"])
  }

  @Test(arguments: [
    "let x = 1\nprint(x)", "func f() { print(x) }\nlet x = 1", "let f = { x }\nlet x = 1",
    "for x in 0..<2 { print(x) }\nlet x = 1",
    "a.x\nlet x = 1", "if let x = f() { print(x) }\nlet x = 1", "struct S { var x = 1 }\nvar x: Int { 2 }",
    "f(x: 1)\nlet x = 1",
  ])
  func readingWhatIsDeclaredOrReadLaterIsNoMistake(code: String) {
    #expect(readLesson("# A\n\n```swift\n\(code)\n```\n\n[1](swift:x)\n").diagnostics.isEmpty)
  }

  /// A value in a caption is computed behind its block, one by reference where it is used.
  @Test(arguments: [
    "```swift {caption=\"is [1](swift:x)\"}\nlet x = 1\n```\n", "```swift\nlet x = 1\n```\n\n[1][v]\n\n[v]: swift:x\n",
    "[v]: swift:x\n\n```swift\nlet x = 1\n```\n\n[1][v]\n",
  ])
  func valuesAreComputedWhereTheyAreUsed(text: String) { #expect(readLesson("# A\n\n" + text).diagnostics.isEmpty) }

  @Test func anotherSessionDeclaresForItself() {
    let text = "# A\n\n```swift\nx\n```\n\n```swift {session=b}\nlet x = 1\n```\n\n```swift {run=false}\nlet x = 1\n```\n"
    #expect(readLesson(text).diagnostics.isEmpty)
  }

  @Test func whatIsMeantToFailDeclaresNothing() {
    let text = "# A\n\n[1](swift:x)\n\n```swift {expect=trap}\nlet x = 1\n```\n\n```swift {session=b}\nlet x = 1\n```\n"
    #expect(readLesson(text).diagnostics.isEmpty)
  }
}
