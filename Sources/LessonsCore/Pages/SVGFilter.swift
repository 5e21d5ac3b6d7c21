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
    let body = tag.hasPrefix("/") ? tag.dropFirst() : tag
    let name = body.prefix { $0.isLetter }
    guard elements.contains(String(name)) else { return false }
    let attributes = body.dropFirst(name.count).lowercased()
    let hasHandler = attributes.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).contains {
      $0.hasPrefix("on") || $0.hasPrefix("style")
    }
    let hasAddress = attributes.contains("href") && !attributes.contains("href=\"#")
    return !hasHandler && !hasAddress && !attributes.contains("javascript:")
  }
}
