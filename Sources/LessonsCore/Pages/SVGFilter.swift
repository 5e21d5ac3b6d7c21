/// Lets a drawing into a page only if it is made of nothing but shapes, text and harmless attributes.
///
/// The drawing arrives from a lesson's program, which could send anything in its place.
package enum SVGFilter {
  private static let elements: Set<String> = [
    "svg", "g", "path", "line", "rect", "circle", "ellipse", "polyline", "polygon", "text", "tspan", "title", "desc", "defs",
    "clipPath",
    "use", "marker", "symbol",
  ]

  /// The drawing, with `id` before each of its ids; nil where it holds anything else.
  package static func clean(_ svg: String, id: String) -> String? {
    guard svg.hasPrefix("<svg"), svg.utf8.count < 4 << 20 else { return nil }
    var rest = svg[...]
    while let open = rest.firstIndex(of: "<") {
      guard let close = rest[open...].firstIndex(of: ">") else { return nil }
      guard isHarmless(rest[rest.index(after: open)..<close]) else { return nil }
      rest = rest[rest.index(after: close)...]
    }
    return svg.replacing(" id=\"", with: " id=\"\(id)-").replacing("url(#", with: "url(#\(id)-").replacing(
      "href=\"#", with: "href=\"#\(id)-")
  }

  private static func isHarmless(_ tag: Substring) -> Bool {
    let isClosing = tag.hasPrefix("/")
    let body = isClosing ? tag.dropFirst() : tag
    let name = body.prefix { $0.isLetter }
    guard elements.contains(String(name)) else { return false }
    var rest = body.dropFirst(name.count).drop(while: isBlank)
    while !rest.isEmpty, rest != "/" {
      guard !isClosing, let attribute = attribute(&rest), isHarmless(attribute) else { return false }
      rest = rest.drop(while: isBlank)
    }
    return true
  }

  /// Takes one attribute off the front; nil where it is not a name and a value in quotation marks.
  private static func attribute(_ rest: inout Substring) -> (name: String, value: String)? {
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" }
    let behind = rest.dropFirst(name.count)
    guard !name.isEmpty, behind.hasPrefix("=\"") else { return nil }
    let value = behind.dropFirst(2).prefix { $0 != "\"" }
    rest = behind.dropFirst(2 + value.count)
    guard rest.first == "\"" else { return nil }
    rest = rest.dropFirst()
    return (name.lowercased(), value.lowercased())
  }

  private static func isHarmless(_ attribute: (name: String, value: String)) -> Bool {
    if attribute.name.hasPrefix("on") || attribute.name == "style" || attribute.value.contains("javascript:") { return false }
    return !attribute.name.hasSuffix("href") || attribute.value.hasPrefix("#")
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\n" || character == "\t" }
}
