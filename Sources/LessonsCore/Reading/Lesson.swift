internal import MarkdownReading
package import SwiftReading

/// A lesson as it was read: its text cut into parts that give the file back byte for byte, and what the parts mean.
package struct Lesson: Sendable, Equatable {
  package var source: SourceText
  /// The file name without `.md`: the lesson's address.
  package var slug: String
  /// What its exercises are numbered by: the digits that the slug begins with, else its place in the course.
  package var number: Int
  package var frontMatter: FrontMatter
  package var title: String
  package var parts: [LessonPart]
  package var blocks: [SwiftBlock]
  package var values: [ProseValue]
  package var citations: [Citation] = []
  package var marks: [CoverageMark] = []
  package var formulas: [Formula]
  package var document: LessonDocument
  /// Addresses of what is left out of the lesson, each with the address to go to instead.
  package var movedAnchors: [String: String] = [:]
}

/// A stretch of the file and what it is.
package struct LessonPart: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case frontMatter
    case prose
    /// A Swift block, fences included.
    case block(Int)
    /// The recorded output of a block, fences included.
    case output(block: Int)
    /// The text between the brackets of a value.
    case value(Int)
  }

  package var kind: Kind
  package var range: Range<Int>
}

/// A fenced block of Swift.
package struct SwiftBlock: Sendable, Equatable {
  /// Its place among the Swift blocks of the lesson, from 0.
  package var index: Int
  package var name: String
  package var attributes: BlockAttributes
  /// From the first fence character to the end of the closing fence's line, without its line end.
  package var range: Range<Int>
  package var position: SourcePosition
  package var code: BlockCode
  package var outline: SwiftOutline
  package var recorded: OutputFence?
  /// What stands before the closing fence on its line: `> ` in a quotation, blanks in a list.
  package var linePrefix: String
  /// How many fence characters close the block.
  package var fenceLength: Int

  package var session: String { attributes.session ?? "" }
}

/// The code of a block and where each of its lines stands in the lesson.
package struct BlockCode: Sendable, Equatable {
  /// The lines without the list's or quotation's marks, each ended by a line feed.
  package var text: String
  /// For each line, where its first byte stands in the lesson.
  package var lineOffsets: [Int]
  /// For each line, where it begins in ``text``.
  package var lineStarts: [Int]

  /// Where a byte of ``text`` stands in the lesson.
  package func sourceOffset(of offset: Int) -> Int {
    guard let line = lineStarts.lastIndex(where: { $0 <= offset }) else { return lineOffsets.first ?? 0 }
    return lineOffsets[line] + offset - lineStarts[line]
  }
}

/// The result of a block as the lesson has it.
package struct OutputFence: Sendable, Equatable {
  /// From the first fence character to the end of the closing fence's line, without its line end.
  package var range: Range<Int>
  /// The lines between the fences, line ends included.
  package var contentRange: Range<Int>
  package var code: BlockCode
  package var fenceLength: Int
  package var linePrefix: String
}

/// A link with scheme `swift:` in the prose.
package struct ProseValue: Sendable, Equatable {
  package enum Publication: Sendable, Equatable {
    case own
    /// The written text belongs to a source and must match.
    case published(key: String)
    /// The written text belongs to a source and must not match.
    case refuted(key: String)
  }

  package var index: Int
  package var expression: String
  /// Where the expression begins in the lesson.
  package var expressionOffset: Int
  /// For each byte of the expression, where it stands in the lesson; escapes make it differ from a plain count.
  package var expressionOffsets: [Int]
  /// The text between the brackets as a reader sees it.
  package var written: String
  /// The bytes that ``written`` stands for.
  package var textRange: Range<Int>
  package var position: SourcePosition
  package var publication: Publication
  /// An absolute tolerance, as written behind `±`.
  package var tolerance: String?
  /// How many Swift blocks come before it.
  package var blocksBefore: Int

  package var isUnrecorded: Bool { written == "?" }
}
