package import LessonModel
import LessonReading
import LessonRunning
import LessonSite
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
    folder.changed = changes.values.max()
    for index in folder.lessons.indices { folder.lessons[index].changed = changes[folder.lessons[index].name] }
    return folder
  }

  /// run → weave.
  ///
  /// - Parameter begun: The workshop, where it is open already.
  func woven(
    _ reading: CourseReading, pages: PageWork, in begun: BegunWorkshop? = nil
  ) throws(MachineFault) -> WovenCourse {
    let workshop = if let begun { try begun.workshop() } else { try workshop() }
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
      willCompilePageKit: { tell(.compilesPageKit(for: workshop.toolchain.shortVersion ?? workshop.toolchain.version)) },
      tell: { tell(.makes($0)) }
    ) { tell(.ran($0)) }
    if let sandbox = run.sandbox { tell(.contained(sandbox)) }
    for lesson in run.lessons where !lesson.run.standardError.isEmpty {
      tell(.wroteErrors(lesson: lesson.lesson.slug, lesson.run.standardError))
    }
    return run
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

  /// Makes files of a site.
  func sideBySide(_ makings: [Site.Making]) -> [[SiteFile]] { Parallel.map(makings, jobs: jobs) { $0() } }
}
