package import LessonModel
import Machine

/// What the result of one program means for its lesson, in the lesson's own terms.
package struct Gathering: Sendable, Equatable {
  let lesson: Lesson
  let program: Program
  /// What became of the blocks and values that the program speaks for; the others of the lesson are not here.
  package internal(set) var run = Run()
  /// Whether every error of the compiler stands in a value or a block.
  var isPlaced = true
  /// The recording of a program that failed as it should, with its message, or that differs from itself only where that is
  /// meant: something to keep.
  package private(set) var kept: Recording?

  private init(of program: Program, in lesson: Lesson) {
    self.lesson = lesson
    self.program = program
  }

  /// Gathers a result.
  package init(_ result: ProgramResult, of program: Program, in lesson: Lesson) {
    self.init(of: program, in: lesson)
    switch program.purpose {
    case .session, .remains, .trace: gather(result)
    case .trap(let block): kept = gatherTrap(result, in: block)
    case .compileError(let block): kept = gatherCompileError(result, in: block)
    }
  }

  /// The blocks that the parser cannot read, for then nothing of the program can run; nil where it can read them all.
  package init?(syntaxErrorsOf program: Program, in lesson: Lesson) {
    self.init(of: program, in: lesson)
    for block in program.blocks.map({ lesson.blocks[$0] }) {
      for fault in block.outline.syntaxErrors {
        run.blocks[block.index, default: BlockRun()].refuse(fault.message)
        report(
          .compileError, fault.message, at: position(fault.offset, in: block),
          notes: fault.notes.map { Diagnostic.Note($0.message, at: position($0.offset, in: block)) }
            + hints(for: fault.message, in: block))
      }
    }
    if run.diagnostics.isEmpty { return nil }
  }

  /// The place of an offset in a block's code; one past its end is moved to the end of its last line.
  private func position(_ offset: Int, in block: SwiftBlock) -> SourcePosition {
    let last = max(block.code.text.utf8.count - 1, 0)
    return lesson.source.position(of: block.code.sourceOffset(of: min(offset, last)))
  }

  /// What the author most likely meant with a block in which there is an error.
  func hints(for error: String, in block: SwiftBlock) -> [Diagnostic.Note] {
    AuthorHint(for: error, in: block.code.text).map { [Diagnostic.Note($0.advice)] } ?? []
  }

  var firstPosition: SourcePosition {
    program.blocks.first.map { lesson.blocks[$0].position } ?? SourcePosition(line: 1, column: 1)
  }

  mutating func report(_ kind: DiagnosticKind, _ message: String, at position: SourcePosition, notes: [Diagnostic.Note] = []) {
    run.diagnostics.append(Diagnostic(kind, message, in: lesson.source, at: position, notes: notes))
  }
}

extension Gathering {
  private mutating func gather(_ result: ProgramResult) {
    switch result {
    case .good(let recording, let again):
      take(RecordingReader(recording, of: program))
      tell(recording)
      // What differs where it is meant to differ is no fault, and the rest is worth keeping.
      if let again, isRepeated(by: RecordingReader(again, of: program)) { kept = recording }
    case .refused(let messages): refuse(messages)
    case .partial(let partial): refuse(partial.messages)
    case .compilerFault(let message):
      for block in program.blocks { run.blocks[block, default: BlockRun()].status = .compileError }
      report(.compileError, message, at: firstPosition)
    case .failed(let ending, _):
      let reader = RecordingReader(ending.recording, of: program)
      take(reader)
      fail(reader, ending)
    }
    finishValues()
  }

  private mutating func take(_ reader: RecordingReader) {
    run.blocks = reader.blocks
    run.values = reader.values
  }

  /// The value of a block is the value of its last statement.
  private mutating func finishValues() {
    for index in program.blocks {
      let statements = lesson.blocks[index].outline.statements
      guard statements.last?.kind == .expression, let block = run.blocks[index], block.message == nil,
        !lesson.blocks[index].attributes.hidesValue
      else { continue }
      let value = block.statements[statements.count - 1]
      run.blocks[index]?.value = value == .nothing ? nil : value
    }
  }

  private mutating func gatherTrap(_ result: ProgramResult, in block: Int) -> Recording? {
    switch result {
    case .good(let recording, _) where !recording.message.isEmpty: succeed(recording, in: block)
    case .good: miss("is expected to trap, and runs to its end", in: block)
    case .failed(let ending, let again):
      let reader = RecordingReader(ending.recording, of: program)
      guard culprit(reader) == .block(block) else { return nil }
      if let message = trapMessage(ending) {
        var recording = ending.recording
        recording.message = message
        succeed(recording, in: block)
        guard let again else { return recording }
        return isRepeated(by: RecordingReader(again.recording, of: program), trap: trapMessage(again), in: block)
          ? recording : nil
      }
      // What an earlier block did is for the program to report that must run it well.
      if (reader.closedIn ?? block) == block { fail(reader, ending) }
    case .refused(let messages): refuse(messages, only: block)
    case .partial(let partial): refuse(partial.messages, only: block)
    case .compilerFault(let message): report(.compileError, message, at: lesson.blocks[block].position)
    }
    return nil
  }

  private mutating func gatherCompileError(_ result: ProgramResult, in block: Int) -> Recording? {
    switch result {
    case .good(let recording, _) where !recording.message.isEmpty: succeed(recording, in: block)
    case .good, .failed: miss("is expected not to compile, and compiles", in: block)
    case .partial: return nil
    case .refused(let messages):
      let own = messages.filter { $0.severity == .error && self.block(of: $0) == block }
      if own.isEmpty { return nil }
      let recording = Recording(message: own.map { "error: \($0.message)" }.joined(separator: "\n"))
      succeed(recording, in: block)
      return recording
    case .compilerFault(let message): report(.compileError, message, at: lesson.blocks[block].position)
    }
    return nil
  }

  /// What a program says that ended with a trap; nil where it ended otherwise.
  private func trapMessage(_ ending: Ending) -> String? {
    guard case .signaled(let signal) = ending.end else { return nil }
    return TrapReport.read(signal: signal, error: words(of: ending), fileName: program.fileName).message
  }

  /// Takes a block that failed as it should.
  private mutating func succeed(_ recording: Recording, in block: Int) {
    run.blocks[block] = RecordingReader(recording, of: program).blocks[block] ?? BlockRun()
    run.blocks[block]?.status = .ok
    run.blocks[block]?.message = recording.message
  }

  /// Reports a block that does not fail as it should.
  private mutating func miss(_ what: String, in block: Int) {
    run.blocks[block, default: BlockRun()].status = .ok
    report(.unmetExpectation, "block '\(lesson.blocks[block].name)' \(what)", at: lesson.blocks[block].position)
  }
}

extension BlockRun {
  /// Takes in one more reason why the block does not compile.
  mutating func refuse(_ error: String) {
    status = .compileError
    message = (message.map { $0 + "\n" } ?? "") + "error: \(error)"
  }
}
