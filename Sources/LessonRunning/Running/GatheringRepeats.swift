import LessonModel

// What two runs of a program do not agree on is no result: it is not kept, and the author hears of it.
extension Gathering {
  /// Compares with what a second run came to, reports what differs, and says whether nothing does that should not.
  mutating func isRepeated(by again: RecordingReader) -> Bool {
    let before = run.diagnostics.count
    for index in program.blocks where !lesson.blocks[index].attributes.isVolatile { compare(again.blocks[index], in: index) }
    for (index, value) in run.values.sorted(by: { $0.key < $1.key }) where value.status == .ok {
      let second = again.values[index]?.value
      if value.value != second { report(value: index, value.value, second) }
    }
    return run.diagnostics.count == before
  }

  /// The same for a block that must trap: also what the trap says must be the same.
  mutating func isRepeated(by again: RecordingReader, trap: String?, in block: Int) -> Bool {
    if lesson.blocks[block].attributes.isVolatile { return true }
    let before = run.diagnostics.count
    let message = run.blocks[block]?.message
    if message != trap {
      report(block: block, at: lesson.blocks[block].position, message ?? "", trap ?? "no trap")
    } else if let first = run.blocks[block]?.printedText, let second = again.blocks[block]?.printedText, first != second {
      report(block: block, at: nil, first, second)
    }
    return run.diagnostics.count == before
  }

  private mutating func compare(_ again: BlockRun?, in index: Int) {
    guard let first = run.blocks[index], first.status == .ok else { return }
    guard let again, again.status == .ok else {
      report(block: index, at: lesson.blocks[index].position, "an end", "none")
      return
    }
    let statements = lesson.blocks[index].outline.statements
    if let (statement, value) = first.statements.sorted(by: { $0.key < $1.key }).first(where: {
      again.statements[$0.key] != $0.value
    }) {
      let offset = lesson.blocks[index].code.sourceOffset(of: statements[statement].range.lowerBound)
      report(
        block: index, at: lesson.source.position(of: offset), value.description ?? "",
        again.statements[statement]?.description ?? "")
    } else if first.printed != again.printed {
      report(block: index, at: nil, first.printedText, again.printedText)
    }
  }

  /// - Parameter position: Where the result comes from; nil where only the block is known, whose likeliest line is named then.
  private mutating func report(block index: Int, at position: SourcePosition?, _ first: String, _ second: String) {
    let block = lesson.blocks[index]
    let texts = RepeatDifference(first, second)
    let cause = RepeatCause.of(texts.cause, in: block.code.text)
    let guess = RepeatCause.place(of: cause, in: block.code.text).map {
      lesson.source.position(of: block.code.sourceOffset(of: $0))
    }
    run.blocks[index]?.status = .unrepeatable
    report(
      .unrepeatable, "block '\(block.name)' does not come to the same twice: first \(texts.first), then \(texts.second)",
      at: position ?? guess ?? block.position, notes: [Diagnostic.Note(RepeatCause.advice(cause))])
  }

  private mutating func report(value index: Int, _ first: ComputedValue?, _ second: ComputedValue?) {
    let value = lesson.values[index]
    let texts = RepeatDifference(first?.description ?? "nothing", second?.description ?? "nothing")
    run.values[index]?.status = .unrepeatable
    report(
      .unrepeatable, "the value '\(value.expression)' is not the same twice: first \(texts.first), then \(texts.second)",
      at: value.position,
      notes: [Diagnostic.Note(RepeatCause.advice(RepeatCause.of(texts.cause, in: value.expression)))])
  }
}

/// The first lines that differ in two texts that should be the same.
private struct RepeatDifference {
  let first: String
  let second: String
  /// What the texts themselves tell of the cause.
  let cause: RepeatCause?

  init(_ first: String, _ second: String) {
    let lines = [first, second].map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    let place = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let differing = lines.map { place < $0.count ? $0[place] : "" }
    self.first = Self.quoted(differing[0])
    self.second = Self.quoted(differing[1])
    let pieces = [first, second].map { $0.split { " ,:[]()\n".contains($0) }.sorted() }
    cause = pieces[0] == pieces[1] ? .order : differing.allSatisfy { $0.contains("0x") } ? .address : nil
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "'\(text.count > 60 ? String(text.prefix(59)) + "…" : text)'"
  }
}
