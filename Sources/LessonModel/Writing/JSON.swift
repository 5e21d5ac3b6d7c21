/// A JSON value whose objects keep the order in which they are written.
package indirect enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  package static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

  package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  package var text: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8]) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .integer(let value): text += String(value).utf8
    case .number(let value): text += (value.isFinite ? String(describing: value) : "null").utf8
    case .string(let value): Self.write(value, to: &text)
    case .array(let items):
      text += "[".utf8
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", ".utf8 }
        item.write(to: &text)
      }
      text += "]".utf8
    case .object(let entries):
      text += "{".utf8
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += ", ".utf8 }
        Self.write(entry.0, to: &text)
        text += ": ".utf8
        entry.1.write(to: &text)
      }
      text += "}".utf8
    }
  }

  /// Whether these bytes end a character that turns the direction of the text: U+202A to U+202E, U+2066 to U+2069.
  private static func turnsDirection(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, let second = rest.dropFirst().first else { return false }
    return first == 0x80 && (0xAA...0xAE).contains(second) || first == 0x81 && (0xA6...0xA9).contains(second)
  }

  /// Byte by byte: of the characters that are escaped, U+0080 to U+009F have two bytes, U+2028 and U+2029 three.
  private static func write(_ value: String, to text: inout [UInt8]) {
    func escape(_ code: UInt16) {
      let digits = String(code, radix: 16)
      text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    }
    text += "\"".utf8
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\"".utf8
      case UInt8(ascii: "\\"): text += "\\\\".utf8
      case 10: text += "\\n".utf8
      case 13: text += "\\r".utf8
      case 9: text += "\\t".utf8
      case 0..<32, 0x7F: escape(UInt16(byte))
      case 0xC2 where rest.first.map { $0 < 0xA0 } == true: rest.popFirst().map { escape(UInt16($0)) }
      case 0xE2 where rest.starts(with: [0x80, 0xA8]) || rest.starts(with: [0x80, 0xA9]):
        escape(0x2000 + UInt16(rest[rest.startIndex + 1]) - 0x80)
        rest = rest.dropFirst(2)
      case 0xE2 where Self.turnsDirection(rest):
        escape((rest.first == 0x80 ? 0x2000 : 0x2040) + UInt16(rest[rest.startIndex + 1] & 0x3F))
        rest = rest.dropFirst(2)
      default: text.append(byte)
      }
    }
    text += "\"".utf8
  }
}
