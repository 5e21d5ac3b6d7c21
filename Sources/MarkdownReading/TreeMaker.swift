import LessonModel

/// Makes our tree of cmark's.
struct TreeMaker {
  /// The texts in a document, and the lines between them that hold none.
  struct Texts {
    var leaves: [LeafText] = []
    /// The lines of the parsed text that are code or HTML.
    var opaqueLines: Set<Int> = []
  }

  let places: NodePlaces
  let limits: MarkdownLimits
  /// What stands behind the placeholders in the text; nil where nothing was cut out.
  let cut: InlineCut?
  /// The HTML inside the text, in the order of the file.
  let html: [RawHTML]
  /// The links of the text, in the order of the file.
  let links: [PlacedLink]
  /// Nil where they were already read.
  private(set) var texts: Texts?
  /// The pieces that the parser read as something else than they are.
  var displaced: Set<Int> = []
  /// Where the text at hand begins, and the HTML and the links in it that are still to come.
  var leaf: (start: Int, html: ArraySlice<RawHTML>, links: ArraySlice<PlacedLink>) = (0, [], [])
  /// What the definitions of values say that stand apart from their texts.
  lazy var definitions = ValueDefinitions(in: lines.source, from: lines.start)
  private var visits = 0
  private var payload = 0

  /// Makes the tree of a text as it stands, and gathers what inlines are to be found in.
  init(_ lines: ParsedLines, limits: MarkdownLimits) {
    self.init(lines, limits: limits, cut: nil, found: InlineLexer.Found())
    texts = Texts()
  }

  /// Makes the tree of a text whose inlines were found.
  init(_ lines: ParsedLines, limits: MarkdownLimits, cut: InlineCut?, found: InlineLexer.Found) {
    places = NodePlaces(lines: lines)
    self.limits = limits
    self.cut = cut
    html = found.html
    links = found.links
  }

  private var lines: ParsedLines { places.lines }

  /// The blocks of a text; the parser's tree lives as long as this walks it.
  mutating func document(_ parse: borrowing CMarkParse) throws(MarkdownRefusal) -> [DocumentBlock] {
    try visit(parse.root, depth: 1)
    return try blocks(parse.root, Surroundings(depth: 1, quotations: 0))
  }

  /// What a node stands in.
  struct Surroundings {
    /// How many nodes are around it.
    var depth: Int
    var quotations: Int
    /// Whether brackets may be citations: not in the description of an image, nor in the text of a value.
    var holdsCitations = true

    func inside(_ node: CMarkNode) -> Surroundings {
      var inside = self
      inside.depth += 1
      if node.kind == .quotation { inside.quotations += 1 }
      return inside
    }
  }

  /// Counts a node before anything is made of it, so that whoever recurses into it knows that it is not too deep.
  mutating func visit(_ node: CMarkNode, depth: Int, payload size: Int = 0) throws(MarkdownRefusal) {
    // What can hold others counts when it is entered and when it is left.
    let times = node.kind.isLeaf ? 1 : 2
    payload += times * size
    try limits.admit(nodes: visits, depth: depth, payload: payload, line: lines.fileLine(node.startLine))
    visits += times
  }

  private mutating func gather(_ leaf: (ParsedLines) -> LeafText) {
    if texts == nil { return }
    let leaf = leaf(lines)
    texts?.leaves.append(leaf)
  }

  private mutating func begin(_ range: Range<Int>) {
    let first = html.partitioningIndex { $0.offset >= range.lowerBound }
    let link = links.partitioningIndex { $0.start >= range.lowerBound }
    leaf = (
      range.lowerBound, html[first...].prefix { $0.offset < range.upperBound },
      links[link...].prefix { $0.start < range.upperBound }
    )
  }

  // MARK: - Blocks

