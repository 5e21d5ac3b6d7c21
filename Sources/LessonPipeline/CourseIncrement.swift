import LessonModel
import LessonReading
import LessonRunning
import LessonSite
import LessonWeaving
import Machine

/// Makes anew what changed lessons have changed, where nothing but lessons has changed since the last build.
///
/// What a lesson that is not read again gives to the rest, its record says. Wherever a change reaches further than that, such
/// as a new title, which every page shows, there is no increment and all is made anew.
struct CourseIncrement {
  let pipeline: Pipeline
  let folder: CourseFolder
  let last: BuildManifest
  let memory: ReadingMemory
  /// Nil where no site is made.
  let writer: SiteWriter?
  private let file: CourseFile
  private let source: SourceText?
  /// In the order of the course.
  let records: [LessonRecord]
  /// What the list of those that are kept says of them.
  private let listings: [String: SealedTable.Listing]
  /// The lessons that are made anew, in the order of the course.
  let fresh: [Lesson]
  /// The verdicts on glossaries that are made anew, or that lead to a lesson that is, by the slugs of the glossaries.
  private let glossaries: [String: [GlossaryVerdict]]

  /// The runs of lessons that have changed, begun before it is known what else there is to do.
  private let begun: BegunRun

  /// Nil where all must be made anew.
  init?(
    pipeline: Pipeline, folder: CourseFolder, inputs: Inputs, last: BuildManifest, table: SealedTable?, memory: ReadingMemory,
    workshop: BegunWorkshop, writer: SiteWriter?
  ) throws(MachineFault) {
    guard last.absence == nil, last.order.count == folder.lessons.count, let table, table.seal == last.records else {
      return nil
    }
    let (file, source, faults) = CourseReader.courseFile(of: folder)
    guard faults.errorCount == 0 else { return nil }
    self.pipeline = pipeline
    self.folder = folder
    self.last = last
    self.memory = memory
    self.file = file
    self.source = source
    let lessons = Dictionary(folder.lessons.map { ($0.slug, $0) }) { $1 }
    let digests = Dictionary(zip(folder.lessons, inputs.lessons).map { ($0.slug, $1.digest) }) { $1 }
    let terms = CourseTerms(file)
    let names = LessonNames(folder.lessons.map(\.slug))
    let order = last.order
    let numbers = LessonNumbers(inOrder: order)
    func read(_ place: Int) -> Lesson? {
      guard let lesson = lessons[order[place]],
        case .readable(let read) = CourseAssembler.numbered(
          CourseReader.lesson(lesson, of: folder, terms: terms, memory[lesson.slug].swift), by: numbers, in: file, names)
      else { return nil }
      return read
    }
    var fresh: [Int: Lesson] = [:]
    var moved: Set<String> = []
    var isOtherCode = false
    func makeAnew(_ place: Int, _ record: LessonRecord) -> Bool {
      guard let lesson = read(place), LessonRecord.head(of: lesson) == record.head else { return false }
      fresh[place] = lesson
      isOtherCode = isOtherCode || LessonRecord.code(of: record.parts) != LessonRecord.code(of: LessonRecord.parts(of: lesson))
      if Anchors(lesson).keptBytes != record.anchors.keptBytes { moved.insert(lesson.slug) }
      return true
    }
    let before = Dictionary(last.inputs.lessons.map { ($0.name, $0.digest) }) { $1 }
    for (place, slug) in order.enumerated() where lessons[slug].map({ before[$0.name] != digests[slug] }) ?? false {
      guard let record = Self.record(of: slug, in: table), makeAnew(place, record.record) else { return nil }
    }
    begun = BegunRun(
      of: fresh.sorted { $0.key < $1.key }.map(\.value), with: Self.course(folder, file, source, last, [], at: []),
      willCompile: isOtherCode, in: workshop, pipeline)
    self.writer = try writer?.begun()
    var records: [LessonRecord] = []
    var listings: [String: SealedTable.Listing] = [:]
    for decoded in Parallel.map(order, jobs: pipeline.jobs, urgency: .low, { Self.record(of: $0, in: table) }) {
      guard let decoded else { return nil }
      records.append(decoded.record)
      listings[decoded.listing.name] = decoded.listing
    }
    self.records = records
    self.listings = listings
    for (place, record) in records.enumerated() where fresh[place] == nil {
      let isKept = digests[order[place]] == record.source && record.mayStand(forSite: self.writer != nil)
      guard isKept || makeAnew(place, record) else { return nil }
    }
    // Whoever links to a place in a lesson is told where it is now, or that it is gone.
    for (place, record) in records.enumerated() where fresh[place] == nil && !moved.isDisjoint(with: record.links) {
      guard let lesson = read(place) else { return nil }
      fresh[place] = lesson
    }
    self.fresh = fresh.sorted { $0.key < $1.key }.map(\.value)
    let changed = Dictionary(fresh.values.map { ($0.slug, $0) }) { $1 }
    let places = Dictionary(records.indices.map { (records[$0].report.slug, $0) }) { $1 }
    var vocabularies: [String: LessonVocabulary] = [:]
    func judged(_ verdict: GlossaryVerdict) -> GlossaryVerdict {
      guard let lesson = changed[verdict.lesson] else { return verdict }
      let vocabulary = vocabularies[lesson.slug] ?? LessonVocabulary(lesson)
      vocabularies[lesson.slug] = vocabulary
      return verdict.judged(by: vocabulary)
    }
    var glossaries: [String: [GlossaryVerdict]] = [:]
    for (place, record) in records.enumerated() {
      // One that is made anew only because of where its links lead says what it said.
      if let glossary = fresh[place],
        LessonRecord.digest(of: glossary.source.bytes, glossary.data, changed: glossary.changed) != record.source
      {
        glossaries[glossary.slug] = GlossaryCheck.verdicts(of: glossary) { changed[$0] ?? places[$0].flatMap(read) }
      } else if fresh[place] != nil || record.glossary.contains(where: { changed[$0.lesson] != nil }) {
        glossaries[record.report.slug] = record.glossary.map(judged)
      }
    }
    self.glossaries = glossaries
  }

