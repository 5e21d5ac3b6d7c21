package import LessonModel

/// Makes links of the web addresses that stand bare in a text.
///
/// Ours because the parser's own extension reads before its buffer (CVE-2023-22485).
package enum BareLinks {
  /// The text with its addresses as links.
  package static func html(_ text: String) -> HTML {
    guard text.contains("://") else { return HTML(escaping: text) }
    var html = HTML(unsafe: "")
    var rest = text[...]
    while let range = nextAddress(in: rest) {
      html += HTML(escaping: String(rest[..<range.lowerBound]))
      let address = String(rest[range])
      html += "<a href=\"\(address)\">\(address)</a>"
      rest = rest[range.upperBound...]
    }
    return html + HTML(escaping: String(rest))
  }

  private static func nextAddress(in text: Substring) -> Range<Substring.Index>? {
    var search = text
    while let found = ["https://", "http://"].compactMap({ search.firstRange(of: $0) }).min(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let end = addressEnd(text, from: found.upperBound)
      if !before.isLetter, !before.isNumber, end > found.upperBound { return found.lowerBound..<end }
      search = text[found.upperBound...]
    }
    return nil
  }

  /// The end of an address: before a blank or `<`, without the punctuation of the sentence around it.
  private static func addressEnd(_ text: Substring, from start: Substring.Index) -> Substring.Index {
    var end = text[start...].firstIndex { $0.isWhitespace || $0 == "<" } ?? text.endIndex
    while end > start {
      let last = text[text.index(before: end)]
      let address = text[start..<end]
      let isOpenParenthesis = last == ")" && address.count { $0 == "(" } < address.count { $0 == ")" }
      guard "?!.,:*_~'\";".contains(last) || isOpenParenthesis else { break }
      end = text.index(before: end)
    }
    return end
  }
}
