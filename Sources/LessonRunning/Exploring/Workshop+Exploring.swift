import LessonModel
import Machine

extension Workshop {
  /// Makes the programs of pages, for lessons that ran well.
  func explore(
    _ run: inout CourseRun, of course: Course, with module: CourseSupport?, _ work: PageWork, _ willCompile: () -> Void
  ) throws(MachineFault) {
    guard let grade = work.grade else { return }
    let page = PageToolchain(toolchain: toolchain)
    var tasks: [PageTask] = []
    for (index, entry) in run.lessons.enumerated() {
      guard case .readable(let lesson) = entry.lesson, !lesson.parameters.isEmpty, entry.run.diagnostics.errorCount == 0
      else { continue }
      if let missing = page.missing {
        run.lessons[index].run.diagnostics.append(
          Diagnostic(.explore, missing, in: lesson.source, at: lesson.parameters[0].position))
        continue
      }
      let (settings, modules) = (course.file.settings(of: lesson), module == nil ? [] : ["Support"])
      let programs = ProgramBuilder.programs(for: lesson, settings: settings, modules: modules)
      guard let program = programs.first(where: { $0.purpose == .session && $0.session.isEmpty }),
        let page = PageProgram(lesson, settings: settings, modules: modules)
      else { continue }
      // The whole lesson would compute again, at every setting, what does not depend on it.
      let part = ProgramBuilder.program(
        of: lesson, blocks: Set(page.program.blocks), values: Set(page.parts.flatMap { $0.values.map(\.value) }),
        settings: settings, modules: modules)
      tasks.append(PageTask(index: index, lesson: lesson, page: page, whole: program, part: part, run: entry.run))
    }
    if tasks.isEmpty { return }
    let explorer = try explorer(with: module, grade, willCompile)
    let results = Parallel.map(tasks, jobs: jobs) { task in
      Result { () throws(MachineFault) in
        try explorer.result(of: task.lesson, task.page, task.part, whole: task.whole, task.run)
      }
    }
    for (task, result) in zip(tasks, results) {
      let result = try result.get()
      run.lessons[task.index].run.exploration = result.exploration
      run.lessons[task.index].run.diagnostics += result.diagnostics
    }
  }

  private func explorer(
    with module: CourseSupport?, _ grade: PageToolchain.Grade, _ willCompile: () -> Void
  ) throws(MachineFault) -> Explorer {
    let page = PageToolchain(toolchain: toolchain)
    let kit = try PageKitBuilder(page: page, sources: sources, cache: cacheFolder).kit(willCompile: willCompile)
    let runner = try ProgramRunner(compiler: compiler(with: module), cache: cache, sandbox: sandbox).contained()
    return Explorer(
      runner: runner, compiler: PageCompiler(page: page, kit: kit, grade: grade, compiler: runner.compiler),
      cacheFolder: keepsRuns ? cacheFolder : nil)
  }
}

extension PageWork {
  fileprivate var grade: PageToolchain.Grade? {
    switch self {
    case .none, .traces: nil
    case .quick: .quick
    case .checked: .small
    }
  }
}

/// A page that is to be made: its lesson by its place in the course, and what that came to.
private struct PageTask: Sendable {
  var index: Int
  var lesson: Lesson
  var page: PageProgram
  var whole: Program
  /// What of it the page has.
  var part: Program
  var run: Run
}
