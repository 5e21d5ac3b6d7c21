import LessonModel
import TestSupport
import Testing

@Suite("Lines of code that a page cannot show whole")
struct LongLineTests {
  private static let wide = "let x = " + String(repeating: "1", count: 71)

  @Test(arguments: [
    // The place of a column too many, by line and column of the lesson, which counts bytes.
    ("# A\n\n```swift\n\(wide)\n```\n", [[4, 79]]),
    ("# A\n\n> ```swift\n> a\n> \(wide)\n> ```\n", [[5, 81]]),
    ("# A\n\n```swift\n\(wide.dropLast())\n```\n", []),
    // A character may be two columns wide, and of several bytes.
    ("# A\n\n```swift\n// \(String(repeating: "长", count: 38))\n```\n", [[4, 115]]),
    ("# A\n\n```swift\n// \(String(repeating: "長", count: 37))e\n```\n", []),
    // What readers do not see, they need not see whole.
    ("# A\n\n```swift\n\(wide)  // hide\n```\n", []),
    ("# A\n\n```swift {code=hide}\n\(wide)\n```\n", []),
    ("# A\n\n```swift {run=false}\n\(wide)\n\(wide)\n```\n", [[4, 79], [5, 79]]),
    ("# A\n\n```text\n\(wide)\n```\n", []),
  ])
  func areTold(text: String, places: [[Int]]) {
    let found = readLesson(text).diagnostics.filter { $0.kind == .longLine }
    #expect(found.map { [$0.position.line, $0.position.column] } == places)
    #expect(found.allSatisfy { $0.severity == .warning && $0.message.contains("pages show 78; break it") })
  }
}
