package import LessonModel
import LessonReading
package import LessonRunning
package import LessonSite
import LessonWeaving
package import Machine
import MathSetting

/// The whole tool on one screen: read → run → weave → render → write.
///
/// Each stage takes a value and gives the next one. Effects are at the two ends and in the middle: files are read, programs run,
/// files are written; everything between is a function of values. What is remembered between builds saves time and nothing
/// else: see ``RememberedBuild``.
package struct Pipeline: Sendable {
  let installation: Installation
  let cache: Cache
  let jobs: Int
  let sandbox: SandboxPolicy
  let shard: Shard?
  let tell: @Sendable (PipelineEvent) -> Void

  /// - Parameters:
  ///   - installation: Where the tool finds the compiler, the kit and its other files.
  ///   - cache: What is remembered between builds.
  ///   - jobs: How many lessons are worked on side by side.
  ///   - sandbox: Whether what runs is contained.
  ///   - shard: The share of the lessons that is asked for; nil for all.
  ///   - tell: Is told how the work goes on.
  package init(
    installation: Installation, cache: Cache, jobs: Int, sandbox: SandboxPolicy, shard: Shard? = nil,
    tell: @escaping @Sendable (PipelineEvent) -> Void = { _ in }
  ) {
    self.installation = installation
    self.cache = cache
    self.jobs = jobs
    self.sandbox = sandbox
    self.shard = shard
    self.tell = tell
  }

  /// Makes what every build needs and no lesson changes: LessonKit, compiled for this toolchain.
  ///
  /// - Parameter folder: Gets a copy of the compiled kit, for an installation; nil for none.
  package func prepare(into folder: String? = nil) throws(MachineFault) {
    defer { tell(.ended) }
    tell(.begins(.preparing))
    let workshop = try workshop()
    try workshop.compiler().prepareModules()
    try folder.map { folder throws(MachineFault) in try workshop.install(into: folder) }
    try workshop.preparePages(into: folder) {
      tell(.compilesPageKit(for: workshop.toolchain.shortVersion ?? workshop.toolchain.version))
    }
  }

  /// read → run → weave: all that `accept` needs of a course folder or of one lesson.
  package func woven(_ path: String) throws(MachineFault) -> WovenCourse { try woven(path, pages: .none) }

  /// The same with the values at the lines of traced blocks, as `run` shows them.
  package func traced(_ path: String) throws(MachineFault) -> WovenCourse { try woven(path, pages: .traces) }

  private func woven(_ path: String, pages: PageWork) throws(MachineFault) -> WovenCourse {
    defer { tell(.ended) }
    tell(.begins(.reading))
    let folder = try begin(path)
    let memory = ReadingMemory(readings(of: folder))
    let woven = try woven(CourseReader.course(folder, shard: shard, memory: memory), pages: pages)
    memory.keep(for: folder.lessons.map(\.slug))
    return woven
  }

  /// read → run → weave, or what came of it when nothing was different.
  ///
  /// - Parameters:
  ///   - form: What else decides what is told.
  ///   - report: What is told of the course, and whether it is as it should be.
  package func checked(
    _ path: String, form: [String], _ report: @escaping (CourseReport) -> Told
  ) throws(MachineFault) -> Told {
    try RememberedBuild(pipeline: self, path: path, form: ["check"] + form, target: nil).told(report)
  }

  /// The same for a report that needs all of the course.
  package func checked(
    _ path: String, form: [String], inDetail report: (WovenCourse) -> Told
  ) throws(MachineFault) -> Told {
    try RememberedBuild(pipeline: self, path: path, form: ["check in detail"] + form, target: nil).told(inDetail: report)
  }

  /// read → run → weave → render → write, or as much of it as has changed.
  package func built(
    _ path: String, into folder: String, _ edition: Edition, form: [String], _ report: @escaping (CourseReport) -> Told
  ) throws(MachineFault) -> Told {
    let target = RememberedBuild.Target(writer: SiteWriter(folder: folder), edition: edition)
    return try RememberedBuild(pipeline: self, path: path, form: ["build"] + form, target: target).told(report)
  }

  /// What would be done again for a lesson, and which input changed since the last build or check of its course: a line each.
  ///
  /// - Parameter path: The lesson.
  package func reasons(_ path: String) throws(MachineFault) -> [String] {
    let folder = try dated(CourseFolder.read(path))
    guard let slug = folder.only else {
      throw MachineFault("\(path) is a folder; 'lessons why' takes one lesson", cause: .usage)
    }
    // One that is checked both alone and with its course is as it was where it is as it was in either.
    let builds = [LastInputs.read(cache, folder), LastInputs.read(cache, folder, alone: slug)].compactMap { $0 }
    var reasons = ["\(slug) would be run: no build of its course is remembered"]
    let installed = try installation.inputs()
    for (place, last) in builds.enumerated() {
      let package = try packageInputs(of: folder, since: last.package)
      let found = last.reasons(for: slug, of: folder, installed: installed, package: package)
      if place == 0 || found.count < reasons.count { reasons = found }
    }
    return reasons.isEmpty ? ["nothing would be run: \(slug) is as it was when it last ran"] : reasons
  }

  /// read → run → weave → render, in memory: what a preview serves.
  ///
  /// - Parameters:
  ///   - memory: What the preview's last build made.
  ///   - early: Is given the pages of the lessons that changed, where nothing else did, before the rest of the site is made.
  package func previewed(
    _ path: String, _ memory: PreviewMemory, early: (PreviewedCourse) -> Void = { _ in }
  ) throws(MachineFault) -> PreviewedCourse {
    try PreviewBuild(pipeline: self, memory: memory).course(path, early)
  }

  /// Reads a course, and removes what runs that were killed have left, in it and elsewhere.
  func begin(_ path: String) throws(MachineFault) -> CourseFolder {
    try cache.refuseStrangers()
    FileSystem.removeDeadScratch()
    CacheFile.removeDeadDrafts(in: cache.folder)
    let folder = try dated(CourseFolder.read(path))
    folder.removeDeadDrafts()
    return folder
  }

  /// The folder with the last changes of its lessons.
  private func dated(_ folder: CourseFolder) -> CourseFolder {
    var folder = folder
    let changes = SourceHistory.changes(in: folder.path, cache)
    if changes.isEmpty { return folder }
    for index in folder.lessons.indices { folder.lessons[index].changed = changes[folder.lessons[index].name] }
    return folder
  }

  /// run → weave.
  func woven(_ reading: CourseReading, pages: PageWork) throws(MachineFault) -> WovenCourse {
    let workshop = try workshop()
    tell(.begins(.running(lessons: reading.lessons.count)))
    let run = try run(reading.lessons, of: reading.course, in: workshop, pages: pages)
    return CourseWeaver.woven(
      reading.course, Dictionary(run.lessons.map { ($0.lesson.slug, $0.run) }) { first, _ in first }, only: reading.asked,
      formulas: formulas((shard == nil ? reading.course.lessons : reading.lessons).readable.flatMap(\.formulas)),
      runDiagnostics: run.diagnostics,
      swiftVersion: workshop.toolchain.shortVersion)
  }

  /// Runs what is not remembered, and says how it was contained.
  func run(
    _ lessons: [ReadLesson], of course: Course, in workshop: Workshop, pages: PageWork
  ) throws(MachineFault) -> CourseRun {
    let run = try workshop.run(
      lessons, of: course, pages: pages, willBuildPackage: { tell(.buildsPackage($0)) },
      willCompilePageKit: { tell(.compilesPageKit(for: workshop.toolchain.shortVersion ?? workshop.toolchain.version)) }
    ) { tell(.ran($0)) }
    if let sandbox = run.sandbox { tell(.contained(sandbox)) }
    for lesson in run.lessons where !lesson.run.standardError.isEmpty {
      tell(.wroteErrors(lesson: lesson.lesson.slug, lesson.run.standardError))
    }
    return run
  }

  /// The files of the course's package, where the course file names one or one of some lessons imports it.
  func packageInputs(_ lessons: [Lesson], of file: CourseFile, in folder: String) throws(MachineFault) -> [Inputs.Input] {
    guard let place = file.packagePlace else { return [] }
    let toolchain = try installation.toolchain(cache)
    let isNeeded =
      place.position != nil
      || lessons.contains { PackageBuilder.isNeeded(by: $0, settings: file.settings(of: $0), with: toolchain) }
    guard isNeeded else { return [] }
    return PackageBuilder(toolchain: toolchain, cache: cache.folder, sandbox: sandbox).files(of: place, from: folder).map {
      Inputs.Input($0)
    }
  }

  /// The files of the package that a course has, whatever its lessons import. Nothing is started for it.
  ///
  /// - Parameter last: What they were; none where no lesson imported the package.
  func packageInputs(of folder: CourseFolder, since last: [Inputs.Input]) throws(MachineFault) -> [Inputs.Input] {
    guard !last.isEmpty, let place = CourseReader.courseFile(of: folder).0.packagePlace else { return [] }
    let builder = PackageBuilder(toolchain: try installation.toolchain(cache), cache: cache.folder, sandbox: sandbox)
    let files = last.map { PackageFile(name: $0.name, digest: String(decoding: $0.digest, as: UTF8.self)) }
    return builder.files(of: place, from: folder.path, since: files).map { Inputs.Input($0) }
  }

  func context(_ course: WovenCourse) throws(MachineFault) -> SiteContext {
    SiteContext(
      course, theme: try installation.theme(), kit: try installation.kit(),
      mathematics: try mathematics(course.course.lessons.readable.map(\.lessonFormulas), course.formulas))
  }

  func rendered(_ lessons: [WovenEntry], in context: SiteContext, _ memory: ReadingMemory) -> [RenderedLesson] {
    tell(.begins(.rendering(lessons: lessons.count)))
    return Parallel.map(lessons, jobs: jobs) { LessonRenderer.rendered($0, in: context, swift: memory[$0.slug].swift) }
  }

  func workshop() throws(MachineFault) -> Workshop {
    let toolchain = try installation.toolchain(cache)
    try cache.make()
    tell(.uses(toolchain.version, jobs: jobs, cache: cache.folder))
    return try Workshop.open(
      toolchain: toolchain, sources: installation.sources(), cacheFolder: cache.folder, keepsRuns: cache.keepsResults,
      jobs: jobs, sandbox: sandbox, store: cache.store,
      willCompileKit: { tell(.compilesKit(for: toolchain.shortVersion ?? toolchain.version)) })
  }

  /// Sets the formulas of all lessons: those of one that is built alone share a style sheet with the others.
  func formulas(_ formulas: [Formula]) -> FormulaTable {
    let setter = FormulaSetter(
      katex: installation.katex, cache: FormulaCache(folder: cache.keepsResults ? cache.folder : nil), jobs: jobs)
    tell(.begins(.setting(formulas: formulas.count)))
    let table = setter.table(formulas)
    if let absence = table.absence { tell(.noFormulas(absence)) }
    return table
  }

  /// The files that pages with formulas load.
  func mathematics(_ lessons: [LessonFormulas], _ table: FormulaTable) throws(MachineFault) -> [SiteFile] {
    let shown = lessons.map { ($0.slug, $0.keys.compactMap(table.formula)) }
    guard let katex = installation.katex, shown.contains(where: { !$0.1.isEmpty }) else { return [] }
    return MathFiles.files(katex, shown, try installation.fontCores())
  }

  /// Where the readings of a course's Swift are kept; nil where nothing is.
  func readings(of folder: CourseFolder) -> RememberedTable? {
    guard cache.keepsResults else { return nil }
    // What a tool has read is of no use to one that may read it otherwise.
    var digest = SHA256()
    for field in ["readings 2", installation.toolIdentity, FileSystem.absolute(folder.path)] { digest.update(field: field) }
    return RememberedTable(folder: cache.folder, kind: "readings", key: digest.finish())
  }
}

