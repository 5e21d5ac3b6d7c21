package import LessonModel

/// One stretch of a lesson that is replaced.
package struct Splice: Sendable, Equatable {
  package var range: Range<Int>
  package var text: String
  package var change: Change
  /// Where what changes stands before the change.
  package var position: SourcePosition

  /// What is told about it.
  package enum Change: Sendable, Equatable {
    /// A value in the text.
    case value(from: String, to: String)
    /// What a block prints.
    case output(Verb, of: String)

    package enum Verb: Sendable, Equatable {
      case recorded, updated
      /// For a block that prints nothing any more.
      case removed
    }
  }

  package init(range: Range<Int>, text: String, change: Change, position: SourcePosition) {
    self.range = range
    self.text = text
    self.change = change
    self.position = position
  }
}

extension Splice.Change {
  /// In a few words.
  ///
  /// - Parameter isDone: Whether it was made, or would be.
  package func words(isDone: Bool) -> String {
    switch self {
    case .value(let old, let new): "[\(old)] \(isDone ? "is now" : "would be") [\(new)]"
    case .output(let verb, let block):
      switch verb {
      case .recorded: "\(isDone ? "recorded" : "would record") the output of block '\(block)'"
      case .updated: "\(isDone ? "updated" : "would update") the output of block '\(block)'"
      case .removed: "\(isDone ? "removed" : "would remove") the output of block '\(block)', which prints nothing"
      }
    }
  }
}
