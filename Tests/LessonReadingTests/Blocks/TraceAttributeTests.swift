import LessonModel
import TestSupport
import Testing

@Suite("Blocks whose values are asked for")
struct TraceAttributeTests {
  /// Where values cannot be recorded or shown, and what is told.
  static let refused: [(String, String)] = [
    ("# A\n\n«1»```swift {trace run=false}\n1\n```\n", "'run=false' and 'trace' exclude each other"),
    ("# A\n\n«1»```swift {trace expect=trap}\nfatalError()\n```\n", "'expect' and 'trace' exclude each other"),
    ("# A\n\n«1»```swift {expect=compile-error trace}\nx\n```\n", "'expect' and 'trace' exclude each other"),
    ("# A\n\n> «1»```swift {trace volatile}\n> 1\n> ```\n", "'volatile' and 'trace' exclude each other"),
    ("# A\n\n«1»```swift {trace code=hide}\n1\n```\n", "fold the code with 'code=fold'"),
  ]

  @Test(arguments: refused) func areRefusedWithAReason(text: String, part: String) {
    expectOne(MarkedText(text), .trace, part)
  }

  @Test(arguments: [
    "{trace}", "{trace session=b}", "{trace code=fold}", "{trace output=hide}", "{trace timeout=20s stderr=show}",
    "{trace=false run=false}", "{trace=false volatile}",
  ])
  func areTakenWhereTheyCanBe(attributes: String) {
    #expect(readLesson("# A\n\n```swift \(attributes)\n1\n```\n").diagnostics == [])
  }
}
