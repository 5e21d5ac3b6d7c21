/// Says a formula's HTML in fewer words, with the style sheet to match: a lesson may have a hundred formulas, and a page is to
/// be light.
///
/// What a reader sees and hears stays the same. `span` becomes `i`, the commonest classes get short names, a `span` that no
/// rule speaks of goes, and so does the TeX beside the MathML, which browsers without style would print. Characters of the
/// private use area, which no page should hold, are written by the style sheet.
package enum FormulaCompactor {
  /// Short names begin with a capital: no class that stands for a style does.
  private static let names: [String: String] = [
    "vlist-t": "A", "vlist-t2": "B", "vlist-r": "C", "vlist": "D", "pstrut": "E", "vlist-s": "F", "strut": "G", "sizing": "H",
    "reset-size6": "I", "size3": "J", "mathnormal": "K", "msupsub": "L", "base": "M", "mspace": "N", "mfrac": "O",
    "frac-line": "P", "nulldelimiter": "Q", "delimsizing": "R", "op-symbol": "S", "mop": "T", "op-limits": "U", "mtight": "V",
    "reset-size3": "W", "size6": "X", "mtable": "Y", "accent-body": "Z",
  ]

  /// The beginning of a piece that a line keeps together.
  private static let base = "<i class=M>"

  /// Classes whose children, and their children, are spoken of as `span`.
  private static let parents: Set<String> = ["vlist", "mfrac", "inner", "delim-size1", "delim-size4"]
  private static let grandparents: Set<String> = ["vlist", "mfrac"]

  /// A formula's HTML in fewer words, and what is known of it.
  package struct Compacted: Sendable, Equatable {
    package var html: String
    /// The characters of the private use area that the style sheet must write.
    package var privateCharacters: Set<Unicode.Scalar> = []
    /// How many characters a reader sees.
    package var characters = 0
    /// The most of them that a line must keep together: KaTeX lets lines break between its bases.
    package var longestPiece = 0
  }

  /// - Parameter html: As ``StyleClasses/moved(_:named:)`` leaves it.
  package static func compact(_ html: String) -> Compacted {
    guard let start = html.firstRange(ofBytes: "<span class=katex-html")?.lowerBound else {
      return measured(Compacted(html: html))
    }
    var result = spoken(html[..<start])
    result.reserveCapacity(html.utf8.count)
    var privates: Set<Unicode.Scalar> = []
    var open: [(classes: [String], isKept: Bool)] = []
    var rest = html[start...]
    while let less = rest.firstIndex(ofByte: "<"), let greater = rest[less...].firstIndex(ofByte: ">") {
      result += text(rest[..<less], &privates)
      let tag = rest[less...greater]
      rest = rest[rest.utf8.index(after: greater)...]
      if tag.utf8.starts(with: "<span".utf8) {
        let classes = self.classes(of: tag)
        let ancestors = open.filter(\.isKept)
        let isNeeded =
          tag != "<span>" || ancestors.last?.classes.contains(where: parents.contains) == true
          || ancestors.dropLast().last?.classes.contains(where: grandparents.contains) == true
        open.append((classes, isNeeded))
        if isNeeded { result += shortened(tag, classes) }
      } else if tag == "</span>", let last = open.popLast() {
        if last.isKept { result += last.classes.contains("katex-html") ? "</span>" : "</i>" }
      } else {
        result += tag
      }
    }
    return measured(Compacted(html: result + text(rest, &privates), privateCharacters: privates))
  }

  private static func measured(_ compacted: Compacted) -> Compacted {
    var measured = compacted
    measured.characters = characters(compacted.html[...])
    measured.longestPiece = compacted.html.split(separator: base).dropFirst().map { characters($0) }.max() ?? 0
    return measured
  }

  /// How many characters of a piece of HTML a reader sees.
  private static func characters(_ html: Substring) -> Int {
    var count = 0
    var isInTag = false
    // The MathML twin is for those who hear it.
    let shown = html.firstRange(ofBytes: "</math>").map { html[$0.upperBound...] } ?? html
    for byte in shown.utf8 {
      if byte == UInt8(ascii: "<") { isInTag = true }
      // A reference or a character of several bytes counts once.
      if !isInTag, byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return count
  }

  /// The style sheet for formulas that were made compact.
  ///
  /// - Parameter privateCharacters: Those of all formulas.
  package static func compact(sheet: String, privateCharacters: Set<Unicode.Scalar>) -> String {
    var result = ""
    var rest = sheet[...]
    while let open = rest.firstIndex(ofByte: "{"), let close = rest[open...].firstIndex(ofByte: "}") {
      result += selector(rest[..<open]) + rest[open...close]
      rest = rest[rest.utf8.index(after: close)...]
    }
    result += rest + ".katex i{font-style:inherit}"
    for scalar in privateCharacters.sorted(by: { $0.value < $1.value }) {
      result += ".katex .\(name(of: scalar)):before{content:\"\\\(String(scalar.value, radix: 16))\"}"
    }
    return result
  }

  /// MathML without the TeX it was made from.
  private static func spoken(_ html: Substring) -> String {
    var result = String(html)
    while let start = result.firstRange(ofBytes: "<annotation"),
      let end = result[start.upperBound...].firstRange(ofBytes: "</annotation>")
    {
      result.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return result.replacing("<semantics>", with: "").replacing("</semantics>", with: "")
  }

  private static func text(_ text: Substring, _ privates: inout Set<Unicode.Scalar>) -> String {
    guard text.unicodeScalars.contains(where: isPrivate) else { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars {
      if isPrivate(scalar) {
        privates.insert(scalar)
        result += "<i class=\(name(of: scalar))></i>"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xF8FF).contains(scalar.value) }

  private static func name(of scalar: Unicode.Scalar) -> String { "u-" + String(scalar.value, radix: 16) }

  private static func classes(of tag: Substring) -> [String] {
    guard let start = tag.firstRange(ofBytes: " class=")?.upperBound else { return [] }
    let value = tag[start...]
    if value.first == "\"" { return value.dropFirst().prefix { $0 != "\"" }.split(separator: " ").map(String.init) }
    return [String(value.prefix { $0 != " " && $0 != ">" })]
  }

  private static func shortened(_ tag: Substring, _ classes: [String]) -> String {
    if classes.contains("katex-html") { return String(tag) }
    let short = classes.map { names[$0] ?? $0 }
    let attribute =
      switch short.count {
      case 0: ""
      case 1: " class=\(short[0])"
      default: " class=\"\(short.joined(separator: " "))\""
      }
    var others = tag.dropFirst("<span".count).dropLast()
    if let start = others.firstRange(ofBytes: " class=") {
      let value = others[start.upperBound...]
      let length =
        value.first == "\""
        ? (value.dropFirst().firstIndex(of: "\"").map { value.index(after: $0) }) : value.firstIndex(of: " ")
      others.removeSubrange(start.lowerBound..<(length ?? others.endIndex))
    }
    return "<i\(attribute)\(others)>"
  }

  /// A selector with the short names.
  private static func selector(_ selector: Substring) -> String {
    var result = ""
    var rest = selector.replacing(">span", with: ">i")[...]
    while let dot = rest.firstIndex(ofByte: ".") {
      result += rest[...dot]
      let name = rest[rest.utf8.index(after: dot)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
      }
      result += names[String(name)] ?? String(name)
      rest = rest[name.endIndex...]
    }
    return result + rest
  }
}
