/// `[!WORD]` as it stands in the bytes of a lesson, whether or not the word is the name of a callout.
struct CalloutMarker: Equatable {
  var range: Range<Int>
  /// The letters of the word.
  var wordRange: Range<Int>
  var word: String
  /// Whether there are blanks around the word, which code forges do not let through.
  var isSpaced: Bool

  var kind: Callout.Kind? { isSpaced ? nil : Callout.Kind(rawValue: word.lowercased()) }

  /// The marker that begins at a byte; nil where there is none.
  static func read(in source: SourceText, at start: Int) -> CalloutMarker? {
    let bytes = source.bytes[min(start, source.bytes.count)...]
    guard bytes.starts(with: "[!".utf8) else { return nil }
    let word = bytes.dropFirst(2).prefix { isLetter($0) || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    guard word.endIndex < bytes.endIndex, bytes[word.endIndex] == UInt8(ascii: "]") else { return nil }
    let parts = word.split(separator: UInt8(ascii: " "))
    guard parts.count == 1, parts[0].contains(where: isLetter) else { return nil }
    return CalloutMarker(
      range: start..<(word.endIndex + 1), wordRange: parts[0].startIndex..<parts[0].endIndex,
      word: String(decoding: parts[0], as: UTF8.self), isSpaced: parts[0].count < word.count)
  }

  /// The marker of a known callout that stands alone on a line, whatever quotations and blanks are before it.
  static func alone(on line: Int, of source: SourceText) -> CalloutMarker? {
    let bytes = source.bytes[source.lineRange(line)]
    let start = bytes.drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }.startIndex
    guard let marker = read(in: source, at: start), marker.kind != nil,
      source.bytes[marker.range.upperBound..<bytes.endIndex].allSatisfy({ $0 == 32 || $0 == 9 })
    else { return nil }
    return marker
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32) }
}
