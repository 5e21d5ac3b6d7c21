import LessonModel

/// Finds formulas, citations and the destinations of links in a text, binding exactly as CommonMark does.
///
/// From left to right, escapes, code, addresses, HTML and formulas are taken whole; then brackets pair, the tail or the label
/// behind a pair makes it a link, and no link stands in a link. A pair that is no link may be a citation.
struct InlineLexer {
  /// What was found in a text.
  struct Found {
    var pieces: [CutPiece] = []
    var html: [RawHTML] = []
    /// All links, images and addresses, in no order.
    var links: [PlacedLink] = []
    var faults: [MarkdownDocument.Fault] = []
    /// Behind the last byte of the file that a formula takes which reaches over the end of its text.
    var reached = 0
  }

  private struct Bracket {
    /// Behind the `[`.
    var text: Int
    var isImage: Bool
    /// Whether a link may still begin here: no other stands in it.
    var isActive = true
    var holdsBracket = false
    /// How many pieces were found before it.
    var pieces: Int
  }

  private let leaf: LeafText
  private let bytes: [UInt8]
  private let labels: DefinedLabels
  private let refused: Set<Int>
  private let extended: () -> LeafText
  /// The text with the lines below it, into which a formula may reach.
  private lazy var longer = extended()
  private let source: SourceText
  private var index = 0
  /// What is taken whole in the piece at hand.
  private var atoms: InlineAtoms
  private var brackets: [Bracket] = []
  /// Behind the last code, HTML, formula or link: a citation is plain text.
  private var plainFrom = 0
  /// No formula begins in an address.
  private var addressEnd = 0
  private var found = Found()

  /// - Parameters:
  ///   - start: The byte of the file from which on the text is not yet taken by a formula.
  ///   - refused: Where pieces begin that the parser does not take for what they are here.
  ///   - extended: The text with the lines below it, into which a formula may reach.
  static func found(
    in leaf: LeafText, from start: Int, labels: DefinedLabels, refused: Set<Int>, source: SourceText,
    extended: @escaping () -> LeafText
  ) -> Found {
    var lexer = InlineLexer(leaf, labels, refused, source, extended)
    lexer.index = leaf.offsets.firstIndex { $0 >= start } ?? leaf.bytes.count
    lexer.found.reached = start
    for piece in leaf.pieces where piece.upperBound > lexer.index { lexer.lex(piece) }
    return lexer.found
  }

  private init(
    _ leaf: LeafText, _ labels: DefinedLabels, _ refused: Set<Int>, _ source: SourceText, _ extended: @escaping () -> LeafText
  ) {
    self.leaf = leaf
    self.labels = labels
    self.refused = refused
    self.source = source
    self.extended = extended
    bytes = leaf.bytes
    atoms = InlineAtoms(leaf.bytes, to: 0)
  }

  private var end: Int { atoms.end }

