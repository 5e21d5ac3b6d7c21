internal import SwiftReading

/// Runs all programs of a lesson and gathers what they came to. One program's failure never hides another's result.
struct LessonRunner: Sendable {
  var runner: ProgramRunner
  var settings: SwiftSettings
  var modules: [String]

  func run(_ lesson: Lesson) throws(MachineFault) -> Run {
    var run = Run.notRun(lesson)
    for program in ProgramBuilder.programs(for: lesson, settings: settings, modules: modules) {
      var gathering = Gathering(lesson: lesson, program: program, run: run, defaultLimit: settings.timeout ?? .block)
      if program.purpose == .session, gathering.refuseSyntaxErrors() {
        run = gathering.run
        continue
      }
      let (result, arrivals) = try runner.run(program, times: gathering.times)
      switch program.purpose {
      case .session: gathering.gather(result, arrivals)
      case .trap(let block):
        if let recording = gathering.gatherTrap(result, arrivals, in: block) { runner.keep(recording, of: program) }
      case .compileError(let block):
        if let recording = gathering.gatherCompileError(result, in: block) { runner.keep(recording, of: program) }
      }
      run = gathering.run
    }
    finishValues(of: lesson, &run)
    run.diagnostics.sort { $0.position < $1.position }
    return run
  }

  /// The value of a block is the value of its last statement.
  private func finishValues(of lesson: Lesson, _ run: inout Run) {
    for block in lesson.blocks {
      let last = block.outline.statements.count - 1
      if last >= 0, block.outline.statements[last].kind == .expression, run.blocks[block.index].message == nil {
        let value = run.blocks[block.index].statements[last]
        run.blocks[block.index].value = value == .nothing ? nil : value
      }
    }
  }
}
