extension MalformedLesson {
  /// A1 to A8: files that are not UTF-8 text, or hardly.
  static let encodings: [MalformedLesson] = [
    // An empty lesson is an error: a course that lost a lesson's text must hear of it.
    MalformedLesson("A01-empty", "⟦empty-lesson|this lesson is empty⟧"),
    MalformedLesson("A02-only-blanks", "⟦empty-lesson|this lesson is empty⟧  \n\t\n\r\n"),
    // A byte order mark is dropped and takes no column.
    MalformedLesson("A03-byte-order-mark", "\u{FEFF}# It is [⟦mismatch|3 is written, 2 is computed⟧3](swift:1+1)\n"),
    MalformedLesson(
      "A03-byte-order-mark-front-matter", "\u{FEFF}---\n⟦front-matter|unknown key 'titel'⟧titel: Wrong\n---\n\n# Right\n"),
    MalformedLesson("A04-utf16-little-endian", bytes: mark("encoding|looks like UTF-16") + [0xFF, 0xFE] + utf16("# Title\n")),
    MalformedLesson("A04-utf16-big-endian", bytes: mark("encoding|looks like UTF-16") + [0xFE, 0xFF, 0, 0x23, 0, 0x20]),
    MalformedLesson(
      "A05-latin1", bytes: Array("# T\n\n\n\nUn ca".utf8) + mark("encoding|the byte 0xE9 cannot stand here") + [0xE9, 0x0A]),
    MalformedLesson("A06-overlong", bytes: Array("# T\n\na".utf8) + mark("encoding|the byte 0xC0") + [0xC0, 0xAF, 0x0A]),
    MalformedLesson(
      "A06-surrogate", bytes: Array("# T\n\na".utf8) + mark("encoding|the byte 0xED") + [0xED, 0xA0, 0x80, 0x0A]),
    MalformedLesson("A06-cut-short", bytes: Array("# T\n\n日本".utf8) + mark("encoding|the byte 0xE8") + [0xE8, 0xAA]),
    MalformedLesson("A07-nul", "# T\n\nBefore⟦encoding|a NUL byte stands here⟧\u{0}after\n\nmore\n"),
    // One message, however much of the file is wrong.
    MalformedLesson(
      "A08-executable", bytes: [0x7F, 0x45, 0x4C, 0x46, 0x02] + mark("encoding|a NUL byte") + [0, 0, 0, 0, 0, 0, 0x3E, 0]),
    MalformedLesson(
      "A08-noise", bytes: Array("# T\n\n".utf8) + mark("encoding|the byte 0xF5") + (0..<60_000).map { UInt8(0xF5 + $0 % 11) }),
  ]

  /// A9 to A12: line ends. Lines are counted as Markdown counts them, columns in bytes.
  static let lineEnds: [MalformedLesson] = [
    MalformedLesson("A09-crlf", "# T\r\n\r\n```swift\r\nlet n: Int = ⟦compile-error|cannot convert⟧\"x\"\r\n```\r\n"),
    MalformedLesson("A10-cr-only", "# T\r\r```swift\rlet a = 1\rlet n: Int = ⟦compile-error|cannot convert⟧\"x\"\r```\r"),
    MalformedLesson(
      "A10-mixed", "# T\r\n\n```swift\rlet a = 1\r\nlet b = 2\nlet n: Int = ⟦compile-error|cannot convert⟧\"x\"\r\n```\n"),
    MalformedLesson(
      "A11-nel-ls-ps",
      "# T\u{2028}still a heading\n\n```swift\n// one\u{2028}line\u{2029}of\u{85}comment\nlet n: Int = ⟦compile-error|cannot convert⟧\"x\"\n```\n"
    ),
    MalformedLesson("A12-no-final-newline", "# T\n\n```swift\nlet n = 1\n```"),
    MalformedLesson("A12-error-at-the-end", "# T\n\nIt is [⟦mismatch|3 is written⟧3](swift:1+1)"),
  ]

  private static func mark(_ text: String) -> [UInt8] { Array("⟦\(text)⟧".utf8) }
  private static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
}
