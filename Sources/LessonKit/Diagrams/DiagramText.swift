extension Diagram: CustomStringConvertible {
  public var description: String { text }

  /// The picture in ASCII (labels may hold more): boxes of three rows, `-` and `|` for wires, `+` where wires join.
  ///
  /// Complexity: O(n^2) for n nodes.
  public var text: String {
    let layout = DiagramLayout(self)
    var canvas = TextCanvas()
    for wire in layout.wires {
      let last = wire.bend ?? wire.end.column
      canvas.fill("-", row: wire.start.row, columns: wire.start.column..<max(last, wire.start.column))
      if let bend = wire.bend { canvas.fill("-", row: wire.end.row, columns: (bend + 1)..<wire.end.column) }
    }
    for wire in layout.wires {
      guard let bend = wire.bend else { continue }
      let rows = min(wire.start.row, wire.end.row)...max(wire.start.row, wire.end.row)
      for row in rows { canvas.write("|", row: row, column: bend) }
    }
    for wire in layout.wires {
      if let bend = wire.bend {
        canvas.write("+", row: wire.start.row, column: bend)
        canvas.write("+", row: wire.end.row, column: bend)
      }
      canvas.write(">", row: wire.end.row, column: wire.end.column)
    }
    for box in layout.boxes {
      let edge = "+" + String(repeating: "-", count: box.columns.count - 2) + "+"
      canvas.write(edge, row: box.row - 1, column: box.columns.lowerBound)
      canvas.write("| \(box.text) |", row: box.row, column: box.columns.lowerBound)
      canvas.write(edge, row: box.row + 1, column: box.columns.lowerBound)
    }
    for label in layout.labels { canvas.write(label.text, row: label.row, column: label.column) }
    return title.isEmpty ? canvas.text : title.oneLine + "\n\n" + canvas.text
  }
}
