/// The layer and the row of every node.
///
/// The layer is the longest way from an input. Rows are given from the last results backwards, so that what a box reads
/// stands above and below it: the box is halfway between its first and its last source, and moves down while something is
/// in its way.
struct DiagramRows {
  /// The steps from the inputs, 0 for an input.
  private(set) var layers: [Int]
  /// The row of the wire that leaves each node, from 1 on.
  private(set) var rows: [Int]

  private let nodes: [Diagram.Node]
  /// The last layer that reads each node; its own layer if none does.
  private let reach: [Int]
  private var nextInputRow = 0
  private var isPlaced: [Bool]

  init(_ nodes: [Diagram.Node]) {
    var layers = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      layers[index] = node.sources.reduce(0) { max($0, layers[$1] + 1) }
    }
    var reach = layers
    for (index, node) in nodes.enumerated() {
      for source in node.sources { reach[source] = max(reach[source], layers[index]) }
    }
    self.nodes = nodes
    self.layers = layers
    self.reach = reach
    rows = [Int](repeating: 0, count: nodes.count)
    isPlaced = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices where reach[index] == layers[index] { place(index, from: 0) }
    for index in nodes.indices.reversed() { center(index) }
    let top = nodes.indices.reduce(Int.max) { min($0, rows[$1] - (nodes[$1].operation == nil ? 0 : 1)) }
    for index in rows.indices { rows[index] -= top }
  }

  /// Gives `node` a row, `least` or below it, after its sources have theirs.
  ///
  /// Sources of one box are three rows apart, so that their wires join with a visible upright part.
  private mutating func place(_ node: Int, from least: Int) {
    guard !isPlaced[node] else { return }
    var row = max(least, nextInputRow)
    if let first = nodes[node].sources.first {
      var previous = least - 3
      var low = Int.max
      var high = Int.min
      for source in nodes[node].sources {
        place(source, from: source == first ? 0 : previous + 3)
        previous = rows[source]
        low = min(low, previous)
        high = max(high, previous)
      }
      row = max(least, (low + high + 1) / 2)
    }
    while isBlocked(node, at: row) { row += 1 }
    rows[node] = row
    isPlaced[node] = true
    if layers[node] == 0 { nextInputRow = row + height(of: node).upperBound + 1 }
  }

  /// Moves a node that branches halfway between its first and its last branch, unless something is in its way.
  ///
  /// What reads other nodes too has its row from these, and stays.
  private mutating func center(_ node: Int) {
    let readers = nodes.indices.filter { nodes[$0].sources.contains(node) }
    guard readers.count > 1, readers.allSatisfy({ nodes[$0].sources == [node] }) else { return }
    let middle = readers.reduce(Int.max) { min($0, rows[$1]) } + readers.reduce(Int.min) { max($0, rows[$1]) }
    isPlaced[node] = false
    let isCrowded = layers[node] == 0 && layers.count { $0 == 0 } > 1
    if !isCrowded, !isBlocked(node, at: middle / 2) { rows[node] = middle / 2 }
    isPlaced[node] = true
  }

  /// The rows that a node and its labels take, relative to its own: an input with its gradient, a box with what is under it.
  private func height(of node: Int) -> ClosedRange<Int> {
    guard nodes[node].operation != nil else { return 0...1 }
    let isLast = reach[node] == layers[node]
    let labels = isLast ? (nodes[node].gradient == nil ? 1 : 2) : 0
    return -1...(1 + max(labels, nodes[node].caption.isEmpty ? 0 : 1))
  }

  /// Whether a node at this row would touch another node, or its wire run into one.
  private func isBlocked(_ node: Int, at row: Int) -> Bool {
    for other in nodes.indices where isPlaced[other] {
      if layers[other] == layers[node], layers[node] > 0 || nodes[node].operation != nil {
        let gap = rows[other] < row ? row - rows[other] : rows[other] - row
        if gap < 3 + height(of: rows[other] < row ? other : node).upperBound { return true }
      }
      if wire(of: node, at: row, runsInto: other, at: rows[other]) { return true }
      if wire(of: other, at: rows[other], runsInto: node, at: row) { return true }
    }
    return false
  }

  private func wire(of node: Int, at row: Int, runsInto other: Int, at otherRow: Int) -> Bool {
    guard layers[other] > layers[node], layers[other] <= reach[node] else { return false }
    let isRead = nodes[other].sources.contains(node)
    if row == otherRow, !isRead { return true }  // would look as if it entered the box
    let rows = height(of: other)
    return layers[other] < reach[node] && rows.contains(row - otherRow)  // passes on behind the box
  }
}
