import LessonModel

/// Finds the Swift blocks of a lesson with their recorded outputs, and puts cells and formulas in the place of their fences.
struct CellReader {
  private let source: SourceText
  private let swift: SwiftReadings
  /// In the order of the file: footnotes stand at the end of the tree wherever they are written, a program runs in the file's
  /// order.
  private(set) var blocks: [SwiftBlock] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The names of formulas, and where their fences begin.
  private var names: [(name: String, offset: Int)] = []
  /// For each line of the file whether a fenced block takes it.
  private var isFenced: [Bool]

  /// The tree with a cell in the place of each Swift block and a formula in the place of each fence of mathematics.
  private(set) var document: [DocumentBlock] = []

  /// - Parameter document: The tree of the whole lesson.
  init(_ document: [DocumentBlock], in source: SourceText, _ swift: SwiftReadings) {
    self.source = source
    self.swift = swift
    isFenced = [Bool](repeating: false, count: source.lineStarts.count + 1)
    self.document = read(document)
    number()
    reportRepeatedNames()
    diagnostics += ParameterCheck.faults(in: blocks, of: source) + TraceAttribute.faults(in: blocks, of: source)
    warnOfHiddenFences()
  }

  private mutating func read(_ siblings: [DocumentBlock]) -> [DocumentBlock] {
    var result: [DocumentBlock] = []
    for block in siblings {
      guard case .code(let code) = block.kind, let fence = code.fence else {
        result.append(block.mappingChildren { read($0) })
        continue
      }
      let word = note(fence)
      switch word {
      case "swift":
        result.append(DocumentBlock(.cell(blocks.count), range: block.range))
        blocks.append(cell(fence))
      case "output":
        if case .cell(let cell)? = result.last?.kind, blocks[cell].recorded == nil {
          blocks[cell].recorded = fence
        } else {
          warn(.strayOutput, "this output follows no Swift block, so nothing checks it", at: fence.range.lowerBound)
          result.append(block)
        }
      case _ where looksLikeSwift(fence):
        let info = String(decoding: source.bytes[fence.info].prefix(40), as: UTF8.self)
        warn(
          .unrunBlock,
          "'\(info)' is not 'swift', so this block is shown and never run; write 'swift' to run it, "
            + "'swift {run=false}' to show it only",
          at: fence.range.lowerBound)
        result.append(block)
      case "math" where code.language == "math" || isNamed(fence):
        result.append(DocumentBlock(.formula(formula(fence)), range: block.range))
      default: result.append(block)
      }
    }
    return result
  }

