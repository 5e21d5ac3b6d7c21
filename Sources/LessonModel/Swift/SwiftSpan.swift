/// What is read of a text of Swift.
package struct SwiftReading: Sendable, Equatable {
  package var outline: SwiftOutline
  package var spans: [SwiftSpan]

  package init(outline: SwiftOutline, spans: [SwiftSpan]) {
    self.outline = outline
    self.spans = spans
  }
}

/// How Swift is read: by the parser, or from what it said of the same text before. Both give the same.
package struct SwiftReadings: Sendable {
  private let reading: @Sendable (String) -> SwiftReading

  package init(_ reading: @escaping @Sendable (String) -> SwiftReading) { self.reading = reading }

  package func outline(_ text: String) -> SwiftOutline { reading(text).outline }
  package func spans(_ text: String) -> [SwiftSpan] { reading(text).spans }
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
