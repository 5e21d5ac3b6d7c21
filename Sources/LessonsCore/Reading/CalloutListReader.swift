internal import MarkdownReading

/// Finds the choices of a quiz and the statements of a claim.
enum CalloutListReader {
  /// The first list of a claim, the first task list of a quiz.
  static func list(of callout: Callout, in events: [MarkdownEvent]) -> CalloutList? {
    guard callout.kind == .quiz || callout.kind == .claim else { return nil }
    for node in EventTree.nodes(in: callout.content, of: events) {
      guard case .list = events[node.lowerBound].node else { continue }
      let items = EventTree.nodes(in: EventTree.inside(node), of: events).map { item($0, in: events) }
      let list = CalloutList(events: node, items: items)
      if callout.kind == .claim || list.isTaskList { return list }
    }
    return nil
  }

  private static func item(_ node: Range<Int>, in events: [MarkdownEvent]) -> CalloutList.Item {
    var isTicked: Bool?
    if case .item(let tick) = events[node.lowerBound].node { isTicked = tick }
    let inside = EventTree.inside(node)
    guard let first = EventTree.nodes(in: inside, of: events).first, events[first.lowerBound].node == .paragraph else {
      return CalloutList.Item(isTicked: isTicked, label: inside.lowerBound..<inside.lowerBound, rest: inside)
    }
    return CalloutList.Item(
      isTicked: isTicked, label: EventTree.inside(first), rest: first.upperBound..<inside.upperBound)
  }
}
