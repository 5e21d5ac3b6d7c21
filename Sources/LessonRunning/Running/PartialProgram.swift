import LessonModel
import Machine

/// Runs a program without those of its values that do not compile: they are lost alone, and not all others with them.
struct PartialProgram {
  let runner: ProgramRunner
  let lesson: LessonPrograms

  /// The compiler tells of some errors only once others are gone.
  private static let attempts = 4

  /// What came of a program, as far as it goes without the values that do not compile.
  func result(_ first: ProgramResult, of program: Program) throws(MachineFault) -> ProgramResult {
    var result = first
    var reduced = program
    var told: [CompilerMessage] = []
    for _ in 0..<Self.attempts {
      guard case .refused(let messages) = result else { break }
      guard let less = lesson.program(reduced, without: messages) else {
        // A block does not compile: nothing of the program can run.
        return .refused(told + messages)
      }
      told += messages
      reduced = less
      if less.probes.isEmpty { return .partial(told, less, .good(Recording(message: ""))) }
      if let known = runner.recording(of: less) { result = .good(known) } else { result = try runner.run(less) }
    }
    return told.isEmpty ? result : .partial(told, reduced, result)
  }
}
