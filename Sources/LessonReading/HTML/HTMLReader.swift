import LessonModel

/// Makes elements of the safe part of HTML. They are nodes of the tree, so that no page can have one that is never closed; what
/// is left of HTML stays as it is written, and is shown as text.
struct HTMLReader {
  private let source: SourceText
  private(set) var document: [DocumentBlock] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// How many elements may stand in one another: whoever walks the tree recurses.
  private static let mostNested = 8

  /// - Parameter document: The tree of the whole lesson.
  init(_ document: [DocumentBlock], in source: SourceText) {
    self.source = source
    self.document = blocks(document, depth: 0)
  }

  /// The same for the words of a caption.
  static func inlines(_ inlines: [Inline], in source: SourceText) -> (inlines: [Inline], diagnostics: [Diagnostic]) {
    var reader = HTMLReader([], in: source)
    return (reader.inlines(inlines, depth: 0), reader.diagnostics)
  }

  // MARK: - Blocks

  /// What was opened and is not yet closed; the first is what the blocks themselves stand in.
  private struct Open {
    var tag: HTMLToken.Tag?
    var isOpen = false
    var start = 0
    var summary: [Inline]?
    var content: [DocumentBlock] = []
  }

  private mutating func blocks(_ siblings: [DocumentBlock], depth: Int) -> [DocumentBlock] {
    var open = [Open()]
    for block in siblings {
      if case .html(let text) = block.kind, let tokens = HTMLToken.safeTokens(of: text, at: block.range, in: source) {
        take(tokens, of: block.range, depth, &open)
      } else {
        open[open.count - 1].content.append(inside(block, depth: depth + open.count - 1))
      }
    }
    while open.count > 1, let unclosed = open.popLast(), let tag = unclosed.tag {
      var content = [DocumentBlock(.html(tag.text), range: tag.range)]
      if let summary = unclosed.summary { content.append(DocumentBlock(.paragraph(summary), range: tag.range)) }
      open[open.count - 1].content += content + unclosed.content
    }
    return open[0].content
  }

  private mutating func inside(_ block: DocumentBlock, depth: Int) -> DocumentBlock {
    var block = block
    switch block.kind {
    case .paragraph(let words): block.kind = .paragraph(inlines(words, depth: depth))
    case .heading(let level, let words): block.kind = .heading(level: level, inlines(words, depth: depth))
    case .table(var table):
      table.header.cells = table.header.cells.map { inlines($0, depth: depth) }
      for row in table.rows.indices { table.rows[row].cells = table.rows[row].cells.map { inlines($0, depth: depth) } }
      block.kind = .table(table)
    default: return block.mappingChildren { blocks($0, depth: depth) }
    }
    return block
  }

  private mutating func take(_ tokens: [HTMLToken], of range: Range<Int>, _ depth: Int, _ open: inout [Open]) {
    var words: [Inline] = []
    var rest = tokens[...]
    if let place = tokens.firstIndex(where: \.looksLikeMarkdown) {
      let before = tokens[..<place].last { if case .tag = $0 { true } else { false } }
      warn(
        "Markdown is only text in a block of HTML; leave an empty line before it, and one behind it",
        at: before?.range?.lowerBound ?? range.lowerBound)
    }
    while let token = rest.popFirst() {
      guard case .tag(let found) = token, ["details", "summary"].contains(found.tag.name) else {
        words += token.inlines
        continue
      }
      let place = open.count - 1
      if let paragraph = paragraph(words, in: range, depth: depth + place) { open[place].content.append(paragraph) }
      words = []
      switch (found.tag.name, found.tag.isClosing) {
      case ("details", false) where depth + open.count <= Self.mostNested:
        open.append(Open(tag: found, isOpen: found.tag["open"] != nil, start: found.range.lowerBound))
      case ("details", true) where place > 0:
        let closed = open.removeLast()
        if let tag = closed.tag { report(tag.tag, besides: ["open"], at: tag.range.lowerBound) }
        let disclosure = Disclosure(isOpen: closed.isOpen, summary: closed.summary ?? [], content: closed.content)
        open[place - 1].content.append(
          DocumentBlock(.disclosure(disclosure), range: closed.start..<max(closed.start, range.upperBound)))
      case ("summary", false) where place > 0 && open[place].summary == nil && open[place].content.isEmpty:
        guard let end = rest.firstIndex(where: { $0.isEnd(of: "summary") }) else { fallthrough }
        report(found.tag, at: found.range.lowerBound)
        open[place].summary = inlines(rest[..<end].flatMap(\.inlines).trimmed, depth: depth + place)
        rest = rest[(end + 1)...]
      default: open[place].content.append(DocumentBlock(.html(found.text), range: found.range))
      }
    }
    let place = open.count - 1
    if let paragraph = paragraph(words, in: range, depth: depth + place) { open[place].content.append(paragraph) }
  }

