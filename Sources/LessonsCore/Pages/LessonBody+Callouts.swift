internal import MarkdownReading

/// Callouts are rendered piece by piece, for the page has their parts in another order than the lesson.
extension LessonBody {
  mutating func enterCallout(_ role: LessonDocument.Role?) {
    guard case .callout(let index)? = role else { return open("", closing: "") }
    open(CalloutRenderer.html(lesson.document.callouts[index], anchor: anchors.callouts[index], &self), closing: "")
    // What is inside is rendered already.
    state.skippedDepth = state.closings.count
  }

  /// A stretch of the document, rendered by itself.
  ///
  /// - Parameter showsPlainValues: Whether values show their number only.
  mutating func fragment(_ range: Range<Int>, showsPlainValues: Bool = false) -> HTML {
    var body = self
    body.html = ""
    body.state = State()
    body.state.showsPlainValues = showsPlainValues
    body.render(lesson.document.events, roles: lesson.document.roles, in: range)
    files.formUnion(body.files)
    return body.html
  }
}
