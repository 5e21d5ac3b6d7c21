/// A fenced block of Swift.
package struct SwiftBlock: Sendable, Equatable {
  /// Its place among the Swift blocks of the lesson, from 0.
  package var index: Int
  package var name: String
  package var attributes: BlockAttributes
  package var fence: CodeFence
  package var position: SourcePosition
  package var outline: SwiftOutline
  /// The fence with its result; nil where nothing is recorded.
  package var recorded: CodeFence?
  /// The words of its caption; nil without one.
  package var caption: [Inline]?
  /// Its number among the blocks of the lesson that have a caption, from 1; nil without one.
  package var figure: Int?

  package init(
    index: Int, name: String, attributes: BlockAttributes, fence: CodeFence, position: SourcePosition, outline: SwiftOutline,
    recorded: CodeFence? = nil, caption: [Inline]? = nil
  ) {
    self.index = index
    self.name = name
    self.attributes = attributes
    self.fence = fence
    self.position = position
    self.outline = outline
    self.recorded = recorded
    self.caption = caption
  }

  /// From the first fence character to the end of the closing fence's line, without its line end.
  package var range: Range<Int> { fence.range }
  package var code: PlacedText { fence.code }
  /// Its code behind the constants that its attributes make.
  package var exploredCode: String { attributes.parameters.map { $0.declaration + "\n" }.joined() + code.text }
  package var session: String { attributes.session ?? "" }

  /// Whether its statements run with those of its session: it is neither only shown nor meant to fail.
  package var runsWithOthers: Bool { attributes.runs && attributes.expectation == nil }
}

/// A link with scheme `swift:` in the prose.
package struct ProseValue: Sendable, Equatable {
  package enum Publication: Sendable, Equatable {
    case own
    /// The written text belongs to a source and must match.
    case published(key: String)
    /// The written text belongs to a source and must not match.
    case refuted(key: String)
    /// The written text is what a statement of the source would give, which does not print it; it must match.
    case implied(key: String)
  }

  /// Its place among the values of the lesson, from 0.
  package var index: Int
  package var expression: String
  /// For each byte of the expression, where it stands in the lesson; escapes make it differ from a plain count.
  package var expressionOffsets: [Int]
  /// The text between the brackets as a reader sees it.
  package var written: String
  /// The bytes that ``written`` stands for.
  package var textRange: Range<Int>
  /// From the opening bracket to behind the closing parenthesis.
  package var range: Range<Int>
  package var position: SourcePosition
  package var publication: Publication
  package var tolerance: Tolerance?
  /// What shows that a published number is.
  package var evidence = ValueEvidence.unneeded
  /// How many Swift blocks come before it.
  package var blocksBefore: Int

  package init(
    index: Int, expression: String, expressionOffsets: [Int], written: String, textRange: Range<Int>, range: Range<Int>,
    position: SourcePosition, publication: Publication, tolerance: Tolerance?, blocksBefore: Int
  ) {
    self.index = index
    self.expression = expression
    self.expressionOffsets = expressionOffsets
    self.written = written
    self.textRange = textRange
    self.range = range
    self.position = position
    self.publication = publication
    self.tolerance = tolerance
    self.blocksBefore = blocksBefore
  }

  /// Where the expression begins in the lesson.
  package var expressionOffset: Int { expressionOffsets.first ?? range.lowerBound }

  /// Where in the expression, in bytes, signs stand before which the author wrote a backslash that Markdown took.
  package func lostBackslashes(in source: SourceText) -> [Int] {
    let (bytes, backslash) = (Array(expression.utf8), UInt8(ascii: "\\"))
    return zip(bytes.indices, expressionOffsets).compactMap { index, offset in
      guard bytes[index] != backslash, index == 0 || bytes[index - 1] != backslash else { return nil }
      return source.bytes[offset] == backslash || offset > 0 && source.bytes[offset - 1] == backslash ? index : nil
    }
  }

  package var isUnrecorded: Bool { written == "?" }

  /// The key of the source that the number belongs to.
  package var source: String? {
    switch publication {
    case .own: nil
    case .published(let key), .refuted(let key), .implied(let key): key
    }
  }

  /// The key of the source that prints the number, rightly or not; nil where no source is said to.
  package var publishedIn: String? {
    switch publication {
    case .own, .implied: nil
    case .published(let key), .refuted(let key): key
    }
  }

  /// Whether the number is published and wrong.
  package var isRefuted: Bool { if case .refuted = publication { true } else { false } }
}
