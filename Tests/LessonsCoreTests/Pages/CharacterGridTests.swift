import LessonKit
import LessonsCore
import Testing

@Suite("Characters in columns")
struct CharacterGridTests {
  /// The tool does not link the kit, so it has the table twice.
  @Test func theToolAndTheKitCallTheSameCharactersWide() {
    for value in UInt32(0x20)..<0x3FFFF {
      guard let scalar = Unicode.Scalar(value), value != 0xFE0F else { continue }
      let character = Character(scalar)
      let isWide = CharacterGrid.isWide(character)
      if isWide != (character.displayWidth == 2) {
        Issue.record("U+\(String(value, radix: 16)) is \(isWide ? "" : "not ")wide to the tool alone")
        return
      }
    }
  }

  @Test(arguments: [("", 0), ("abc\nde", 3), ("熵 |", 4), ("e\u{301}", 1), ("👩‍🔬", 2), ("─⣿█", 3)])
  func columnsOfTheLongestLine(text: String, columns: Int) { #expect(CharacterGrid.columns(of: text) == columns) }

  @Test(arguments: [
    ("a<b", "a&lt;b"), ("é─⣿", "é─⣿"), ("熵<", "<span class=\"w\">熵</span>&lt;"),
    ("a熵熵b", "a<span class=\"w\">熵</span><span class=\"w\">熵</span>b"), ("👩‍🔬", "<span class=\"w\">👩‍🔬</span>"),
  ])
  func wideOnesGetABox(text: String, html: String) { #expect(CharacterGrid.html(text).text == html) }
}
