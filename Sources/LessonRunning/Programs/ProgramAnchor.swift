package import LessonModel

/// A place where the author's text begins in a program.
///
/// A result that is remembered is used again for a lesson whose lines have moved; what it says of a place it says of the
/// distance to one of these.
package struct ProgramAnchor: Sendable, Equatable {
  package var place: SourcePosition
  /// Where the call of ours stands that is around the text; nil where none is, and where nothing tells it from the text.
  package var call: SourcePosition?

  package init(place: SourcePosition, call: SourcePosition? = nil) {
    self.place = place
    self.call = call
  }
}
