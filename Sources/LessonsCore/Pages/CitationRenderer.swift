/// A citation in the text: author and year in parentheses, each a link to the full entry.
enum CitationRenderer {
  /// - Parameters:
  ///   - root: The way from the page to the site's root.
  ///   - isLinked: Whether a link may stand here; there is none inside a link.
  static func html(_ citation: Citation, _ bibliography: Bibliography, root: String, isLinked: Bool = true) -> HTML {
    var html: HTML = "("
    for (index, item) in citation.items.enumerated() {
      if index > 0 { html += "; " }
      if !item.prefix.isEmpty { html += "\(item.prefix) " }
      html += text(item, bibliography, root: root, isLinked: isLinked)
    }
    return html + ")"
  }

  private static func text(_ item: Citation.Item, _ bibliography: Bibliography, root: String, isLinked: Bool) -> HTML {
    let locator = item.locator.isEmpty ? "" : ", \(item.locator)"
    guard let entry = bibliography[item.key] else { return "<span class=\"dead-link\">\(item.key)\(locator)</span>" }
    let label = (item.leavesOutAuthor && entry.reference.label == nil ? entry.when : entry.label) + locator
    return isLinked ? "<a class=\"citation\" href=\"\(address(entry, root: root))\">\(label)</a>" : "\(label)"
  }

  /// Where the full entry stands.
  static func address(_ entry: Bibliography.Entry, root: String) -> String { "\(root)references.html#\(entry.anchor)" }
}
