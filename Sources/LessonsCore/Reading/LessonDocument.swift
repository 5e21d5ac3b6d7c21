package import MarkdownReading

/// The Markdown of a lesson as a flat list of events, with the events that are blocks, outputs,
/// values, citations and coverage marks marked.
package struct LessonDocument: Sendable, Equatable {
  /// What an event means beyond Markdown.
  package enum Role: Sendable, Equatable {
    case block(Int)
    case output(block: Int)
    /// The opening of a link that is a value.
    case value(Int)
    /// The opening of a quotation that is a callout.
    case callout(Int)
    /// The opening of a paragraph that is the title of a callout.
    case calloutTitle(Int)
    /// A text that is a citation.
    case citation(Int)
    /// A comment that is a mark of coverage: which of the lesson's marks.
    case coverage(Range<Int>)
  }

  package var events: [MarkdownEvent]
  package var roles: [Int: Role]
  /// In the order in which they begin.
  package var callouts: [Callout] = []
  /// The captions of blocks, by block.
  package var captions: [Int: Caption] = [:]

  package struct Caption: Sendable, Equatable {
    package var events: [MarkdownEvent]
    package var roles: [Int: Role]
  }
}
