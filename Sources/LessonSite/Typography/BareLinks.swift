package import LessonModel

/// Makes links of the addresses that stand bare in a text, as the GitHub Markdown specification says under "Autolinks
/// (extension)": `https://...`, `http://...`, `www....` and those of mail.
///
/// Ours because the parser's own extension reads before its buffer (CVE-2023-22485).
package enum BareLinks {
  /// The text with its addresses as links.
  package static func html(_ text: String) -> HTML {
    pieces(text).map { piece -> HTML in
      guard let address = piece.address else { return HTML(escaping: piece.text) }
      return "<a href=\"\(WebAddress.completed(address))\">\(piece.text)</a>"
    }.joined()
  }

  /// The same as a text and links side by side.
  package static func inlines(_ text: String) -> [Inline] {
    pieces(text).map { piece in
      guard let address = piece.address else { return .text(piece.text) }
      return .link(Link(destination: address, title: "", content: [.text(piece.text)], offset: 0))
    }
  }

  /// A stretch of a text, with where it leads where it is an address.
  private struct Piece {
    var text: String
    var address: String?
  }

  private static func pieces(_ text: String) -> [Piece] {
    guard text.utf8.contains(UInt8(ascii: "@")) || text.contains("://") || text.contains("www.") else {
      return [Piece(text: text)]
    }
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var reached = 0
    var place = 0
    while place < bytes.count {
      guard let link = address(bytes, place, from: reached) else {
        place += 1
        continue
      }
      if link.range.lowerBound > reached {
        pieces.append(Piece(text: String(decoding: bytes[reached..<link.range.lowerBound], as: UTF8.self)))
      }
      let written = String(decoding: bytes[link.range], as: UTF8.self)
      pieces.append(Piece(text: written, address: link.scheme + written))
      reached = link.range.upperBound
      place = reached
    }
    if reached < bytes.count { pieces.append(Piece(text: String(decoding: bytes[reached...], as: UTF8.self))) }
    return pieces
  }

  private struct Found {
    var range: Range<Int>
    /// What stands before it in the address alone.
    var scheme = ""
  }

  /// The address that begins at a byte, or that of mail whose `@` stands there.
  ///
  /// - Parameter reached: Behind the last address.
  private static func address(_ bytes: [UInt8], _ place: Int, from reached: Int) -> Found? {
    let rest = bytes[place...]
    switch bytes[place] {
    case UInt8(ascii: "h"), UInt8(ascii: "H"):
      for scheme in ["https://", "http://"]
      where rest.prefix(scheme.utf8.count).map({ $0 | 32 }) == scheme.utf8.map({ $0 | 32 }) {
        guard isFree(bytes, place) else { return nil }
        let end = end(bytes, of: place + scheme.utf8.count)
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        return end > place + scheme.utf8.count && WebAddress.fault(of: text) == nil ? Found(range: place..<end) : nil
      }
      return nil
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      guard rest.prefix(4).map({ $0 | 32 }) == "www.".utf8.map({ $0 | 32 }), isFree(bytes, place) else { return nil }
      let end = end(bytes, of: place + 4)
      return isDomain(bytes[place..<end]) ? Found(range: place..<end, scheme: "http://") : nil
    case UInt8(ascii: "@"): return mail(bytes, at: place, from: reached)
    default: return nil
    }
  }

  /// Whether no letter or digit stands before a byte.
  private static func isFree(_ bytes: [UInt8], _ place: Int) -> Bool { place == 0 || !isWord(bytes[place - 1]) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte >= 0x80
  }

  /// The end of an address: before a blank or `<`, without the punctuation of the sentence around it.
  private static func end(_ bytes: [UInt8], of start: Int) -> Int {
    var end = bytes[start...].firstIndex { $0 <= 32 || $0 == UInt8(ascii: "<") } ?? bytes.count
    let address = bytes[start..<end]
    // Counted once: a text may be nothing but parentheses.
    var surplus = address.count { $0 == UInt8(ascii: ")") } - address.count { $0 == UInt8(ascii: "(") }
    while end > start {
      let last = bytes[end - 1]
      if last == UInt8(ascii: ")") {
        guard surplus > 0 else { break }
        surplus -= 1
      } else if !"?!.,:*_~'\";".utf8.contains(last) {
        break
      }
      end -= 1
    }
    return end
  }

  /// Whether an address begins with words parted by full stops, of which the last two have no underscore.
  private static func isDomain(_ address: ArraySlice<UInt8>) -> Bool {
    let name = address.prefix { isWord($0) || "-_.".utf8.contains($0) }
    let words = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.count > 1 && words.allSatisfy { !$0.isEmpty }
      && words.suffix(2).allSatisfy { !$0.contains(UInt8(ascii: "_")) }
  }

  private static func mail(_ bytes: [UInt8], at place: Int, from reached: Int) -> Found? {
    func isPlain(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...122).contains(byte | 32) }
    var start = place
    while start > reached, isPlain(bytes[start - 1]) || ".-_+".utf8.contains(bytes[start - 1]) { start -= 1 }
    var end = place + 1
    while end < bytes.count, isPlain(bytes[end]) || "-_.".utf8.contains(bytes[end]) { end += 1 }
    while end > place, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let words = bytes[(place + 1)..<max(end, place + 1)].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard start < place, words.count > 1, words.allSatisfy({ !$0.isEmpty }), !"-_".utf8.contains(bytes[end - 1]) else {
      return nil
    }
    return Found(range: start..<end, scheme: "mailto:")
  }
}
