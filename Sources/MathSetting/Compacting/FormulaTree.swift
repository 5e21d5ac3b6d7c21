/// KaTeX's HTML as a tree, so that it can be said in fewer words.
enum FormulaNode: Equatable {
  case text(String)
  case element(FormulaElement)

  var element: FormulaElement? { if case .element(let element) = self { element } else { nil } }
}

/// An element of a formula with its classes apart from its other attributes.
struct FormulaElement: Equatable {
  var name: String
  var classes: [String]
  /// The other attributes as they stand, each with the blank before it.
  var attributes = ""
  var children: [FormulaNode] = []

  /// Whether it is room and nothing else.
  var isBlank: Bool { name == "span" && attributes.isEmpty && children.isEmpty && classes.count == 1 }

  /// The children that are elements, where there is no text among them.
  var elements: [FormulaElement]? {
    let found = children.compactMap(\.element)
    return found.count == children.count ? found : nil
  }

  /// The amount of a class such as `t-2_55`, which stands for a declaration in ems.
  func amount(_ letter: Character) -> Double? {
    for name in classes where name.first == letter {
      if let amount = Double(name.dropFirst().replacing("_", with: ".")) { return amount }
    }
    return nil
  }

  /// Whether it holds an element of which this is true, or is one.
  func holds(_ test: (FormulaElement) -> Bool) -> Bool {
    test(self) || children.contains { $0.element?.holds(test) == true }
  }
}

extension FormulaNode {
  /// Reads HTML of which every element is closed.
  static func nodes(of html: Substring) -> [FormulaNode] {
    var open = [FormulaElement(name: "", classes: [])]
    var rest = html
    func add(_ node: FormulaNode) { open[open.count - 1].children.append(node) }
    while let less = rest.firstIndex(ofByte: "<"), let greater = rest[less...].firstIndex(ofByte: ">") {
      if less > rest.startIndex { add(.text(String(rest[..<less]))) }
      let tag = rest[less...greater]
      rest = rest[rest.utf8.index(after: greater)...]
      if tag.utf8.starts(with: "</".utf8) {
        if open.count > 1, let closed = open.popLast() { add(.element(closed)) }
        continue
      }
      let element = FormulaElement(tag: tag)
      if element.attributes.hasSuffix("/") { add(.element(element)) } else { open.append(element) }
    }
    if !rest.isEmpty { add(.text(String(rest))) }
    return open[0].children
  }
}

extension FormulaElement {
  /// - Parameter tag: From its `<` to its `>`.
  fileprivate init(tag: Substring) {
    let inner = tag.dropFirst().dropLast()
    name = String(inner.prefix { $0 != " " && $0 != "/" })
    var others = inner.dropFirst(name.count)
    classes = []
    if let place = others.firstRange(ofBytes: " class=") {
      var value = others[place.upperBound...]
      if value.first == "\"" {
        value = value.dropFirst().prefix { $0 != "\"" }
        others.removeSubrange(place.lowerBound..<others.index(after: value.endIndex))
      } else {
        value = value.prefix { $0 != " " }
        others.removeSubrange(place.lowerBound..<value.endIndex)
      }
      classes = value.split(separator: " ").map(String.init)
    }
    attributes = String(others)
  }
}
