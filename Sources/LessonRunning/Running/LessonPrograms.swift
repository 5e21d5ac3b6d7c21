package import LessonModel

/// The programs of a lesson, and how what they come to becomes the lesson's run. One program's failure never hides another's
/// result.
package struct LessonPrograms: Sendable {
  private let lesson: Lesson
  private let settings: SwiftSettings
  private let modules: [String]
  package let programs: [Program]

  package init(_ lesson: Lesson, settings: SwiftSettings, modules: [String]) {
    self.lesson = lesson
    self.settings = settings
    self.modules = modules
    self.programs = ProgramBuilder.programs(for: lesson, settings: settings, modules: modules)
  }

  /// Those that can run at all, by their places.
  package var runnable: [Int] { programs.indices.filter { refused(programs[$0]) == nil } }

  /// What the lesson comes to.
  ///
  /// - Parameters:
  ///   - results: The results of the programs that can run, by their places.
  ///   - keep: Is given what is worth remembering of a program that failed as it should.
  package func run(_ results: [Int: ProgramResult], keep: (Recording, Program) -> Void) -> Run {
    var run = Run()
    for (index, program) in programs.enumerated() {
      guard let gathering = refused(program) ?? results[index].map({ Gathering($0, of: program, in: lesson) }) else { continue }
      if let kept = gathering.kept { keep(kept, gathering.program) }
      run.add(gathering.run)
    }
    run.diagnostics.sort { $0.position < $1.position }
    return run
  }

  /// The program of a session without the values that errors speak of; nil where one speaks of anything else.
  func program(_ program: Program, without messages: [CompilerMessage]) -> Program? {
    guard program.purpose == .session else { return nil }
    let gathering = Gathering(.refused(messages), of: program, in: lesson)
    let values = gathering.run.values.filter { $0.value.status == .compileError }.keys
    let isOfValuesAlone = gathering.run.blocks.values.allSatisfy { $0.status != .compileError }
    guard isOfValuesAlone, !values.isEmpty, gathering.isPlaced else { return nil }
    return ProgramBuilder.program(program, of: lesson, settings: settings, modules: modules, without: Set(values))
  }

  private func refused(_ program: Program) -> Gathering? {
    program.purpose == .session ? Gathering(syntaxErrorsOf: program, in: lesson) : nil
  }
}

extension Run {
  /// Takes in what another program of the lesson came to: no two of them speak for the same block.
  fileprivate mutating func add(_ other: Run) {
    blocks.merge(other.blocks) { $1 }
    values.merge(other.values) { $1 }
    diagnostics += other.diagnostics
    standardError += (standardError.isEmpty || other.standardError.isEmpty ? "" : "\n") + other.standardError
  }
}
