/// A place in a lesson's text of which something was taken out.
///
/// In the lesson itself as many blanks stand there, so that all else keeps its place. What readers get of the text has ``left``
/// there instead, for how long something is tells what it is.
package struct TextRemoval: Sendable, Equatable {
  package var range: Range<Int>
  /// What stays of it for readers: nothing, or a mark that keeps apart what was apart.
  package var left: String

  package init(range: Range<Int>, left: String = "") {
    self.range = range
    self.left = left
  }
}
