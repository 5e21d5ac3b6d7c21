// The only file that imports libcmark-gfm.
import CCMarkGFM
import CMarkParsing
import Synchronization

/// One reading of a text by cmark-gfm, bounded in time and memory.
///
/// The autolink extension stays off: Debian's 0.29.0.gfm.6 reads before its buffer in it (CVE-2023-22485). Bare
/// addresses become links when the page is rendered.
struct CMarkParse: ~Copyable {
  let root: CMarkNode

  /// What the parser may take for a text; ``MarkdownLimits`` refuses what is known to take that much.
  private static let memory = 256 << 20
  private static let milliseconds = 5_000

  init(_ text: some Collection<UInt8>) throws(MarkdownRefusal) {
    var end = cmark_parsing_good
    let root = Self.lock.withLock { _ in
      Array(text).withUnsafeBytes { buffer in
        Root(
          node: cmark_parsing_parse(
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, Self.options, Self.memory, Self.milliseconds,
            &end))
      }
    }
    guard let node = root.node else {
      let cost = end == cmark_parsing_no_time ? "over \(Self.milliseconds / 1_000) s" : "over \(Self.memory >> 20) MiB"
      throw MarkdownRefusal(line: 1, message: "this lesson is too complex: reading its Markdown takes \(cost)")
    }
    self.root = CMarkNode(node: node)
  }

  /// A tree on its way out of the lock.
  private struct Root: @unchecked Sendable {
    var node: OpaquePointer?
  }

  deinit { cmark_node_free(root.node) }

  /// The page that cmark itself makes of the text.
  var html: String {
    guard let text = cmark_render_html(root.node, Self.options | CMARK_OPT_UNSAFE, nil) else { return "" }
    defer { cmark_parsing_free(text) }
    return String(cString: text)
  }

  /// What the parser makes of a text on one line; nil where that is more than words.
  static func words(of text: ArraySlice<UInt8>) -> String? {
    let line = text.map { $0 == 10 ? 32 : $0 }
    guard line.contains(where: { "\\&*_~`<!$:".utf8.contains($0) }) else { return String(decoding: line, as: UTF8.self) }
    guard let parse = try? CMarkParse(line) else { return nil }
    return parse.withTree { root in
      let blocks = root.children
      guard blocks.count == 1, let paragraph = blocks.first, paragraph.kind == .paragraph else { return nil }
      let inlines = paragraph.children
      return inlines.allSatisfy { $0.kind == .text } ? inlines.map(\.literal).joined() : nil
    }
  }

  /// Looks into the tree, which may not be kept: it goes with the reading.
  borrowing func withTree<Result>(_ look: (CMarkNode) -> Result) -> Result { look(root) }

  private static let options = CMARK_OPT_FOOTNOTES

  /// While it reads inlines the parser has the tilde of strikethrough in a table that all parsers share; the list of extensions
  /// is theirs, too.
  private static let lock = Mutex(())
}

/// A node of a tree that cmark made; valid as long as its ``CMarkParse``.
struct CMarkNode {
  fileprivate let node: OpaquePointer

  enum Kind: String {
    case document, list, item, paragraph, heading, table, text, code, strong, strikethrough, link, image
    case quotation = "block_quote"
    case task = "tasklist"
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case rule = "thematic_break"
    case header = "table_header"
    case row = "table_row"
    case cell = "table_cell"
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case html = "html_inline"
    case emphasis = "emph"
    // The parser has names for all kinds but these.
    case footnote, noteReference
    /// A kind that this reader does not know; what is inside is still read.
    case unknown

    /// Kinds that hold no other node.
    var isLeaf: Bool {
      switch self {
      case .codeBlock, .htmlBlock, .rule, .text, .softBreak, .lineBreak, .code, .html, .noteReference: true
      default: false
      }
    }
  }

  /// Kinds are told apart by name: the numbers of extension nodes exist only at run time.
  var kind: Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
    case CMARK_NODE_FOOTNOTE_REFERENCE: .noteReference
    default: Kind(rawValue: Self.string(cmark_node_get_type_string(node))) ?? .unknown
    }
  }

  var children: [CMarkNode] {
    var children: [CMarkNode] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(CMarkNode(node: child))
      next = cmark_node_next(child)
    }
    return children
  }

  // Lines and columns count from 1; columns are bytes.
  var startLine: Int { Int(cmark_node_get_start_line(node)) }
  var startColumn: Int { Int(cmark_node_get_start_column(node)) }
  var endLine: Int { Int(cmark_node_get_end_line(node)) }

  /// The text of a paragraph, a heading or a cell before its inlines were read.
  var content: String { Self.string(cmark_node_get_string_content(node)) }
  var literal: String { Self.string(cmark_node_get_literal(node)) }
  var destination: String { Self.string(cmark_node_get_url(node)) }
  var title: String { Self.string(cmark_node_get_title(node)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
  var isTicked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(node) }
  var isTight: Bool { cmark_node_get_list_tight(node) != 0 }
  /// The first number of an ordered list; nil for bullets.
  var firstNumber: Int? {
    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil
  }
  var info: String { Self.string(cmark_node_get_fence_info(node)) }

  /// The fence that opened a block of code; nil for an indented one.
  var fence: (character: UInt8, length: Int)? {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return nil }
    return (UInt8(bitPattern: character), Int(length))
  }

  /// For each column of a table `l`, `c`, `r` or nothing.
  var alignments: [UInt8] {
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<Int(cmark_gfm_extensions_get_table_columns(node))).map { letters[$0] }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
