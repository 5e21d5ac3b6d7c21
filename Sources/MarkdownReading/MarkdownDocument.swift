package import LessonModel

/// Markdown as a tree, and what an author must know of it.
package struct MarkdownDocument: Sendable, Equatable {
  package var blocks: [DocumentBlock]
  /// In the order of the text.
  package var faults: [Fault]

  package init(blocks: [DocumentBlock] = [], faults: [Fault] = []) {
    self.blocks = blocks
    self.faults = faults
  }

  /// Something that was meant for ours and is only text to Markdown.
  package struct Fault: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// A `$$` that stands first on its line and is never closed.
      case unclosedFormula
      /// A destination that begins as a value's does, and does not end as a destination must.
      case brokenValue
      /// What would be the destination of a value, with a blank before it.
      case partedValue
    }

    package var kind: Kind
    package var offset: Int

    package init(_ kind: Kind, at offset: Int) {
      self.kind = kind
      self.offset = offset
    }
  }
}
