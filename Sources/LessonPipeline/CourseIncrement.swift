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
  private let records: [LessonRecord]
  /// The same as they are kept.
  private let keptEntries: [String: SealedTable.Entry]
  /// The lessons that are made anew, in the order of the course.
  private let fresh: [Lesson]
  /// The verdicts on glossaries that are made anew, or that lead to a lesson that is, by the slugs of the glossaries.
  private let glossaries: [String: [GlossaryVerdict]]

  /// Nil where all must be made anew.
  init?(
    pipeline: Pipeline, folder: CourseFolder, last: BuildManifest, table: SealedTable?, memory: ReadingMemory,
    writer: SiteWriter?
  ) {
    guard last.absence == nil, last.order.count == folder.lessons.count, let table, table.seal == last.records else {
      return nil
    }
    let (file, source, faults) = CourseReader.courseFile(of: folder)
    guard faults.errorCount == 0 else { return nil }
    var records: [LessonRecord] = []
    var kept: [String: SealedTable.Entry] = [:]
    let decoded = Parallel.map(last.order, jobs: pipeline.jobs) { slug in
      table[slug].flatMap { entry in LessonRecord(kept: entry.bytes).map { (entry: entry, record: $0) } }
    }
    for decoded in decoded {
      guard let decoded, decoded.record.report.slug == decoded.entry.name else { return nil }
      records.append(decoded.record)
      kept[decoded.entry.name] = decoded.entry
    }
    self.pipeline = pipeline
    self.folder = folder
    self.last = last
    self.memory = memory
    self.writer = writer
    self.file = file
    self.source = source
    self.records = records
    keptEntries = kept
    let lessons = Dictionary(folder.lessons.map { ($0.slug, $0) }) { $1 }
    let terms = CourseTerms(file)
    let names = LessonNames(folder.lessons.map(\.slug))
    func read(_ place: Int) -> Lesson? {
      guard let lesson = lessons[records[place].report.slug],
        case .readable(let read) = CourseAssembler.numbered(
          CourseReader.lesson(lesson, of: folder, terms: terms, memory[lesson.slug].swift), at: place, in: file, names)
      else { return nil }
      return read
    }
    var fresh: [Int: Lesson] = [:]
    var moved: Set<String> = []
    for (place, record) in records.enumerated() where !Self.isKept(record, lessons[record.report.slug], forSite: writer != nil)
    {
      guard let lesson = read(place), LessonRecord.head(of: lesson) == record.head else { return nil }
      fresh[place] = lesson
      if Anchors(lesson).keptBytes != record.anchors.keptBytes { moved.insert(lesson.slug) }
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

  /// Whether a record may stand for a lesson.
  private static func isKept(_ record: LessonRecord, _ lesson: CourseFolder.Lesson?, forSite: Bool) -> Bool {
    guard let lesson, case .bytes(let bytes) = lesson.content, record.isGood else { return false }
    if forSite, record.rendered == nil, !record.facts.isDraft { return false }
    return LessonRecord.digest(of: bytes, lesson.data, changed: lesson.changed) == record.source
  }

  /// What is told of the course, and what it came to; nil where all must be made anew.
  func made() throws(MachineFault) -> (CourseReport, RememberedBuild.Made)? {
    let paths = records.flatMap(\.beside) + fresh.flatMap(\.pathsBeside)
    var course = Course(
      path: folder.path, folderName: folder.name, file: file, source: source, lessons: fresh.map { .readable($0) },
      support: folder.support.map { SourceText(path: folder.joined("Support/" + $0.path), bytes: $0.bytes) },
      neighbors: folder.neighbors(Set(paths)), theme: folder.courseTheme, diagnostics: last.diagnostics)
    // Also those of the lessons that are not read again.
    course.data = folder.data
    let anchors = Dictionary(
      records.map { ($0.report.slug, $0.anchors) } + fresh.map { ($0.slug, Anchors($0)) }
    ) { $1 }
    let links = CourseLinks(
      anchors, drafts: records.filter(\.facts.isDraft).map(\.facts.slug), neighbors: course.neighbors)

    // What is there was compared already.
    let package = last.package.isEmpty ? try pipeline.packageInputs(fresh, of: file, in: folder.path) : last.package
    let workshop = try pipeline.workshop()
    let run = try pipeline.run(course.lessons, of: course, in: workshop, pages: .checked)
    let formulas = pipeline.formulas(fresh.flatMap(\.formulas))
    guard formulas.absence == nil, run.diagnostics.isEmpty else { return nil }
    let entries = zip(fresh, run.lessons).map { lesson, run in
      WovenEntry.woven(LessonWeaver.woven(lesson, run.run, links: links, formulas: formulas))
    }
    let woven = WovenCourse(
      course: course, lessons: entries, links: links, formulas: formulas, diagnostics: last.diagnostics,
      swiftVersion: workshop.toolchain.shortVersion)

    var made = RememberedBuild.Made(course: course, diagnostics: last.diagnostics, records: [])
    made.package = package
    let rendered: [String: RenderedLesson]
    if let writer {
      guard let lessons = try render(woven, &made, writer) else { return nil }
      rendered = lessons
    } else {
      rendered = [:]
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
    made.entries = keptEntries.filter { new[$0.key] == nil }
    made.records = records.map { new[$0.report.slug] ?? $0 }
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

  /// Makes the pages of the fresh lessons and what is made of all lessons, and writes the site.
  private func render(
    _ woven: WovenCourse, _ made: inout RememberedBuild.Made, _ writer: SiteWriter
  ) throws(MachineFault) -> [String: RenderedLesson]? {
    let shown = woven.withoutDrafts
    let known = Dictionary(shown.lessons.map { ($0.slug, $0) }) { $1 }
    let facts = Dictionary(shown.course.lessons.map { ($0.slug, LessonFacts($0)) }) { $1 }
    let kept = records.filter { !$0.facts.isDraft }
    let formulas = kept.map { record in
      if case .woven(let lesson)? = known[record.facts.slug] { return lesson.lesson.lessonFormulas }
      return LessonFormulas(slug: record.facts.slug, keys: record.formulas)
    }
    made.formulas = formulas.digest
    made.mathematics = last.mathematics
    var mathematics: [SiteFile] = []
    if made.formulas != last.formulas {
      let all = formulas.flatMap(\.keys).map { Formula(key: $0, offsets: []) }
      mathematics = try pipeline.mathematics(formulas, pipeline.formulas(all))
      made.mathematics = mathematics.map(\.path)
    }
    let context = SiteContext(
      shown, theme: try pipeline.installation.theme(), kit: try pipeline.installation.kit(), mathematics: mathematics,
      facts: kept.map { facts[$0.facts.slug] ?? $0.facts })
    made.navigation = SHA256.digestBytes(context.navigation.utf8)
    guard made.navigation == last.navigation else { return nil }
    let anew = Dictionary(pipeline.rendered(shown.lessons, in: context, memory).map { ($0.slug, $0) }) { $1 }
    let lessons = kept.compactMap { anew[$0.facts.slug] ?? $0.rendered }
    made.programs = lessons.programDigest(with: shown.course.data)
    var site = Site.site(of: context, lessons, carriesPackage: made.programs == last.programs)
    if made.formulas == last.formulas { site.carried.formUnion(last.mathematics) }
    try writer.write(site)
    return Dictionary(lessons.map { ($0.slug, $0) }) { $1 }
  }
}
