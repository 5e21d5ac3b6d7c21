import LessonModel
import LessonReading
import LessonRunning
import LessonSite
import LessonWeaving
import Machine

/// A build or a check that does only what has changed since the last one.
///
/// What the last one was made from is compared with what is there now, by contents. Nothing has changed: what it told is told
/// again. Lessons have changed, and nothing that the others depend on: these are made anew (``CourseIncrement``). Else all is
/// made anew from what is kept by its own contents: readings of Swift, runs, formulas.
struct RememberedBuild {
  var pipeline: Pipeline
  var path: String
  var form: [String]
  var target: Target?

  /// Where a site goes, and for whom it is.
  struct Target {
    var writer: SiteWriter
    var edition: Edition
  }

  /// What a whole run came to, as far as the next one needs it.
  struct Made {
    var course: Course
    var diagnostics: [Diagnostic]
    /// The files of the package that lessons import.
    var package: [Inputs.Input] = []
    /// In the order of the course; without those that could not be read.
    var records: [LessonRecord]
    /// What is kept of those that are as they were, for what they come to in bytes is known.
    var listings: [String: SealedTable.Listing] = [:]
    /// What will be kept of those that are not, where they are few.
    var entries: [String: SealedTable.Entry] = [:]
    var absence: String?
    var navigation: [UInt8] = []
    var programs: [UInt8] = []
    var formulas: [UInt8] = []
    var mathematics: [String] = []
    /// The site that was there before, while it is removed.
    var lastSite: OldSite?
    /// Whether the lessons could run at all: where the course's own module failed, none of them is remembered.
    var hasRun = true

    func listing(of record: LessonRecord) -> SealedTable.Listing {
      entries[record.report.slug]?.listing ?? listings[record.report.slug]
        ?? SealedTable.Listing(name: record.report.slug, bytes: record.keptBytes)
    }
  }

  func told(_ report: @escaping (CourseReport) -> Told) throws(MachineFault) -> Told {
    try told(whole: { report(CourseReport($0)) }, part: report)
  }

  func told(inDetail report: (WovenCourse) -> Told) throws(MachineFault) -> Told { try told(whole: report, part: nil) }

  private func told(
    whole: (WovenCourse) -> Told, part: ((CourseReport) -> Told)?
  ) throws(MachineFault) -> Told {
    defer { pipeline.tell(.ended) }
    pipeline.tell(.begins(.reading))
    let (folder, installed) = try read()
    if folder.only != nil, pipeline.shard != nil {
      throw MachineFault("--shard shares out a course, and \(path) is one lesson; give the course folder", cause: .usage)
    }
    guard let target, !target.writer.isHeld else { return try told(folder, installed, whole: whole, part: part) }
    try target.edition.refusePart(folder)
    try target.writer.refuseWrongPlace(course: folder.path)
    var build = self
    let writer = try target.writer.held { pipeline.tell(.waits(for: target.writer.folder)) }
    build.target?.writer = writer
    // What was read before another build ended may be older than what that one read.
    return writer.hasWaited
      ? try build.told(whole: whole, part: part) : try build.told(folder, installed, whole: whole, part: part)
  }

  private func told(
    _ folder: CourseFolder, _ installed: Result<[Inputs.Input], MachineFault>, whole: (WovenCourse) -> Told,
    part: ((CourseReport) -> Told)?
  ) throws(MachineFault) -> Told {
    let last = manifest
    if last == nil { try refuse(folder) }
    let inputs = pipeline.cache.keepsResults ? Inputs(folder, try installed.get()) : nil
    var kept: BuildManifest?
    if let inputs { kept = try self.kept(last, inputs, folder) }
    if let kept, kept.inputs.lessons == inputs?.lessons, let lines = kept.told {
      if let absence = kept.absence { pipeline.tell(.noFormulas(absence)) }
      pipeline.tell(.did(PipelineWork()))
      return Told(lines, isGood: true)
    }
    let isPart = part != nil && isOfAll(folder) && target?.edition != .withoutSolutions
    let workshop = kept != nil && isPart ? BegunWorkshop(of: pipeline) : nil
    // What an increment reads before it sees that all must be made anew is not parsed again.
    let memory = ReadingMemory(pipeline.readings(of: folder))
    if let kept, let inputs, let part, let workshop,
      let increment = try CourseIncrement(
        pipeline: pipeline, folder: folder, inputs: inputs, last: kept, table: records.read(), memory: memory,
        workshop: workshop, writer: target?.writer),
      let (report, made) = try increment.made()
    {
      return remember(part(report), made, inputs, folder, memory)
    }
    if last != nil { try refuse(folder) }
    let (woven, made) = try made(folder, memory, workshop)
    if pipeline.cache.keepsResults { pipeline.cache.trim() }
    return remember(whole(woven), made, inputs, folder, memory)
  }

