internal import MarkdownReading

/// Under which heading each line of a lesson stands.
struct Sections {
  private var starts: [(line: Int, heading: Anchors.Entry)] = []

  init(_ lesson: Lesson, _ anchors: Anchors) {
    var contents = anchors.contents[...]
    for event in lesson.document.events {
      guard case .heading = event.node, event.phase == .enter, let heading = contents.popFirst() else { continue }
      starts.append((event.start.line, heading))
    }
    // Footnotes stand at the end of the events wherever they stand in the file.
    starts.sort { $0.line < $1.line }
  }

  /// The heading above a line; nil above the first.
  func heading(ofLine line: Int) -> Anchors.Entry? { starts.last { $0.line <= line }?.heading }
}
