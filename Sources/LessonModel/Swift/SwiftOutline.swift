/// What the weaver must know of a block of Swift: its top-level statements, its checked comments, its hidden lines.
///
/// All offsets are UTF-8 bytes from the start of the block.
package struct SwiftOutline: Sendable, Equatable {
  /// The statements at the top level of the block, in order.
  package var statements: [SwiftStatement]
  /// The comments `// => ...` and `// Prints "..."`, in order.
  package var checkedComments: [CheckedComment]
  /// Lines (from 0) that end in `// hide`.
  package var hiddenLines: [Int]
  /// The modules that the block imports.
  package var imports: [String]
  /// Where a `#sourceLocation` stands: it would let a lesson move its own errors to any file.
  package var sourceLocationDirectives: [Int]
  /// Whether the text reads its own position (`#line`, `#file` and their like), so that a shifted line changes its results.
  package var readsItsPosition: Bool
  /// The variables and constants that the top-level statements declare.
  package var variables: [PlacedName]
  /// The names that the top-level statements read while they run, outside of closures, functions and types.
  package var reads: [PlacedName]
  /// What the parser cannot make sense of.
  package var syntaxErrors: [SwiftSyntaxError]
  /// Comments that look like checked ones and are none, with the way to write them.
  package var almostChecked: [PlacedName]

  package init(
    statements: [SwiftStatement], checkedComments: [CheckedComment], hiddenLines: [Int], imports: [String],
    sourceLocationDirectives: [Int], readsItsPosition: Bool, variables: [PlacedName], reads: [PlacedName],
    syntaxErrors: [SwiftSyntaxError], almostChecked: [PlacedName] = []
  ) {
    self.statements = statements
    self.checkedComments = checkedComments
    self.hiddenLines = hiddenLines
    self.imports = imports
    self.sourceLocationDirectives = sourceLocationDirectives
    self.readsItsPosition = readsItsPosition
    self.variables = variables
    self.reads = reads
    self.syntaxErrors = syntaxErrors
    self.almostChecked = almostChecked
  }
}

/// A name and where it stands.
package struct PlacedName: Sendable, Equatable {
  package var name: String
  package var offset: Int

  package init(name: String, offset: Int) {
    self.name = name
    self.offset = offset
  }
}

/// A statement at the top level of a block.
package struct SwiftStatement: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// An expression that may have a value worth showing.
    case expression
    /// A declaration of constants or variables; the text names what it binds last, such as `x` or `(a, b)`.
    case binding(String)
    case other
  }

  package var kind: Kind
  /// From the first byte of the first token to the last byte of the last, without comments and blanks around it.
  package var range: Range<Int>
  /// The semicolon that ends it, if there is one.
  package var semicolon: Range<Int>?
  /// Where its first plain `try` stands whose error nothing in the statement catches: at file scope such an error ends the
  /// program.
  package var uncaughtTry: Int?

  package init(kind: Kind, range: Range<Int>, semicolon: Range<Int>? = nil, uncaughtTry: Int? = nil) {
    self.kind = kind
    self.range = range
    self.semicolon = semicolon
    self.uncaughtTry = uncaughtTry
  }
}

/// A comment that promises a result.
package struct CheckedComment: Sendable, Equatable {
  package enum Promise: Sendable, Equatable {
    /// `// => text`: the value of the statement, or of the constant it declares.
    case value
    /// `// Prints "text"`: the next line that the statement prints.
    case line
  }

  package var promise: Promise
  /// The promised text and where it stands.
  package var text: String
  package var range: Range<Int>
  /// Which statement it speaks of, an index into ``SwiftOutline/statements``; nil when it stands inside one.
  package var statement: Int?

  package init(promise: Promise, text: String, range: Range<Int>, statement: Int? = nil) {
    self.promise = promise
    self.text = text
    self.range = range
    self.statement = statement
  }
}

/// One complaint of the parser.
package struct SwiftSyntaxError: Sendable, Equatable {
  package var message: String
  package var offset: Int
  package var notes: [Note]

  package init(message: String, offset: Int, notes: [Note]) {
    self.message = message
    self.offset = offset
    self.notes = notes
  }

  package struct Note: Sendable, Equatable {
    package var message: String
    package var offset: Int

    package init(message: String, offset: Int) {
      self.message = message
      self.offset = offset
    }
  }
}
