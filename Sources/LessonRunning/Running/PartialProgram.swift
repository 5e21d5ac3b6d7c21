import LessonModel
import Machine

/// What came of a program of which parts do not compile.
package struct PartialResult: Sendable, Equatable {
  /// The errors of these parts.
  package var messages: [CompilerMessage]
  /// The parts, and what follows from their loss.
  package var lost: LostBlocks
  /// What is left.
  package var program: Program
  /// What came of it.
  package var result: ProgramResult
}

/// Runs a program without those of its blocks and values that do not compile: they are lost with what needs them, and not all
/// others with them.
struct PartialProgram {
  let runner: ProgramRunner
  let lesson: LessonPrograms
  /// The place of the program among those of the lesson.
  let place: Int

  /// The compiler tells of some errors only once others are gone.
  private static let attempts = 6

  /// What came of the program, as far as it goes.
  ///
  /// - Parameter first: What came of it as it was planned.
  func result(_ first: ProgramResult) throws(MachineFault) -> ProgramResult {
    let planned = lesson.program(at: place)
    var messages: [CompilerMessage]
    switch (planned.purpose, first) {
    case (.compileError, _), (_, .compilerFault), (_, .partial): return first
    case (_, .refused(let found)): messages = found
    case (.remains, _): messages = []
    case (.session, _), (.trap, _), (.trace, _): return first
    }
    var partial = PartialResult(messages: [], lost: lesson.lost(at: place), program: planned, result: .refused([]))
    for attempt in 0..<Self.attempts {
      // Those that follow were there when the errors were found in what the parser can read.
      let isOfRemains = attempt == 0 && planned.purpose == .remains
      let causes = isOfRemains ? partial.lost.withoutFollowers : partial.lost
      let told = lesson.lose(messages, of: place, from: &partial.lost, causes: causes)
      messages = []
      partial.messages += told.messages
      partial.program = lesson.program(at: place, without: partial.lost)
      guard told.isProgress || isOfRemains, lesson.canRun(place, without: partial.lost) else { break }
      if let known = runner.recording(of: partial.program) {
        partial.result = .good(known)
      } else {
        partial.result = try runner.run(partial.program)
      }
      guard case .refused(let more) = partial.result else { break }
      partial.result = .refused([])
      messages = more
    }
    // Of a program that still has errors after so many attempts the last are told as well.
    if !messages.isEmpty {
      partial.messages += lesson.lose(messages, of: place, from: &partial.lost, causes: partial.lost).messages
    }
    return .partial(partial)
  }
}
