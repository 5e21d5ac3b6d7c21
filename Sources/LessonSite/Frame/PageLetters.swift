package import LessonModel

/// Whether a text needs more of the face of text than its first font has: a letter of another language than English, or a sign
/// among bold or italic words, of which that font has letters and digits.
///
/// A page with such a text links `letters.css`, of whose fonts a reader loads those whose characters are shown and only where the
/// system has no better face. All other pages load nothing more.
package enum PageLetters {
  package static func needsMore(_ html: HTML) -> Bool {
    var text = html.text
    return text.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      return scanner.finds()
    }
  }

  /// What is shown in other faces.
  private static let skipped: Set<String> = [
    "pre", "code", "samp", "kbd", "math", "svg", "script", "style", "title", "textarea", "select", "button", "label",
  ]
  /// What is shown bold or italic.
  private static let emphasized: Set<String> = [
    "h1", "h2", "h3", "h4", "strong", "em", "b", "i", "cite", "dfn", "var", "address",
  ]

  /// Upright characters of the first font that are not of ASCII.
  private static let first: Set<UInt32> = [0xA0, 0xAD, 0xB0, 0xB1, 0xB2, 0xB7, 0xB9, 0xD7, 0xE1, 0xE9, 0x2014, 0x2026, 0x2212]
  private static let print: Set<UInt32> = [
    0x2014, 0x201A, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212,
  ]

  /// Whether one of the fonts of `letters.css` has a character that is not of ASCII.
  private static func more(_ code: UInt32) -> Bool {
    switch code {
    case 0xA1...0xAC, 0xAE...0x134, 0x136...0x137, 0x139...0x148, 0x14C...0x17E, 0x218...0x21B: true
    default: print.contains(code)
    }
  }

  /// Whether a character of ASCII is none that the first font has in bold and italic as well. A low line looks the same in both.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "<")...UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "[")...UInt8(ascii: "^"), UInt8(ascii: "`"),
      UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0
    /// The element in which nothing counts, and how many of its name are open.
    var skipping: (name: String, depth: Int)?
    /// How many elements are open that are shown bold or italic.
    var depth = 0
    /// Whether the summary of a lesson is open, which is italic and whose end may be left out.
    var isSummary = false

    var isEmphasized: Bool { depth > 0 || isSummary }

    mutating func finds() -> Bool {
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "<") {
          readTag()
        } else if skipping != nil {
          place += 1
        } else if byte == UInt8(ascii: "&") {
          place += 1
          if isEmphasized, ["amp;", "lt;", "gt;", "quot;", "#39;"].contains(where: { stands($0, at: place) }) { return true }
        } else if byte < 0x80 {
          place += 1
          if isEmphasized, isSign(byte) { return true }
        } else {
          let code = scalar()
          if more(code), isEmphasized || !first.contains(code) { return true }
        }
      }
      return false
    }

    /// The character that begins here, of two bytes or of three; all others are of no Latin writing.
    private mutating func scalar() -> UInt32 {
      let lead = bytes[place]
      let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      defer { place += count }
      if count == 4 || place + count > bytes.count { return 0 }
      let start = UInt32(count == 3 ? lead & 0x0F : lead & 0x1F)
      return bytes[(place + 1)..<(place + count)].reduce(start) { $0 << 6 | UInt32($1 & 0x3F) }
    }

    private mutating func readTag() {
      place += 1
      let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
      if isEnd { place += 1 }
      let start = place
      while place < bytes.count, isNamed(bytes[place]) { place += 1 }
      let name = String(decoding: bytes[start..<place], as: UTF8.self)
      let css = firstClass()
      leaveTag()
      if let open = skipping {
        if open.name == name { skipping = isEnd ? (open.depth == 1 ? nil : (name, open.depth - 1)) : (name, open.depth + 1) }
        return
      }
      if isSummary, ["p", "header", "div"].contains(name) { isSummary = false }
      if isEnd {
        if emphasized.contains(name) { depth = max(depth - 1, 0) }
      } else if skipped.contains(name) || css.hasPrefix("katex") || css == "code" {
        skipping = (name, 1)
      } else if emphasized.contains(name) {
        depth += 1
      } else if css == "summary" {
        isSummary = true
      }
    }

    private func isNamed(_ byte: UInt8) -> Bool {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    /// The first class of the tag, where that is what its attributes begin with, as our renderers write them.
    private func firstClass() -> Substring {
      guard stands(" class=", at: place) else { return "" }
      var start = place + " class=".utf8.count
      if start < bytes.count, bytes[start] == UInt8(ascii: "\"") { start += 1 }
      let end = bytes[start...].firstIndex { " \">".utf8.contains($0) } ?? bytes.count
      return Substring(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Goes behind the end of the tag, which may stand in an attribute before.
    private mutating func leaveTag() {
      var isQuoted = false
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: ">"), !isQuoted { return }
      }
    }

    private func stands(_ text: StaticString, at place: Int) -> Bool {
      place + text.utf8CodeUnitCount <= bytes.count
        && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }
  }
}
