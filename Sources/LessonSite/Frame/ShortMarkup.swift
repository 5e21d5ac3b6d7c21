package import LessonModel

/// A finished page in fewer bytes that a browser reads as the same: without quotation marks around values that need none, and
/// without end tags that the next tag implies.
///
/// It knows HTML, not XML: the book for devices is written as it is. What is not markup, such as scripts, comments and the text of
/// a title, is left alone, and so is a tag that is not written as ours are.
package enum ShortMarkup {
  package static func page(_ page: HTML) -> HTML {
    var text = page.text
    let bytes = text.withUTF8 { bytes in
      var writer = Writer(bytes: bytes)
      writer.writePage()
      return writer.written
    }
    return HTML(unsafe: String(decoding: bytes, as: UTF8.self))
  }

  /// Elements whose contents are text, whatever stands there.
  private static let textual: Set<String> = ["script", "style", "textarea", "title"]

  /// The tags before which an element's own end tag may be left out. The blanks between the two go with it: they would come to
  /// stand in the element.
  private static let implied: [String: Set<String>] = [
    "li": ["<li", "</ul", "</ol"], "dt": ["<dt", "<dd"], "dd": ["<dt", "<dd", "</dl", "</div"], "td": ["<td", "<th", "</tr"],
    "th": ["<td", "<th", "</tr"], "tr": ["<tr", "</thead", "</tbody", "</table"],
    "p": [
      "<p", "<div", "<ul", "<ol", "<dl", "<pre", "<table", "<section", "<figure", "<details", "<blockquote", "<form", "<h2",
      "<h3", "<h4", "<nav", "<aside", "<header", "<footer", "<fieldset", "<hr", "</div", "</li", "</td", "</dd", "</section",
      "</details", "</blockquote", "</header", "</footer", "</main", "</form", "</fieldset", "</figure", "</figcaption",
      "</aside", "</article",
    ],
  ]

  private struct Writer {
    let bytes: UnsafeBufferPointer<UInt8>
    var written: [UInt8] = []
    /// What has been looked at.
    var place = 0
    /// What has been written.
    var reached = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      written.reserveCapacity(bytes.count)
    }

    mutating func writePage() {
      while let open = next(UInt8(ascii: "<")) {
        place = open + 1
        if starts(with: "<!--", at: open) {
          skip(to: "-->")
        } else if let name = name(at: place) {
          writeStartTag()
          if textual.contains(name) { skip(to: "</" + name) }
        } else if starts(with: "</", at: open), let name = name(at: open + 2), let followers = implied[name],
          let end = next(UInt8(ascii: ">")), let follower = tag(behind: end + 1), followers.contains(follower.name)
        {
          write(to: open)
          (place, reached) = (follower.place, follower.place)
        }
      }
      write(to: bytes.count)
    }

    /// Writes a tag from its name on; stands behind it afterwards.
    private mutating func writeStartTag() {
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
        let isValue = bytes[place] == UInt8(ascii: "=")
        place += 1
        guard isValue, place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
          continue
        }
        let quote = place
        place += 1
        guard let end = next(bytes[quote]) else { return place = bytes.count }
        place = end + 1
        // Behind a bare value only a blank or the end of the tag tells where it ends.
        guard place < bytes.count, isBlank(bytes[place]) || bytes[place] == UInt8(ascii: ">"), isBare(quote + 1..<end) else {
          continue
        }
        write(to: quote)
        reached = quote + 1
        write(to: end)
        reached = end + 1
      }
    }

    /// Whether a value ends where it seems to without quotation marks; one that ends in a slash would look as if its tag did.
    private func isBare(_ value: Range<Int>) -> Bool {
      if value.isEmpty || bytes[value.upperBound - 1] == UInt8(ascii: "/") { return false }
      return bytes[value].allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
          false
        default: !isBlank(byte)
        }
      }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func write(to end: Int) {
      written += bytes[reached..<end]
      reached = end
    }

    private func next(_ byte: UInt8) -> Int? { bytes[place...].firstIndex(of: byte) }

    private func starts(with text: String, at start: Int) -> Bool { bytes[start...].starts(with: text.utf8) }

    private mutating func skip(to text: String) {
      while place < bytes.count, !starts(with: text, at: place) { place += 1 }
    }

    /// The name of a tag that begins at a byte, in small letters and digits as all names are that matter here.
    private func name(at start: Int) -> String? {
      let letters = bytes[start...].prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      guard let first = letters.first, first >= 0x61 else { return nil }
      return String(decoding: letters, as: UTF8.self)
    }

    /// The next tag up to the end of its name, where nothing but blanks stand before it.
    private func tag(behind start: Int) -> (name: String, place: Int)? {
      guard let open = bytes[start...].firstIndex(where: { !isBlank($0) }), bytes[open] == UInt8(ascii: "<") else { return nil }
      let isEnd = open + 1 < bytes.count && bytes[open + 1] == UInt8(ascii: "/")
      return name(at: open + (isEnd ? 2 : 1)).map { ((isEnd ? "</" : "<") + $0, open) }
    }
  }
}
