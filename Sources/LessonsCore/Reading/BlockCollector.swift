internal import MarkdownReading
internal import SwiftReading

/// Finds the Swift blocks of a lesson and their recorded outputs among the events.
struct BlockCollector {
  let source: SourceText
  private(set) var blocks: [SwiftBlock] = []
  /// Event indices and what they are.
  private(set) var roles: [Int: LessonDocument.Role] = [:]
  private(set) var captions: [(block: Int, caption: BlockAttributes.Caption)] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var fencedLines: [ClosedRange<Int>] = []

  init(source: SourceText) { self.source = source }

  mutating func collect(_ events: [MarkdownEvent]) {
    var found: [(event: Int, block: SwiftBlock)] = []
    for (index, event) in events.enumerated() {
      guard case .codeBlock(let code) = event.node else { continue }
      guard let fence = FenceLocator.locate(code, line: event.start.line, column: event.start.column, in: source) else {
        continue
      }
      fencedLines.append(event.start.line...max(event.start.line, source.position(of: fence.range.upperBound).line))
      if !fence.isClosed, isSwift(fence) || word(fence) == "output" {
        report(
          .unclosedFence, "this fence is never closed; end the block with a line of \(fenceText(code))",
          at: fence.range.lowerBound)
      }
      if isSwift(fence) {
        found.append((index, block(fence, event: event)))
      } else if word(fence) == "output" {
        if let last = found.indices.last, found[last].event == index - 1 {
          found[last].block.recorded = OutputFence(fence)
        } else {
          warn(.strayOutput, "this output follows no Swift block, so nothing checks it", at: fence.range.lowerBound)
        }
      } else if word(fence).lowercased() == "swift" {
        warn(.unrunBlock, "'\(word(fence))' is not 'swift', so this block is shown and never run", at: fence.range.lowerBound)
      }
    }
    // Footnotes stand at the end of the events wherever they stand in the file; a program runs in the file's order.
    found.sort { $0.block.range.lowerBound < $1.block.range.lowerBound }
    for (index, entry) in found.enumerated() { finish(entry.block, event: entry.event, index: index) }
    reportRepeatedNames()
    warnOfHiddenFences()
  }

  private mutating func finish(_ block: SwiftBlock, event: Int, index: Int) {
    var block = block
    block.index = index
    block.name = block.attributes.name ?? "block-\(index + 1)"
    roles[event] = .block(index)
    if block.recorded != nil { roles[event + 1] = .output(block: index) }
    if let caption = block.attributes.caption { captions.append((index, caption)) }
    blocks.append(block)
  }

  private mutating func block(_ fence: LocatedFence, event: MarkdownEvent) -> SwiftBlock {
    let read = AttributeReader.read((fence.info.lowerBound + 5)..<fence.info.upperBound, in: source)
    diagnostics += read.diagnostics
    let outline = SwiftOutlineReader.outline(of: fence.code.text)
    let block = SwiftBlock(
      index: 0, name: "", attributes: read.attributes, range: fence.range,
      position: source.position(of: fence.range.lowerBound),
      code: fence.code, outline: outline, recorded: nil, linePrefix: fence.linePrefix, fenceLength: fence.fenceLength)
    if read.attributes.runs { check(block) }
    if !read.attributes.runs, read.attributes.expectation != nil {
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

  private func isSwift(_ fence: LocatedFence) -> Bool { word(fence) == "swift" }

  /// The first word of the info string; a brace ends it too.
  private func word(_ fence: LocatedFence) -> String {
    String(decoding: source.bytes[fence.info].prefix { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: "{") }, as: UTF8.self)
  }

  private func fenceText(_ code: MarkdownCodeBlock) -> String {
    guard let fence = code.fence else { return "" }
    return String(repeating: Character(Unicode.Scalar(fence.character)), count: fence.length)
  }

  private mutating func reportRepeatedNames() {
    var first: [String: SourcePosition] = [:]
    for block in blocks {
      if let earlier = first[block.name] {
        let note = Diagnostic.Note("'\(block.name)' is used first here", at: earlier)
        diagnostics.append(
          Diagnostic(.duplicateName, "the name '\(block.name)' is used twice", in: source, at: block.position, notes: [note]))
      } else {
        first[block.name] = block.position
      }
    }
  }

  /// A fence inside raw HTML, a table or an indented block looks like one that runs, and is not.
  private mutating func warnOfHiddenFences() {
    let lines = Set(fencedLines.flatMap { Array($0) })
    for line in 1...source.lineStarts.count where !lines.contains(line) {
      let range = source.lineRange(line)
      let text = source.bytes[range]
      let rest = text.drop { " \t>|-*+".utf8.contains($0) }
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

extension OutputFence {
  fileprivate init(_ fence: LocatedFence) {
    self.init(
      range: fence.range, contentRange: fence.contentRange, code: fence.code, fenceLength: fence.fenceLength,
      linePrefix: fence.linePrefix)
  }
}
