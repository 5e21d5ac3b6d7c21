import LessonModel
import Machine

extension Workshop {
  /// Records the values at the lines of traced blocks, for lessons that ran well.
  func trace(
    _ run: inout CourseRun, of course: Course, with module: CourseSupport?, _ package: BuiltPackage.Compilation
  ) throws(MachineFault) {
    let modules = module == nil ? [] : ["Support"]
    let work = run.lessons.enumerated().compactMap { index, entry -> Work? in
      guard case .readable(let lesson) = entry.lesson, lesson.blocks.contains(where: \.attributes.isTraced),
        entry.run.diagnostics.errorCount == 0
      else { return nil }
      let programs = ProgramBuilder.traces(of: lesson, settings: course.file.settings(of: lesson), modules: modules)
      return programs.isEmpty ? nil : Work(place: index, lesson: lesson, programs: programs, run: entry.run)
    }
    if work.isEmpty { return }
    let importable: BuiltPackage? = if case .built(let built) = package { built } else { nil }
    let runner = ProgramRunner(compiler: compiler(with: module, importable), cache: cache, sandbox: sandbox)
    let tracer = Tracer(runner: try runner.contained())
    let results = Parallel.map(work, jobs: jobs) { work in
      Result<Tracer.Result, MachineFault> { () throws(MachineFault) in
        try tracer.result(of: work.lesson, work.programs, work.run)
      }
    }
    for (work, result) in zip(work, results) {
      let result = try result.get()
      for (block, trace) in result.traces { run.lessons[work.place].run.blocks[block]?.trace = trace }
      run.lessons[work.place].run.diagnostics += result.faults
    }
  }

  private struct Work: Sendable {
    var place: Int
    var lesson: Lesson
    var programs: [Program]
    var run: Run
  }
}
