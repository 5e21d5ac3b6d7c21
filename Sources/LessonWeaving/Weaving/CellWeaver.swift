import LessonModel

/// Judges one Swift block: the comments in it that promise a result, and its recorded output.
struct CellWeaver {
  let block: SwiftBlock
  let run: BlockRun
  let source: SourceText
  /// What does not compare as it should.
  private(set) var mismatches: [Diagnostic] = []

  init(block: SwiftBlock, run: BlockRun, source: SourceText) {
    self.block = block
    self.run = run
    self.source = source
  }

  mutating func cell(anchor: String) -> WovenCell {
    let comments = block.attributes.runs ? self.comments() : []
    let output = block.attributes.runs && run.status == .ok ? outputStatus() : run.status
    let numbers = block.attributes.runs ? NumberedText(run.output, grammar: .recorded).numbers.count : 0
    let status = output == .ok && comments.contains { $0.status == .mismatch } ? .mismatch : output
    return WovenCell(block: block, run: run, status: status, comments: comments, numbers: numbers, anchor: anchor)
  }

  // MARK: The recorded output

  private mutating func outputStatus() -> ResultStatus {
    if block.attributes.isVolatile { return .ok }
    guard let recorded = block.recorded else {
      if run.output.isEmpty || isPromised { return .ok }
      mismatches.append(
        Diagnostic(
          .unrecorded, "block '\(block.name)' has no recorded output; 'lessons accept' records it", in: source,
          at: block.range.lowerBound))
      return .unrecorded
    }
    let report = RecordedOutput(recorded.code.text, tolerance: block.attributes.tolerance).differences(from: run.output)
    if report.matches { return .ok }
    var differences = report.differences
    if drawsPicture { differences = tellPicture(differences, in: recorded) }
    for difference in differences {
      var diagnostic = difference.diagnostic(.mismatch, in: source, at: offset(of: difference, in: recorded))
      // A word of a message says little of what is wrong now.
      if difference.kind == .text, difference == differences.first { diagnostic.notes += wholeMessage }
      mismatches.append(diagnostic)
    }
    if drawsPicture { mismatches.sort { $0.position < $1.position } }
    if report.omitted > 0, let last = mismatches.indices.last {
      mismatches[last].notes.append(Diagnostic.Note("and \(report.omitted) more differences in this output"))
    }
    return .mismatch
  }

  /// The message of a block that fails as it should, as notes.
  private var wholeMessage: [Diagnostic.Note] {
    run.message.map { [Diagnostic.Note("the message is now \"\($0)\"")] } ?? []
  }

  private var drawsPicture: Bool { run.exhibits.contains { $0.kind != .table } }

  /// Tells in one message of all places where a picture in characters is another: none of them says anything by itself.
  ///
  /// - Returns: What is left to be told: numbers that are not what they were.
  private mutating func tellPicture(_ differences: [Difference], in recorded: CodeFence) -> [Difference] {
    let isNumber = { (difference: Difference) in if case .number = difference.kind { true } else { false } }
    let others = differences.filter { !isNumber($0) }
    guard others.count > 1, let first = others.first else { return differences }
    mismatches.append(
      Diagnostic(
        .mismatch,
        "what block '\(block.name)' draws is not what is recorded, here and in \(counted(others.count - 1, "place")) below; "
          + "'lessons accept' records it", in: source, at: offset(of: first, in: recorded)))
    return differences.filter(isNumber)
  }

  /// Whether the checked comments of a block say all that it prints and its value: then there is nothing left to record.
  private var isPromised: Bool {
    let comments = block.outline.checkedComments
    let lines = run.printedText.utf8.count { $0 == 10 }
    let last = block.outline.statements.count - 1
    return run.message == nil && comments.count { $0.promise == .line } == lines
      && (run.value == nil || comments.contains { $0.promise == .value && $0.statement == last })
  }

  private func offset(of difference: Difference, in recorded: CodeFence) -> Int {
    guard recorded.code.lineOffsets.indices.contains(difference.line) else { return recorded.contentRange.upperBound }
    return recorded.code.lineOffsets[difference.line] + difference.caret
  }

  // MARK: Comments

  /// What a checked comment is compared with.
  private enum Promised {
    case value(ComputedValue)
    case line(String)

    /// What was computed or printed, as text.
    var text: String? {
      switch self {
      case .value(let value): value.description
      case .line(let line): line
      }
    }

    /// What differs from it in a comment.
    func differences(from written: String) -> DifferenceReport {
      switch self {
      case .line(let line): return RecordedOutput(written).differences(from: line)
      case .value(let computed):
        // A text may be written with its quotation marks, as Swift's documentation does, or without.
        let report = WrittenValue(written, place: .comment).differences(from: computed)
        guard !report.matches, written.hasPrefix("\""), case .text(let text) = computed else { return report }
        return WrittenValue(written, place: .comment).differences(from: .text(String(reflecting: text)))
      }
    }
  }

  private mutating func comments() -> [WovenComment] {
    var linesSeen: [Int: Int] = [:]
    return block.outline.checkedComments.compactMap { comment in
      guard let statement = comment.statement else { return nil }
      let place = linesSeen[statement, default: 0]
      if comment.promise == .line { linesSeen[statement] = place + 1 }
      return woven(comment, run.status == .ok ? promised(by: comment, of: statement, line: place) : nil)
    }
  }

  /// What the run has for a comment; nil where it has nothing.
  private func promised(by comment: CheckedComment, of statement: Int, line: Int) -> Promised? {
    switch comment.promise {
    case .value:
      guard let value = run.statements[statement], value != .nothing else { return nil }
      return .value(value)
    case .line:
      let lines = (run.printedFrom[statement] ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      return lines.indices.contains(line) ? .line(String(lines[line])) : nil
    }
  }

  private mutating func woven(_ comment: CheckedComment, _ promised: Promised?) -> WovenComment {
    let offset = block.code.sourceOffset(of: comment.range.lowerBound)
    return WovenComment(
      comment: comment, position: source.position(of: offset), computed: promised?.text,
      status: run.status == .ok ? judged(comment, promised, at: offset) : .notRun)
  }

  private mutating func judged(_ comment: CheckedComment, _ promised: Promised?, at offset: Int) -> ResultStatus {
    guard let promised else {
      let reason = comment.promise == .value ? "this statement has no value" : "nothing more is printed"
      mismatches.append(Diagnostic(.mismatch, "'\(comment.text)' is written, but \(reason)", in: source, at: offset))
      return .mismatch
    }
    let report = promised.differences(from: comment.text)
    mismatches += report.differences.map { $0.diagnostic(.mismatch, in: source, at: offset + $0.caret) }
    return report.matches ? .ok : .mismatch
  }
}

extension Difference {
  /// The difference as an author is told of it.
  func diagnostic(
    _ kind: DiagnosticKind, in source: SourceText, at offset: Int, note: String? = nil
  ) -> Diagnostic {
    Diagnostic(kind, message, in: source, at: offset, notes: [hint, note].compactMap { $0 }.map { Diagnostic.Note($0) })
  }
}
