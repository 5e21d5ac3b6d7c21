import LessonModel
import LessonReading
import LessonRunning
import LessonSite
import Machine
import MathSetting

/// What the stages of a build take from the machine: the workshop in which programs run, and what is there once for all builds.
extension Pipeline {
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
}

extension Inputs.Input {
  fileprivate init(_ file: PackageFile) { self.init(name: file.name, digest: Array(file.digest.utf8)) }
}
