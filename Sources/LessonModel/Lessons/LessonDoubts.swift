/// What a mistake in a lesson's text leaves in doubt of its programs. All else runs: one mistake hides no other.
package enum Doubt: Sendable, Equatable {
  /// What it says of a link, a quiz or a citation changes no program.
  case nothing
  case block(Int)
  case value(Int)
  /// Settings, files that are read, or where blocks begin and end.
  case whole
}

extension Lesson {
  /// Whether the lesson can run: no mistake leaves all of it in doubt.
  package var isRunnable: Bool { !doubts.contains(.whole) }

  /// What its mistakes leave in doubt.
  package var doubts: [Doubt] { diagnostics.filter { $0.severity == .error }.map(doubt) }

  private func doubt(of mistake: Diagnostic) -> Doubt {
    switch mistake.kind {
    case .encoding, .emptyLesson, .tooComplex, .courseFile, .unclosedFence, .slug: .whole
    // A misspelled summary changes no program, and a block that wants a file that is not there says so itself.
    case .frontMatter: frontMatter.hidesSettings ? .whole : .nothing
    case .attribute, .explore, .sourceLocation: block(at: mistake.position).map { .block($0) } ?? .nothing
    // The reader tells of no other code that does not parse than that of values.
    case .compileError: value(at: mistake.position).map { .value($0) } ?? .nothing
    case .valueLink:
      values.first { value in
        [value.expressionOffset, value.textRange.lowerBound].contains { source.position(of: $0) == mistake.position }
      }.map { .value($0.index) } ?? .nothing
    case .earlyRead:
      value(at: mistake.position).map { .value($0) } ?? block(at: mistake.position).map { .block($0) } ?? .whole
    default: .nothing
    }
  }

  private func block(at position: SourcePosition) -> Int? {
    blocks.first { block in
      let (start, end) = (source.position(of: block.range.lowerBound), source.position(of: block.range.upperBound))
      return (start.line...end.line).contains(position.line)
    }?.index
  }

  /// The last value whose expression begins before a place in its line.
  private func value(at position: SourcePosition) -> Int? {
    values.last { value in
      let start = source.position(of: value.expressionOffset)
      return start.line == position.line && start.column <= position.column
    }?.index
  }
}
