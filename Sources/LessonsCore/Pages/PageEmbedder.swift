/// Makes the text of one page part of another: its anchors get a prefix, its links follow.
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
    var result = ""
    var rest = html.text[...]
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      result += tag(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return HTML(unsafe: result + rest)
  }

  private func tag(_ tag: Substring) -> String {
    guard tag.contains("=\"") else { return String(tag) }
    var result = ""
    var rest = tag
    while let equals = rest.firstRange(of: "=\"") {
      let name = rest[..<equals.lowerBound].split(separator: " ").last ?? ""
      result += rest[..<equals.upperBound]
      rest = rest[equals.upperBound...]
      guard let quote = rest.firstIndex(of: "\"") else { break }
      result += value(String(rest[..<quote]), of: String(name))
      rest = rest[quote...]
    }
    return result + rest
  }

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