extension Inputs.Input {
  fileprivate init(_ file: PackageFile) { self.init(name: file.name, digest: Array(file.digest.utf8)) }
}

/// A course with everything in it, and its site in memory.
package struct PreviewedCourse: Sendable, Equatable {
  package var woven: WovenCourse
  package var site: Site
  /// Whether the site is whole, or only the pages that changed most.
  package var isWhole: Bool

  package init(woven: WovenCourse, site: Site, isWhole: Bool = true) {
    self.woven = woven
    self.site = site
    self.isWhole = isWhole
  }
}

/// How the work goes on.
package enum PipelineEvent: Sendable {
  /// A part of the work that may take a while.
  package enum Step: Sendable, Equatable {
    case reading
    /// The compiler makes its modules, once for each toolchain.
    case preparing
    case running(lessons: Int)
    case setting(formulas: Int)
    case rendering(lessons: Int)
    case writing(files: Int)
  }

  case begins(Step)
  /// All is done, or something went wrong.
  case ended
  case uses(String, jobs: Int, cache: String)
  /// LessonKit is compiled for a toolchain, which takes a while and happens once.
  case compilesKit(for: String)
  /// LessonKit is compiled for pages that can be explored, which takes a while and happens once.
  case compilesPageKit(for: String)
  /// The package of a course is built, which takes a while and happens once for each state of its files.
  case buildsPackage(String)
  case ran(RunProgress)
  /// Programs ran, and how they were contained.
  case contained(Sandbox)
  /// What a lesson's programs wrote to standard error, where that is no part of its output.
  case wroteErrors(lesson: String, String)
  /// Formulas are neither checked nor set: why.
  case noFormulas(String)
  /// Another build writes into the same folder, and is waited for.
  case waits(for: String)
  /// What had to be done, at the end.
  case did(PipelineWork)
}

/// How much of a course had to be made anew.
package struct PipelineWork: Sendable, Equatable {
  /// The lessons that were read and woven.
  package var woven: [String] = []
  /// How many texts of Swift were parsed.
  package var parsed = 0
  /// The lessons whose pages were made.
  package var rendered: [String] = []
}

/// What a command has to tell.
package struct Told: Sendable, Equatable {
  package var lines: [ToldLine]
  /// Whether it is all that it should be.
  package var isGood: Bool

  package init(_ lines: [ToldLine], isGood: Bool) {
    self.lines = lines
    self.isGood = isGood
  }
}

/// Whom a site is for.
package enum Edition: Sendable, Equatable {
  case whole
  /// For students: no byte of a solution is in it.
  case withoutSolutions

  func shown(of course: WovenCourse) -> WovenCourse {
    switch self {
    case .whole: course
    case .withoutSolutions: StudentEdition.course(course)
    }
  }

  func refusePart(_ folder: CourseFolder) throws(MachineFault) {
    guard self == .withoutSolutions, folder.only != nil else { return }
    throw MachineFault(
      "a site without solutions is built whole, for pages that stay from an earlier build may hold them; give the course folder",
      cause: .usage)
  }
}
