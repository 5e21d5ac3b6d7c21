extension Diagram {
  /// The diagram as SVG, with every box, wire and label where the text has it.
  ///
  /// - Parameter id: The page's name for the figure, such as `c3`; the picture is then named by the elements `c3-t` and
  ///   `c3-d`. Without it, by its title.
  public func svg(id: String? = nil) -> String {
    let layout = DiagramLayout(self)
    var page = SVGPage.wide
    // A diagram has the size of its words: it stands in the middle of the page, or makes the page as wide as it is.
    let width = Double(layout.width) * DiagramGrid.width + 2
    page.width = max(page.width, width)
    let grid = DiagramGrid(left: (page.width - width) / 2 + 1)
    var svg = SVGBuilder()
    svg.wires(layout.wires, grid)
    for box in layout.boxes { svg.box(box, grid, page) }
    for label in layout.labels {
      svg.text(
        label.text, x: grid.x(label.column) - DiagramGrid.width / 2, y: grid.y(label.row), page, .start,
        "diagram-\(label.role.rawValue)", color: label.role == .gradient ? SeriesStyle.style(of: 1).color : "", hasHalo: true)
    }
    return svg.document(page, height: Double(layout.height) * DiagramGrid.height, title: title.oneLine, id: id)
  }

  /// The diagram as SVG, named by its title.
  public var svg: String { svg(id: nil) }

  /// The diagram as SVG for a column as narrow as a phone: a flow of steps from top to bottom; nil for all others, which
  /// are as wide as they are.
  public var narrowSVG: String? {
    guard isFlow, !nodes.isEmpty else { return nil }
    let page = SVGPage.narrow
    var svg = SVGBuilder()
    let middle = page.width / 2
    var y = 1.0
    for (index, node) in nodes.enumerated() {
      let words = page.fitting((node.operation ?? "").oneLine, page.width - 24)
      let width = page.width(of: words) + 28
      svg.frame(x: middle - width / 2, y: y, width: width, height: 34)
      svg.text(words, x: middle, y: y + 17, page, .middle, "diagram-box")
      y += 34
      if !node.caption.isEmpty {
        svg.text(
          page.fitting(node.caption.oneLine, page.width), x: middle, y: y + page.line * 0.7, page, .middle, "diagram-caption")
        y += page.line + 4
      }
      guard index < nodes.count - 1 else { break }
      var path = SVGPath()
      path.stroke(middle, y + 2, middle, y + 40)
      path.move(middle - 5, y + 33)
      path.line(middle, y + 40)
      path.line(middle + 5, y + 33)
      svg.stroke(path.commands, "diagram-wires", width: 1.4)
      let name = page.fitting(node.name.oneLine, middle - 14)
      svg.text(name, x: middle + 12, y: y + 18, page, .start, "diagram-value")
      y += 42
    }
    return svg.document(page, height: y + 2, title: title.oneLine, id: nil)
  }
}

/// The cells of a diagram on the page of its SVG.
struct DiagramGrid {
  static let width = 8.4
  static let height = 19.0
  let left: Double

  /// The middle of a column and of a row.
  func x(_ column: Int) -> Double { left + (Double(column) + 0.5) * Self.width }
  func y(_ row: Int) -> Double { (Double(row) + 0.5) * Self.height }
}

extension SVGBuilder {
  /// The frame of a box.
  fileprivate mutating func frame(x: Double, y: Double, width: Double, height: Double) {
    begin("rect", "diagram-box")
    set("x", x)
    set("y", y)
    set("width", width)
    set("height", height)
    set("rx", "5")
    set("fill", "none")
    set("stroke", SeriesStyle.style(of: 0).color)
    set("stroke-width", "1.6")
    end()
  }

  fileprivate mutating func box(_ box: DiagramLayout.Box, _ grid: DiagramGrid, _ page: SVGPage) {
    let (left, right) = (grid.x(box.columns.lowerBound), grid.x(box.columns.upperBound))
    frame(x: left, y: grid.y(box.row) - 16, width: right - left, height: 32)
    text(box.text, x: (left + right) / 2, y: grid.y(box.row), page, .middle, "diagram-word")
  }

  fileprivate mutating func wires(_ wires: [DiagramLayout.Wire], _ grid: DiagramGrid) {
    var path = SVGPath()
    for wire in wires {
      let (start, end) = (grid.y(wire.start.row), grid.y(wire.end.row))
      let tip = grid.x(wire.end.column) + DiagramGrid.width
      path.move(grid.x(wire.start.column) - DiagramGrid.width / 2, start)
      if let bend = wire.bend {
        path.line(grid.x(bend), start)
        path.line(grid.x(bend), end)
      }
      path.line(tip, end)
      path.move(tip - 6, end - 4)
      path.line(tip, end)
      path.line(tip - 6, end + 4)
    }
    group("diagram-wires")
    stroke(path.commands, "", width: 1.4, opacity: 0.8)
    for wire in wires {
      guard let bend = wire.bend, wire.start.row != wire.end.row else { continue }
      dot(x: grid.x(bend), y: grid.y(wire.end.row), radius: 2.4, color: "currentColor")
    }
    close()
  }
}
