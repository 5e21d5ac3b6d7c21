import LessonModel

/// The text of a chapter as a device for books can show it: without what is there to be clicked, everything unfolded, each chart
/// as its drawing.
enum VolumeText {
  static func xhtml(_ html: HTML) -> String { bound(PageNode.nodes(of: html)).xml }

  private static func bound(_ nodes: [PageNode]) -> [PageNode] {
    nodes.flatMap { node -> [PageNode] in
      guard case .element(let element) = node else { return [node] }
      return bound(element)
    }
  }

  private static func bound(_ element: PageElement) -> [PageNode] {
    switch element.name {
    case "button", "label", "nav", "source": return []
    case "input": return [.text(element["checked"] == nil ? "☐" : "☑")]
    case "a" where element.classes.contains("anchor"), _ where element.classes.contains("source"): return []
    // What a volume does not have, nothing can lead to.
    case "a" where element["href"] == "": return [.element(changed(element, to: "span", without: ["href", "title"]))]
    case "figure": if let picture = picture(element) { return [.element(picture)] }
    case "details": return [.element(changed(element, to: "div", without: ["open"]))]
    case "summary": return [.element(changed(element, to: "p", adding: "unfolded"))]
    case "math": return [.element(element)]
    default: break
    }
    return [.element(changed(element, to: element.name))]
  }

  /// A chart as its drawing, which says in words what it shows; nil where there is none.
  private static func picture(_ figure: PageElement) -> PageElement? {
    guard var image = figure.first(where: { $0.name == "picture" })?.first(where: { $0.name == "img" }) else { return nil }
    if let summary = figure.first(where: { $0.classes.contains("chart-summary") })?.children.words, !summary.isEmpty {
      let alt = summary.replacing("\"", with: "&quot;").replacing("\n", with: " ")
      image.attributes = image.attributes.map { $0.name == "alt" ? .init(name: "alt", value: alt) : $0 }
    }
    let title = figure.first { $0.name == "figcaption" }
    var bound = changed(figure, to: "figure", without: ["aria-labelledby"])
    bound.children = title.map { [.element(changed($0, to: "figcaption"))] } ?? []
    bound.children.append(.element(changed(image, to: "img")))
    return bound
  }

  /// The element with its children changed, under another name, without what only a page in a browser uses.
  private static func changed(
    _ element: PageElement, to name: String, without idle: Set<String> = [], adding css: String? = nil
  ) -> PageElement {
    var changed = element
    changed.name = name
    let isRegion = element["role"] == "region"
    changed.attributes.removeAll { attribute in
      idle.contains(attribute.name) || attribute.name.hasPrefix("data-") || ["tabindex", "loading"].contains(attribute.name)
        || isRegion && ["role", "aria-label"].contains(attribute.name)
        // Words in two columns of two columns each are a matter of the page.
        || attribute.name == "class" && attribute.value == "w"
    }
    if let css { changed.attributes.append(.init(name: "class", value: css)) }
    if element["role"] == "doc-noteref" { changed.attributes.append(.init(name: "epub:type", value: "noteref")) }
    changed.children = bound(element.children)
    return changed
  }
}
