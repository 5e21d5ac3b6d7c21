import LessonModel
import Machine

// What a program that ended before its end means for the author.
extension Gathering {
  mutating func fail(_ reader: RecordingReader, _ ending: Ending) {
    let end = ending.end
    let culprit = culprit(reader)
    if let closed = reader.closedIn ?? (reader.isCut && end != .stopped(.output) ? reader.openBlock : nil) {
      mark(.block(closed), .trap)
      return report(
        .outputClosed, "\(name(of: .block(closed))) closes or redirects standard output; its results are lost",
        at: lesson.blocks[closed].position)
    }
    let told = run.diagnostics.count
    defer {
      // What follows too much output is cut, whether it ran or not.
      if end != .stopped(.output) { run.diagnostics[told].notes += leftOut(behind: culprit) }
    }
    switch end {
    case .stopped(.time(let limit)):
      mark(culprit, .timeout)
      let advice = "raise it with timeout=, or compute less"
      report(.timeout, "\(name(of: culprit)) takes longer than \(TimeLimit(limit).text); \(advice)", at: position(of: culprit))
    case .stopped(.output):
      mark(culprit, .trap)
      report(
        .outputLimit, "\(name(of: culprit)) prints more than \(ProcessLimits.outputBytes >> 20) MiB; what follows is cut",
        at: position(of: culprit))
    case .exited(let status):
      mark(culprit, .trap)
      let word = culprit == .ending ? "after the last block" : "in \(name(of: culprit))"
      let place = exit(in: culprit) ?? position(of: culprit)
      if status == 0 {
        report(.endedEarly, "the program ended early \(word), without a fault; is there an exit()?", at: place)
      } else {
        report(
          .exitStatus, "the program ended \(word) with status \(status)", at: place, notes: Self.lastWords(in: ending.error))
      }
    case .signaled(let signal):
      let trap = TrapReport.read(signal: signal, error: words(of: ending), fileName: program.fileName)
      mark(culprit, .trap, message: trap.message)
      let place = trap.place.flatMap(ownPosition) ?? uncaughtTry(reader, trap) ?? position(of: culprit)
      let notes = [Diagnostic.Note("in \(name(of: culprit))", at: position(of: culprit))] + Self.lastWords(in: ending.error)
      if let missing = MissingFile(trap.message)?.message(for: lesson) {
        report(.missingData, missing, at: place, notes: notes)
      } else {
        report(.trap, trap.message, at: place, notes: notes + offline(culprit, trap))
      }
    }
  }

  /// What is said of the blocks and values that the end of the program keeps from running.
  private func leftOut(behind culprit: Culprit) -> [Diagnostic.Note] {
    // A program that is there for one block speaks for no other.
    guard program.purpose == .session || program.purpose == .remains else { return [] }
    let blocks = program.blocks.filter { culprit != .block($0) && run.blocks[$0]?.status ?? .notRun == .notRun }
    let values = program.probes.compactMap { probe -> Int? in
      guard case .value(let index) = probe, culprit != .value(index) else { return nil }
      return run.values[index]?.status ?? .notRun == .notRun ? index : nil
    }
    let leftOut = LeftOut(blocks: blocks.map { lesson.blocks[$0] }, values: values.map { lesson.values[$0] })
    guard let position = leftOut.position else { return [] }
    return [Diagnostic.Note(leftOut.sentence((one: "comes behind it", several: "come behind it")), at: position)]
  }

  /// What is said of an error in a block that has the address of something in the network.
  private func offline(_ culprit: Culprit, _ trap: TrapReport) -> [Diagnostic.Note] {
    guard case .block(let index) = culprit, trap.isUncaughtError, lesson.blocks[index].code.text.contains("://") else {
      return []
    }
    return [Diagnostic.Note("a lesson has no network: put what it reads beside it, and name it under 'data'")]
  }

  /// The statement that ends the program itself, where one alone may be it.
  private func exit(in culprit: Culprit) -> SourcePosition? {
    guard case .block(let index) = culprit else { return nil }
    let block = lesson.blocks[index]
    let code = Array(block.code.text.utf8)
    let ends = block.outline.statements.filter { statement in
      statement.kind == .expression && String(decoding: code[statement.range], as: UTF8.self).contains("exit(")
    }
    guard ends.count == 1, let statement = ends.first else { return nil }
    return lesson.source.position(of: block.code.sourceOffset(of: statement.range.lowerBound))
  }

  /// What the program was at when it ended.
  enum Culprit: Equatable {
    case block(Int)
    case value(Int)
    /// Everything had run.
    case ending
  }

  func culprit(_ reader: RecordingReader) -> Culprit {
    if let block = reader.openBlock { return .block(block) }
    switch reader.nextProbe {
    case .value(let index): return .value(index)
    case .blockStart(let block), .blockEnd(let block), .beforeStatement(let block, _), .statement(let block, _):
      return .block(block)
    case nil: return .ending
    }
  }

  private mutating func mark(_ culprit: Culprit, _ status: ResultStatus, message: String? = nil) {
    switch culprit {
    case .block(let index):
      run.blocks[index, default: BlockRun()].status = status
      run.blocks[index]?.message = message
    case .value(let index): run.values[index, default: ValueRun()].status = status
    case .ending: break
    }
  }

  private func name(of culprit: Culprit) -> String {
    switch culprit {
    case .block(let index): "block '\(lesson.blocks[index].name)'"
    case .value(let index): "the value '\(lesson.values[index].expression)'"
    case .ending: "the program, after its last block,"
    }
  }

  private func position(of culprit: Culprit) -> SourcePosition {
    switch culprit {
    case .block(let index): lesson.blocks[index].position
    case .value(let index): lesson.values[index].position
    case .ending: program.blocks.last.map { lesson.blocks[$0].position } ?? firstPosition
    }
  }

  /// A place that a crash report named, if it lies in the lesson at all; of a line alone, where its text begins.
  private func ownPosition(_ place: TrapReport.Place) -> SourcePosition? {
    guard place.line <= lesson.source.lineStarts.count else { return nil }
    if let column = place.column, let own = authored(place.line, column) { return own }
    guard let column = place.column else { return lesson.source.position(of: firstByte(ofLine: place.line)) }
    return Self.unescaped(SourcePosition(line: place.line, column: column), in: lesson)
  }

  private func firstByte(ofLine line: Int) -> Int {
    let range = lesson.source.lineRange(line)
    let code = lesson.blocks.lazy.flatMap(\.code.lineOffsets).first { range.contains($0) } ?? range.lowerBound
    return code + lesson.source.bytes[code..<range.upperBound].prefix { $0 == 32 || $0 == 9 }.count
  }

  /// The `try` that let an error out of the program, which the runtime does not name.
  private func uncaughtTry(_ reader: RecordingReader, _ trap: TrapReport) -> SourcePosition? {
    guard trap.isUncaughtError, let index = reader.openBlock, let statement = reader.lastStatement,
      let offset = lesson.blocks[index].outline.statements[statement].uncaughtTry
    else { return nil }
    return lesson.source.position(of: lesson.blocks[index].code.sourceOffset(of: offset))
  }
}