  private mutating func blocks(_ parent: CMarkNode, _ around: Surroundings) throws(MarkdownRefusal) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    let children = parent.children
    for (index, child) in children.enumerated() {
      let next = index + 1 < children.count ? children[index + 1] : nil
      if let block = try block(child, next: next, around) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func block(
    _ node: CMarkNode, next: CMarkNode?, _ around: Surroundings
  ) throws(MarkdownRefusal) -> DocumentBlock? {
    let kind = node.kind
    let inside = around.inside(node)
    let literal = kind.isLeaf ? node.literal : ""
    try visit(node, depth: kind.isLeaf ? around.depth : inside.depth, payload: literal.utf8.count)
    switch kind {
    case .paragraph, .heading: return try text(node, next: next, inside)
    case .quotation: return DocumentBlock(.quotation(try blocks(node, inside)), range: places.range(node))
    case .footnote: return DocumentBlock(.footnote(try blocks(node, inside)), range: places.footnote(node))
    case .list: return DocumentBlock(.list(try list(node, inside)), range: places.range(node))
    case .table: return try table(node, inside)
    case .rule: return DocumentBlock(.rule, range: places.range(node))
    case .codeBlock: return code(node, literal)
    case .htmlBlock:
      texts?.opaqueLines.formUnion(places.htmlLines(node))
      let range = places.html(node)
      let html = kept(literal)
      let mark = html.behindComments?.isEmpty == true ? CoverageComment(html: html, at: range.lowerBound) : nil
      return DocumentBlock(mark.map { .coverage($0) } ?? .html(html), range: range)
    default: return nil
    }
  }

  private mutating func text(
    _ node: CMarkNode, next: CMarkNode?, _ inside: Surroundings
  ) throws(MarkdownRefusal) -> DocumentBlock {
    let place = places.leaf(node, next: next, quotations: inside.quotations)
    gather { lines in
      place.beginsWithMarks
        ? LeafText(
          heading: place.content.first ?? Substring().utf8, in: place.range, number: place.lines.lowerBound,
          quotations: inside.quotations, of: lines)
        : LeafText(paragraph: place.content, on: place.lines, quotations: inside.quotations, in: lines)
    }
    begin(place.range)
    let inlines = try inlines(node, inside)
    return DocumentBlock(
      node.kind == .heading ? .heading(level: node.headingLevel, inlines) : .paragraph(inlines), range: place.range)
  }

  private mutating func code(_ node: CMarkNode, _ literal: String) -> DocumentBlock {
    let line = lines.fileLine(node.startLine)
    let column = lines.offset(node.startLine, node.startColumn) - lines.source.lineStarts[line - 1] + 1
    let fence = node.fence.flatMap {
      CodeFence(literal: literal, of: $0.character, length: $0.length, line: line, column: column, in: lines.source)
    }
    // Lines that begin far right inside `$$` look like code; only a fence or an empty line before them makes them so.
    if fence != nil || node.startLine < 2 || lines.range(node.startLine - 1).isEmpty {
      texts?.opaqueLines.formUnion(node.startLine...max(node.startLine, node.endLine))
    }
    let code = CodeBlock(info: kept(node.info), literal: kept(literal), fence: fence)
    return DocumentBlock(.code(code), range: fence?.range ?? places.range(node))
  }

  /// A text that holds no placeholder, unless the parser sees something else there than the lexer did.
  mutating func kept(_ text: String) -> String {
    if let cut { displaced.formUnion(cut.numbers(in: text)) }
    return text
  }

  // MARK: - Lists

  private mutating func list(_ node: CMarkNode, _ inside: Surroundings) throws(MarkdownRefusal) -> DocumentList {
    var items: [DocumentList.Item] = []
    for child in node.children {
      let within = inside.inside(child)
      try visit(child, depth: within.depth)
      var item = DocumentList.Item(
        isTicked: child.kind == .task ? child.isTicked : nil, blocks: try blocks(child, within))
      if child.kind != .task { markTask(&item) }
      items.append(item)
    }
    return DocumentList(firstNumber: node.firstNumber, isTight: node.isTight, items: items)
  }

  /// Makes a task of an item that the parser took for none: its extension looks at the start of the line only, so that in a
  /// quotation `> - [x] done` stays text.
  private func markTask(_ item: inout DocumentList.Item) {
    guard let first = item.blocks.first, case .paragraph(var inlines) = first.kind, case .text(let text)? = inlines.first else {
      return
    }
    // An escaped bracket is the same text to the parser; only the bytes know.
    let mark = Array(lines.source.bytes[first.range].prefix(4))
    guard mark.count == 4, mark[0] == UInt8(ascii: "["), mark[2] == UInt8(ascii: "]"), mark[3].isBlank,
      mark[1] == 32 || mark[1] | 32 == UInt8(ascii: "x"), text.utf8.starts(with: mark)
    else { return }
    let rest = text.utf8.dropFirst(4).drop(while: \.isBlank)
    if rest.isEmpty { inlines.removeFirst() } else { inlines[0] = .text(String(decoding: rest, as: UTF8.self)) }
    item.isTicked = mark[1] != 32
    item.blocks[0] = DocumentBlock(.paragraph(inlines), range: (first.range.lowerBound + 4)..<first.range.upperBound)
  }

  // MARK: - Tables

  private mutating func table(_ node: CMarkNode, _ inside: Surroundings) throws(MarkdownRefusal) -> DocumentBlock {
    let alignments = node.alignments.map { letter -> DocumentTable.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    var rows: [DocumentTable.Row] = []
    for child in node.children {
      let within = inside.inside(child)
      try visit(child, depth: within.depth)
      let place = places.row(child, of: node, quotations: within.quotations)
      gather { LeafText(row: place, quotations: within.quotations, in: $0) }
      begin(place)
      var cells: [[Inline]] = []
      for cell in child.children {
        let deeper = within.inside(cell)
        try visit(cell, depth: deeper.depth)
        cells.append(try inlines(cell, deeper))
      }
      rows.append(DocumentTable.Row(cells: cells, range: place))
    }
    let header = rows.isEmpty ? DocumentTable.Row(cells: [], range: places.range(node)) : rows.removeFirst()
    let start = header.range.lowerBound
    return DocumentBlock(
      .table(DocumentTable(alignments: alignments, header: header, rows: rows)),
      range: start..<max(start, places.range(node).upperBound))
  }
}

extension Array {
  /// Where the elements begin for which a predicate holds that holds for all behind them, too.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
