/// A place in a Markdown text as the parser counts: lines from 1, columns from 1 in UTF-8 bytes.
package struct MarkdownPosition: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// One step of a walk over a document: a node is entered, left, or (for a leaf) met once.
///
/// A document is the flat list of its events, so that nothing that reads it needs recursion: a lesson nested a million
/// levels deep costs memory, never the stack.
package struct MarkdownEvent: Sendable, Equatable {
  package enum Phase: Sendable, Equatable { case enter, exit, leaf }

  package var phase: Phase
  package var node: MarkdownNode
  /// Where the node begins and where its last byte stands; exact for blocks, a hint for inlines.
  package var start: MarkdownPosition
  package var end: MarkdownPosition
}

/// What a node is, with the data of its kind only.
package enum MarkdownNode: Sendable, Equatable {
  case document
  case blockQuote
  case list(MarkdownList)
  /// An item of a list; `isTicked` is nil unless it is a task.
  case item(isTicked: Bool?)
  case codeBlock(MarkdownCodeBlock)
  case htmlBlock(String)
  case paragraph
  case heading(level: Int)
  case thematicBreak
  case table([MarkdownAlignment])
  case tableRow(isHeader: Bool)
  case tableCell
  case footnoteDefinition
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case math(MarkdownMath)
  case htmlInline(String)
  case emphasis
  case strong
  case strikethrough
  case link(destination: String, title: String)
  case image(destination: String, title: String)
  case footnoteReference(String)
  /// A kind that this reader does not know; its children are still walked.
  case unknown(String)
}

package struct MarkdownList: Sendable, Equatable {
  /// The first number of an ordered list; nil for bullets.
  package var firstNumber: Int?
  package var isTight: Bool
}

package struct MarkdownCodeBlock: Sendable, Equatable {
  /// The fence that opened the block; nil for an indented block.
  package var fence: MarkdownFence?
  /// The info string, unescaped.
  package var info: String
  /// The code: every line ends with a line feed.
  package var literal: String
}

package struct MarkdownFence: Sendable, Equatable {
  package var character: UInt8
  package var length: Int
}

package enum MarkdownAlignment: Sendable, Equatable { case none, left, center, right }

extension MarkdownNode {
  /// Bytes of text that the node carries: what a long reference used often multiplies.
  var payloadSize: Int {
    switch self {
    case .codeBlock(let block): block.literal.utf8.count
    case .htmlBlock(let text), .text(let text), .code(let text), .htmlInline(let text): text.utf8.count
    case .math(let math): math.tex.utf8.count
    case .link(let destination, let title), .image(let destination, let title): destination.utf8.count + title.utf8.count
    default: 0
    }
  }
}
