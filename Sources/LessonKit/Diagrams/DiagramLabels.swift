/// The words and numbers at one node, as they stand in the picture.
struct DiagramLabels {
  /// Above the wire: `u = -6.0`, or the name alone.
  private var value: String
  /// Below the wire, and how far it stands to the right of `value`.
  private var gradient: String
  private var indent: Int
  private var caption: String

  /// The columns that value and gradient need.
  var width: Int { max(value.displayWidth, gradient.isEmpty ? 0 : indent + gradient.displayWidth) }

  /// The labels of a box. A gradient begins where the value begins, its sign in the space after `=`.
  init(_ node: Diagram.Node, format: NumberFormat) {
    let name = node.name.oneLine
    let number = node.value.map { format.text(of: $0) }
    value = name.joined(to: number)
    gradient = node.gradient.map { format.text(of: $0) } ?? ""
    indent = number == nil || name.isEmpty ? 0 : name.displayWidth + 2
    if !gradient.isEmpty, !gradient.utf8.starts(with: "-".utf8) { indent += 1 }
    caption = node.caption.oneLine
  }

  private init(value: String, gradient: String, indent: Int) {
    self.value = value
    self.gradient = gradient
    self.indent = indent
    caption = ""
  }

  /// The labels of all inputs, by node; names and numbers stand in two columns.
  static func inputs(_ diagram: Diagram) -> [DiagramLabels] {
    let inputs = diagram.nodes.filter { $0.operation == nil }
    let nameWidth = inputs.reduce(0) { max($0, $1.name.oneLine.displayWidth) }
    let numbers = inputs.flatMap { [$0.value, $0.gradient] }.map { $0.map { diagram.format.text(of: $0) } ?? "" }
    let numberWidth = numbers.reduce(0) { max($0, $1.displayWidth) }
    return diagram.nodes.map { node in
      let name = node.name.oneLine.padded(to: nameWidth, .trailing)
      let number = node.value.map { diagram.format.text(of: $0).padded(to: numberWidth, .trailing) }
      let gradient = node.gradient.map { diagram.format.text(of: $0).padded(to: numberWidth, .trailing) }
      return DiagramLabels(value: name.joined(to: number), gradient: gradient ?? "", indent: nameWidth + 3)
    }
  }

  /// Value and gradient of an input, beside each other's rows.
  func labels(row: Int, column: Int) -> [DiagramLayout.Label] {
    labels(valueRow: row, gradientRow: row + 1, column: column)
  }

  /// Value above and gradient below the wire that leaves a box.
  func labels(onWireFrom box: DiagramLayout.Box) -> [DiagramLayout.Label] {
    labels(valueRow: box.row - 1, gradientRow: box.row + 1, column: box.columns.upperBound + 4)
  }

  /// What stands under a box: its caption, and the value of a result that no box reads.
  func labels(under box: DiagramLayout.Box, isLast: Bool) -> [DiagramLayout.Label] {
    var labels: [DiagramLayout.Label] = []
    var row = box.row + 2
    if isLast, !value.isEmpty {
      labels = self.labels(valueRow: row, gradientRow: row + 1, column: box.columns.lowerBound + 2)
      row += 1
    }
    if !caption.isEmpty {
      let room = box.columns.count - caption.displayWidth
      let column = box.columns.lowerBound + (room > 0 ? room / 2 : 0)
      if !gradient.isEmpty, isLast { row += 1 }
      labels.append(DiagramLayout.Label(row: row, column: column, text: caption, role: .caption))
    }
    return labels
  }

  private func labels(valueRow: Int, gradientRow: Int, column: Int) -> [DiagramLayout.Label] {
    var labels: [DiagramLayout.Label] = []
    if !value.isEmpty {
      labels.append(DiagramLayout.Label(row: valueRow, column: column, text: value, role: .value))
    }
    if !gradient.isEmpty {
      labels.append(DiagramLayout.Label(row: gradientRow, column: column + indent, text: gradient, role: .gradient))
    }
    return labels
  }
}

extension String {
  /// `name = number`, or the one of them that is there.
  fileprivate func joined(to number: String?) -> String {
    guard let number else { return self }
    return isEmpty ? number : "\(self) = \(number)"
  }
}