  /// Words between tags; nil where there are none.
  private mutating func paragraph(_ words: [Inline], in range: Range<Int>, depth: Int) -> DocumentBlock? {
    let words = words.trimmed
    return words.isEmpty ? nil : DocumentBlock(.paragraph(inlines(words, depth: depth)), range: range)
  }

  // MARK: - Lines

  private mutating func inlines(_ inlines: [Inline], depth: Int) -> [Inline] {
    var open: [(html: RawHTML?, element: HTMLElement?, content: [Inline])] = [(nil, nil, [])]
    for inline in inlines {
      let place = open.count - 1
      guard case .html(let html) = inline, let tag = HTMLTag(html.text) else {
        open[place].content.append(inside(inline, depth: depth + place))
        continue
      }
      if let kind = HTMLElement.Kind(rawValue: tag.name), !tag.isClosing, depth + open.count <= Self.mostNested {
        open.append((html, HTMLElement(kind, title: kind == .abbr ? tag["title"]?.value : nil, content: []), []))
      } else if let match = open.lastIndex(where: { $0.element?.kind.rawValue == tag.name }), tag.isClosing {
        while open.count > match + 1 { Self.giveUp(&open) }
        var closed = open.removeLast()
        closed.element?.content = closed.content
        if let html = closed.html, let tag = HTMLTag(html.text) {
          report(tag, besides: tag.name == "abbr" ? ["title"] : [], at: html.offset)
        }
        if let element = closed.element { open[match - 1].content.append(.element(element)) }
      } else {
        open[place].content.append(alone(tag, html) ?? inline)
      }
    }
    while open.count > 1 { Self.giveUp(&open) }
    return open[0].content
  }

  /// Makes text again of a tag that is never closed.
  private static func giveUp(_ open: inout [(html: RawHTML?, element: HTMLElement?, content: [Inline])]) {
    let unclosed = open.removeLast()
    open[open.count - 1].content += (unclosed.html.map { [.html($0)] } ?? []) + unclosed.content
  }

  private mutating func inside(_ inline: Inline, depth: Int) -> Inline {
    switch inline {
    case .emphasis(let content): return .emphasis(inlines(content, depth: depth))
    case .strong(let content): return .strong(inlines(content, depth: depth))
    case .strikethrough(let content): return .strikethrough(inlines(content, depth: depth))
    case .link(var link):
      link.content = inlines(link.content, depth: depth)
      return .link(link)
    default: return inline
    }
  }

  /// A line's end or a picture; nil for any other tag.
  private mutating func alone(_ tag: HTMLTag, _ html: RawHTML) -> Inline? {
    if tag.isClosing { return nil }
    if tag.name == "br" {
      report(tag, at: html.offset)
      return .lineBreak
    }
    guard tag.name == "img", let address = tag["src"], !address.value.isEmpty else { return nil }
    report(tag, besides: ["src", "alt", "width", "height"], at: html.offset)
    var image = Link(
      destination: address.value, title: "", content: [.text(tag["alt"]?.value ?? "")], offset: html.offset + address.offset)
    image.size = ImageSize(width: size(tag["width"], html.offset), height: size(tag["height"], html.offset))
    return .image(image)
  }

  private mutating func size(_ attribute: HTMLTag.Attribute?, _ offset: Int) -> Int? {
    guard let attribute else { return nil }
    if let size = Int(attribute.value), (1...9_999).contains(size) { return size }
    warn("'\(attribute.name)' is a whole number of pixels; it is left out", at: offset + attribute.offset)
    return nil
  }

  private mutating func report(_ tag: HTMLTag, besides known: [String] = [], at offset: Int) {
    for attribute in tag.attributes where !known.contains(attribute.name) {
      let advice = known.isEmpty ? "" : " ('\(tag.name)' may have \(known.joined(separator: ", ")))"
      warn("the attribute '\(attribute.name)' of '\(tag.name)' is left out\(advice)", at: offset)
    }
  }

  private mutating func warn(_ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(.rawHTML, message, in: source, at: offset, severity: .warning))
  }
}

extension [Inline] {
  /// Without blanks and line ends at both ends.
  fileprivate var trimmed: [Inline] {
    func isBlank(_ inline: Inline) -> Bool {
      switch inline {
      case .softBreak: true
      case .text(let text): text.allSatisfy(\.isWhitespace)
      default: false
      }
    }
    var rest = self[...].drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return Array(rest)
  }
}