  /// Whether all lessons of the course are asked for.
  func isOfAll(_ folder: CourseFolder) -> Bool { folder.only == nil && pipeline.shard == nil }

  /// Refuses what must not be done before any work is.
  private func refuse(_ folder: CourseFolder) throws(MachineFault) {
    guard let target else { return }
    try target.writer.refuseUnsafeFolder(course: folder.path)
  }

  /// The course and, side by side, what the tool is made of.
  private func read() throws(MachineFault) -> (CourseFolder, Result<[Inputs.Input], MachineFault>) {
    let reads = Parallel.map([true, false], jobs: 2) { isCourse in
      Result<Read, MachineFault> { () throws(MachineFault) -> Read in
        isCourse ? .course(try pipeline.begin(path)) : .installed(try pipeline.installation.inputs())
      }
    }
    guard case .course(let folder) = try reads[0].get() else { throw MachineFault("\(path) cannot be read") }
    let installed = reads[1].map { read -> [Inputs.Input] in if case .installed(let inputs) = read { inputs } else { [] } }
    return (folder, installed)
  }

  private enum Read: Sendable {
    case course(CourseFolder)
    case installed([Inputs.Input])
  }

  /// What the last build came to, where nothing but lessons has changed since.
  private func kept(
    _ last: BuildManifest?, _ inputs: Inputs, _ folder: CourseFolder
  ) throws(MachineFault) -> BuildManifest? {
    guard let last, last.isKept(inputs), try isWhole(last, folder) else { return nil }
    return last
  }

  /// Whether what stands beside the lessons and in the site is as the last build left it.
  private func isWhole(_ last: BuildManifest, _ folder: CourseFolder) throws(MachineFault) -> Bool {
    let paths = last.beside.map(\.name)
    guard Inputs.beside(folder.neighbors(Set(paths)), at: paths) == last.beside,
      target.map({ $0.writer.stamps() == last.site }) ?? true
    else { return false }
    return try pipeline.packageInputs(of: folder, since: last.package) == last.package
  }

  /// All of it.
  private func made(
    _ folder: CourseFolder, _ memory: ReadingMemory, _ workshop: BegunWorkshop?
  ) throws(MachineFault) -> (WovenCourse, Made) {
    let reading = CourseReader.course(folder, shard: pipeline.shard, memory: memory)
    let package = try pipeline.packageInputs(reading.lessons.readable, of: reading.course.file, in: folder.path)
    var woven = try pipeline.woven(reading, pages: .checked, in: workshop)
    var made = Made(
      course: reading.course, diagnostics: reading.course.diagnostics, records: [], absence: woven.formulas.absence)
    made.package = package
    made.hasRun = woven.diagnostics.errorCount == reading.course.diagnostics.errorCount
    var rendered: [String: RenderedLesson] = [:]
    if let target {
      let edition = target.edition.shown(of: woven)
      woven = target.edition.told(of: woven, shown: edition)
      let shown = edition.withoutDrafts
      let context = try pipeline.context(shown)
      let lessons = pipeline.rendered(shown.lessons, in: context, memory)
      let others = folder.only == nil ? [] : reading.course.lessons.map(\.slug).filter { $0 != folder.only }
      let site = Site.site(
        of: context, lessons, flawedBefore: target.writer.flawed(others), makeAll: pipeline.sideBySide)
      pipeline.tell(.begins(.writing(files: site.files.count)))
      made.lastSite = try target.writer.write(site, keepsOthers: folder.only != nil)
      rendered = Dictionary(lessons.map { ($0.slug, $0) }) { $1 }
      made.navigation = SHA256.digestBytes(context.navigation.utf8)
      made.programs = lessons.programDigest(with: shown.course.data)
      made.formulas = shown.course.lessons.readable.map(\.lessonFormulas).digest
      made.mathematics = context.mathematics.map(\.path)
    }
    // As they were read: an increment compares with lessons that are not woven.
    let read = Dictionary(reading.course.lessons.readable.map { ($0.slug, $0) }) { first, _ in first }
    for entry in woven.lessons {
      guard case .woven = entry, let lesson = read[entry.slug] else { continue }
      let glossary = GlossaryCheck.verdicts(of: lesson) { read[$0] }
      made.records.append(LessonRecord(entry, lesson, glossary: glossary, rendered: rendered[entry.slug]))
    }
    let slugs = woven.lessons.map(\.slug)
    pipeline.tell(.did(PipelineWork(woven: slugs, parsed: memory.parsed, rendered: slugs.filter { rendered[$0] != nil })))
    return (woven, made)
  }
}