  private mutating func lex(_ piece: Range<Int>) {
    index = max(index, piece.lowerBound)
    brackets = []
    atoms = InlineAtoms(bytes, to: piece.upperBound)
    while index < end { step() }
  }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += index + 1 < end && bytes[index + 1].isPunctuation ? 2 : 1
    case UInt8(ascii: "`"): readBackticks()
    case UInt8(ascii: "<"): readAngle()
    case UInt8(ascii: "$"): readFormula()
    case UInt8(ascii: ":"): readAddress()
    case UInt8(ascii: "!") where has("[", at: index + 1) && !has("^", at: index + 2):
      index += 1
      openBracket(isImage: true)
    case UInt8(ascii: "["): openBracket(isImage: false)
    case UInt8(ascii: "]"): closeBracket()
    default: index += 1
    }
  }

  private func has(_ text: String, at place: Int) -> Bool { place <= end && bytes[place..<end].starts(with: text.utf8) }

  private mutating func take(_ last: Int) {
    index = last
    plainFrom = last
  }

  /// Notes a piece, unless it is refused or its line begins as a fence does and is none only for a backtick in the piece.
  private mutating func add(_ kind: CutPiece.Kind, _ segments: [Range<Int>]) {
    guard let start = segments.first?.lowerBound, !refused.contains(start) else { return }
    let line = source.bytes[source.lineRange(source.position(of: start).line)]
    let isLikeFence = line.drop { " \t>-+*.)0123456789".utf8.contains($0) }.starts(with: "```".utf8)
    if isLikeFence, segments.contains(where: { source.bytes[$0].contains(UInt8(ascii: "`")) }) { return }
    found.pieces.append(CutPiece(kind, segments))
  }

  // MARK: - Code, HTML and addresses

  private mutating func readBackticks() {
    if let last = atoms.codeEnd(index) { take(last) } else { index += atoms.runLength(index) }
  }

  private mutating func readAngle() {
    if let last = atoms.html.address(at: index) {
      found.links.append(PlacedLink(start: leaf.offsets[index]))
      return take(last)
    }
    guard let last = atoms.html.html(at: index) else { return index += 1 }
    found.html.append(RawHTML(text: String(decoding: bytes[index..<last], as: UTF8.self), offset: leaf.offsets[index]))
    take(last)
  }

  /// Notes how far a bare address reaches.
  private mutating func readAddress() {
    let before = bytes[..<index]
    index += 1
    guard index > addressEnd, has("//", at: index),
      before.suffix(5).elementsEqual("https".utf8) || before.suffix(4).elementsEqual("http".utf8)
    else { return }
    addressEnd = index + bytes[index..<end].prefix { !$0.isSpace && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ")") }.count
  }

  // MARK: - Formulas

  private mutating func readFormula() {
    let dollars = bytes[index..<end].prefix { $0 == UInt8(ascii: "$") }.count
    guard dollars <= 2, index >= addressEnd, !refused.contains(leaf.offsets[index]) else { return index += dollars }
    if dollars == 1 {
      let limits = limits.map { min($0, lineLimit) }
      if let last = formulaEnd(limits, { $0.inlineEnd(from: $1, before: $2) }) { return add(leaf, last, isDisplay: false) }
    } else if let last = formulaEnd(limits, { $0.displayEnd(from: $1, before: $2) }) {
      return add(leaf, last, isDisplay: true)
    } else if isFirstOnLine {
      var grammar = FormulaGrammar(bytes: longer.bytes, atoms: atoms)
      if let last = grammar.displayEnd(from: index, before: longer.bytes.count) { return add(longer, last, isDisplay: true) }
      found.faults.append(MarkdownDocument.Fault(.unclosedFormula, at: leaf.offsets[index]))
    }
    index += dollars
  }

  private func formulaEnd(_ limits: [Int], _ end: (inout FormulaGrammar, Int, Int) -> Int?) -> Int? {
    for limit in limits {
      var grammar = FormulaGrammar(bytes: bytes, atoms: atoms)
      if let last = end(&grammar, index, limit) { return last }
    }
    return nil
  }

  /// How far a formula may reach: to the end of its cell, then to that of its row.
  private var limits: [Int] {
    let last = leaf.pieces.last?.upperBound ?? end
    return last == end ? [end] : [end, last]
  }

  /// A formula in a line stays in its row where a table will be.
  private var lineLimit: Int {
    guard let rows = leaf.rows else { return bytes.count }
    return index < rows ? rows : bytes[index...].firstIndex(of: 10) ?? bytes.count
  }

  private var isFirstOnLine: Bool {
    let offset = leaf.offsets[index]
    let line = source.lineRange(source.position(of: offset).line)
    return source.bytes[line.lowerBound..<offset].allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
  }

  private mutating func add(_ text: LeafText, _ last: Int, isDisplay: Bool) {
    let segments = text.segments(index..<last)
    add(.formula(Formula(segments, isDisplay: isDisplay, in: source)), segments)
    if last > bytes.count { found.reached = segments.last?.upperBound ?? 0 }
    take(min(last, bytes.count))
    if index > end {
      let piece = leaf.pieces.first { $0.upperBound >= index }
      atoms = InlineAtoms(bytes, to: piece?.upperBound ?? bytes.count)
    }
  }

  // MARK: - Brackets

  private mutating func openBracket(isImage: Bool) {
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
    index += 1
    brackets.append(Bracket(text: index, isImage: isImage, pieces: found.pieces.count))
  }

  private mutating func closeBracket() {
    let close = index
    index += 1
    guard let bracket = brackets.popLast(), bracket.isActive else { return }
    let grammar = LinkGrammar(bytes: bytes, end: end)
    if let tail = grammar.tail(at: index) {
      add(.target(target(tail, of: bracket, close)), leaf.segments(tail.range))
      return closeLink(bracket, close, tail.end)
    }
    let label = grammar.label(at: index)
    if let label, !label.isEmpty {
      if labels.contains(bytes[label]) { return closeLink(bracket, close, label.upperBound + 1, hasLabel: true) }
    } else if !bracket.holdsBracket, labels.contains(bytes[bracket.text..<close]) {
      // The label is the text itself, so it stays as it is.
      found.pieces.removeSubrange(bracket.pieces...)
      return closeLink(bracket, close, label.map { $0.upperBound + 1 } ?? index)
    }
    if let start = grammar.valueStart(at: index) {
      found.faults.append(MarkdownDocument.Fault(.brokenValue, at: leaf.offsets[start]))
    } else if let start = grammar.partedValue(at: index) {
      found.faults.append(MarkdownDocument.Fault(.partedValue, at: leaf.offsets[start]))
    }
    if has("^", at: bracket.text), close > bracket.text + 1 {
      // A note, whose name stays as it is.
      found.pieces.removeSubrange(bracket.pieces...)
      return take(index)
    }
    readCitation(bracket, close)
  }

  /// - Parameter hasLabel: Whether a label of its own says where it leads.
  private mutating func closeLink(_ bracket: Bracket, _ close: Int, _ last: Int, hasLabel: Bool = false) {
    let start = leaf.offsets[bracket.text - 1] - (bracket.isImage ? 1 : 0)
    var link = PlacedLink(start: start)
    if hasLabel {
      link.labeled = PlacedLink.Labeled(
        text: (leaf.offsets[bracket.text - 1] + 1)..<leaf.offsets[close], end: leaf.offsets[last - 1] + 1)
    }
    found.links.append(link)
    take(last)
    if bracket.isImage { return }
    for place in brackets.indices where !brackets[place].isImage { brackets[place].isActive = false }
  }

  private func target(_ tail: LinkGrammar.Tail, of bracket: Bracket, _ close: Int) -> LinkTarget {
    let destination = WrittenText(bytes[tail.destination], at: leaf.offsets[tail.destination]).trimmed.decoded
    let title = WrittenText(bytes[tail.title].dropFirst().dropLast(), at: leaf.offsets[tail.title].dropFirst().dropLast())
    let start = leaf.offsets[bracket.text - 1] - (bracket.isImage ? 1 : 0)
    return LinkTarget(
      destination: destination, title: title.decoded.text, offset: leaf.offsets[tail.range.lowerBound],
      textRange: (leaf.offsets[bracket.text - 1] + 1)..<leaf.offsets[close], range: start..<(leaf.offsets[tail.end - 1] + 1))
  }

  private mutating func readCitation(_ bracket: Bracket, _ close: Int) {
    let inner = bytes[bracket.text..<close]
    guard !bracket.holdsBracket, plainFrom <= bracket.text, inner.contains(UInt8(ascii: "@")), CitationParser.isPlain(inner),
      var items = CitationParser.items(Array(inner)), let text = CMarkParse.words(of: bytes[(bracket.text - 1)...close])
    else { return }
    for item in items.indices { items[item].offset = leaf.offsets[bracket.text + items[item].offset] }
    let range = leaf.offsets[bracket.text - 1]..<(leaf.offsets[close] + 1)
    let citation = Citation(items: items, text: text, range: range)
    add(.citation(citation), leaf.segments(bracket.text..<close))
  }
}
