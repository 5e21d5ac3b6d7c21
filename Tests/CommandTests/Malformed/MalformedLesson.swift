import Testing

/// A lesson whose text is wrong or strange, with the expected diagnostics marked: one row of table A.
struct MalformedLesson: Sendable, CustomTestStringConvertible {
  /// The lesson's file name without `.md`, which begins with its row.
  var name: String
  var text: MarkedText

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = MarkedText(text)
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.text = MarkedText(bytes: bytes)
  }

  var testDescription: String { name }

  static let all = encodings + lineEnds + frontMatter + fences + hiddenFences
}
