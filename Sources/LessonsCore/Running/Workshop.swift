/// What every run needs and no lesson changes: the toolchain, the compiled kit, the cache, the bound on parallel work.
package struct Workshop: Sendable {
  var toolchain: Toolchain
  var support: Support
  var cache: RunCache
  var cacheFolder: String
  package var jobs: Int

  /// - Parameters:
  ///   - cacheFolder: Where compiled modules are kept, and results unless `keepsRuns` is false.
  package static func open(
    toolchain: Toolchain, sources: RuntimeSources, cacheFolder: String, keepsRuns: Bool, jobs: Int
  ) throws(MachineFault) -> Workshop {
    let support = try SupportBuilder.support(toolchain, sources, cache: cacheFolder)
    return Workshop(
      toolchain: toolchain, support: support, cache: RunCache(folder: keepsRuns ? cacheFolder : nil), cacheFolder: cacheFolder,
      jobs: jobs)
  }

  /// Runs lessons of a course side by side; the results come in the order of the lessons.
  package func run(
    _ lessons: [ReadLesson], of course: Course, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) throws(MachineFault) -> CourseRun {
    let built = try CourseSupportBuilder.support(
      course: course.path, files: course.support, toolchain, support, settings: course.file.swift, cache: cacheFolder)
    let isBlocked = !built.diagnostics.isEmpty
    let total = lessons.count
    let results = Parallel.map(lessons, jobs: jobs) { read in
      defer { progress(RunProgress(lesson: read.slug, total: total)) }
      return Result<Run, MachineFault> { () throws(MachineFault) -> Run in
        guard let lesson = read.lesson else { return Run(blocks: [], values: [], diagnostics: []) }
        guard read.isRunnable, !isBlocked else { return .notRun(lesson) }
        return try runner(for: lesson, in: course, built.support).run(lesson)
      }
    }
    var runs: [Run] = []
    for result in results { runs.append(try result.get()) }
    return CourseRun(runs: runs, diagnostics: built.diagnostics)
  }

  private func runner(for lesson: Lesson, in course: Course, _ courseSupport: CourseSupport?) -> LessonRunner {
    LessonRunner(
      runner: ProgramRunner(compiler: compiler(courseSupport), cache: cache),
      settings: lesson.frontMatter.swift.merged(over: course.file.swift), modules: courseSupport == nil ? [] : ["Support"])
  }

  package func compiler(_ courseSupport: CourseSupport? = nil) -> Compiler {
    Compiler(
      toolchain: toolchain, support: support, course: courseSupport, moduleCache: cacheFolder + "/modules", limit: .compile)
  }
}

/// The runs of a course's lessons, in its order.
package struct CourseRun: Sendable, Equatable {
  package var runs: [Run]
  /// What is wrong with the course's own module.
  package var diagnostics: [Diagnostic]
}

/// One more lesson has run.
package struct RunProgress: Sendable {
  package var lesson: String
  package var total: Int
}
