/// A citation in the prose, `[@key]`, `[see @key, p. 4; @other]`: Pandoc's forms in brackets.
package struct Citation: Sendable, Equatable {
  /// One source of it.
  package struct Item: Sendable, Equatable {
    /// What stands before the key, such as `see`.
    package var prefix: String
    package var key: String
    /// What stands behind the key, such as `section 3`.
    package var locator: String
    /// Whether the text names the author already: `[-@key]`.
    package var leavesOutAuthor: Bool
    /// Where the `@` stands: in the citation's text, or in the lesson once it is read.
    package var offset: Int
  }

  package var items: [Item]
  package var position: SourcePosition
}

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

  private static let at = UInt8(ascii: "@")

  private static func item(_ text: [UInt8], _ range: Range<Int>, prefix: String) -> Citation.Item? {
    guard let place = range.first(where: { isKeyMark(text, $0, in: range) }) else { return nil }
    var end = place + 1
    var reached = end
    while end < range.upperBound, isWordByte(text[end]) || isInner(text[end]) {
      end += 1
      if isWordByte(text[end - 1]) { reached = end }
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
    guard text[place] == at, place + 1 < range.upperBound, isWordByte(text[place + 1]) else { return false }
    return place == range.lowerBound || !isWordByte(text[place - 1])
  }

  /// Letters of all alphabets count: every byte of theirs is above ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 128
  }

  private static func isInner(_ byte: UInt8) -> Bool { ":.#$%&+?<>~/-".utf8.contains(byte) }

  /// The text with each run of blanks, line ends and marks of quotations as one blank, without any at its ends.
  private static func words(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
