/// How Swift is read: by the parser, or from what it said of the same text before. Both give the same.
package struct SwiftReadings: Sendable {
  package var outline: @Sendable (String) -> SwiftOutline
  package var spans: @Sendable (String) -> [SwiftSpan]

  package init(
    outline: @escaping @Sendable (String) -> SwiftOutline, spans: @escaping @Sendable (String) -> [SwiftSpan]
  ) {
    self.outline = outline
    self.spans = spans
  }
}

/// A stretch of Swift that is shown in a color of its own; names and operators belong to none.
package struct SwiftSpan: Sendable, Equatable {
  package enum Kind: Sendable, Equatable, CaseIterable {
    case keyword, type, string, number, comment
    /// Attributes, macros and directives such as `@inlinable` and `#if`.
    case attribute
    case regex
    /// A comment that promises a result: `// => 1` or `// Prints "1"`.
    case promise
  }

  package var kind: Kind
  /// In UTF-8 bytes.
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
