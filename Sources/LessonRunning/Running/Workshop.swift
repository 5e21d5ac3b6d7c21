import Foundation
package import LessonModel
package import Machine

/// The version of the tool; part of every cache key.
package enum ToolVersion {
  package static let current = "0.1.0"
}

/// What every run needs and no lesson changes: the toolchain, the compiled kit, the cache, the bound on parallel work.
package struct Workshop: Sendable {
  package let toolchain: Toolchain
  let support: Support
  let cacheFolder: String
  let cache: RunCache
  let jobs: Int
  let sandbox: SandboxPolicy
  let sources: RuntimeSources
  let keepsRuns: Bool

  /// A workshop with the kit compiled.
  ///
  /// - Parameters:
  ///   - cacheFolder: Where compiled modules are kept, and results unless `keepsRuns` is false.
  ///   - store: What other machines have run.
  ///   - willCompileKit: Is called before the kit is compiled, which takes a while.
  package static func open(
    toolchain: Toolchain, sources: RuntimeSources, cacheFolder: String, keepsRuns: Bool, jobs: Int,
    sandbox: SandboxPolicy, store: RemoteStore? = nil, willCompileKit: () -> Void = {}
  ) throws(MachineFault) -> Workshop {
    let builder = SupportBuilder(toolchain: toolchain, cache: cacheFolder, sandbox: sandbox)
    return Workshop(
      toolchain: toolchain, support: try builder.support(sources, willCompile: willCompileKit), cacheFolder: cacheFolder,
      cache: RunCache(folder: keepsRuns ? cacheFolder : nil, remote: store), jobs: jobs, sandbox: sandbox,
      sources: sources, keepsRuns: keepsRuns)
  }

  /// Where a workshop would take LessonKit from; nil where it would compile it first.
  package static func placeOfKit(
    toolchain: Toolchain, sources: RuntimeSources, cacheFolder: String
  ) -> SupportPlace? {
    SupportBuilder(toolchain: toolchain, cache: cacheFolder, sandbox: SandboxPolicy(.off, environment: [:])).place(of: sources)
  }

  /// Copies the compiled kit into the folder of an installation, for all who will use it.
  package func install(into folder: String) throws(MachineFault) { try install(support.folder, into: folder) }

  /// - Parameter folder: Gets a folder named by what the kit was made from.
  func install(_ kit: String, into folder: String) throws(MachineFault) {
    let target = folder + "/" + FileSystem.name(of: kit)
    for file in FileSystem.files(below: kit) { try FileSystem.copy(kit + "/" + file, to: target + "/" + file) }
    guard SealedFolder.isWhole(target) else {
      throw MachineFault("cannot copy the compiled LessonKit to \(target); is there something else in it?")
    }
  }

  /// Where the cache is: as given, else where the system keeps a user's caches.
  package static func cacheFolder(_ given: String?, environment: [String: String]) -> String {
    if let given { return FileSystem.absolute(given) }
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return base + "/lessons" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.cache/lessons" }
    return FileSystem.temporaryFolder + "/lessons-cache-\(getuid())"
  }

  /// Runs lessons of a course side by side; the results come in the order of the lessons.
  ///
  /// - Parameters:
  ///   - pages: What is made for the pages of lessons that ran well.
  ///   - willBuildPackage: Is called before the package of the course is built, with its name.
  ///   - willCompilePageKit: Is called before LessonKit is compiled for pages, which takes a while.
  ///   - tell: Is told of what is made for pages then.
  ///   - progress: Is told of each lesson that has run.
  package func run(
    _ lessons: [ReadLesson], of course: Course, pages: PageWork = .none, willBuildPackage: (String) -> Void = { _ in },
    willCompilePageKit: () -> Void = {}, tell: @escaping @Sendable (PageProgress) -> Void = { _ in },
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) throws(MachineFault) -> CourseRun {
    let builder = SupportBuilder(toolchain: toolchain, cache: cacheFolder, sandbox: sandbox)
    func run(_ module: CourseSupport?) throws(MachineFault) -> CourseRun {
      let package = try package(for: lessons, of: course, willBuild: willBuildPackage)
      var run = try self.run(lessons, of: course, with: module, package, progress)
      if pages != .none { try trace(&run, of: course, with: module, package, tell) }
      try explore(&run, of: course, with: module, pages, willCompilePageKit, tell)
      return run
    }
    switch try builder.courseSupport(course.support, with: support, settings: course.file.swift) {
    case .none: return try run(nil)
    case .built(let module): return try run(module)
    case .refused(let diagnostics):
      let lessons = lessons.map { lesson in
        progress(RunProgress(lesson: lesson.slug, total: lessons.count, work: .none))
        return LessonRun(lesson: lesson, run: Run())
      }
      return CourseRun(lessons: lessons, diagnostics: diagnostics)
    }
  }

  /// The package of the course, where a lesson needs it.
  private func package(
    for lessons: [ReadLesson], of course: Course, willBuild: (String) -> Void
  ) throws(MachineFault) -> BuiltPackage.Compilation {
    guard let place = course.file.packagePlace, lessons.contains(where: { needsPackage($0, of: course.file) }) else {
      return .none
    }
    return try PackageBuilder(toolchain: toolchain, cache: cacheFolder, sandbox: sandbox).package(
      at: place, of: course, with: support, willBuild: willBuild)
  }

  private func needsPackage(_ lesson: ReadLesson, of course: CourseFile) -> Bool {
    guard case .readable(let lesson) = lesson else { return false }
    return PackageBuilder.isNeeded(by: lesson, settings: course.settings(of: lesson), with: toolchain)
  }

  private func run(
    _ lessons: [ReadLesson], of course: Course, with module: CourseSupport?, _ package: BuiltPackage.Compilation,
    _ progress: @escaping @Sendable (RunProgress) -> Void
  ) throws(MachineFault) -> CourseRun {
    let modules = module == nil ? [] : ["Support"]
    // Without the package the lessons that need it cannot run, and it is not their fault.
    let (importable, faults, isRefused): (BuiltPackage?, [Diagnostic], Bool) =
      switch package {
      case .none: (nil, [], false)
      case .built(let built): (built, [], false)
      case .refused(let diagnostics): (nil, diagnostics, true)
      }
    let programs = Parallel.map(lessons, jobs: jobs) { lesson -> LessonPrograms? in
      guard !(isRefused && needsPackage(lesson, of: course.file)), case .readable(let lesson) = lesson, lesson.isRunnable else {
        return nil
      }
      return LessonPrograms(lesson, settings: course.file.settings(of: lesson), modules: modules)
    }
    let running = lessons.indices.filter { programs[$0] != nil }
    let finished = { @Sendable (index: Int, work: RunProgress.Work) in
      progress(RunProgress(lesson: lessons[index].slug, total: lessons.count, work: work))
    }
    for index in lessons.indices where programs[index] == nil { finished(index, .none) }
    let runner = CourseRunner(
      runner: ProgramRunner(compiler: compiler(with: module, importable), cache: cache, sandbox: sandbox), jobs: jobs)
    let (runs, sandbox) = try runner.runs(of: programs.compactMap { $0 }) { finished(running[$0], $1) }
    var results = lessons.map { LessonRun(lesson: $0, run: Run()) }
    let helpers = HiddenHelpers(course.support)
    for (index, run) in zip(running, runs) { results[index].run = helpers.explained(run) }
    return CourseRun(lessons: results, diagnostics: faults, sandbox: sandbox)
  }

  /// The compiler of lessons that import no module of their course.
  package func compiler() -> Compiler { compiler(with: nil) }

  func compiler(with module: CourseSupport?, _ importable: BuiltPackage? = nil) -> Compiler {
    Compiler(toolchain: toolchain, support: support, course: module, importable: importable)
  }
}

