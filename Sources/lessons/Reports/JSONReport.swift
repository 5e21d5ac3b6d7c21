import LessonModel

/// Reports as JSON: `run` prints one lesson, `check` the whole course, as `Guide/check-report.schema.json` has it.
enum JSONReport {
  /// The form of what `check` prints: another number means that a field was taken out or means something else.
  static let version = 1

  /// A course as `check` prints it: with everything that is known of its numbers.
  static func course(_ course: WovenCourse) -> JSON {
    let tally = course.tally
    let all = course.allDiagnostics
    return .object([
      ("version", .integer(version)), ("course", .string(course.course.path)),
      ("lessons", .array(course.lessons.map(lesson))),
      ("diagnostics", .array(course.diagnostics.map(diagnostic))),
      (
        "summary",
        .object([
          ("lessons", .integer(course.lessons.count)), ("blocks", .integer(tally.blocks)), ("outputs", .integer(tally.outputs)),
          ("values", .integer(tally.values)), ("comments", .integer(tally.comments)), ("published", .integer(tally.published)),
          ("refuted", .integer(tally.refuted)), ("implied", .integer(tally.implied)), ("volatile", .integer(tally.volatile)),
          ("errors", .integer(all.errorCount)),
          ("warnings", .integer(all.warningCount)),
        ])
      ),
    ])
  }

  /// One lesson as `run` prints it: these fields and no others.
  static func run(_ entry: WovenEntry, _ diagnostics: [Diagnostic]) -> JSON {
    let woven: WovenLesson? = if case .woven(let woven) = entry { woven } else { nil }
    return .object([
      ("lesson", .string(entry.read.source.path)),
      ("blocks", .array((woven?.cells ?? []).map { .object(fields(of: $0)) })),
      ("values", .array((woven?.values ?? []).map { .object(fields(of: $0)) })),
      ("diagnostics", .array(diagnostics.map(diagnostic))),
    ])
  }

  private static func lesson(_ entry: WovenEntry) -> JSON {
    let path = entry.read.source.path
    let parts: [(String, JSON)] =
      switch entry {
      case .refused:
        [
          ("blocks", .array([])), ("values", .array([])), ("comments", .array([])), ("covers", .array([])),
          ("given", .integer(0)),
        ]
      case .woven(let woven):
        [
          ("blocks", .array(woven.cells.map(block))), ("values", .array(woven.values.map { value($0, of: woven) })),
          ("comments", .array(woven.comments.map { comment($0.comment, in: $0.cell) })),
          ("covers", .array(woven.lesson.marks.map { mark($0, of: woven) })), ("given", .integer(woven.given)),
        ]
      }
    return .object(
      [("lesson", .string(path))] + parts + [("diagnostics", .array(entry.diagnostics.map(diagnostic)))])
  }

  private static func fields(of cell: WovenCell) -> [(String, JSON)] {
    [
      ("name", .string(cell.block.name)), ("line", .integer(cell.block.position.line)),
      ("session", .string(cell.block.session)),
      ("status", .string(cell.status.rawValue)), ("stdout", .string(cell.run.printedText)),
      ("value", .optional(cell.run.message ?? cell.run.value?.description)),
      ("duration", .number(cell.run.milliseconds / 1_000)),
    ]
  }

  private static func block(_ cell: WovenCell) -> JSON {
    .object(
      fields(of: cell) + [
        ("numbers", .integer(cell.numbers)), ("exhibits", .array(cell.run.exhibits.map { .string($0.kind.rawValue) })),
        ("traced", cell.run.trace.map { .integer($0.events.count) } ?? .null),
      ])
  }

  private static func fields(of value: WovenValue) -> [(String, JSON)] {
    [
      ("line", .integer(value.value.position.line)), ("expression", .string(value.value.expression)),
      ("written", .string(value.value.written)), ("value", .optional(value.computed?.description)),
      ("status", .string(value.status.rawValue)),
    ]
  }

  /// A value with what it was compared with, its source and its place in the site.
  private static func value(_ value: WovenValue, of woven: WovenLesson) -> JSON {
    let section = woven.anchors.section(ofLine: value.value.position.line)?.anchor
    return .object(
      fields(of: value) + [
        ("id", .string(value.anchor)), ("lesson", .string(woven.lesson.source.path)), ("section", .optional(section)),
      ] + allowance(value) + [
        ("difference", .optional(value.difference?.absolute)), ("percent", .optional(value.difference?.relative)),
        ("standing", .string(standing(value.value))), ("source", .optional(value.value.source)),
        ("block", .optional(value.block)), ("page", .string("lessons/\(woven.lesson.slug).html#\(value.anchor)")),
      ])
  }

  private static func allowance(_ value: WovenValue) -> [(String, JSON)] {
    switch value.allowance {
    case .given(let amount): [("tolerance", .string(amount)), ("toleranceKind", .string("given"))]
    case .halfUnit(let amount): [("tolerance", .string(amount)), ("toleranceKind", .string("half-unit"))]
    case .exact: [("tolerance", .null), ("toleranceKind", .string("equal"))]
    }
  }

  private static func standing(_ value: ProseValue) -> String {
    switch value.publication {
    case .own: "own"
    case .published: "published"
    case .refuted: "refuted"
    case .implied: "implied"
    }
  }

  private static func comment(_ comment: WovenComment, in cell: WovenCell) -> JSON {
    .object([
      ("line", .integer(comment.position.line)), ("block", .string(cell.block.name)), ("written", .string(comment.written)),
      ("value", .optional(comment.computed)), ("status", .string(comment.status.rawValue)),
    ])
  }

  private static func mark(_ mark: CoverageMark, of woven: WovenLesson) -> JSON {
    .object([
      ("id", .string(mark.id)), ("line", .integer(mark.position.line)),
      ("section", .optional(woven.anchors.section(ofLine: mark.position.line)?.anchor)),
    ])
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSON {
    .object([
      ("id", .string(diagnostic.kind.rawValue)), ("severity", .string(diagnostic.severity.rawValue)),
      ("file", .string(diagnostic.path)),
      ("line", .integer(diagnostic.position.line)), ("column", .integer(diagnostic.position.column)),
      ("message", .string(diagnostic.message)),
      (
        "notes",
        .array(
          diagnostic.notes.map { note in
            .object([
              ("message", .string(note.message)), ("line", note.position.map { .integer($0.line) } ?? .null),
              ("column", note.position.map { .integer($0.column) } ?? .null),
            ])
          })
      ),
    ])
  }
}
