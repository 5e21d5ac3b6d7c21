import LessonKit
import LessonModel
import Testing

@Suite("Characters in columns")
struct CharacterWidthTests {
  /// The tool does not link the kit, so it has the table twice.
  @Test func theToolAndTheKitCallTheSameCharactersWide() {
    for value in UInt32(0x20)..<0x3FFFF {
      guard let scalar = Unicode.Scalar(value), value != 0xFE0F else { continue }
      let character = Character(scalar)
      let isWide = CharacterWidth.isWide(character)
      if isWide != (character.displayWidth == 2) {
        Issue.record("U+\(String(value, radix: 16)) is \(isWide ? "" : "not ")wide to the tool alone")
        return
      }
    }
  }

  @Test(arguments: [("", 0), ("abc\nde", 3), ("熵 |", 4), ("e\u{301}", 1), ("👩‍🔬", 2), ("─⣿█", 3)])
  func columnsOfTheLongestLine(text: String, columns: Int) { #expect(CharacterWidth.columns(of: text) == columns) }
}
