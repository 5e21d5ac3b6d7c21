internal import MarkdownReading

/// Finds where callouts stand among the events of a finished document, by the roles of these.
enum CalloutLocator {
  /// The callouts with the ranges of their events.
  static func located(_ callouts: [Callout], in document: LessonDocument) -> [Callout] {
    var callouts = callouts
    for (index, role) in document.roles {
      guard case .callout(let place) = role else { continue }
      let quotation = EventTree.node(at: index, of: document.events)
      callouts[place].events = quotation
      callouts[place].content = EventTree.inside(quotation)
      if document.roles[index + 1] == .calloutTitle(place) {
        let title = EventTree.node(at: index + 1, of: document.events)
        callouts[place].title = EventTree.inside(title)
        callouts[place].content = title.upperBound..<(quotation.upperBound - 1)
      }
      callouts[place].list = CalloutListReader.list(of: callouts[place], in: document.events)
    }
    return callouts
  }
}
