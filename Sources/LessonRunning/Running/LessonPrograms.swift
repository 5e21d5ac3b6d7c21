package import LessonModel

/// The programs of a lesson, and how what they come to becomes the lesson's run. One program's failure never hides another's
/// result.
package struct LessonPrograms: Sendable {
  private let lesson: Lesson
  private let settings: SwiftSettings
  private let modules: [String]
  /// Of a session that the parser cannot read whole, what is left of it: one block hides no mistake of the others.
  package let programs: [Program]
  /// What is wrong with the blocks that the parser cannot read, by the places of their programs.
  private let refused: [Int: Gathering]

  package init(_ lesson: Lesson, settings: SwiftSettings, modules: [String]) {
    self.lesson = lesson
    self.settings = settings
    self.modules = modules
    var programs = ProgramBuilder.programs(for: lesson, settings: settings, modules: modules)
    var refused: [Int: Gathering] = [:]
    for (place, program) in programs.enumerated() where program.purpose == .session {
      guard let gathering = Gathering(syntaxErrorsOf: program, in: lesson) else { continue }
      refused[place] = gathering
      programs[place] = ProgramBuilder.remains(of: program, of: lesson, settings: settings, modules: modules)
    }
    self.programs = programs
    self.refused = refused
  }

  /// Those that can be compiled at all, by their places.
  package var runnable: [Int] { programs.indices.filter { refused[$0] == nil || !programs[$0].probes.isEmpty } }

  /// What the lesson comes to.
  ///
  /// - Parameters:
  ///   - results: The results of the programs that can run, by their places.
  ///   - keep: Is given what is worth remembering of a program that failed as it should.
  package func run(_ results: [Int: ProgramResult], keep: (Recording, Program) -> Void) -> Run {
    var run = Run()
    for (index, program) in programs.enumerated() {
      if let refused = refused[index] { run.add(refused.run) }
      guard let gathering = results[index].map({ Gathering($0, of: program, in: lesson) }) else { continue }
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