/// The lessons of a course with their runs, in its order.
package struct CourseRun: Sendable, Equatable {
  package var lessons: [LessonRun]
  /// What is wrong with the course's own module, and with its package.
  package var diagnostics: [Diagnostic]
  /// The sandbox in which programs ran; nil where none had to run.
  package var sandbox: Sandbox?

  package init(lessons: [LessonRun], diagnostics: [Diagnostic] = [], sandbox: Sandbox? = nil) {
    self.lessons = lessons
    self.diagnostics = diagnostics
    self.sandbox = sandbox
  }
}

/// A lesson and what its blocks and values came to.
package struct LessonRun: Sendable, Equatable {
  package var lesson: ReadLesson
  package var run: Run

  package init(lesson: ReadLesson, run: Run) {
    self.lesson = lesson
    self.run = run
  }
}

extension LessonRun {
  /// The lesson, where all of it ran and nothing was wrong with it; nil where its page has faults to show first.
  ///
  /// What a mistake in its text leaves in doubt did not run, and without a fault of its own.
  var goodLesson: Lesson? {
    guard case .readable(let lesson) = lesson, lesson.diagnostics.errorCount == 0, run.diagnostics.errorCount == 0,
      lesson.blocks.allSatisfy({ !$0.runsWithOthers || run.blocks[$0.index] != nil })
    else { return nil }
    return lesson
  }
}

/// One more lesson has run.
package struct RunProgress: Sendable, Equatable {
  /// What it took.
  package enum Work: Sendable, Equatable {
    /// It has nothing to run, or nothing that could.
    case none
    /// All was in the cache.
    case reused
    case ran
  }

  package var lesson: String
  package var total: Int
  package var work: Work
}

/// What is made for pages beside results: the values at the lines of traced blocks, and programs of lessons that can be explored.
package enum PageWork: Sendable, Equatable {
  case none
  /// Values at lines alone.
  case traces
  /// A program at once, tried at its defaults.
  case quick
  /// A small program that is compared with the lesson at every sample.
  case checked
}
