/// Words of another language than the lesson's: `[mot juste](lang:fr)`.
///
/// Written as a link, for a forge shows the words of one that leads nowhere and nothing else.
extension Link {
  /// What stands before the name of a language.
  package static let languageScheme = "lang:"

  /// The language that its words are in, as HTML names it; nil for a link that leads somewhere, or without words.
  package var language: String? {
    guard destination.hasPrefix(Self.languageScheme), !isWordless else { return nil }
    let tag = String(destination.dropFirst(Self.languageScheme.count))
    return Self.isLanguage(tag) ? tag : nil
  }

  /// Whether a text names a language as RFC 5646 has it: two or three letters, then parts of at most eight letters and digits.
  package static func isLanguage(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    func isWord(_ part: Substring, _ lengths: ClosedRange<Int>, _ isMeant: (Character) -> Bool) -> Bool {
      lengths.contains(part.count) && part.allSatisfy { $0.isASCII && isMeant($0) }
    }
    return isWord(parts[0], 2...3) { $0.isLetter }
      && parts.dropFirst().allSatisfy { isWord($0, 1...8) { $0.isLetter || $0.isNumber } }
  }
}
