internal import SwiftReading

/// Takes the result of one program into the run of its lesson, and says what went wrong in the lesson's own terms.
struct Gathering {
  let lesson: Lesson
  let program: Program
  var run: Run
  let defaultLimit: TimeLimit

  /// The limits between marks: a block's own while it runs, the lesson's everywhere else.
  var times: [TimeLimit] {
    var times: [TimeLimit] = []
    var current = defaultLimit
    for probe in program.probes {
      switch probe {
      case .blockStart(let block):
        times.append(current)
        current = lesson.blocks[block].attributes.timeout ?? defaultLimit
      case .blockEnd:
        times.append(current)
        current = defaultLimit
      case .beforeStatement, .statement, .value: break
      }
    }
    return times + [defaultLimit]
  }

  /// Reports blocks that the parser cannot read; true where there are any, for then nothing of the program can run.
  mutating func refuseSyntaxErrors() -> Bool {
    var found = false
    for index in program.blocks {
      let block = lesson.blocks[index]
      for fault in block.outline.syntaxErrors {
        found = true
        run.blocks[index].status = .compileError
        run.blocks[index].message = join(run.blocks[index].message, "error: \(fault.message)")
        let notes = fault.notes.map { Diagnostic.Note($0.message, at: position($0.offset, in: block)) }
        run.diagnostics.append(
          Diagnostic(.compileError, fault.message, in: lesson.source, at: position(fault.offset, in: block), notes: notes))
      }
    }
    return found
  }

  /// The place of an offset in a block's code; one past its end is moved to the end of its last line.
  private func position(_ offset: Int, in block: SwiftBlock) -> SourcePosition {
    let last = max(block.code.text.utf8.count - 1, 0)
    return lesson.source.position(of: block.code.sourceOffset(of: min(offset, last)))
  }

  mutating func gather(_ result: ProgramResult, _ arrivals: [ProcessOutcome.Arrival]) {
    switch result {
    case .good(let recording): take(RecordingReader(recording, of: program, arrivals: arrivals))
    case .refused(let messages): refuse(messages)
    case .compilerFault(let message):
      for block in program.blocks { run.blocks[block].status = .compileError }
      report(.compileError, message, at: firstPosition)
    case .failed(let recording, let end, let error):
      let reader = RecordingReader(recording, of: program, arrivals: arrivals)
      take(reader)
      fail(reader, end, error: error)
    }
  }

  private mutating func take(_ reader: RecordingReader) {
    for (index, block) in reader.blocks { run.blocks[index] = block }
    for (index, value) in reader.values { run.values[index] = value }
  }

  var firstPosition: SourcePosition {
    program.blocks.first.map { lesson.blocks[$0].position } ?? SourcePosition(line: 1, column: 1)
  }

  mutating func report(_ kind: DiagnosticKind, _ message: String, at position: SourcePosition, notes: [Diagnostic.Note] = []) {
    run.diagnostics.append(Diagnostic(kind, message, in: lesson.source, at: position, notes: notes))
  }

  func join(_ earlier: String?, _ line: String) -> String { earlier.map { $0 + "\n" + line } ?? line }
}
