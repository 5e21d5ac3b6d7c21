import CLessonRuntime

/// One message to the tool: a line `kind place offset form count`, then `count` bytes, then a line feed.
///
/// The tool's `RunRecord` reads what is written here and refuses another version.
struct Record {
  static let version = 3

  /// What a record is, by the letter that it begins with.
  enum Kind: Character {
    /// The first record; its place is the version.
    case begin = "L"
    /// The program has come to the beginning or the end of a block.
    case mark = "M"
    /// It has come to a statement inside a block.
    case statement = "S"
    case value = "V"
    case figure = "F"
    /// A value at a line that is watched.
    case traced = "T"
  }

  /// How a value is written, by the letter that says so.
  enum Form: Character {
    case none = "-"
    case nothing = "v"
    /// The bits, in hexadecimal digits.
    case float64 = "d"
    case float32 = "f"
    case integer = "i"
    case bool = "b"
    case figure = "g"
    /// The description of a value of any other type.
    case text = "t"
  }

  private var payload: [UInt8] = []

  mutating func append(_ text: String) {
    payload += Array(text.utf8)
  }

  /// A text that is followed by others: its length, a colon, its bytes.
  mutating func append(field text: String) {
    append("\(text.utf8.count):")
    append(text)
  }

  func send(_ kind: Kind, _ place: Int, offset: Int64 = 0, form: Form = .none) {
    var bytes = Array("\(kind.rawValue) \(place) \(offset) \(form.rawValue) \(payload.count)\n".utf8)
    bytes += payload
    bytes.append(10)
    bytes.withUnsafeBytes { lesson_runtime_send($0.baseAddress, $0.count) }
  }
}
