// The only file that imports libcmark-gfm.
internal import CCMarkGFM

/// Reads Markdown (CommonMark with tables, task lists, strikethrough and footnotes) into a flat list of events.
///
/// The autolink extension stays off: Debian's 0.29.0.gfm.6 reads before its buffer in it (CVE-2023-22485). Bare
/// addresses become links when the page is rendered.
package enum MarkdownReader {
  /// The events of `text`, or why it is not read.
  ///
  /// - Complexity: linear in the bytes of `text` for everything that ``MarkdownLimits`` lets pass.
  package static func events(of text: [UInt8], limits: MarkdownLimits = .standard) throws(MarkdownRefusal) -> [MarkdownEvent] {
    try read(text, limits: limits).events
  }

  /// The events of `text` with its formulas, and the places (in bytes) of those that are opened and never closed.
  ///
  /// - Complexity: as for ``events(of:limits:)``; a text with a dollar is parsed twice.
  package static func read(
    _ text: [UInt8], limits: MarkdownLimits = .standard
  ) throws(MarkdownRefusal) -> (events: [MarkdownEvent], unclosedMath: [Int]) {
    try limits.admit(text)
    let tree = try parsed(text, limits)
    guard text.contains(UInt8(ascii: "$")) else { return (tree, []) }
    let cut = MathCut(text, tree: tree)
    if cut.formulas.isEmpty { return (tree, cut.unclosed) }
    return (MathRestoring.restored(try parsed(cut.text, limits), cut), cut.unclosed)
  }

  private static func parsed(_ text: [UInt8], _ limits: MarkdownLimits) throws(MarkdownRefusal) -> [MarkdownEvent] {
    guard registered, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return [] }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let syntaxExtension = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntaxExtension)
      }
    }
    text.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    var events = try walk(root, limits)
    TaskItems.mark(&events, of: text)
    return events
  }

  /// Registering the extensions is not safe to do twice at once; a static is initialized once.
  private static let registered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  private static func walk(
    _ root: OpaquePointer, _ limits: MarkdownLimits
  ) throws(MarkdownRefusal)
    -> [MarkdownEvent]
  {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var events: [MarkdownEvent] = []
    var depth = 0
    var payload = 0
    while true {
      let step = cmark_iter_next(iterator)
      if step == CMARK_EVENT_DONE { return events }
      guard let node = cmark_iter_get_node(iterator) else { return events }
      let isLeaf = cmark_node_first_child(node) == nil && leafTypes.contains(typeName(of: node))
      if step == CMARK_EVENT_EXIT {
        if isLeaf { continue }
        depth -= 1
      } else if !isLeaf {
        depth += 1
      }
      let event = event(for: node, phase: isLeaf ? .leaf : step == CMARK_EVENT_ENTER ? .enter : .exit)
      payload += event.node.payloadSize
      try limits.admit(nodes: events.count, depth: depth, payload: payload, line: event.start.line)
      events.append(event)
    }
  }

  /// Kinds that cmark reports once; everything else is entered and left, even when it is empty.
  private static let leafTypes: Set<String> = [
    "code_block", "html_block", "thematic_break", "text", "softbreak", "linebreak", "code", "html_inline", "footnote_reference",
  ]

  private static func event(for node: OpaquePointer, phase: MarkdownEvent.Phase) -> MarkdownEvent {
    MarkdownEvent(
      phase: phase, node: kind(of: node),
      start: MarkdownPosition(line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node))),
      end: MarkdownPosition(line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node))))
  }

  /// Kinds are told apart by name: the numbers of extension nodes exist only at run time.
  private static func kind(of node: OpaquePointer) -> MarkdownNode {
    switch typeName(of: node) {
    case "document": return .document
    case "block_quote": return .blockQuote
    case "list": return .list(list(node))
    case "item": return .item(isTicked: nil)
    case "tasklist": return .item(isTicked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    case "code_block": return .codeBlock(codeBlock(node))
    case "html_block": return .htmlBlock(string(cmark_node_get_literal(node)))
    case "paragraph": return .paragraph
    case "heading": return .heading(level: Int(cmark_node_get_heading_level(node)))
    case "thematic_break": return .thematicBreak
    case "table": return .table(alignments(node))
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    case "footnote_definition": return .footnoteDefinition
    case "text": return .text(string(cmark_node_get_literal(node)))
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    case "code": return .code(string(cmark_node_get_literal(node)))
    case "html_inline": return .htmlInline(string(cmark_node_get_literal(node)))
    case "emph": return .emphasis
    case "strong": return .strong
    case "strikethrough": return .strikethrough
    case "link": return .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case "image": return .image(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case "footnote_reference": return .footnoteReference(string(cmark_node_get_literal(node)))
    case let other: return .unknown(other)
    }
  }

  private static func list(_ node: OpaquePointer) -> MarkdownList {
    MarkdownList(
      firstNumber: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0)
  }

  private static func codeBlock(_ node: OpaquePointer) -> MarkdownCodeBlock {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
    return MarkdownCodeBlock(
      fence: isFenced ? MarkdownFence(character: UInt8(bitPattern: character), length: Int(length)) : nil,
      info: string(cmark_node_get_fence_info(node)), literal: string(cmark_node_get_literal(node)))
  }

  private static func alignments(_ node: OpaquePointer) -> [MarkdownAlignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  /// The parser has names for all kinds but footnotes.
  private static func typeName(of node: OpaquePointer) -> String {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
    case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
    default: string(cmark_node_get_type_string(node))
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
