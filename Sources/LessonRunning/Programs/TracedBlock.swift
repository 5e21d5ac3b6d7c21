import LessonModel
import SwiftReading

/// A block as it stands in the program that records its values: with what is added to it, and what of the block stands where
/// in it.
struct TracedBlock {
  let block: SwiftBlock
  let source: SourceText
  let additions: [TraceAddition]
  /// How far its lines are moved to the right in the lesson, which a remembered value's column depends on.
  let margins: [Int]

  init(_ block: SwiftBlock, in source: SourceText) {
    self.block = block
    self.source = source
    additions = TraceAdditions.additions(to: block.code.text)
    margins = block.code.lineOffsets.map { source.position(of: $0).column - 1 }
  }

  /// What is put into its text.
  var insertions: [(offset: Int, insertion: ProgramWriter.Insertion)] {
    additions.map { ($0.offset, .replace(0, with: $0.text)) }
  }

  /// Its first line and its last line in the lesson.
  var lines: ClosedRange<Int> {
    let first = source.position(of: block.code.sourceOffset(of: 0)).line
    return first...(first + max(block.code.lineStarts.count - 1, 0))
  }

  /// What stands at a place of the program's text.
  enum Place {
    /// A byte of the block's code.
    case own(Int)
    case added(TraceAddition)
  }

  /// What stands at a column, from 1, of a line of the block, from 0; nil for what is not of the block.
  ///
  /// - Parameter isEnd: Whether it is the column behind something, and not its first.
  func place(_ line: Int, _ column: Int, isEnd: Bool) -> Place? {
    let code = block.code
    guard code.lineStarts.indices.contains(line) else { return nil }
    let start = code.lineStarts[line]
    var offset = start + column - 1 - margins[line]
    for addition in additions where self.line(of: addition.offset) == line {
      if offset < addition.offset || isEnd && offset == addition.offset { break }
      let length = addition.text.utf8.count
      if offset < addition.offset + length { return .added(addition) }
      offset -= length
    }
    return offset < start || offset > code.text.utf8.count ? nil : .own(offset)
  }

  /// The line of a byte of the code, from 0.
  func line(of offset: Int) -> Int { (block.code.lineStarts.lastIndex { $0 <= offset }) ?? 0 }
}
