import LessonModel
import Testing

@Suite("Places in a text")
struct SourceTextTests {
  @Test(arguments: ["a\nbb\n\nc", "a\r\nbb\r\n", "\r\r\n\n", "é\n中", "", "\n"])
  func offsetsAndPlacesAgree(text: String) {
    let source = SourceText(path: "", text: text)
    for offset in 0...source.bytes.count { #expect(source.offset(of: source.position(of: offset)) == offset) }
  }

  @Test func linesEndWhereMarkdownEndsThem() {
    #expect(SourceText(path: "", text: "a\u{2028}b\u{85}c\u{B}d\ne\rf\r\ng").lineStarts.count == 4)
    #expect(SourceText(path: "", text: "a\r\nb").lineEnd == "\r\n")
    #expect(SourceText(path: "", text: "a").lineEnd == "\n")
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let source = SourceText(path: "", text: "\u{FEFF}ab\nc")
    #expect(source.position(of: 3) == SourcePosition(line: 1, column: 1))
    #expect(source.position(of: 4) == SourcePosition(line: 1, column: 2))
    #expect(source.text(source.lineRange(1)) == "ab")
  }

  @Test func linesAreGivenWithoutTheirEnds() {
    let source = SourceText(path: "", text: "abc\r\nd\n\ne")
    #expect((1...4).map { source.text(source.lineRange($0)) } == ["abc", "d", "", "e"])
    #expect([0, 5].map { source.lineRange($0) } == [9..<9, 9..<9])
  }

  @Test func placesOutsideAreMovedIn() {
    let source = SourceText(path: "", text: "ab\nc")
    #expect([(0, 1), (1, 0), (2, 9), (3, 1)].map { source.offset(of: SourcePosition(line: $0, column: $1)) } == [0, 0, 4, 4])
  }
}

@Suite("Numbers in words")
struct WordsTests {
  @Test func nounsFollowTheirNumbers() {
    #expect([0, 1, 2].map { counted($0, "lesson") } == ["0 lessons", "1 lesson", "2 lessons"])
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd"),
    (101, "101st"), (111, "111th"), (0, "0th"),
  ])
  func placesInOrder(number: Int, text: String) { #expect(ordinal(number) == text) }
}
