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
/// files are written; everything between is a function of values.
package struct Pipeline: Sendable {
  private let installation: Installation
  private let cache: Cache
  private let jobs: Int
  private let tell: @Sendable (PipelineEvent) -> Void

  /// - Parameters:
  ///   - installation: Where the tool finds the compiler, the kit and its other files.
  ///   - cache: What is remembered between builds.
  ///   - jobs: How many lessons are worked on side by side.
  ///   - tell: Is told how the work goes on.
  package init(
    installation: Installation, cache: Cache, jobs: Int, tell: @escaping @Sendable (PipelineEvent) -> Void = { _ in }
  ) {
    self.installation = installation
    self.cache = cache
    self.jobs = jobs
    self.tell = tell
  }

  /// Makes what every build needs and no lesson changes: LessonKit, compiled for this toolchain.
  package func prepare() throws(MachineFault) { _ = try workshop() }

  /// read → run → weave: all that `check`, `accept` and `run` need of a course folder or of one lesson.
  package func woven(_ path: String) throws(MachineFault) -> WovenCourse {
    defer { tell(.ended) }
    tell(.begins(.reading))
    return try woven(CourseReader.read(path))
  }

  /// read → run → weave → render → write.
  ///
  /// - Returns: The course with everything in it, whatever the edition shows.
  package func built(
    _ path: String, into folder: String, _ edition: Edition
  ) throws(MachineFault) -> WovenCourse {
    defer { tell(.ended) }
    tell(.begins(.reading))
    let reading = try CourseReader.read(path)
    let writer = SiteWriter(folder: folder)
    try edition.refusePart(reading)
    try writer.refuseUnsafeFolder(course: reading.course.path)
    let woven = try woven(reading)
    let site = try rendered(edition.shown(of: woven).withoutDrafts)
    tell(.begins(.writing(files: site.files.count)))
    try writer.write(site, keepsOthers: reading.only != nil)
    return woven
  }

  /// read → run → weave → render, in memory: what a preview serves. Drafts are in it, for their author is the reader.
  package func previewed(_ path: String) throws(MachineFault) -> PreviewedCourse {
    let woven = try woven(CourseReader.read(path))
    return PreviewedCourse(woven: woven, site: try rendered(woven))
  }

  /// run → weave.
  private func woven(_ reading: CourseReading) throws(MachineFault) -> WovenCourse {
    let workshop = try workshop()
    tell(.begins(.running(lessons: reading.lessons.count)))
    let run = try workshop.run(reading.lessons, of: reading.course) { tell(.ran($0)) }
    return CourseWeaver.woven(
      reading.course, Dictionary(run.lessons.map { ($0.lesson.slug, $0.run) }) { first, _ in first }, only: reading.only,
      formulas: formulas(of: reading.course), runDiagnostics: run.diagnostics,
      swiftVersion: workshop.toolchain.shortVersion)
  }

  private func rendered(_ course: WovenCourse) throws(MachineFault) -> Site {
    tell(.begins(.rendering(lessons: course.lessons.count)))
    let context = SiteContext(
      course, theme: try installation.theme(), kit: try installation.kit(), mathematics: try mathematics(of: course))
    return Site.site(of: context, Parallel.map(course.lessons, jobs: jobs) { LessonRenderer.rendered($0, in: context) })
  }

  private func workshop() throws(MachineFault) -> Workshop {
    let toolchain = try installation.toolchain()
    try cache.make()
    tell(.uses(toolchain.version, jobs: jobs, cache: cache.folder))
    return try Workshop.open(
      toolchain: toolchain, sources: installation.sources(), cacheFolder: cache.folder, keepsRuns: cache.keepsResults,
      jobs: jobs, willCompileKit: { tell(.compilesKit(for: toolchain.shortVersion ?? toolchain.version)) })
  }

  /// Sets the formulas of all lessons: those of one that is built alone share their style sheet with the others.
  private func formulas(of course: Course) -> FormulaTable {
    let setter = FormulaSetter(
      katex: installation.katex, cache: FormulaCache(folder: cache.keepsResults ? cache.folder : nil), jobs: jobs)
    let formulas = course.lessons.readable.flatMap(\.formulas)
    tell(.begins(.setting(formulas: formulas.count)))
    let table = setter.table(formulas)
    if let absence = table.absence { tell(.noFormulas(absence)) }
    return table
  }

  private func mathematics(of course: WovenCourse) throws(MachineFault) -> [SiteFile] {
    let shown = course.course.lessons.readable.flatMap(\.formulas).compactMap { course.formulas.formula($0.key) }
    guard let katex = installation.katex, !shown.isEmpty else { return [] }
    return MathFiles.files(katex, shown, try installation.fontCores())
  }
}

/// A course with everything in it, and its site in memory.
package struct PreviewedCourse: Sendable, Equatable {
  package var woven: WovenCourse
  package var site: Site

  package init(woven: WovenCourse, site: Site) {
    self.woven = woven
    self.site = site
  }
}

/// How the work goes on.
package enum PipelineEvent: Sendable {
  /// A part of the work that may take a while.
  package enum Step: Sendable, Equatable {
    case reading
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
  case ran(RunProgress)
  /// Formulas are neither checked nor set: why.
  case noFormulas(String)
}

/// Whom a site is for.
package enum Edition: Sendable, Equatable {
  case whole
  /// For students: no byte of a solution is in it.
  case withoutSolutions

  fileprivate func shown(of course: WovenCourse) -> WovenCourse {
    switch self {
    case .whole: course
    case .withoutSolutions: StudentEdition.course(course)
    }
  }

  fileprivate func refusePart(_ reading: CourseReading) throws(MachineFault) {
    guard self == .withoutSolutions, reading.only != nil else { return }
    throw MachineFault(
      "a site without solutions is built whole, for pages that stay from an earlier build may hold them; give the course folder",
      cause: .usage)
  }
}
