import LessonModel

/// Where the characters of a value that a reader sees stand in the file: without stars, backslashes and tags between them.
struct WrittenPlaces {
  /// For each byte of the text where it stands; one of a named character stands where its name begins.
  private let offsets: [Int]
  private let text: [UInt8]
  private let source: SourceText

  /// - Returns: Nil where the text cannot be found again.
  init?(_ text: String, in range: Range<Int>, of source: SourceText) {
    let bytes = source.bytes
    let written = Array(text.utf8)
    var offsets: [Int] = []
    var place = range.lowerBound
    while offsets.count < written.count {
      guard place < range.upperBound else { return nil }
      let byte = bytes[place]
      if byte == written[offsets.count] {
        offsets.append(place)
        // The name of the character itself begins with it.
        let isNamed = byte == UInt8(ascii: "&") && bytes[(place + 1)..<range.upperBound].starts(with: "amp;".utf8)
        place += isNamed && !written[offsets.count...].starts(with: "amp;".utf8) ? 5 : 1
      } else if byte == 10 || byte == 13, written[offsets.count] == 32 {
        offsets.append(place)
        place += bytes[place..<range.upperBound].prefix { $0 == 10 || $0 == 13 || $0 == 32 || $0 == UInt8(ascii: ">") }.count
      } else if byte == UInt8(ascii: "&"), let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) {
        let length = Self.length(of: written[offsets.count])
        offsets += Array(repeating: place, count: min(length, written.count - offsets.count))
        place = end + 1
      } else if byte == UInt8(ascii: "<"), let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ">")) {
        place = end + 1
      } else if "\\*_~`".utf8.contains(byte) {
        place += 1
      } else {
        return nil
      }
    }
    self.offsets = offsets
    self.text = written
    self.source = source
  }

  /// The bytes of the file that a stretch of the text stands for; nil where something stands between them.
  func range(_ range: Range<Int>) -> Range<Int>? {
    if range.isEmpty {
      if range.lowerBound > 0, source.bytes[offsets[range.lowerBound - 1]] == text[range.lowerBound - 1] {
        let place = offsets[range.lowerBound - 1] + 1
        return place..<place
      }
      return range.lowerBound < offsets.count ? offsets[range.lowerBound]..<offsets[range.lowerBound] : nil
    }
    let found = offsets[range.lowerBound]..<(offsets[range.upperBound - 1] + 1)
    return source.bytes[found].elementsEqual(text[range]) ? found : nil
  }

  /// How many bytes the character has that begins with a byte.
  private static func length(of first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
}
