internal import MarkdownReading

/// The nodes of a flat list of events.
enum EventTree {
  /// The nodes that stand side by side in a range of events, each from the event that enters it to the one that leaves it.
  static func nodes(in range: Range<Int>, of events: [MarkdownEvent]) -> [Range<Int>] {
    var nodes: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for index in range {
      if depth == 0 { start = index }
      switch events[index].phase {
      case .enter: depth += 1
      case .exit: depth -= 1
      case .leaf: break
      }
      if depth == 0 { nodes.append(start..<(index + 1)) }
    }
    return nodes
  }

  /// The node that an event enters.
  static func node(at index: Int, of events: [MarkdownEvent]) -> Range<Int> {
    var depth = 0
    for end in index..<events.count {
      switch events[end].phase {
      case .enter: depth += 1
      case .exit: depth -= 1
      case .leaf: break
      }
      if depth == 0 { return index..<(end + 1) }
    }
    return index..<events.count
  }

  /// What a node holds.
  static func inside(_ node: Range<Int>) -> Range<Int> {
    node.count < 2 ? node.lowerBound..<node.lowerBound : (node.lowerBound + 1)..<(node.upperBound - 1)
  }
}
