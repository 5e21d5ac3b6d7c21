/// Reports as JSON: `run` prints one lesson, `check` the whole course.
enum JSONReport {
  static func course(_ report: CourseReport) -> JSON {
    let tally = report.tally
    let all = report.diagnostics + report.reports.flatMap(\.diagnostics)
    return .object([
      ("course", .string(report.course.path)),
      ("lessons", .array(report.reports.map(lesson))),
      ("diagnostics", .array(report.diagnostics.map(diagnostic))),
      (
        "summary",
        .object([
          ("lessons", .integer(report.reports.count)), ("blocks", .integer(tally.blocks)), ("outputs", .integer(tally.outputs)),
          ("values", .integer(tally.values)), ("comments", .integer(tally.comments)), ("published", .integer(tally.published)),
          ("refuted", .integer(tally.refuted)), ("volatile", .integer(tally.volatile)), ("errors", .integer(all.errorCount)),
          ("warnings", .integer(all.count - all.errorCount)),
        ])
      ),
    ])
  }

  /// One lesson as `run` prints it: these fields and no others.
  static func run(_ report: LessonReport, adding diagnostics: [Diagnostic]) -> JSON {
    let lesson = report.read.lesson
    return .object([
      ("lesson", .string(report.read.source.path)),
      ("blocks", .array((lesson?.blocks ?? []).map { .object(fields(of: $0, report)) })),
      ("values", .array((lesson?.values ?? []).map { value($0, report) })),
      ("diagnostics", .array((diagnostics + report.diagnostics).map(diagnostic))),
    ])
  }

  private static func value(_ value: ProseValue, _ report: LessonReport) -> JSON {
    .object([
      ("line", .integer(value.position.line)), ("expression", .string(value.expression)), ("written", .string(value.written)),
      ("value", .optional(report.run.values[value.index].value?.description)),
      ("status", .string(report.check.values[value.index].rawValue)),
    ])
  }

  /// One lesson as `check` prints it: with everything that the ledger of numbers knows.
  private static func lesson(_ report: LessonReport) -> JSON {
    let ledger = LedgerJSON(report)
    return .object([
      ("lesson", .string(report.read.source.path)),
      ("blocks", .array((report.read.lesson?.blocks ?? []).map { block($0, report, ledger) })),
      ("values", .array(ledger?.values ?? [])), ("comments", .array(ledger?.comments ?? [])),
      ("covers", .array(ledger?.marks ?? [])), ("given", .integer(ledger?.ledger.given ?? 0)),
      ("diagnostics", .array(report.diagnostics.map(diagnostic))),
    ])
  }

  private static func block(_ block: SwiftBlock, _ report: LessonReport, _ ledger: LedgerJSON?) -> JSON {
    .object(
      fields(of: block, report) + [
        ("numbers", .integer(ledger?.ledger.outputs.first { $0.block == block.index }?.numbers ?? 0)),
        ("exhibits", .array(report.run.blocks[block.index].exhibits.map { .string($0.kind.rawValue) })),
      ])
  }

  private static func fields(of block: SwiftBlock, _ report: LessonReport) -> [(String, JSON)] {
    let run = report.run.blocks[block.index]
    return [
      ("name", .string(block.name)), ("line", .integer(block.position.line)), ("session", .string(block.session)),
      ("status", .string(report.check.blocks[block.index].rawValue)), ("stdout", .string(run.printedText)),
      ("value", .optional(run.message ?? run.value?.description)), ("duration", .number(run.milliseconds / 1_000)),
    ]
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
