/// Moves the style attributes of KaTeX's HTML into classes: a page that forbids inline style shows it all the same.
///
/// A class is named after what it declares (`height:1.0833em` becomes `h1_0833`), so that every page and every build gives it the same
/// name; rare declarations are named by their digest.
package enum StyleClasses {
  private static let letters: [String: String] = [
    "height": "h", "top": "t", "vertical-align": "v", "margin-right": "r", "margin-left": "m", "left": "l", "width": "w",
    "min-width": "n", "bottom": "b", "padding-left": "p",
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

  /// The rules of these declarations, in the order of their text.
  package static func sheet(_ declarations: some Sequence<String>) -> String {
    Set(declarations).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { ".katex .\(name(of: $0[...])){\($0)}\n" }
      .joined()
  }

  /// The HTML without style attributes, and the declarations that they held.
  ///
  /// - Parameter html: KaTeX's own: every attribute in double quotation marks, no `>` inside one.
  package static func moved(_ html: String) -> (html: String, declarations: [String]) {
    var result = ""
    result.reserveCapacity(html.utf8.count)
    var declarations: [String] = []
    var seen: Set<String> = []
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      let close = rest[open...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      result += rest[..<open]
      let tag = rest[open...close]
      rest = rest[rest.index(after: close)...]
      guard tag.hasPrefix("<span") || tag.hasPrefix("<svg") || tag.contains(" style=\"") else {
        result += tag.replacing(" xmlns=\"http://www.w3.org/1998/Math/MathML\"", with: "")
        continue
      }
      let style = value(of: "style", in: tag)
      var classes = (value(of: "class", in: tag) ?? "").split(separator: " ").map(String.init)
      for declaration in (style ?? "").split(separator: ";") {
        if seen.insert(String(declaration)).inserted { declarations.append(String(declaration)) }
        classes.append(name(of: declaration))
      }
      result += rewritten(tag, classes)
    }
    return (result + rest, declarations)
  }

  private static func value(of name: String, in tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return tag[start...].prefix { $0 != "\"" }
  }

  /// The tag with these classes in place of its own and of its style; one class alone needs no quotation marks.
  private static func rewritten(_ tag: Substring, _ classes: [String]) -> String {
    var tag = String(tag)
    for name in ["class", "style"] {
      guard let start = tag.firstRange(of: " \(name)=\""), let end = tag[start.upperBound...].firstIndex(of: "\"") else {
        continue
      }
      tag.removeSubrange(start.lowerBound...end)
    }
    if classes.isEmpty { return tag }
    let attribute = classes.count == 1 ? " class=\(classes[0])" : " class=\"\(classes.joined(separator: " "))\""
    let place = tag.firstIndex { $0 == " " || $0 == ">" } ?? tag.endIndex
    tag.insert(contentsOf: attribute, at: place)
    return tag
  }
}
