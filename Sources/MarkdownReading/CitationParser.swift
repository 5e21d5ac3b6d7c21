package import LessonModel

/// Reads what stands between the brackets of a citation.
///
///     citation = item (";" item)*
///     item     = prefix? "-"? "@" key ("," | blank)? locator?
///     key      = (letter | digit | "_") (letter | digit | one of "_:.#$%&+?<>~/-" between those)*
package enum CitationParser {
  /// The items of a citation; nil where the text is none, as in `[a@b.org]`.
  package static func items(_ text: [UInt8]) -> [Citation.Item]? {
    guard text.contains(at) else { return nil }
    var items: [Citation.Item] = []
    var prefix = ""
    var start = 0
    for end in text.indices.filter({ text[$0] == UInt8(ascii: ";") }) + [text.count] {
      if let item = item(text, start..<end, prefix: prefix) {
        items.append(item)
        prefix = ""
      } else if items.isEmpty {
        // Words with a semicolon before the first key belong to its prefix; behind a key, to its locator.
        prefix += words(text[start..<end]) + ";"
      } else {
        items[items.count - 1].locator += "; " + words(text[start..<end])
      }
      start = end + 1
    }
    return items.isEmpty ? nil : items
  }

  /// Whether no backslash in a text makes plain the mark of a key or a bracket, no line in it is broken, and no mark of emphasis
  /// can belong to one outside the brackets around it.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    var place = text.startIndex
    while place < text.endIndex {
      let before = place > text.startIndex ? text[place - 1] : UInt8(ascii: "[")
      let after = place + 1 < text.endIndex ? text[place + 1] : UInt8(ascii: "]")
      switch text[place] {
      case UInt8(ascii: "\\"):
        if "[]@\n".utf8.contains(after) { return false }
        place += after.isPunctuation ? 1 : 0
      case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "_"):
        let isInWord = text[place] == UInt8(ascii: "_") && before.isWordByte && after.isWordByte
        guard isInWord || (before.isSpace && after.isSpace) else { return false }
      case 10: if before == 32, text.prefix(upTo: place).suffix(2).first == 32 { return false }
      default: break
      }
      place += 1
    }
    return true
  }

  private static let at = UInt8(ascii: "@")

  private static func item(_ text: [UInt8], _ range: Range<Int>, prefix: String) -> Citation.Item? {
    guard let place = range.first(where: { isKeyMark(text, $0, in: range) }) else { return nil }
    var end = place + 1
    var reached = end
    while end < range.upperBound, text[end].isWordByte || isInner(text[end]) {
      end += 1
      if text[end - 1].isWordByte { reached = end }
    }
    let isBare = place > range.lowerBound && text[place - 1] == UInt8(ascii: "-")
    var locator = text[reached..<range.upperBound]
    if locator.first == UInt8(ascii: ",") { locator = locator.dropFirst() }
    return Citation.Item(
      prefix: [prefix, words(text[range.lowerBound..<(isBare ? place - 1 : place)])].filter { !$0.isEmpty }.joined(
        separator: " "),
      key: String(decoding: text[(place + 1)..<reached], as: UTF8.self), locator: words(locator), leavesOutAuthor: isBare,
      offset: place)
  }

  /// An `@` opens a key unless it stands in a word, as in an address of mail.
  private static func isKeyMark(_ text: [UInt8], _ place: Int, in range: Range<Int>) -> Bool {
    guard text[place] == at, place + 1 < range.upperBound, text[place + 1].isWordByte else { return false }
    return place == range.lowerBound || !text[place - 1].isWordByte
  }

  private static func isInner(_ byte: UInt8) -> Bool { ":.#$%&+?<>~/-".utf8.contains(byte) }

  /// The text with each run of blanks and line ends as one blank, without any at its ends.
  private static func words(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
