import LessonModel
package import Machine

extension Workshop {
  /// Makes the programs of pages, for lessons that ran well.
  func explore(
    _ run: inout CourseRun, of course: Course, with module: CourseSupport?, _ work: PageWork, _ willCompile: () -> Void,
    _ tell: @escaping @Sendable (PageProgress) -> Void
  ) throws(MachineFault) {
    guard let grade = work.grade else { return }
    let tasks = pageTasks(&run, of: course, with: module, grade)
    if tasks.isEmpty { return }
    let page = PageToolchain(toolchain: toolchain)
    let builder = PageKitBuilder(page: page, sources: sources, cache: cacheFolder)
    let key = builder.key
    var runner = ProgramRunner(compiler: compiler(with: module), cache: cache, sandbox: sandbox)
    let memory = PageMemory(
      folder: keepsRuns ? cacheFolder : nil, runner: runner, kit: key, flags: page.flags(grade))
    let known = Parallel.map(tasks, jobs: jobs) { task in
      Result { () throws(MachineFault) in try memory.page(for: task)?.result(of: task) }
    }
    var fresh: [PageTask] = []
    for (task, result) in zip(tasks, known) {
      if let result = try result.get() { run.lessons[task.place].run.take(result) } else { fresh.append(task) }
    }
    if fresh.isEmpty { return }
    runner = try runner.contained()
    run.sandbox = run.sandbox ?? runner.compiler.sandbox
    let kit = try builder.kit(key, willCompile: willCompile)
    let explorer = Explorer(
      runner: runner, compiler: PageCompiler(page: page, kit: kit, grade: grade, compiler: runner.compiler), memory: memory)
    let slugs = run.lessons.map(\.lesson.slug)
    let results = try made(.programs, fresh, tell, slug: { slugs[$0.place] }) { task throws(MachineFault) in
      try explorer.result(of: task)
    }
    for (task, result) in zip(fresh, results) { run.lessons[task.place].run.take(result) }
  }

  /// Compiles the kit for pages unless it is there or this machine cannot.
  ///
  /// - Parameters:
  ///   - folder: The folder of an installation that gets a copy; nil where there is none.
  ///   - willCompile: Is called before the work of a minute begins.
  package func preparePages(into folder: String?, willCompile: () -> Void) throws(MachineFault) {
    if toolchain.missingForPages != nil { return }
    let builder = PageKitBuilder(page: PageToolchain(toolchain: toolchain), sources: sources, cache: cacheFolder)
    let page = try builder.kit(builder.key, willCompile: willCompile)
    guard let folder else { return }
    for kit in page.folders { try install(kit, into: folder) }
  }

  /// The pages that are to be made; why others cannot be is told.
  private func pageTasks(
    _ run: inout CourseRun, of course: Course, with module: CourseSupport?, _ grade: PageToolchain.Grade
  ) -> [PageTask] {
    let lessons = run.lessons.enumerated().compactMap { place, entry in
      entry.goodLesson.flatMap { $0.parameters.isEmpty ? nil : (place, $0) }
    }
    let missing = lessons.isEmpty ? nil : toolchain.missingForPages
    return lessons.compactMap { place, lesson in
      if let missing {
        run.lessons[place].run.diagnostics.append(lesson.pageFault(missing, at: lesson.parameters[0].position))
        return nil
      }
      let task = PageTask(
        lesson, at: place, run.lessons[place].run, settings: course.file.settings(of: lesson),
        modules: module == nil ? [] : ["Support"], grade: grade)
      guard let task, !task.page.idle.isEmpty else { return task }
      run.lessons[place].run.diagnostics += task.page.idle.map {
        lesson.pageFault("nothing in the lesson depends on '\($0.name)'", at: $0.position)
      }
      return nil
    }
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

extension Run {
  fileprivate mutating func take(_ result: Explorer.Result) {
    exploration = result.exploration
    diagnostics += result.diagnostics
  }
}
