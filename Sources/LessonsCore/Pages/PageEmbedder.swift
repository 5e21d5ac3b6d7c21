/// Makes the text of one page part of another: its anchors get a prefix, its links follow, its headings go one level down.
///
/// Works on the pages that this tool writes: every attribute stands in double quotes, and `<` is escaped in text.
package struct PageEmbedder {
  /// Stands before every anchor of the page.
  package var prefix: String
  /// The folder of the page from the root, such as `lessons/`.
  package var folder: String
  /// Pages that stand in the same document, by their address from the root, with their prefixes.
  package var neighbors: [String: String]

  package init(prefix: String, folder: String, neighbors: [String: String]) {
    self.prefix = prefix
    self.folder = folder
    self.neighbors = neighbors
  }

  package func embedded(_ html: HTML) -> HTML {
    let bytes = Array(html.text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      result += bytes[index..<start]
      add(bytes[start...end], to: &result)
      index = end + 1
    }
    result += bytes[index...]
    return HTML(unsafe: String(decoding: result, as: UTF8.self))
  }

  private func add(_ tag: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var index = tag.startIndex
    if let level = headingLevel(tag) {
      let place = tag[tag.startIndex + 1] == UInt8(ascii: "/") ? index + 3 : index + 2
      result += tag[index..<place]
      result.append(min(level + 1, 6) + 48)
      index = place + 1
    }
    while let equals = tag[index...].firstIndex(of: UInt8(ascii: "=")), equals + 1 < tag.endIndex {
      guard tag[equals + 1] == UInt8(ascii: "\""), let quote = tag[(equals + 2)...].firstIndex(of: UInt8(ascii: "\"")) else {
        result += tag[index...equals]
        index = equals + 1
        continue
      }
      let name = tag[index..<equals].split(separator: UInt8(ascii: " ")).last ?? []
      result += tag[index..<(equals + 2)]
      if Self.changed.contains(where: { $0.elementsEqual(name) }) {
        let text = String(decoding: tag[(equals + 2)..<quote], as: UTF8.self)
        result += value(text, of: String(decoding: name, as: UTF8.self)).utf8
      } else {
        result += tag[(equals + 2)..<quote]
      }
      index = quote
    }
    result += tag[index...]
  }

  /// A lesson is a chapter: its headings stand one level lower.
  private func headingLevel(_ tag: ArraySlice<UInt8>) -> UInt8? {
    let name = tag.dropFirst(tag.count > 2 && tag[tag.startIndex + 1] == UInt8(ascii: "/") ? 2 : 1)
    guard name.count >= 3, name[name.startIndex] == UInt8(ascii: "h"), (49...54).contains(name[name.startIndex + 1]),
      [UInt8(ascii: " "), UInt8(ascii: ">")].contains(name[name.startIndex + 2])
    else { return nil }
    return name[name.startIndex + 1] - 48
  }

  private static let changed: [[UInt8]] = [
    "id", "for", "name", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "href", "src",
    "xlink:href", "clip-path", "fill", "mask", "marker-end", "marker-start",
  ].map { Array($0.utf8) }

  private func value(_ value: String, of attribute: String) -> String {
    switch attribute {
    case "id", "for", "name": prefix + value
    case "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers":
      value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    case "href", "src", "xlink:href": address(value)
    case "clip-path", "fill", "mask", "marker-end", "marker-start":
      value.hasPrefix("url(#") ? "url(#" + prefix + value.dropFirst(5) : value
    default: value
    }
  }

  private func address(_ address: String) -> String {
    if address.hasPrefix("#") { return "#" + prefix + address.dropFirst() }
    if address.hasPrefix("/") || address.prefix(while: { $0 != "/" }).contains(":") { return address }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = resolved(String(parts[0]))
    guard let neighbor = neighbors[path] else { return parts.count == 2 ? path + "#" + parts[1] : path }
    return "#" + neighbor + (parts.count == 2 ? parts[1] : "main")
  }

  /// The path from the root, without `..`.
  private func resolved(_ path: String) -> String {
    var parts: [Substring] = folder.split(separator: "/")
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
