/// A destination or a title as it is written, or what it says; each byte knows where it stands in the file.
struct WrittenText {
  private(set) var bytes: [UInt8]
  private(set) var offsets: [Int]

  init(_ bytes: some Collection<UInt8>, at offsets: some Collection<Int>) {
    self.bytes = Array(bytes)
    self.offsets = Array(offsets)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text without blanks at its ends.
  var trimmed: WrittenText {
    let start = bytes.prefix(while: \.isSpace).count
    let end = max(bytes.count - bytes.reversed().prefix(while: \.isSpace).count, start)
    return WrittenText(bytes[start..<end], at: offsets[start..<end])
  }

  /// What it says: first references such as `&lt;` mean their characters, then a backslash makes the next one plain.
  var decoded: WrittenText {
    var plain = WrittenText([], at: [])
    var index = 0
    while index < bytes.count {
      if let end = referenceEnd(index), let text = CMarkParse.words(of: bytes[index..<end]) {
        for byte in text.utf8 { plain.append(byte, at: offsets[index]) }
        index = end
      } else {
        plain.append(bytes[index], at: offsets[index])
        index += 1
      }
    }
    var result = WrittenText([], at: [])
    index = 0
    while index < plain.bytes.count {
      if plain.bytes[index] == UInt8(ascii: "\\"), index + 1 < plain.bytes.count, plain.bytes[index + 1].isPunctuation {
        index += 1
      }
      result.append(plain.bytes[index], at: plain.offsets[index])
      index += 1
    }
    return result
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  /// The end of what may be a reference to a character.
  private func referenceEnd(_ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "&") else { return nil }
    let name = bytes[(start + 1)...].prefix(33).prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";") ? name.endIndex + 1 : nil
  }
}
