import LessonModel
import Machine

extension Workshop {
  /// Records the values at the lines of traced blocks, for lessons that ran well.
  func trace(
    _ run: inout CourseRun, of course: Course, with module: CourseSupport?, _ package: BuiltPackage.Compilation,
    _ tell: @escaping @Sendable (PageProgress) -> Void
  ) throws(MachineFault) {
    let modules = module == nil ? [] : ["Support"]
    let work = run.lessons.enumerated().compactMap { place, entry -> Work? in
      guard let lesson = entry.goodLesson, lesson.blocks.contains(where: \.attributes.isTraced) else { return nil }
      let programs = ProgramBuilder.traces(of: lesson, settings: course.file.settings(of: lesson), modules: modules)
      return programs.isEmpty ? nil : Work(place: place, lesson: lesson, programs: programs, run: entry.run)
    }
    if work.isEmpty { return }
    let importable: BuiltPackage? = if case .built(let built) = package { built } else { nil }
    var tracer = Tracer(
      runner: ProgramRunner(compiler: compiler(with: module, importable), cache: cache, sandbox: sandbox))
    let known = Parallel.map(work, jobs: jobs) { [tracer] work in
      tracer.remembered(of: work.lesson, work.programs, work.run)
    }
    var fresh: [Work] = []
    for (work, result) in zip(work, known) {
      if let result { run.lessons[work.place].run.take(result) } else { fresh.append(work) }
    }
    if fresh.isEmpty { return }
    tracer = Tracer(runner: try tracer.runner.contained())
    run.sandbox = run.sandbox ?? tracer.runner.compiler.sandbox
    let results = try made(.traces, fresh, tell, slug: \.lesson.slug) { [tracer] work throws(MachineFault) in
      try tracer.result(of: work.lesson, work.programs, work.run)
    }
    for (work, result) in zip(fresh, results) { run.lessons[work.place].run.take(result) }
  }

  private struct Work: Sendable {
    var place: Int
    var lesson: Lesson
    var programs: [Program]
    var run: Run
  }
}

extension Run {
  fileprivate mutating func take(_ result: Tracer.Result) {
    for (block, trace) in result.traces { blocks[block]?.trace = trace }
    diagnostics += result.faults
  }
}
