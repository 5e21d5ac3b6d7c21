import LessonModel
import LessonRunning
import LessonSite
import LessonWeaving
import Machine

/// What is remembered of a lesson: all that the rest of the course needs of it, so that it need not be read again.
struct LessonRecord: Sendable, Equatable {
  /// The digest of its file, of what its blocks read, and of when it was last changed.
  var source: [UInt8]
  /// The digest of its front matter and of its title: what more than its own pages may depend on.
  var head: [UInt8]
  /// The digests of its parts, to tell an author what has changed.
  var parts: [Inputs.Input]
  var report: LessonReport
  var facts: LessonFacts
  /// The addresses in it, as the links of other lessons see them.
  var anchors: Anchors
  /// The lessons that it links to.
  var links: [String]
  /// The paths beside the lessons that its links name.
  var beside: [String]
  var formulas: [FormulaKey]
  /// Of a glossary: which of its terms occur where it says.
  var glossary: [GlossaryVerdict]
  /// What the site has of it; nil where nothing was made.
  var rendered: RenderedLesson?

  /// - Parameter lesson: As it was read.
  init(_ entry: WovenEntry, _ lesson: Lesson, glossary: [GlossaryVerdict], rendered: RenderedLesson?) {
    source = Self.digest(of: lesson.source.bytes, lesson.data, changed: lesson.changed)
    head = Self.head(of: lesson)
    parts = Self.parts(of: lesson)
    report = LessonReport(entry)
    facts = LessonFacts(.readable(lesson))
    anchors = Anchors(lesson)
    links = Set(lesson.linkedLessons).sorted()
    beside = Set(lesson.pathsBeside).sorted()
    formulas = lesson.lessonFormulas.keys
    self.glossary = glossary
    self.rendered = rendered
  }

  /// Whether it may stand for its lesson: a failure is never remembered.
  var isGood: Bool { report.failures.errorCount == 0 }

  /// Whether it may stand for its lesson, where that has not changed.
  ///
  /// - Parameter forSite: Whether pages are made of it.
  func mayStand(forSite: Bool) -> Bool { isGood && (!forSite || rendered != nil || facts.isDraft) }

  /// The part that is no Swift.
  static let text = "its text"
  /// When it was last changed, which only its page says.
  static let date = "the date of its last change"

  static func head(of lesson: Lesson) -> [UInt8] {
    var digest = SHA256()
    let front = lesson.parts.first.map { $0.kind == .frontMatter ? $0.range : 0..<0 } ?? 0..<0
    digest.update(field: Array(lesson.source.bytes[front]))
    digest.update(field: lesson.title)
    digest.update(field: "\(lesson.number)")
    return digest.finishBytes()
  }

  /// Names the text of a lesson, what its blocks read, and what its page says of its last change.
  static func digest(of text: [UInt8], _ data: [SiteFile], changed: String?) -> [UInt8] {
    if data.isEmpty, changed == nil { return SHA256.digestBytes(text) }
    var digest = SHA256()
    digest.update(field: text)
    digest.update(files: data)
    if let changed { digest.update(field: changed) }
    return digest.finishBytes()
  }

  /// The code of the blocks, the expressions of the values, and all other text together.
  static func parts(of lesson: Lesson) -> [Inputs.Input] {
    var rest = SHA256()
    for part in lesson.parts {
      if case .block(let index) = part.kind {
        rest.update(field: Array(lesson.source.bytes[lesson.blocks[index].fence.info]))
      } else {
        rest.update(field: Array(lesson.source.bytes[part.range]))
      }
    }
    var parts = lesson.blocks.map { block in
      Inputs.Input(name: "the code of '\(block.name)'", digest: SHA256.digestBytes(block.exploredCode.utf8))
    }
    parts += lesson.values.map { value in
      Inputs.Input(name: "the value \(value.expression)", digest: SHA256.digestBytes(value.expression.utf8))
    }
    parts += lesson.data.map { Inputs.Input(name: $0.path, digest: SHA256.digestBytes($0.bytes)) }
    if let changed = lesson.changed { parts.append(Inputs.Input(name: date, digest: SHA256.digestBytes(changed.utf8))) }
    return parts + [Inputs.Input(name: text, digest: rest.finishBytes())]
  }
}

extension LessonRecord {
  /// Those of the parts of a lesson that it runs with.
  static func code(of parts: [Inputs.Input]) -> [Inputs.Input] { parts.filter { ![text, date].contains($0.name) } }
}

extension LessonRecord: ByteCodable {
  func write(to writer: inout ByteWriter) {
    writer.write(bytes: source)
    writer.write(bytes: head)
    writer.write(parts)
    writer.write(report)
    writer.write(facts)
    writer.write(anchors)
    writer.write(links)
    writer.write(beside)
    writer.write(formulas)
    writer.write(glossary)
    writer.write(rendered)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    source = Array(try reader.part())
    head = Array(try reader.part())
    parts = try reader.read()
    report = try reader.read()
    facts = try reader.read()
    anchors = try reader.read()
    links = try reader.read()
    beside = try reader.read()
    formulas = try reader.read()
    glossary = try reader.read()
    rendered = try reader.read()
  }
}
