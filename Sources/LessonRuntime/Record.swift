internal import CLessonRuntime

/// One message to the tool: a line `type id fields count`, then `count` bytes, then a line feed.
///
/// The tool's `RunRecord` reads what is written here; both name the version in the first record.
struct Record {
  private var payload: [UInt8] = []

  mutating func append(_ text: String) {
    payload += Array(text.utf8)
  }

  /// A text that is followed by others: its length, a colon, its bytes.
  mutating func append(field text: String) {
    append("\(text.utf8.count):")
    append(text)
  }

  func send(_ type: Character, id: Int, _ number: Int64 = 0, kind: Character = "-") {
    var bytes = Array("\(type) \(id) \(number) \(kind) \(payload.count)\n".utf8)
    bytes += payload
    bytes.append(10)
    bytes.withUnsafeBytes { lesson_runtime_send($0.baseAddress, $0.count) }
  }
}
