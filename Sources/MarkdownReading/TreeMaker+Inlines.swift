import LessonModel

extension TreeMaker {
  /// The inlines of a leaf or of one of its inlines.
  mutating func inlines(_ parent: CMarkNode, _ around: Surroundings) throws(MarkdownRefusal) -> [Inline] {
    var run = RestoredRun(cut, holdsCitations: around.holdsCitations)
    for node in parent.children {
      let kind = node.kind
      var inside = around.inside(node)
      let literal = kind.isLeaf ? node.literal : ""
      let size = kind == .noteReference ? 0 : literal.utf8.count
      switch kind {
      case .link, .image:
        let destination = node.destination
        try visit(node, depth: inside.depth, payload: destination.utf8.count + node.title.utf8.count)
        run.add(try link(node, destination, &inside))
        continue
      default: try visit(node, depth: kind.isLeaf ? around.depth : inside.depth, payload: size)
      }
      switch kind {
      case .text: run.add(text: literal)
      case .softBreak: run.add(lineEnd: .softBreak)
      case .lineBreak: run.add(lineEnd: .lineBreak)
      case .code: run.add(.code(kept(literal)))
      case .html: run.add(rawHTML(kept(literal)))
      case .noteReference: run.add(.noteReference(kept(literal)))
      case .emphasis: run.add(.emphasis(try inlines(node, inside)))
      case .strong: run.add(.strong(try inlines(node, inside)))
      case .strikethrough: run.add(.strikethrough(try inlines(node, inside)))
      default: for inline in try inlines(node, inside) { run.add(inline) }
      }
    }
    let inlines = run.finished()
    displaced.formUnion(run.displaced)
    return inlines
  }

  private mutating func link(
    _ node: CMarkNode, _ destination: String, _ inside: inout Surroundings
  ) throws(MarkdownRefusal) -> Inline {
    let target = cut?.target(destination)
    let isImage = node.kind == .image
    let placed = nextLink(from: target?.range.lowerBound)
    let defined = isImage || target != nil || placed?.labeled == nil ? nil : definitions[destination]
    let isValue = !isImage && (target?.destination ?? defined)?.text.lowercased().hasPrefix("swift:") == true
    if isImage || isValue { inside.holdsCitations = false }
    let content = try inlines(node, inside)
    if let placed, let labeled = placed.labeled, let defined, isValue {
      return .value(
        value(defined, title: kept(node.title), content, text: labeled.text, range: placed.start..<labeled.end))
    }
    guard let target else {
      let link = Link(
        destination: kept(destination), title: kept(node.title), content: content, offset: placed?.start ?? leaf.start)
      return isImage ? .image(link) : .link(link)
    }
    if isValue {
      return .value(
        value(target.destination, title: target.title, content, text: target.textRange, range: target.range))
    }
    let link = Link(destination: target.destination.text, title: target.title, content: content, offset: target.offset)
    return isImage ? .image(link) : .link(link)
  }

  /// The place of the link at hand: the one that begins at `start`, or the next one.
  private mutating func nextLink(from start: Int?) -> PlacedLink? {
    if let start { leaf.links = leaf.links.drop { $0.start < start } }
    return leaf.links.popFirst()
  }

  private func value(
    _ destination: WrittenText, title: String, _ content: [Inline], text: Range<Int>, range: Range<Int>
  ) -> ValueLink {
    let skipped = 6 + destination.bytes.dropFirst(6).prefix { $0 == 32 }.count
    return ValueLink(
      expression: String(decoding: destination.bytes.dropFirst(skipped), as: UTF8.self),
      offsets: Array(destination.offsets.dropFirst(skipped)), title: title, content: content, textRange: text, range: range)
  }

  /// HTML in a line with its place: the next one in the text at hand that reads so.
  private mutating func rawHTML(_ text: String) -> Inline {
    var offset = leaf.start
    if let place = leaf.html.firstIndex(where: { $0.text == text }) {
      offset = leaf.html[place].offset
      leaf.html = leaf.html[(place + 1)...]
    }
    return CoverageComment(html: text, at: offset).map { .coverage($0) } ?? .html(RawHTML(text: text, offset: offset))
  }
}

/// Inlines side by side, with what was cut out of their text put back.
private struct RestoredRun {
  /// The pieces that the parser read as something else than they are.
  private(set) var displaced: Set<Int> = []
  private let cut: InlineCut?
  private let holdsCitations: Bool
  private var inlines: [Inline] = []
  private var text = String.UnicodeScalarView()
  /// A piece that goes on, and on how many further lines.
  private var open: (number: Int, lines: Int)?
  /// Whether the bracket that closes a citation is still to come.
  private var closesCitation = false

  init(_ cut: InlineCut?, holdsCitations: Bool) {
    self.cut = cut
    self.holdsCitations = holdsCitations
  }

  mutating func add(_ inline: Inline) {
    flush()
    inlines.append(inline)
  }

  mutating func add(lineEnd: Inline) { if open == nil { add(lineEnd) } }

  mutating func finished() -> [Inline] {
    if let open { displaced.insert(open.number) }
    flush()
    return inlines
  }

  mutating func add(text added: String) {
    guard let cut, open != nil || closesCitation || cut.isMarked(added) else { return text += added.unicodeScalars }
    var rest = Substring(added).unicodeScalars
    while let scalar = rest.first {
      if let (number, lines) = open {
        let mark = rest.drop { $0 == "|" }
        if mark.first == cut.closing { rest = mark.dropFirst() } else { displaced.insert(number) }
        open = lines > 1 ? (number, lines - 1) : nil
        if open != nil { return }
      } else if closesCitation, scalar == "]" {
        rest = rest.dropFirst()
        closesCitation = false
      } else if let (number, length) = cut.placeholder(in: rest) {
        put(cut.pieces[number], number)
        rest = rest.dropFirst(length)
      } else {
        if scalar == cut.opening || scalar == cut.closing { displaced.formUnion(cut.numbers(in: String(rest))) }
        text.append(scalar)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func put(_ piece: CutPiece, _ number: Int) {
    if piece.segments.count > 1 { open = (number, piece.segments.count - 1) }
    switch piece.kind {
    case .formula(let formula): add(.formula(formula))
    case .citation(let citation):
      if text.last == "[" { text.removeLast() } else { displaced.insert(number) }
      closesCitation = true
      if holdsCitations { add(.citation(citation)) } else { text += citation.text.unicodeScalars }
    case .target: displaced.insert(number)
    }
  }

  private mutating func flush() {
    if !text.isEmpty { inlines.append(.text(String(text))) }
    text = String.UnicodeScalarView()
  }
}

extension CoverageComment {
  /// A comment that names rows of a syllabus; nil for any other HTML.
  init?(html: String, at offset: Int) {
    let text = html.drop { $0 == " " }
    guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") else { return nil }
    let words = text[..<end.lowerBound].dropFirst(4).split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let keyword = words.first, ["covers:", "cover:", "coverage:", "covered:"].contains(keyword.lowercased()) else {
      return nil
    }
    self.init(keyword: keyword, names: Array(words.dropFirst()), offset: offset)
  }
}
