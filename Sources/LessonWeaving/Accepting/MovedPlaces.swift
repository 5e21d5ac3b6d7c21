package import LessonModel

/// Where places of a lesson stand once its splices are applied: what is said of the lesson afterwards speaks of the new text.
package struct MovedPlaces: Sendable, Equatable {
  private var before: SourceText
  private var after: SourceText
  private var splices: [Splice]

  /// - Parameter splices: In the order of the text, none over another.
  package init(of source: SourceText, by splices: [Splice]) {
    before = source
    after = SourceText(path: source.path, bytes: Acceptor.apply(splices, to: source.bytes))
    self.splices = splices
  }

  /// What is said of the lesson, at its new place; anything said of another file as it is.
  package func moved(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.path == before.path else { return diagnostic }
    var moved = diagnostic
    moved.position = self.moved(diagnostic.position)
    moved.sourceLine = after.text(after.lineRange(moved.position.line))
    for place in moved.notes.indices { moved.notes[place].position = moved.notes[place].position.map(self.moved) }
    return moved
  }

  /// Where stands now what stood at a place.
  package func moved(_ position: SourcePosition) -> SourcePosition {
    let offset = before.offset(of: position)
    var shift = 0
    for splice in splices where splice.range.lowerBound <= offset {
      // What stood in a replaced text stands at its beginning now.
      if splice.range.upperBound > offset { return after.position(of: splice.range.lowerBound + shift) }
      shift += splice.text.utf8.count - splice.range.count
    }
    return after.position(of: offset + shift)
  }
}
