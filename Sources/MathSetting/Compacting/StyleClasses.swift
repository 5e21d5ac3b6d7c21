import Machine

/// Moves the style attributes of KaTeX's HTML into classes: a page that forbids inline style shows it all the same.
///
/// A class is named after what it declares (`height:1.08em` becomes `h1_08`), so that every page and every build gives it the same
/// name; rare declarations are named by their digest. Lengths are rounded to a hundredth of a line, a fifth of a pixel: of five
/// hundred that a course has two hundred are left, and each is shorter.
package enum StyleClasses {
  private static let letters: [String: String] = [
    "height": "h", "top": "t", "vertical-align": "v", "margin-right": "r", "margin-left": "m", "left": "l", "width": "w",
    "padding-bottom": "d", "--p": "e",
    "min-width": "n", "bottom": "b", "padding-left": "p", "border-bottom-width": "x",
  ]

  /// The class of a declaration such as `height:1em`.
  package static func name(of declaration: Substring) -> String {
    let parts = declaration.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let letter = letters[String(parts[0])], parts[1].hasSuffix("em"),
      parts[1].dropLast(2).utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 })
    {
      return letter + parts[1].dropLast(2).replacing(".", with: "_")
    }
    return "k" + SHA256.digest(Array(declaration.utf8)).prefix(10)
  }

  /// A declaration of a length that classes are named after, rounded; any other as it is.
  package static func rounded(_ declaration: Substring) -> String {
    let parts = declaration.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, letters[String(parts[0])] != nil, parts[1].hasSuffix("em"), let ems = Double(parts[1].dropLast(2))
    else { return String(declaration) }
    return "\(parts[0]):\(decimal(ems))em"
  }

  /// With at most two digits behind the point and none before it that says nothing.
  static func decimal(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    let digits = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
    let sign = number < 0 && hundredths > 0 ? "-" : ""
    return sign + (whole == 0 && part > 0 ? "" : "\(whole)") + digits
  }

  /// The rules of these declarations, in the order of their text.
  package static func sheet(_ declarations: some Sequence<String>) -> String {
    let rules = Set(declarations).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return rules.isEmpty ? "" : ".katex{" + rules.map { ".\(name(of: $0[...])){\($0)}" }.joined() + "}\n"
  }

  /// The classes that a style sheet speaks of. KaTeX writes many more, a third of its HTML, that no rule looks for.
  package static func named(in sheet: String) -> Set<String> {
    var names: Set<String> = []
    for piece in sheet.split(separator: ".").dropFirst() {
      let name = piece.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      if name.first?.isLetter == true { names.insert(String(name)) }
    }
    return names
  }

  /// KaTeX's HTML without style attributes and idle classes.
  package struct Moved: Sendable, Equatable {
    package var html: String
    /// The declarations that the style attributes held, and the classes of the sheet that are left, each once.
    package var declarations: [String] = []
    package var classes: [String] = []
  }

  /// - Parameters:
  ///   - html: KaTeX's own: attributes in quotation marks, no `>` inside one.
  ///   - named: The classes that are kept.
  package static func moved(_ html: String, named: Set<String>) -> Moved {
    var result = ""
    result.reserveCapacity(html.utf8.count)
    var moved = Moved(html: "")
    var seen: Set<String> = []
    var rest = html[...]
    while let open = rest.firstIndex(ofByte: "<"), let close = rest[open...].firstIndex(ofByte: ">") {
      result += rest[..<open]
      let tag = rest[open...close]
      rest = rest[rest.utf8.index(after: close)...]
      guard tag.utf8.starts(with: "<span".utf8) || tag.utf8.starts(with: "<svg".utf8) else {
        var tag = tag
        while let name = tag.firstRange(ofBytes: " xmlns=\"http://www.w3.org/1998/Math/MathML\"") { tag.removeSubrange(name) }
        result += tag
        continue
      }
      let style = value(of: "style", in: tag)
      var classes = (value(of: "class", in: tag) ?? "").split(separator: " ").map(String.init).filter(named.contains)
      for name in classes where seen.insert(name).inserted { moved.classes.append(name) }
      for declaration in (style ?? "").split(separator: ";").map(rounded) {
        if seen.insert(declaration).inserted { moved.declarations.append(declaration) }
        classes.append(name(of: declaration[...]))
      }
      result += rewritten(tag, classes)
    }
    moved.html = result + rest
    return moved
  }

  /// An attribute of a tag, the blank before it included, and its value.
  private static func attribute(_ name: String, in tag: Substring) -> (range: Range<String.Index>, value: Substring)? {
    for quote in ["\"", "'"] as [Unicode.Scalar] {
      guard let start = tag.firstRange(ofBytes: " \(name)=\(quote)"),
        let end = tag[start.upperBound...].firstIndex(ofByte: quote)
      else { continue }
      return (start.lowerBound..<tag.utf8.index(after: end), tag[start.upperBound..<end])
    }
    return nil
  }

  private static func value(of name: String, in tag: Substring) -> Substring? { attribute(name, in: tag)?.value }

  /// The tag with these classes in place of its own and of its style; one class alone needs no quotation marks.
  private static func rewritten(_ tag: Substring, _ classes: [String]) -> String {
    var tag = tag
    for name in ["class", "style", "xmlns"] {
      if let range = attribute(name, in: tag)?.range { tag.removeSubrange(range) }
    }
    if classes.isEmpty { return String(tag) }
    let attribute = classes.count == 1 ? " class=\(classes[0])" : " class=\"\(classes.joined(separator: " "))\""
    let place = tag.utf8.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") } ?? tag.endIndex
    tag.insert(contentsOf: attribute, at: place)
    return String(tag)
  }
}

/// Looking for markup goes by bytes: what is looked for is ASCII, and finding where each character ends takes ten times as long.
extension StringProtocol {
  func firstIndex(ofByte scalar: Unicode.Scalar) -> Index? { utf8.firstIndex(of: UInt8(ascii: scalar)) }

  /// - Parameter text: ASCII.
  func firstRange(ofBytes text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: wanted) { return start..<utf8.index(start, offsetBy: wanted.count) }
      rest = rest[utf8.index(after: start)...]
    }
    return nil
  }
}
