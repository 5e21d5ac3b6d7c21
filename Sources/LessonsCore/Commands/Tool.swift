internal import CSystem
internal import Foundation

/// What all commands share: where things are and how much is done at once.
package struct Tool: Sendable {
  package var swiftc: String?
  package var cacheFolder: String?
  package var keepsRuns = true
  package var jobs: Int?
  package var console: Console
  package var environment: [String: String]
  /// The path of the tool itself, for finding the kit's sources.
  package var executable: String

  package init(console: Console, environment: [String: String], executable: String) {
    self.console = console
    self.environment = environment
    self.executable = executable
  }

  /// The cache: as given, else where the system keeps a user's caches.
  package var cache: String {
    if let cacheFolder { return FileSystem.absolute(cacheFolder) }
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return base + "/lessons" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.cache/lessons" }
    return FileManager.default.temporaryDirectory.path + "/lessons-cache-\(getuid())"
  }

  var jobCount: Int { jobs ?? max(ProcessInfo.processInfo.activeProcessorCount, 1) }

  func workshop() throws(MachineFault) -> Workshop {
    csystem_catch_interrupts()
    let toolchain = try Toolchain.find(swiftc, environment: environment)
    let sources = try RuntimeSources.find(executable: executable)
    try FileSystem.makeFolder(cache)
    console.sayInDetail("using \(toolchain.version), \(counted(jobCount, "job")) at once, the cache in \(cache)")
    return try Workshop.open(toolchain: toolchain, sources: sources, cacheFolder: cache, keepsRuns: keepsRuns, jobs: jobCount)
  }

  func theme() throws(MachineFault) -> Theme {
    try ThemeReader.read(RuntimeSources.find(executable: executable).folder + "/Theme")
  }

  /// The sources of LessonKit, for readers who take the course with them.
  func kit() throws(MachineFault) -> [KitSource] {
    let folder = try RuntimeSources.find(executable: executable).folder + "/LessonKit"
    return FileSystem.files(below: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      FileSystem.read(folder + "/" + path).map { KitSource(path: path, bytes: $0) }
    }
  }

  /// Sets the formulas of all lessons; where they cannot be, says so once and lets the pages show their TeX.
  private func formulas(of course: Course) -> FormulaTable {
    let files = KaTeXFiles.find(executable: executable, environment: environment)
    let setter = FormulaSetter(files: files, cache: FormulaCache(folder: keepsRuns ? cache : nil), jobs: jobCount)
    let table = setter.table(course.lessons.compactMap(\.lesson).flatMap(\.formulas))
    if let absence = table.absence {
      console.warn("warning: \(absence), so formulas are neither checked nor set: pages show their TeX; \(KaTeXFiles.advice)")
    }
    return table
  }

  /// Reads, runs and compares a course: what `check`, `accept` and `run` have in common.
  func reports(of path: String) throws(MachineFault) -> CourseReport {
    let (course, only) = try CourseReader.read(path)
    return try reports(of: course, only: only)
  }

  /// Runs and compares a course that was read.
  ///
  /// - Parameter only: The slug of the lesson, where one alone is asked for.
  func reports(of course: Course, only: String?) throws(MachineFault) -> CourseReport {
    let lessons = course.lessons.filter { only == nil || $0.slug == only }
    let workshop = try workshop()
    let console = console
    let counter = Counter()
    let run = try workshop.run(lessons, of: course) { progress in
      let line = "\(counter.next())/\(progress.total) \(progress.lesson)"
      if console.detail == .verbose { console.sayInDetail(line) } else { console.progress(line) }
    }
    console.progress("")
    let resolver = LinkResolver(course)
    let formulas = formulas(of: course)
    let reports = zip(lessons, run.runs).map { read, run in
      LessonReport(
        read: read, run: run, linkDiagnostics: read.lesson.map { LinkChecker.diagnostics(of: $0, resolver) } ?? [],
        formulas: formulas)
    }
    // Of one lesson alone nobody wants to hear what the others do not cite.
    let unused = only == nil ? ReferenceUse.warnings(of: course) : []
    return CourseReport(
      course: course, resolver: resolver, reports: reports, formulas: formulas,
      diagnostics: course.diagnostics + unused + run.diagnostics, swiftVersion: workshop.toolchain.shortVersion)
  }
}

/// Everything that is known of a course after a run.
package struct CourseReport: Sendable, Equatable {
  package var course: Course
  package var resolver: LinkResolver
  /// The lessons that were asked for: all of the course, or one.
  package var reports: [LessonReport]
  /// The formulas of the whole course: all of its pages share one style sheet.
  package var formulas: FormulaTable
  /// What is wrong with the course file, the folder, the support module.
  package var diagnostics: [Diagnostic]
  /// The compiler that the lessons ran with, such as `Swift 6.3.1`.
  package var swiftVersion: String?

  package init(
    course: Course, resolver: LinkResolver, reports: [LessonReport], formulas: FormulaTable = FormulaTable(),
    diagnostics: [Diagnostic], swiftVersion: String? = nil
  ) {
    self.course = course
    self.resolver = resolver
    self.reports = reports
    self.formulas = formulas
    self.diagnostics = diagnostics
    self.swiftVersion = swiftVersion
  }

  /// What the site shows: a draft is checked, and left out.
  var withoutDrafts: CourseReport {
    var shown = self
    shown.course.lessons.removeAll(where: \.isDraft)
    shown.reports.removeAll(where: \.read.isDraft)
    return shown
  }

  package var tally: Tally { reports.reduce(Tally()) { $0 + $1.check.tally } }
}

extension [Diagnostic] {
  var errorCount: Int { count { $0.severity == .error } }
}

private final class Counter: Sendable {
  private let lock = NSLock()
  nonisolated(unsafe) private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