  /// What is kept of a lesson.
  private static func record(of slug: String, in table: SealedTable) -> (listing: SealedTable.Listing, record: LessonRecord)? {
    guard let entry = table[slug], let record = LessonRecord(kept: entry.bytes), record.report.slug == slug else { return nil }
    return (entry.listing, record)
  }

  /// - Parameter paths: What lessons link to beside them.
  private static func course(
    _ folder: CourseFolder, _ file: CourseFile, _ source: SourceText?, _ last: BuildManifest, _ lessons: [Lesson],
    at paths: Set<String>
  ) -> Course {
    Course(
      path: folder.path, folderName: folder.name, file: file, source: source, lessons: lessons.map { .readable($0) },
      support: folder.support.map { SourceText(path: folder.joined("Support/" + $0.path), bytes: $0.bytes) },
      neighbors: folder.neighbors(paths), theme: folder.courseTheme, diagnostics: last.diagnostics)
  }

  /// The runs of the fresh lessons, in their order, and the version of Swift; no runs where all must be made anew.
  private func runs(of course: Course) throws(MachineFault) -> ([Run]?, swiftVersion: String?) {
    pipeline.tell(.begins(.running(lessons: fresh.count)))
    let early = Set(begun.lessons.map(\.slug))
    let late = fresh.filter { !early.contains($0.slug) }
    // One after the other: no more programs at once than were asked for.
    var outcomes = [try begun.outcome()]
    if !late.isEmpty { outcomes.append(try begun.outcome(of: late, with: course, pipeline)) }
    guard outcomes.allSatisfy(\.run.diagnostics.isEmpty) else { return (nil, nil) }
    let runs = Dictionary(outcomes.flatMap(\.run.lessons).map { ($0.lesson.slug, $0.run) }) { first, _ in first }
    return (fresh.compactMap { runs[$0.slug] }, outcomes[0].swiftVersion)
  }

  /// What is told of the course, and what it came to; nil where all must be made anew.
  func made() throws(MachineFault) -> (CourseReport, RememberedBuild.Made)? {
    let paths = records.flatMap(\.beside) + fresh.flatMap(\.pathsBeside)
    var course = Self.course(folder, file, source, last, fresh, at: Set(paths))
    // Also those of the lessons that are not read again.
    course.data = folder.data
    let anchors = Dictionary(
      records.map { ($0.report.slug, $0.anchors) } + fresh.map { ($0.slug, Anchors($0)) }
    ) { $1 }
    let links = CourseLinks(
      anchors, drafts: records.filter(\.facts.isDraft).map(\.facts.slug), neighbors: course.neighbors)

    // What is there was compared already.
    let package = last.package.isEmpty ? try pipeline.packageInputs(fresh, of: file, in: folder.path) : last.package
    let formulas = pipeline.formulas(fresh.flatMap(\.formulas))
    guard formulas.absence == nil else { return nil }
    let surroundings = try writer == nil ? nil : surroundings()
    let (runs, swiftVersion) = try runs(of: course)
    guard let runs else { return nil }
    let entries = zip(fresh, runs).map { lesson, run in
      WovenEntry.woven(LessonWeaver.woven(lesson, run, links: links, formulas: formulas))
    }
    let woven = WovenCourse(
      course: course, lessons: entries, links: links, formulas: formulas, diagnostics: last.diagnostics,
      swiftVersion: swiftVersion)

    var made = RememberedBuild.Made(course: course, diagnostics: last.diagnostics, records: [])
    made.package = package
    var site: Site?
    var rendered: [String: RenderedLesson] = [:]
    if let surroundings {
      guard let pages = render(woven, in: surroundings, &made) else { return nil }
      (site, rendered) = (pages.site, pages.lessons)
    }
    var new = Dictionary(
      zip(fresh, entries).map {
        ($0.slug, LessonRecord($1, $0, glossary: glossaries[$0.slug] ?? [], rendered: rendered[$0.slug]))
      }
    ) { $1 }
    for var record in records where new[record.report.slug] == nil {
      guard let glossary = glossaries[record.report.slug], glossary != record.glossary else { continue }
      record.glossary = glossary
      new[record.report.slug] = record
    }
    made.listings = listings.filter { new[$0.key] == nil }
    made.records = records.map { new[$0.report.slug] ?? $0 }
    let kept = Meanwhile { [new] in new.mapValues { SealedTable.Entry(name: $0.report.slug, bytes: $0.keptBytes) } }
    if let writer, let site { made.lastSite = try writer.write(site) }
    made.entries = kept.value
    let unused =
      ReferenceWarnings.warnings(of: course, naming: made.records.flatMap(\.facts.referenceKeys))
      + GlossaryCheck.warnings(made.records.flatMap(\.glossary))
    pipeline.tell(
      .did(
        PipelineWork(
          woven: fresh.map(\.slug), parsed: memory.parsed, rendered: fresh.map(\.slug).filter { rendered[$0] != nil })))
    return (
      CourseReport(
        path: source?.path ?? folder.path, lessons: made.records.map(\.report), diagnostics: last.diagnostics + unused), made
    )
  }
}
