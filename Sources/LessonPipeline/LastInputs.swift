import LessonModel
import LessonReading
import Machine

/// What the last build or check of a course was made from: what `lessons why` compares with.
struct LastInputs: Sendable, Equatable {
  var shared: [Inputs.Input]
  var beside: [Inputs.Input]
  /// The files of the package that lessons import, as they are called in it.
  var package: [Inputs.Input]
  /// Those that ran well.
  var lessons: [Lesson]

  struct Lesson: Sendable, Equatable {
    var slug: String
    var source: [UInt8]
    var beside: [String]
    var parts: [Inputs.Input]
  }

  /// What would be done again for a lesson and why, a line each; none where nothing would.
  ///
  /// - Parameter package: The files of the package as they are now.
  func reasons(for slug: String, of folder: CourseFolder, installed: [Inputs.Input], package: [Inputs.Input]) -> [String] {
    guard let lesson = lessons.first(where: { $0.slug == slug }) else {
      return ["\(slug) would be run: no good run of it is remembered"]
    }
    let current = Inputs(folder, installed)
    let runs = !LessonRecord.code(of: lesson.parts).isEmpty
    var reasons = Self.changes(from: shared, to: current.shared).map { change in
      if Self.isMadeOf(change.name) { return "its pages would be made again: \(change)" }
      return (runs ? "\(slug) would be run again where it depends" : "its pages would be made again where they depend")
        + " on it: \(change)"
    }
    let (file, _, _) = CourseReader.courseFile(of: folder)
    // What the package is built from, by its paths as messages show them.
    reasons += (runs ? Self.changes(from: self.package, to: package) : []).map { change in
      // Those of other packages begin with their names.
      let name = change.name.contains(": ") ? nil : file.packagePlace?.shown(change.name, from: folder.path)
      return "\(slug) would be run again where it imports the package: \(Change(name: name ?? change.name, verb: change.verb))"
    }
    if current.lessons.first(where: { $0.name == slug + ".md" })?.digest != lesson.source,
      let changed = folder.lessons.first(where: { $0.slug == slug })
    {
      switch CourseReader.lesson(changed, of: folder, terms: CourseTerms(file), ReadingMemory()[slug].swift) {
      case .refused: reasons.append("\(slug) would not be run: it cannot be read")
      case .readable(let read):
        reasons += Self.changes(from: lesson.parts, to: LessonRecord.parts(of: read)).map { change in
          [LessonRecord.text, LessonRecord.date].contains(change.name)
            ? "its pages would be made again: \(change)" : "\(slug) would be run again: \(change)"
        }
      }
    }
    let old = beside.filter { lesson.beside.contains($0.name) }
    let new = Inputs.beside(folder.neighbors(Set(lesson.beside)), at: lesson.beside)
    reasons += Self.changes(from: old, to: new).map { "its pages would be made again: \($0)" }
    return reasons
  }

  /// Whether pages alone are made of an input.
  private static func isMadeOf(_ name: String) -> Bool {
    name.hasPrefix("theme/") || ["the theme of the tool", "KaTeX"].contains(name)
  }

  private struct Change: CustomStringConvertible {
    var name: String
    var verb: String

    var description: String { "\(name) \(verb)" }
  }

  private static func changes(from old: [Inputs.Input], to new: [Inputs.Input]) -> [Change] {
    let before = Dictionary(old.map { ($0.name, $0.digest) }) { $1 }
    let after = Set(new.map(\.name))
    return new.compactMap { input in
      guard let digest = before[input.name] else { return Change(name: input.name, verb: "is new") }
      return digest == input.digest ? nil : Change(name: input.name, verb: "has changed")
    } + old.filter { !after.contains($0.name) }.map { Change(name: $0.name, verb: "is gone") }
  }
}

extension LastInputs {
  private static func store(_ cache: Cache) -> SealedStore {
    SealedStore(folder: cache.keepsResults ? cache.folder : nil, kind: "inputs")
  }

  private static func key(_ folder: CourseFolder, _ alone: String?) -> String {
    var digest = SHA256()
    for field in ["inputs 2", FileSystem.absolute(folder.path), alone ?? ""] { digest.update(field: field) }
    return digest.finish()
  }

  /// - Parameter alone: The lesson, where it was built without the others of its course; nil for all of them.
  static func read(_ cache: Cache, _ folder: CourseFolder, alone: String? = nil) -> LastInputs? {
    store(cache).fields(for: key(folder, alone)).flatMap { $0.count == 1 ? LastInputs(kept: $0[0]) : nil }
  }

  func write(_ cache: Cache, _ folder: CourseFolder) {
    Self.store(cache).keep([keptBytes], for: Self.key(folder, folder.only))
  }
}

extension LastInputs: ByteCodable {
  func write(to writer: inout ByteWriter) {
    writer.write(shared)
    writer.write(beside)
    writer.write(package)
    writer.write(lessons)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    shared = try reader.read()
    beside = try reader.read()
    package = try reader.read()
    lessons = try reader.read()
  }
}

extension LastInputs.Lesson: ByteCodable {
  func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(bytes: source)
    writer.write(beside)
    writer.write(parts)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    source = Array(try reader.part())
    beside = try reader.read()
    parts = try reader.read()
  }
}
