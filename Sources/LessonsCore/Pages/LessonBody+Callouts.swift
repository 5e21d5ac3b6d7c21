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
  /// - Parameters:
  ///   - showsPlainValues: Whether values show their number only.
  ///   - isInHeading: Whether the words are those of a heading or of something to click, where no link may stand.
  mutating func fragment(_ range: Range<Int>, showsPlainValues: Bool = false, isInHeading: Bool = false) -> HTML {
    var body = self
    body.html = ""
    body.state.takePlace(of: State())
    body.state.showsPlainValues = showsPlainValues || state.showsPlainValues
    body.state.isInHeading = isInHeading
    body.render(lesson.document.events, roles: lesson.document.roles, in: range)
    files.formUnion(body.files)
    // What the page has met already it has met in the fragment too.
    body.state.takePlace(of: state)
    state = body.state
    return body.html
  }
}

extension LessonBody.State {
  /// Takes over all that depends on the place in the page; what depends on the page as a whole stays.
  fileprivate mutating func takePlace(of other: LessonBody.State) {
    closings = other.closings
    description = other.description
    skippedDepth = other.skippedDepth
    isTight = other.isTight
    columns = other.columns
    column = other.column
    isHeaderRow = other.isHeaderRow
    footnotes = other.footnotes
    linkDepth = other.linkDepth
    isInHeading = other.isInHeading
    showsPlainValues = other.showsPlainValues
  }
}
