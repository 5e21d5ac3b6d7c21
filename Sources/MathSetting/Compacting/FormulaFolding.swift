/// Sets a formula with fewer boxes that come out where KaTeX's come out.
///
/// A stack of rows needs no table with a row for its depth and a prop in each row, as the style sheet makes the prop and room
/// below is padding. One script alone is a shift of the line; a strut is needed only where something stands out; and the
/// drawing of a root, half a kilobyte, is a mask in the style sheet. The looks are compared point by point in a browser.
struct FormulaFolding {
  /// The declarations of the classes that it brings in.
  var declarations: [String] = []

  /// The classes of an element whose children only a table, a fraction or a drawing keeps in place.
  private static let framed = [
    "vlist", "sizing", "strut", "delim", "op-", "pstrut", "mfrac", "accent", "sqrt", "mtable", "hide-tail", "stretchy", "rule",
    "cancel", "fbox", "line", "rlap", "llap", "clap", "tag", "boxpad", "newline", "script",
  ]

  /// Whether it is letters and blanks in a line.
  private static func isPlain(_ element: FormulaElement) -> Bool {
    !element.holds { element in
      element.name != "span" || element.classes.contains { name in framed.contains { name.contains($0) } }
    }
  }

  mutating func folded(_ nodes: [FormulaNode]) -> [FormulaNode] {
    nodes.map { node in
      guard case .element(var element) = node else { return node }
      element.children = folded(element.children)
      return .element(folded(element))
    }
  }

  private mutating func folded(_ element: FormulaElement) -> FormulaElement {
    if element.classes.contains("vlist-t") { return stack(element) ?? element }
    if element.classes.contains("msupsub") { return script(element) ?? element }
    if element.classes.contains("hide-tail") { return root(element) ?? element }
    if element.classes.contains("base") { return line(element) }
    // A margin needs no box.
    if element.classes.first == "mspace", element.classes.count == 2, element.children.isEmpty, element.amount("r") != nil {
      var space = element
      space.classes.removeFirst()
      return space
    }
    return element
  }

  /// A table of rows with its depth as padding and its props in the style sheet.
  private mutating func stack(_ table: FormulaElement) -> FormulaElement? {
    guard let parts = table.elements, (1...2).contains(parts.count), parts.allSatisfy({ $0.classes == ["vlist-r"] }),
      let cells = parts[0].elements, cells.count == parts.count, var list = cells.first, list.classes.contains("vlist"),
      list.amount("h") != nil, let rows = list.elements
    else { return nil }
    var stack = table
    if parts.count == 2 {
      guard cells[1].classes == ["vlist-s"], let below = parts[1].elements, below.count == 1,
        let depth = below[0].amount("h"), below[0].children.allSatisfy({ $0.element?.children.isEmpty == true })
      else { return nil }
      stack.classes = table.classes.filter { $0 != "vlist-t" }
      if depth > 0 { stack.classes.append(declared("padding-bottom", depth)) }
    }
    list.children = rows.map { row in
      var row = row
      guard let prop = row.children.first?.element, prop.classes.first == "pstrut",
        let height = prop.amount("h")
      else { return .element(row.adding(declared("--p", 0))) }
      row.children.removeFirst()
      return .element(height == 3 ? row : row.adding(declared("--p", height)))
    }
    stack.children = [.element(list)]
    return stack
  }

  /// One script of the common size as a shift of the line.
  private mutating func script(_ element: FormulaElement) -> FormulaElement? {
    guard let list = element.elements?.first?.elements?.first, let row = list.elements?.first, list.children.count == 1,
      let content = row.elements?.first, row.children.count == 1, content.classes == ["sizing", "reset-size6", "size3"],
      let top = row.amount("t"),
      content.children.allSatisfy({ $0.element.map(Self.isPlain) ?? true })
    else { return nil }
    let size = 0.7
    var script = FormulaElement(name: "span", classes: ["script"], children: content.children)
    script.classes.append(declared("vertical-align", (-top - (row.amount("e") ?? 3)) / size))
    if let left = row.amount("m"), left != 0 { script.classes.append(declared("margin-left", left / size)) }
    if let right = row.amount("r"), right != 0 { script.classes.append(declared("margin-right", right / size)) }
    return script
  }

  /// The drawing of a root as a mask; `root` is what KaTeX calls the index of one.
  private mutating func root(_ element: FormulaElement) -> FormulaElement? {
    guard let drawing = element.elements?.first, element.children.count == 1, drawing.name == "svg",
      drawing.attributes.contains("xMinYMin slice"), let path = drawing.elements?.first, drawing.children.count == 1,
      let box = Self.value("viewBox", drawing), let width = Self.value("width", drawing),
      let height = Self.value("height", drawing), let line = Self.value("d", path)
    else { return nil }
    let picture =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='\(box)' preserveAspectRatio='xMinYMin slice'>"
      + "<path d='\(line.replacing("\n", with: " "))'/></svg>"
    let declaration = "mask:url(\"data:image/svg+xml,\(picture)\") 0 0/\(width) \(height) no-repeat"
    declarations.append(declaration)
    return FormulaElement(
      name: "span", classes: element.classes + ["radix", StyleClasses.name(of: declaration[...])],
      attributes: element.attributes)
  }

  private static func value(_ name: String, _ element: FormulaElement) -> Substring? {
    guard let start = element.attributes.firstRange(ofBytes: " \(name)='")?.upperBound else { return nil }
    return element.attributes[start...].prefix { $0 != "'" }
  }

  /// A piece of the line, without its strut where nothing stands out of the line.
  private func line(_ base: FormulaElement) -> FormulaElement {
    guard base.children.first?.element?.classes.first == "strut" else { return base }
    let rest = Array(base.children.dropFirst())
    guard rest.allSatisfy({ $0.element.map(Self.isPlain) ?? true }) else { return base }
    var line = base
    line.children = rest
    return line
  }

  private mutating func declared(_ property: String, _ ems: Double) -> String {
    let declaration = "\(property):\(StyleClasses.decimal(ems))em"
    declarations.append(declaration)
    return StyleClasses.name(of: declaration[...])
  }
}

extension FormulaElement {
  fileprivate func adding(_ name: String) -> FormulaElement {
    var element = self
    element.classes.append(name)
    return element
  }
}
