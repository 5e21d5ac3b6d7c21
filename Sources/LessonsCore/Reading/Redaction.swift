internal import MarkdownReading

/// `Lesson → SourceText`: the text of a lesson with its solutions blanked out.
///
/// Lines and columns stay, so that places in the one text are places in the other. Where a solution stood is an empty
/// comment: it keeps apart what the solution kept apart, two lists for example.
enum Redaction {
  private static let mark = Array("<!-- -->".utf8)

  static func withoutSolutions(_ lesson: Lesson) -> SourceText {
    var bytes = lesson.source.bytes
    for callout in lesson.document.callouts where callout.kind == .solution {
      let depth = quotations(around: callout, in: lesson.document.events)
      blank(callout.range, below: depth, in: &bytes)
    }
    return SourceText(path: lesson.source.path, bytes: bytes)
  }

  /// How many quotations are open where a callout begins.
  private static func quotations(around callout: Callout, in events: [MarkdownEvent]) -> Int {
    events[..<callout.events.lowerBound].reduce(0) { depth, event in
      guard event.node == .blockQuote else { return depth }
      return depth + (event.phase == .enter ? 1 : -1)
    }
  }

  private static func blank(_ range: Range<Int>, below depth: Int, in bytes: inout [UInt8]) {
    var quotations = depth
    for index in range {
      switch bytes[index] {
      case 10, 13: quotations = 0
      case UInt8(ascii: ">") where quotations < depth: quotations += 1
      case 32, 9: break
      default:
        // The first other byte ends the marks of the quotations around.
        quotations = depth
        bytes[index] = 32
      }
    }
    if range.count >= mark.count { bytes.replaceSubrange(range.lowerBound..<(range.lowerBound + mark.count), with: mark) }
  }
}