  /// Notes the lines of a fence and whether it is closed; its first word, which a brace ends too.
  private mutating func note(_ fence: CodeFence) -> String {
    let first = source.position(of: fence.range.lowerBound).line
    for line in first...max(first, source.position(of: fence.range.upperBound).line) { isFenced[line] = true }
    let word = source.bytes[fence.info].prefix { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: "{") }
    if !fence.isClosed, word.elementsEqual("swift".utf8) || word.elementsEqual("output".utf8) {
      let closing = String(repeating: Character(Unicode.Scalar(fence.character)), count: fence.openingLength)
      report(
        .unclosedFence, "this fence is never closed; end the block with a line of \(closing)", at: fence.range.lowerBound)
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// Whether a fence is meant to be of Swift, and does not say so as it is said here: `Swift`, `{swift}`, `swift,norun`,
  /// `swift-example`.
  private func looksLikeSwift(_ fence: CodeFence) -> Bool {
    let info = String(decoding: source.bytes[fence.info], as: UTF8.self).lowercased()
    let word = info.drop { "{.= ".contains($0) }
    guard word.hasPrefix("swift") else { return false }
    // Another word may begin so, as the name of a framework does.
    return word.dropFirst(5).first.map { !$0.isLetter } ?? true
  }

  /// Whether a brace follows the first word of a fence.
  private func isNamed(_ fence: CodeFence) -> Bool { source.bytes[fence.info].contains(UInt8(ascii: "{")) }

  private mutating func formula(_ fence: CodeFence) -> Formula {
    let code = fence.code
    let info = (fence.info.lowerBound + "math".utf8.count)..<fence.info.upperBound
    let read = AttributeReader.read(info, in: source, knowing: [])
    diagnostics += read.diagnostics
    if let name = read.attributes.name { names.append((name, fence.range.lowerBound)) }
    let tex = code.text.hasSuffix("\n") ? String(code.text.dropLast()) : code.text
    var formula = Formula(
      key: FormulaKey(tex: tex, isDisplay: true),
      offsets: (0...tex.utf8.count).map { code.lineOffsets.isEmpty ? fence.range.lowerBound : code.sourceOffset(of: $0) })
    // Its number is known when all of the file is.
    formula.equation = read.attributes.name.map { Formula.Equation(name: $0, number: 0) }
    return formula
  }

  private mutating func cell(_ fence: CodeFence) -> SwiftBlock {
    let read = AttributeReader.read((fence.info.lowerBound + 5)..<fence.info.upperBound, in: source)
    diagnostics += read.diagnostics
    let caption = read.attributes.caption.flatMap { CaptionReader.inlines(of: $0, in: source) }
      .map { HTMLReader.inlines($0, in: source) }
    diagnostics += caption?.diagnostics ?? []
    let block = SwiftBlock(
      index: 0, name: "", attributes: read.attributes, fence: fence, position: source.position(of: fence.range.lowerBound),
      outline: swift.outline(fence.code.text),
      caption: caption?.inlines)
    if read.attributes.runs {
      check(block)
    } else if read.attributes.expectation != nil {
      report(
        .attribute, "'run=false' and 'expect' exclude each other: a block that never runs cannot fail",
        at: fence.range.lowerBound)
    }
    return block
  }

  private mutating func check(_ block: SwiftBlock) {
    for offset in block.outline.sourceLocationDirectives {
      report(
        .sourceLocation, "#sourceLocation is not allowed in a lesson: messages must name the lesson's own lines",
        at: block.code.sourceOffset(of: offset))
    }
    for comment in block.outline.almostChecked {
      warn(.almostCheck, "nothing checks this comment; \(comment.name)", at: block.code.sourceOffset(of: comment.offset))
    }
    for comment in block.outline.checkedComments {
      guard let fault = misplacement(of: comment, in: block.outline) else { continue }
      report(.misplacedCheck, fault, at: block.code.sourceOffset(of: comment.range.lowerBound))
    }
  }

  /// Why a checked comment can never be compared; nil where it can.
  private func misplacement(of comment: CheckedComment, in outline: SwiftOutline) -> String? {
    guard let statement = comment.statement else {
      return "a checked comment must follow a statement at the top level of its block"
    }
    if comment.promise == .value, outline.statements[statement].kind == .other {
      return "the statement before this checked comment has no value"
    }
    return nil
  }

  /// Names the blocks, and numbers them and their cells, in the order of the file.
  private mutating func number() {
    let order = blocks.indices.sorted { blocks[$0].range.lowerBound < blocks[$1].range.lowerBound }
    blocks = order.map { blocks[$0] }
    for index in blocks.indices {
      blocks[index].index = index
      blocks[index].name = blocks[index].attributes.name ?? "block-\(index + 1)"
      for place in blocks[index].attributes.parameters.indices { blocks[index].attributes.parameters[place].block = index }
    }
    let captioned = blocks.indices.filter { blocks[$0].caption != nil }
    for (count, index) in captioned.enumerated() { blocks[index].figure = count + 1 }
    names.sort { $0.offset < $1.offset }
    if !names.isEmpty { document = numbered(document) }
    guard order != Array(blocks.indices) else { return }
    var places = order
    for (index, found) in order.enumerated() { places[found] = index }
    document = CellReader.renumbered(document, places)
  }

  /// The tree with the numbers of its formulas; of those in a footnote, too, which stand at the end of the tree.
  private func numbered(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
    blocks.map { block in
      guard case .formula(var formula) = block.kind, formula.equation != nil,
        let place = names.firstIndex(where: { $0.offset == block.range.lowerBound })
      else { return block.mappingChildren { numbered($0) } }
      formula.equation?.number = place + 1
      return DocumentBlock(.formula(formula), range: block.range)
    }
  }

  private static func renumbered(_ blocks: [DocumentBlock], _ places: [Int]) -> [DocumentBlock] {
    blocks.map { block in
      guard case .cell(let found) = block.kind else { return block.mappingChildren { renumbered($0, places) } }
      return DocumentBlock(.cell(places[found]), range: block.range)
    }
  }

  private mutating func reportRepeatedNames() {
    let all = blocks.map { (name: $0.name, offset: $0.range.lowerBound) } + names
    var first: [String: SourcePosition] = [:]
    for (name, offset) in all.sorted(by: { $0.offset < $1.offset }) {
      let position = source.position(of: offset)
      if let earlier = first[name] {
        let note = Diagnostic.Note("'\(name)' is used first here", at: earlier)
        diagnostics.append(
          Diagnostic(.duplicateName, "the name '\(name)' is used twice", in: source, at: position, notes: [note]))
      } else {
        first[name] = position
      }
    }
  }

  /// A fence inside raw HTML, a table or an indented block looks like one that runs, and is not.
  private mutating func warnOfHiddenFences() {
    for line in 1...source.lineStarts.count where !isFenced[line] {
      let rest = source.bytes[source.lineRange(line)].drop { " \t>|-*+".utf8.contains($0) }
      if rest.starts(with: "```swift".utf8) || rest.starts(with: "~~~swift".utf8) {
        warn(
          .unrunBlock,
          "this is not a fenced block where it stands (inside HTML, a table or an indented block), so it never runs",
          at: rest.startIndex)
      }
    }
  }

  private mutating func report(_ kind: DiagnosticKind, _ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(kind, message, in: source, at: offset))
  }

  private mutating func warn(_ kind: DiagnosticKind, _ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(kind, message, in: source, at: offset, severity: .warning))
  }
}
