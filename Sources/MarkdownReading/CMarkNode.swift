// The only file that imports libcmark-gfm.
import CCMarkGFM
import Synchronization

/// One reading of a text by cmark-gfm.
///
/// The autolink extension stays off: Debian's 0.29.0.gfm.6 reads before its buffer in it (CVE-2023-22485). Bare
/// addresses become links when the page is rendered.
struct CMarkParse: ~Copyable {
  let root: CMarkNode

  /// - Returns: Nil only where memory ran out.
  init?(_ text: some Collection<UInt8>) {
    guard Self.registered, let parser = cmark_parser_new(Self.options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let syntaxExtension = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntaxExtension)
      }
    }
    Array(text).withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    var root: OpaquePointer?
    Self.lock.withLock { _ in root = cmark_parser_finish(parser) }
    guard let root else { return nil }
    self.root = CMarkNode(node: root)
  }

  deinit { cmark_node_free(root.node) }

  /// The page that cmark itself makes of the text.
  var html: String {
    guard let text = cmark_render_html(root.node, Self.options | CMARK_OPT_UNSAFE, nil) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return String(cString: text)
  }

  /// What the parser makes of a text on one line; nil where that is more than words.
  static func words(of text: ArraySlice<UInt8>) -> String? {
    let line = text.map { $0 == 10 ? 32 : $0 }
    guard line.contains(where: { "\\&*_~`<!$:".utf8.contains($0) }) else { return String(decoding: line, as: UTF8.self) }
    guard let parse = CMarkParse(line) else { return nil }
    let blocks = parse.root.children
    guard blocks.count == 1, let paragraph = blocks.first, paragraph.kind == .paragraph else { return nil }
    let inlines = paragraph.children
    return inlines.allSatisfy { $0.kind == .text } ? inlines.map(\.literal).joined() : nil
  }

  private static let options = CMARK_OPT_FOOTNOTES

  /// While it reads inlines the parser has the tilde of strikethrough in a table that all parsers share.
  private static let lock = Mutex(())

  /// Registering the extensions is not safe to do twice at once; a static is initialized once.
  private static let registered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
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
