import LessonModel

/// A piece of a page as a tree: what the renderers write as HTML, read again.
enum PageNode: Sendable, Equatable {
  /// Text with its references as they stand.
  case text(String)
  case element(PageElement)

  var element: PageElement? { if case .element(let element) = self { element } else { nil } }
}

/// An element with its attributes in their order.
struct PageElement: Sendable, Equatable {
  var name: String
  var attributes: [Attribute] = []
  var children: [PageNode] = []

  struct Attribute: Sendable, Equatable {
    var name: String
    /// As it stands between quotation marks; nil where the name alone says it.
    var value: String?
  }

  subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }.map { $0.value ?? "" }
  }

  var classes: [Substring] { (self["class"] ?? "").split(separator: " ") }

  /// The first element inside of which this is true, from the top.
  func first(where test: (PageElement) -> Bool) -> PageElement? {
    for child in children.compactMap(\.element) {
      if test(child) { return child }
      if let found = child.first(where: test) { return found }
    }
    return nil
  }
}

extension PageNode {
  /// Elements that hold nothing and have no end.
  static let empty: Set<String> = ["br", "hr", "img", "input", "source", "wbr"]

  /// What ends where one of these begins, as in a table whose rows and cells have no end of their own.
  private static let ended: [String: Set<String>] = [
    "td": ["td", "th"], "th": ["td", "th"], "tr": ["td", "th", "tr"],
    "tbody": ["td", "th", "tr", "thead"], "tfoot": ["td", "th", "tr", "tbody"],
  ]

  /// Reads HTML that the renderers wrote.
  static func nodes(of html: HTML) -> [PageNode] {
    var reader = Reader()
    var rest = html.text[...]
    while let less = rest.utf8.firstIndex(of: UInt8(ascii: "<")), let greater = end(ofTagAt: less, in: rest) {
      if less > rest.startIndex { reader.add(.text(String(rest[..<less]))) }
      reader.read(tag: rest[rest.utf8.index(after: less)..<greater])
      rest = rest[rest.utf8.index(after: greater)...]
    }
    if !rest.isEmpty { reader.add(.text(String(rest))) }
    return reader.finished()
  }

  /// The `>` of a tag, which may stand in an attribute before.
  private static func end(ofTagAt start: String.Index, in html: Substring) -> String.Index? {
    var isQuoted = false
    for place in html.utf8.indices[start...] {
      if html.utf8[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if html.utf8[place] == UInt8(ascii: ">"), !isQuoted { return place }
    }
    return nil
  }

  private struct Reader {
    var open = [PageElement(name: "")]

    mutating func add(_ node: PageNode) { open[open.count - 1].children.append(node) }

    mutating func finished() -> [PageNode] {
      while open.count > 1 { close() }
      return open[0].children
    }

    /// - Parameter tag: What stands between its `<` and its `>`.
    mutating func read(tag: Substring) {
      if tag.hasPrefix("!") { return }
      if tag.hasPrefix("/") { return close(tag.dropFirst()) }
      let isClosed = tag.hasSuffix("/")
      let element = PageElement(tag: isClosed ? tag.dropLast() : tag)
      if let ended = PageNode.ended[element.name] {
        while open.count > 1, let last = open.last, ended.contains(last.name) { close() }
      }
      if isClosed || PageNode.empty.contains(element.name) { add(.element(element)) } else { open.append(element) }
    }

    private mutating func close(_ name: Substring) {
      guard open.dropFirst().contains(where: { $0.name == name }) else { return }
      while let last = open.last, open.count > 1 {
        close()
        if last.name == name { return }
      }
    }

    private mutating func close() {
      if let element = open.popLast() { add(.element(element)) }
    }
  }
}

extension PageElement {
  fileprivate init(tag: Substring) {
    name = String(tag.prefix { !$0.isWhitespace })
    var rest = tag.dropFirst(name.count)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
      if name.isEmpty { return }
      rest = rest[name.endIndex...]
      guard rest.first == "=" else {
        attributes.append(Attribute(name: String(name)))
        continue
      }
      rest = rest.dropFirst()
      let isQuoted = rest.first == "\""
      if isQuoted { rest = rest.dropFirst() }
      let value = rest.prefix { isQuoted ? $0 != "\"" : !$0.isWhitespace }
      attributes.append(Attribute(name: String(name), value: String(value)))
      rest = isQuoted ? rest[value.endIndex...].dropFirst() : rest[value.endIndex...]
    }
  }
}

extension [PageNode] {
  /// As XML has it: every element ended, every value between quotation marks.
  var xml: String { map(\.xml).joined() }

  /// The words alone.
  var words: String {
    map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.children.words
      }
    }.joined()
  }
}

extension PageNode {
  fileprivate var xml: String {
    guard case .element(let element) = self else {
      if case .text(let text) = self { return text.replacing("&nbsp;", with: "&#160;") }
      return ""
    }
    let attributes = element.attributes.map { " \($0.name)=\"\($0.value ?? $0.name)\"" }.joined()
    if element.children.isEmpty, PageNode.empty.contains(element.name) || element.name.hasPrefix("m") {
      return "<\(element.name)\(attributes)/>"
    }
    return "<\(element.name)\(attributes)>\(element.children.xml)</\(element.name)>"
  }
}
