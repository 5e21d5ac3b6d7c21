/// A piece of a document that stands on lines of its own, with the bytes of the file that it takes.
///
/// A document is the tree of its blocks. The reader of Markdown refuses what is nested too deeply, so whoever walks a tree may
/// recurse.
package struct DocumentBlock: Sendable, Equatable {
  package var kind: Kind
  /// From its first byte to the end of its last line, without that line's end.
  package var range: Range<Int>

  package indirect enum Kind: Sendable, Equatable {
    case paragraph([Inline])
    case heading(level: Int, [Inline])
    case quotation([DocumentBlock])
    case callout(Callout)
    case list(DocumentList)
    /// A Swift block with its recorded output: its place among the Swift blocks of the lesson.
    case cell(Int)
    case code(CodeBlock)
    /// A formula in a fence of its own.
    case formula(Formula)
    case html(String)
    case disclosure(Disclosure)
    /// A comment that names rows of a syllabus.
    case coverage(CoverageComment)
    case rule
    case table(DocumentTable)
    /// What a note at the foot says; notes stand at the end of the document, in the order in which they are first referred to.
    case footnote([DocumentBlock])
  }

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

package struct DocumentList: Sendable, Equatable {
  /// The first number of an ordered list; nil for bullets.
  package var firstNumber: Int?
  /// Whether no empty line parts its items: then their paragraphs stand bare.
  package var isTight: Bool
  package var items: [Item]

  package struct Item: Sendable, Equatable {
    /// Nil where the item is not a task.
    package var isTicked: Bool?
    package var blocks: [DocumentBlock]

    package init(isTicked: Bool?, blocks: [DocumentBlock]) {
      self.isTicked = isTicked
      self.blocks = blocks
    }

    /// The words of the item's first paragraph; empty where it begins with something else.
    package var label: [Inline] {
      if case .paragraph(let inlines)? = blocks.first?.kind { inlines } else { [] }
    }

    /// What stands in the item below its first paragraph.
    package var rest: ArraySlice<DocumentBlock> {
      if case .paragraph? = blocks.first?.kind { blocks.dropFirst() } else { blocks[...] }
    }
  }

  package init(firstNumber: Int?, isTight: Bool, items: [Item]) {
    self.firstNumber = firstNumber
    self.isTight = isTight
    self.items = items
  }

  package var isTaskList: Bool { items.contains { $0.isTicked != nil } }

  /// The places of the ticked items, from 0.
  package var ticked: [Int] { items.indices.filter { items[$0].isTicked == true } }

  /// The letter by which a reader knows an item: A for the first, AA after Z.
  package static func letter(of item: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(65 + item % 26))))
    return item < 26 ? last : letter(of: item / 26 - 1) + last
  }
}

package struct DocumentTable: Sendable, Equatable {
  package enum Alignment: Sendable, Equatable { case none, left, center, right }

  package var alignments: [Alignment]
  package var header: Row
  package var rows: [Row]

  package struct Row: Sendable, Equatable {
    package var cells: [[Inline]]
    package var range: Range<Int>

    package init(cells: [[Inline]], range: Range<Int>) {
      self.cells = cells
      self.range = range
    }
  }

  package init(alignments: [Alignment], header: Row, rows: [Row]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// A comment `<!-- covers: S0-01 S0-02 -->`, or one that was meant so.
package struct CoverageComment: Sendable, Equatable {
  /// The word before the names, with its colon.
  package var keyword: String
  package var names: [String]
  /// Where the comment begins.
  package var offset: Int

  package init(keyword: String, names: [String], offset: Int) {
    self.keyword = keyword
    self.names = names
    self.offset = offset
  }

  /// Whether the keyword is the right one.
  package var isMark: Bool { keyword.lowercased() == "covers:" }
}
