/// Says a formula's HTML in fewer words, with the style sheet to match: a lesson may have a hundred formulas, and a page is to
/// be light.
///
/// What a reader sees and hears stays the same. `span` becomes `i`, a letter in italics `u`, a piece of the line `b`, an operator
/// with its blanks `s`, a relation `q`; other common
/// classes get short names, a `span` that no
/// rule speaks of goes, and so does the TeX beside the MathML, which browsers without style would print. A letter or a number
/// alone is heard as it is seen and needs no MathML. Characters of the private use area, which no page should hold, are written
/// by the style sheet.
package enum FormulaCompactor {
  /// A letter alone: classes that stand for a style have digits.
  private static let names: [String: String] = [
    "vlist-t": "A", "vlist-t2": "B", "vlist-r": "C", "vlist": "D", "pstrut": "E", "vlist-s": "F", "strut": "G", "sizing": "H",
    "reset-size6": "I", "size3": "J", "mathnormal": "K", "msupsub": "L", "base": "M", "mspace": "N", "mfrac": "O",
    "frac-line": "P", "nulldelimiter": "Q", "delimsizing": "R", "op-symbol": "S", "mop": "T", "op-limits": "U", "mtight": "V",
    "reset-size3": "W", "size6": "X", "mtable": "Y", "accent-body": "Z", "script": "a", "radix": "c", "sqrt": "d",
    "svg-align": "e",
    "hide-tail": "f",
  ]

  /// Classes whose children, and their children, are spoken of as `span`.
  fileprivate static let parents: Set<String> = ["vlist", "mfrac", "inner", "delim-size1", "delim-size4"]
  fileprivate static let grandparents: Set<String> = ["vlist", "mfrac"]

  /// A formula's HTML in fewer words, and what is known of it.
  package struct Compacted: Sendable, Equatable {
    package var html: String
    /// The declarations that some of its classes stand for.
    package var declarations: [String] = []
    /// The characters of the private use area that the style sheet must write.
    package var privateCharacters: Set<Unicode.Scalar> = []
    /// How many characters a reader sees.
    package var characters = 0
    /// The most of them that a line must keep together: KaTeX lets lines break between its bases.
    package var longestPiece = 0
  }

  /// - Parameters:
  ///   - html: As ``StyleClasses/moved(_:named:)`` leaves it.
  ///   - declarations: Those that its classes stand for; the answer has those that are left.
  package static func compact(_ html: String, declarations: [String] = []) -> Compacted {
    guard let start = html.firstRange(ofBytes: "<span class=katex-html")?.lowerBound else {
      return Compacted(html: html, declarations: declarations, characters: characters(html[...]))
    }
    var folding = FormulaFolding()
    var writer = Writer()
    let nodes = FormulaNode.nodes(of: html[start...])
    // What stands open before this part is closed behind it.
    let head = html[..<start]
    let opened = head.split(separator: "<span", omittingEmptySubsequences: false).count - 1
    let closed = head.split(separator: "</span>", omittingEmptySubsequences: false).count - 1
    writer.write(folding.folded(nodes), in: [])
    let written = writer.html + String(repeating: "</span>", count: max(opened - closed, 0))
    var seen: Set<String> = []
    let used = (declarations + folding.declarations).filter {
      writer.classes.contains(StyleClasses.name(of: $0[...])) && seen.insert($0).inserted
    }
    return Compacted(
      html: joined(spoken(head), written), declarations: used, privateCharacters: writer.privateCharacters,
      characters: characters(writer.html[...]), longestPiece: writer.longestPiece)
  }

  /// What is heard and what is seen, in one element; one of them where they are the same.
  private static func joined(_ spoken: String, _ written: String) -> String {
    let (open, close) = ("<span class=katex>", "</span>")
    guard spoken.hasPrefix(open), written.hasSuffix(close) else { return spoken + written }
    let (heard, seen) = (spoken.dropFirst(open.count), written.dropLast(close.count))
    return "<i class=katex>\(alone(heard, seen) ?? inLine(heard, seen) ?? "\(heard)\(seen)")</i>"
  }

  /// A letter or a number alone as it is seen, which is how it is heard; nil for anything else.
  private static func alone(_ heard: Substring, _ seen: Substring) -> String? {
    let (open, close, mark) = ("<b><math><m", "></math></b>", " aria-hidden=true>")
    guard heard.hasPrefix(open), heard.hasSuffix(close), let place = seen.firstRange(ofBytes: mark) else { return nil }
    let element = heard.dropFirst(open.count).dropLast(close.count)
    let sign = element.dropFirst(2).prefix { $0 != "<" }
    let (tag, rest) = (seen[..<place.lowerBound], seen[place.upperBound...])
    guard element == "i>\(sign)</mi" || element == "n>\(sign)</mn",
      rest == "\(sign)</i>" || rest == "\(sign)</u>"
    else { return nil }
    return tag == "<i" ? String(sign) : "\(tag)>\(rest)"
  }

  /// The element of a sign, and the classes that it needs besides: most signs are letters in italics.
  fileprivate static func letter(_ classes: [String]) -> (name: String, classes: [String]) {
    classes.contains("mathnormal") ? ("u", classes.filter { $0 != "mathnormal" }) : ("i", classes)
  }

  /// How many characters of a piece of HTML a reader sees.
  fileprivate static func characters(_ html: Substring) -> Int {
    var count = 0
    var isInTag = false
    for byte in html.utf8 {
      if byte == UInt8(ascii: "<") { isInTag = true }
      // A reference or a character of several bytes counts once.
      if !isInTag, byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return count
  }

  /// A sign between two blanks of one width, and the element that stands for all three; nil where there is none.
  ///
  /// - Parameter rest: What follows the node.
  fileprivate static func spaced(_ node: FormulaNode, _ rest: ArraySlice<FormulaNode>) -> (name: String, sign: String)? {
    guard let first = node.element, first.isBlank, let name = signs[first.classes.first ?? ""], rest.count > 1,
      rest[rest.startIndex + 1].element == first, let sign = rest[rest.startIndex].element, sign.name == "span",
      sign.classes.isEmpty, sign.attributes.isEmpty, sign.children.count == 1, case .text(let text) = sign.children[0]
    else { return nil }
    return (name, text)
  }

  /// The elements of operators and of relations, by the blanks on both sides of them.
  private static let signs = ["r_22": "s", "r_28": "q"]

  /// Writes a tree as HTML with short names and without the elements that no rule needs.
  private struct Writer {
    var html = ""
    var privateCharacters: Set<Unicode.Scalar> = []
    var classes: Set<String> = []
    var longestPiece = 0

    mutating func write(_ nodes: [FormulaNode], in ancestors: [FormulaElement]) {
      var rest = nodes[...]
      while let node = rest.popFirst() {
        if let (name, sign) = FormulaCompactor.spaced(node, rest), !isSpokenOf(in: ancestors) {
          rest = rest.dropFirst(2)
          html += "<\(name)>\(FormulaCompactor.text(sign[...], &privateCharacters))</\(name)>"
          continue
        }
        switch node {
        case .text(let text): html += FormulaCompactor.text(text[...], &privateCharacters)
        case .element(let element): write(element, in: ancestors)
        }
      }
    }

    private mutating func write(_ element: FormulaElement, in ancestors: [FormulaElement]) {
      let start = html.utf8.count
      if element.name != "span" {
        let css = element.classes.isEmpty ? "" : FormulaCompactor.attribute(element.classes)
        classes.formUnion(element.classes)
        html += "<\(element.name)\(css)\(element.attributes)>"
        write(element.children, in: ancestors + [element])
        if !element.attributes.hasSuffix("/") { html += "</\(element.name)>" }
        return
      }
      if element.classes == ["katex-html"] {
        // What stands alone never breaks: it needs no piece of a line around it.
        let pieces = element.elements ?? []
        let alone =
          pieces.count == 1 && pieces[0].classes == ["base"] && pieces[0].children.count == 1 ? pieces[0].children : nil
        if let sign = alone?.first?.element, sign.name == "span", sign.children.allSatisfy({ $0.element == nil }) {
          classes.formUnion(sign.classes)
          let (name, others) = FormulaCompactor.letter(sign.classes)
          html += "<\(name)\(FormulaCompactor.attribute(others)) aria-hidden=true>"
          write(sign.children, in: [])
          html += "</\(name)>"
        } else {
          html += "<i aria-hidden=true>"
          write(alone ?? element.children, in: [element])
          html += "</i>"
        }
        if alone != nil { keepTogether(from: start) }
        return
      }
      let isSpokenOf = isSpokenOf(in: ancestors)
      if !isSpokenOf, element.classes.isEmpty, element.attributes.isEmpty { return write(element.children, in: ancestors) }
      classes.formUnion(element.classes)
      var (name, others) = isSpokenOf ? ("i", element.classes) : FormulaCompactor.letter(element.classes)
      // What stands in a line of its own kind needs no class.
      if element.classes == ["base"], ancestors.last?.classes == ["katex-html"] { (name, others) = ("b", []) }
      html += "<\(name)\(FormulaCompactor.attribute(others))\(element.attributes)>"
      write(element.children, in: ancestors + [element])
      html += "</\(name)>"
      if element.classes.contains("base") { keepTogether(from: start) }
    }

    /// Whether a rule speaks of what stands there as a `span`, whatever its class.
    private func isSpokenOf(in ancestors: [FormulaElement]) -> Bool {
      ancestors.last?.classes.contains(where: FormulaCompactor.parents.contains) == true
        || ancestors.dropLast().last?.classes.contains(where: FormulaCompactor.grandparents.contains) == true
    }

    /// Counts what was written since as one piece of a line.
    private mutating func keepTogether(from start: Int) {
      longestPiece = max(longestPiece, FormulaCompactor.characters(Substring(html.utf8.dropFirst(start))))
    }
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
    result += rest + boxes
    for scalar in privateCharacters.sorted(by: { $0.value < $1.value }) {
      result += ".katex .\(name(of: scalar)):before{content:\"\\\(String(scalar.value, radix: 16))\"}"
    }
    return result
  }

  /// What stands for the boxes that ``FormulaFolding`` takes out. MathML, which nobody sees, is laid out only near
  /// what is in sight, and for whoever has it read aloud, whose browser asks for it wherever it stands; and it is of one size, for whose
  /// size hangs on a font is styled anew when any font arrives.
  private static let boxes = """
    .katex i{font-style:inherit}.katex b{font-weight:400}.katex :is(u,s){text-decoration:none}\
    .katex s{margin:0 .22em}.katex q{margin:0 .28em;quotes:none}\
    .katex .D>i:before{content:"";display:inline-block;width:0;height:var(--p)}\
    .katex .D{--p:3em}\
    .katex :is(.A,.B){border-collapse:separate;border-spacing:0;display:inline-table;table-layout:fixed}\
    .katex .B:after{content:"\\200b";display:table-cell;vertical-align:bottom;font-size:1px;width:2px;min-width:2px}\
    .katex :is(.a,.b){font-size:.7em}.katex .a{line-height:0}\
    .katex .c{display:block;background:currentColor;print-color-adjust:exact;forced-color-adjust:none}\
    .katex>b{content-visibility:auto}.katex>b *{font-size:1px}
    """

  /// MathML without the TeX it was made from, and without what only those see who do not hear it.
  private static func spoken(_ html: Substring) -> String {
    var result = NameApplication.applied(html)
    while let start = result.firstRange(ofBytes: "<annotation"),
      let end = result[start.upperBound...].firstRange(ofBytes: "</annotation>")
    {
      result.removeSubrange(start.lowerBound..<end.upperBound)
    }
    for idle in [
      "<semantics>", "</semantics>", " stretchy=\"false\"", " separator=\"true\"", " display=\"block\"",
      " displaystyle=\"true\"",
      " displaystyle=\"false\"", " scriptlevel=\"0\"", " scriptlevel=\"1\"", " accent=\"true\"", " fence=\"true\"",
      " fence=\"false\"",
    ] {
      result = result.replacing(idle, with: "")
    }
    // All in one row is what a formula is without a row around it.
    if result.hasSuffix("</mrow></math></span>"), let row = result.firstRange(ofBytes: "<math><mrow>"),
      isOneRow(result[row.upperBound...].dropLast("</mrow></math></span>".count))
    {
      result.removeLast("</mrow></math></span>".count)
      result += "</math></span>"
      result.removeSubrange(result.index(row.upperBound, offsetBy: -"<mrow>".count)..<row.upperBound)
    }
    if result.hasSuffix("</math></span>"), let twin = result.firstRange(ofBytes: "<span class=katex-mathml>") {
      result.replaceSubrange(twin, with: "<b>")
      result.removeLast("</span>".count)
      result += "</b>"
    }
    return result
  }

  /// Whether every row that is closed in a piece of MathML is opened in it.
  private static func isOneRow(_ math: Substring) -> Bool {
    var depth = 0
    var rest = math
    while let less = rest.firstIndex(ofByte: "<") {
      rest = rest[less...]
      if rest.utf8.starts(with: "<mrow>".utf8) { depth += 1 }
      if rest.utf8.starts(with: "</mrow>".utf8) { depth -= 1 }
      if depth < 0 { return false }
      rest = rest[rest.utf8.index(after: less)...]
    }
    return true
  }

  fileprivate static func text(_ text: Substring, _ privates: inout Set<Unicode.Scalar>) -> String {
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

  /// Classes by their short names, as an attribute.
  fileprivate static func attribute(_ classes: [String]) -> String {
    let short = classes == ["sizing", "reset-size6", "size3"] ? ["b"] : classes.map { names[$0] ?? $0 }
    return switch short.count {
    case 0: ""
    case 1: " class=\(short[0])"
    default: " class=\"\(short.joined(separator: " "))\""
    }
  }

  /// A selector with the short names.
  private static func selector(_ selector: Substring) -> String {
    var result = ""
    var rest = selector.replacing(">span", with: ">i").replacing(".katex .katex-mathml", with: ".katex>b")
      .replacing(".katex-html", with: "[aria-hidden]")[...]
    while let dot = rest.firstIndex(ofByte: ".") {
      result += rest[...dot]
      let name = rest[rest.utf8.index(after: dot)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
      }
      result += names[String(name)] ?? String(name)
      rest = rest[name.endIndex...]
    }
    return (result + rest).replacing(" .K", with: " :is(.K,u)").replacing(" .M", with: " :is(.M,[aria-hidden]>b,.katex>i>b)")
  }
}
