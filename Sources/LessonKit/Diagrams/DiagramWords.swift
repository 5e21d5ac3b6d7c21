extension Diagram: Showable {
  public static var figureKind: Figure.Kind { .diagram }

  public var figure: Figure {
    Figure(kind: .diagram, title: title.oneLine, text: text, svg: svg, narrowSVG: narrowSVG, summary: summary, data: table)
  }

  /// The diagram in one paragraph, numbers at three significant digits; the author's `describe` instead if there is one.
  ///
  /// ```swift
  /// Diagram().input("x", value: 3).node("y", "square", of: ["x"], value: 9).summary
  /// // => "Diagram from 1 input through 1 box. x = 3. y is square of x, value 9."
  /// ```
  public var summary: String {
    if let spokenDescription { return spokenDescription }
    guard !nodes.isEmpty else { return "Empty diagram." }
    if isFlow { return flowSummary }
    let boxes = nodes.count { $0.operation != nil }
    let inputs = nodes.count - boxes
    var sentences = [
      "Diagram from \(inputs.counted("input")) through \(boxes) \(boxes == 1 ? "box" : "boxes")."
    ]
    for index in nodes.indices { sentences.append(sentence(of: index)) }
    return sentences.joined(separator: " ")
  }

  /// One row for each node: name, what it does, what it reads, value, gradient, in the format of the picture.
  public var table: Table {
    let rows = nodes.indices.map { index in
      let node = nodes[index]
      let sources = node.sources.map { word(for: $0) }.joined(separator: ", ")
      return [
        .text(word(for: index)), .text(node.operation ?? "input"), .text(sources),
        node.value.map { Cell.number($0, format) } ?? .text(""), node.gradient.map { Cell.number($0, format) } ?? .text(""),
      ]
    }
    return Table(title, columns: ["name", "operation", "from", "value", "gradient"], rows: rows)
  }

  /// Whether this is a row of boxes without numbers, each after the one before.
  var isFlow: Bool {
    nodes.indices.allSatisfy { index in
      nodes[index].operation != nil && nodes[index].value == nil && nodes[index].sources == (index > 0 ? [index - 1] : [])
    }
  }

  private var flowSummary: String {
    var words = "Flow of \(nodes.count.counted("step")): "
    for (index, node) in nodes.enumerated() {
      words += (node.operation ?? "").oneLine
      if !node.caption.isEmpty { words += " (\(node.caption.oneLine))" }
      if index == nodes.count - 1 { return words + "." }
      words += node.name.isEmpty ? ", then " : ", by \(node.name.oneLine) to "
    }
    return words
  }

  /// `u is * of x and w, value -6, gradient -4.`
  private func sentence(of index: Int) -> String {
    let node = nodes[index]
    var words = word(for: index)
    if let operation = node.operation, !node.name.isEmpty { words += " is \(operation.oneLine)" }
    if !node.sources.isEmpty { words += " of " + node.sources.map { word(for: $0) }.joined(separator: " and ") }
    if let value = node.value {
      words += node.operation == nil ? " = \(value.withDigits(3))" : ", value \(value.withDigits(3))"
    }
    if let gradient = node.gradient { words += ", gradient \(gradient.withDigits(3))" }
    if !node.caption.isEmpty { words += " (\(node.caption.oneLine))" }
    return words + "."
  }

  /// What a node is called: its name, else what its box says.
  private func word(for index: Int) -> String {
    (nodes[index].name.isEmpty ? nodes[index].operation ?? "" : nodes[index].name).oneLine
  }
}
