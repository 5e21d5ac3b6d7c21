import LessonModel
import LessonReading
import Machine

/// What the last build or check of a course was made from: what `lessons why` compares with.
struct LastInputs: Sendable, Equatable {
  var shared: [Inputs.Input]
  var beside: [Inputs.Input]
  /// Whether files of a package are among what is shared.
  var hasPackage = false
  /// Those that ran well.
  var lessons: [Lesson]

  struct Lesson: Sendable, Equatable {
    var slug: String
    var source: [UInt8]
    var beside: [String]
    var parts: [Inputs.Input]
  }

  /// What would be done again for a lesson and why, a line each.
  static func reasons(
    _ last: LastInputs?, for slug: String, of folder: CourseFolder, installed: [Inputs.Input],
    package: () throws(MachineFault) -> [Inputs.Input]
  ) throws(MachineFault) -> [String] {
    guard let last else { return ["\(slug) would be run: no build of its course is remembered"] }
    guard let lesson = last.lessons.first(where: { $0.slug == slug }) else {
      return ["\(slug) would be run: no good run of it is remembered"]
    }
    let current = Inputs(folder, installed)
    let shared = current.shared + (last.hasPackage ? try package() : [])
    var reasons = changes(from: last.shared, to: shared).map { change in
      isMadeOf(change.name)
        ? "its pages would be made again: \(change)" : "\(slug) would be run again where it depends on it: \(change)"
    }
    let (file, _, faults) = CourseReader.courseFile(of: folder)
    if current.lessons.first(where: { $0.name == slug + ".md" })?.digest != lesson.source,
      let changed = folder.lessons.first(where: { $0.slug == slug })
    {
      switch CourseReader.lesson(changed, of: folder, terms: CourseTerms(file, faults: faults), ReadingMemory()[slug].swift) {
      case .refused: reasons.append("\(slug) would not be run: it cannot be read")
      case .readable(let read):
        reasons += changes(from: lesson.parts, to: LessonRecord.parts(of: read)).map { change in
          change.name == LessonRecord.text
            ? "its pages would be made again: \(change)" : "\(slug) would be run again: \(change)"
        }
      }
    }
    let old = last.beside.filter { lesson.beside.contains($0.name) }
    let new = Inputs.beside(folder.neighbors(Set(lesson.beside)), at: lesson.beside)
    reasons += changes(from: old, to: new).map { "its pages would be made again: \($0)" }
    return reasons.isEmpty ? ["nothing would be run: \(slug) is as it was in the last build"] : reasons
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

  private static func key(_ folder: CourseFolder) -> String { SHA256.digest(FileSystem.absolute(folder.path).utf8) }

  static func read(_ cache: Cache, _ folder: CourseFolder) -> LastInputs? {
    store(cache).fields(for: key(folder)).flatMap { $0.count == 1 ? LastInputs(kept: $0[0]) : nil }
  }

  func write(_ cache: Cache, _ folder: CourseFolder) { Self.store(cache).keep([keptBytes], for: Self.key(folder)) }
}

extension LastInputs: ByteCodable {
  func write(to writer: inout ByteWriter) {
    writer.write(shared)
    writer.write(beside)
    writer.write(hasPackage)
    writer.write(lessons)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    shared = try reader.read()
    beside = try reader.read()
    hasPackage = try reader.read()
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
