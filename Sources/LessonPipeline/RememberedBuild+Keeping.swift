import LessonModel
import LessonReading
import LessonRunning
import LessonSite
import LessonWeaving
import Machine

/// What a build leaves for the next one, and finds of the last.
extension RememberedBuild {
  private var key: String {
    var digest = SHA256()
    let output = target.map { FileSystem.absolute($0.writer.folder) } ?? ""
    for field in [
      "build 4", FileSystem.absolute(path), path, output, target?.writer.folder ?? "",
      pipeline.sandbox.isContained ? "contained" : "open",
      "\(target?.edition == .withoutSolutions)", pipeline.shard?.description ?? "",
    ] + form { digest.update(field: field) }
    return digest.finish()
  }

  private var store: SealedStore {
    SealedStore(folder: pipeline.cache.keepsResults ? pipeline.cache.folder : nil, kind: "builds")
  }

  var manifest: BuildManifest? {
    store.fields(for: key).flatMap { $0.count == 1 ? BuildManifest(kept: $0[0]) : nil }
  }

  var records: RememberedTable { RememberedTable(folder: pipeline.cache.folder, kind: "records", key: key) }

  func remember(
    _ told: Told, _ made: Made, _ inputs: Inputs?, _ folder: CourseFolder, _ memory: ReadingMemory
  ) -> Told {
    guard let inputs else { return told }
    memory.keep(for: folder.lessons.map(\.slug))
    let isWhole = isOfAll(folder) && made.hasRun && made.records.count == folder.lessons.count
    let listings = isWhole ? made.records.map(made.listing(of:)) : []
    // What has not changed is copied: to write it from its value anew takes longer than all else that is kept.
    let seal =
      isWhole
      ? records.write(listings) { place in
        made.entries[listings[place].name]?.bytes ?? (records.bytes(of: listings[place]) ?? made.records[place].keptBytes)[...]
      } : []
    let manifest = BuildManifest(
      inputs: inputs,
      beside: Inputs.beside(
        made.course.neighbors,
        at: isWhole
          ? made.records.flatMap(\.beside)
          : made.course.lessons.readable.flatMap(\.pathsBeside) + made.course.neighbors.keys),
      package: made.package,
      told: told.isGood ? told.lines : nil, absence: made.absence, site: target?.writer.stamps() ?? [],
      order: isWhole ? made.records.map(\.report.slug) : [], diagnostics: made.diagnostics, navigation: made.navigation,
      programs: made.programs, formulas: made.formulas, mathematics: made.mathematics, records: seal)
    store.keep([manifest.keptBytes], for: key)
    if pipeline.shard == nil {
      LastInputs(
        shared: inputs.shared, beside: manifest.beside, package: made.package,
        lessons: (made.hasRun ? made.records : []).filter(\.isGood).map {
          LastInputs.Lesson(slug: $0.report.slug, source: $0.source, beside: $0.beside, parts: $0.parts)
        }
      ).write(pipeline.cache, folder)
    }
    return told
  }
}

extension [RenderedLesson] {
  /// Names what the package of the course is made of.
  ///
  /// - Parameter data: What the lessons of the course read.
  func programDigest(with data: [SiteFile]) -> [UInt8] {
    var digest = SHA256()
    for lesson in self { digest.update(field: lesson.programBytes) }
    digest.update(files: self.data(among: data))
    return digest.finishBytes()
  }
}

extension [LessonFormulas] {
  /// Names the formulas of a course, lesson by lesson.
  var digest: [UInt8] { SHA256.digestBytes(keptBytes) }
}
