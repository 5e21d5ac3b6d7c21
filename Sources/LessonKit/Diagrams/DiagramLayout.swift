/// Where everything in a diagram stands, in rows and columns of text; the picture in text and the SVG are both drawn from it.
struct DiagramLayout {
  struct Box {
    var row: Int
    /// The columns from the left edge to the right edge.
    var columns: ClosedRange<Int>
    var text: String
  }

  /// A wire: to the right in `start.row`, up or down at `bend`, to the right in `end.row`, up to an arrow head.
  struct Wire {
    var start: (row: Int, column: Int)
    /// The column of the upright part; `nil` for a straight wire.
    var bend: Int?
    /// The cell of the arrow head.
    var end: (row: Int, column: Int)
  }

  struct Label {
    enum Role: String { case value, gradient, caption }
    var row: Int
    var column: Int
    var text: String
    var role: Role
  }

  private(set) var boxes: [Box] = []
  private(set) var wires: [Wire] = []
  private(set) var labels: [Label] = []
  /// The size of the picture in cells.
  var width: Int {
    let boxEnd = boxes.reduce(0) { max($0, $1.columns.upperBound + 1) }
    return labels.reduce(boxEnd) { max($0, $1.column + $1.text.displayWidth) }
  }
  var height: Int {
    let boxEnd = boxes.reduce(0) { max($0, $1.row + 2) }
    return labels.reduce(boxEnd) { max($0, $1.row + 1) }
  }

  init(_ diagram: Diagram) {
    let places = DiagramRows(diagram.nodes)
    let nodes = diagram.nodes.map { DiagramLabels($0, format: diagram.format) }
    let inputs = DiagramLabels.inputs(diagram)
    let lastLayer = places.layers.reduce(-1, max)
    var ends = [Int](repeating: 0, count: nodes.count)  // the last column of each node
    var left = 0
    for layer in 0..<(lastLayer + 1) {
      let members = nodes.indices.filter { places.layers[$0] == layer }
      var bus = left
      var arrow = left
      for index in members {
        let node = diagram.nodes[index]
        let row = places.rows[index]
        guard let operation = node.operation else {
          let label = inputs[index]
          ends[index] = left + label.width
          labels += label.labels(row: row, column: left + 1)
          bus = max(bus, ends[index] + 6)
          arrow = max(arrow, ends[index] + 7)
          continue
        }
        let text = operation.oneLine
        let box = Box(row: row, columns: left...(left + text.displayWidth + 3), text: text)
        ends[index] = box.columns.upperBound
        boxes.append(box)
        let isLast = !diagram.nodes.contains { $0.sources.contains(index) }
        let label = nodes[index]
        labels += label.labels(under: box, isLast: isLast)
        guard !isLast else { continue }
        labels += label.labels(onWireFrom: box)
        bus = max(bus, ends[index] + 5 + label.width)
        arrow = max(arrow, ends[index] + 7 + label.width)
      }
      let busCount = addWires(into: layer + 1, of: diagram.nodes, places, ends: ends, bus: bus, arrow: arrow)
      left = busCount > 0 ? max(bus + 2 * busCount + 3, arrow) : arrow
      for index in wires.indices where wires[index].end.column < 0 { wires[index].end.column = left - 1 }
    }
  }

  /// Leads wires into the boxes of a layer; their last column, where the boxes begin, is filled in by the caller.
  ///
  /// A box with one source in its own row gets a straight wire. Boxes that read the same, as all of a dense layer do, share an
  /// upright bus, so that a layer has one and not as many as boxes; the bus of the lowest box is leftmost, so that it does not
  /// cross the way from another bus to a higher box. Returns the number of buses.
  private mutating func addWires(
    into layer: Int, of nodes: [Diagram.Node], _ places: DiagramRows, ends: [Int], bus: Int, arrow: Int
  ) -> Int {
    let readers = nodes.indices.filter { places.layers[$0] == layer && !nodes[$0].sources.isEmpty }
    let readings = nodes.map { $0.sources.sorted() }
    var buses: [[Int]] = []
    for reader in readers.sorted(by: { places.rows[$0] > places.rows[$1] }) {
      let sources = readings[reader]
      let isStraight = sources.allSatisfy { places.rows[$0] == places.rows[reader] }
      let isShared = readers.contains { $0 != reader && readings[$0] == sources }
      var column: Int?
      if !isStraight || isShared {
        let place = buses.firstIndex(of: sources) ?? buses.count
        if place == buses.count { buses.append(sources) }
        column = bus + 2 * place
      }
      for source in nodes[reader].sources {
        let isInput = nodes[source].operation == nil
        let start = (row: places.rows[source], column: ends[source] + (isInput ? 2 : 1))
        wires.append(Wire(start: start, bend: column, end: (places.rows[reader], -1)))
      }
    }
    return buses.count
  }
}
