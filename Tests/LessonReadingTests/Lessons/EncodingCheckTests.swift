import LessonModel
import Testing

@Suite("Files that are no text")
struct EncodingCheckTests {
  static let refused: [([UInt8], Int, Int, String)] = [
    ([0xFF, 0xFE] + Array("#\0 \0T\0".utf8), 1, 1, "not UTF-8 (looks like UTF-16); save the lesson as UTF-8"),
    ([0xFE, 0xFF, 0, 0x23, 0, 0x20], 1, 1, "looks like UTF-16"),
    (
      Array("# T\n\n\n\nUn ca".utf8) + [0xE9, 0x0A], 5, 6,
      "not UTF-8: the byte 0xE9 cannot stand here; save the lesson as UTF-8"
    ),
    (Array("# T\n\na".utf8) + [0xC0, 0xAF, 0x0A], 3, 2, "the byte 0xC0"),
    (Array("# T\n\na".utf8) + [0xE0, 0x80, 0x80], 3, 2, "the byte 0xE0"),
    (Array("# T\n\na".utf8) + [0xED, 0xA0, 0x80, 0x0A], 3, 2, "the byte 0xED"),
    (Array("# T\n\n日本".utf8) + [0xE8, 0xAA], 3, 7, "the byte 0xE8"),
    (Array("# T\n\n".utf8) + [0xF0, 0x8F, 0xBF, 0xBF], 3, 1, "the byte 0xF0"),
    (Array("# T\n\n".utf8) + [0xF4, 0x90, 0x80, 0x80], 3, 1, "the byte 0xF4"),
    (Array("# T\n\n".utf8) + (0..<60_000).map { UInt8(0xF5 + $0 % 11) }, 3, 1, "the byte 0xF5"),
    (Array("# T\n\nBefore\0after\n\nmore\n".utf8), 3, 7, "a NUL byte stands here; a lesson is text"),
    ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0, 0, 0], 1, 6, "a NUL byte"),
  ]

  @Test(arguments: refused)
  func areRefusedAtTheirFirstWrongByte(bytes: [UInt8], line: Int, column: Int, part: String) throws {
    let read = readLesson(bytes)
    let diagnostic = try #require(read.diagnostics.first)
    #expect(read.lesson == nil)
    #expect(read.diagnostics.count == 1)
    #expect(diagnostic.kind == .encoding)
    #expect(diagnostic.position == SourcePosition(line: line, column: column))
    #expect(diagnostic.message.contains(part), "\(diagnostic.message)")
    #expect(diagnostic.sourceLine ?? "" == "")
  }

  @Test(arguments: ["", "  \n\t\n\r\n"]) func emptyOnesAreTold(text: String) {
    let read = readLesson(text)
    #expect(read.lesson == nil)
    #expect(read.diagnostics.map(\.kind) == [.emptyLesson])
    #expect(read.diagnostics.map(\.message) == ["this lesson is empty; begin it with '# A title'"])
  }

  @Test(arguments: ["# \u{10FFFF}\u{E000}\u{D7FF}", "\u{FEFF}# T\u{2028}x", "# \u{1B}[31m\u{7}"]) func strangeTextIsText(
    text: String
  ) {
    #expect(readLesson(text).diagnostics.isEmpty)
  }

  @Test func whatIsTooLargeIsRefused() {
    let read = readLesson("---\ntitle: T\n---\n\n# T\n\n```swift {\(String(repeating: "a", count: 200_000))}\n```\n")
    #expect(read.lesson == nil)
    #expect(read.diagnostics.map(\.kind) == [.tooComplex])
    #expect(read.diagnostics.map(\.position) == [SourcePosition(line: 7, column: 1)])
  }
}
