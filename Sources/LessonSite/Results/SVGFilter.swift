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
    let bytes = Array(svg.utf8)
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      guard isHarmless(rest[(open + 1)..<close]) else { return nil }
      rest = rest[(close + 1)...]
    }
    // Few drawings refer to a part of themselves, and looking for what is not there takes longer than the rest.
    guard bytes.contains(UInt8(ascii: "#")) || svg.contains(" id=\"") else { return svg }
    return String(decoding: renamed(bytes, id), as: UTF8.self)
  }

  /// The bytes of a drawing with `id` before the names of its parts, where they are given and where they are used.
  private static func renamed(_ bytes: [UInt8], _ id: String) -> [UInt8] {
    let (prefix, places) = (Array((id + "-").utf8), [" id=\"", "url(#", "href=\"#"].map { Array($0.utf8) })
    var renamed: [UInt8] = []
    renamed.reserveCapacity(bytes.count + 64 * prefix.count)
    for (index, byte) in bytes.enumerated() {
      renamed.append(byte)
      guard byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\"") else { continue }
      if places.contains(where: { bytes[...index].suffix($0.count).elementsEqual($0) }) { renamed += prefix }
    }
    return renamed
  }

  private static func isHarmless(_ tag: ArraySlice<UInt8>) -> Bool {
    let isClosing = tag.first == UInt8(ascii: "/")
    let body = isClosing ? tag.dropFirst() : tag
    let name = body.prefix(while: isLetter)
    guard elements.contains(String(decoding: name, as: UTF8.self)) else { return false }
    var rest = body.dropFirst(name.count).drop(while: isBlank)
    while !rest.isEmpty, !rest.elementsEqual([UInt8(ascii: "/")]) {
      guard !isClosing, let attribute = attribute(&rest), isHarmless(attribute) else { return false }
      rest = rest.drop(while: isBlank)
    }
    return true
  }

  /// Takes one attribute off the front; nil where it is not a name and a value in quotation marks.
  private static func attribute(_ rest: inout ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
    let name = rest.prefix { isLetter($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    let behind = rest.dropFirst(name.count)
    guard !name.isEmpty, behind.starts(with: "=\"".utf8) else { return nil }
    let value = behind.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
    rest = behind.dropFirst(2 + value.count)
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    rest = rest.dropFirst()
    return (String(decoding: name, as: UTF8.self).lowercased(), value)
  }

  private static func isHarmless(_ attribute: (name: String, value: ArraySlice<UInt8>)) -> Bool {
    if attribute.name.hasPrefix("on") || attribute.name == "style" { return false }
    // Only a word before a colon can be a scheme.
    if attribute.value.contains(UInt8(ascii: ":")),
      String(decoding: attribute.value, as: UTF8.self).lowercased().contains("javascript:")
    {
      return false
    }
    return !attribute.name.hasSuffix("href") || attribute.value.first == UInt8(ascii: "#")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 }
}
