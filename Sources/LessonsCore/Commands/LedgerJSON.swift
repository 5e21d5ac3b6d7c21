/// The ledger of a lesson as JSON: every number with what it was compared with, its source and its place in the site.
struct LedgerJSON {
  let ledger: LessonLedger
  private let lesson: Lesson
  private let path: String
  private let anchors: Anchors
  private let sections: Sections

  /// Nil for a lesson that could not be read.
  init?(_ report: LessonReport) {
    guard let lesson = report.read.lesson else { return nil }
    self.lesson = lesson
    self.ledger = LessonLedger(report)
    self.path = report.read.source.path
    self.anchors = Anchors(lesson)
    self.sections = Sections(lesson, anchors)
  }

  var values: [JSON] {
    ledger.values.map { row in
      let anchor = anchors.values[row.index] ?? ""
      return .object(
        [
          ("line", .integer(row.line)), ("expression", .string(row.expression)), ("written", .string(row.written)),
          ("value", .optional(row.computed)), ("status", .string(row.status.rawValue)), ("id", .string(anchor)),
          ("lesson", .string(path)), ("section", .optional(sections.heading(ofLine: row.line)?.anchor)),
        ] + tolerance(row) + [
          ("difference", .optional(row.difference?.absolute)), ("percent", .optional(row.difference?.relative)),
          ("standing", .string(standing(row))), ("source", .optional(row.source)), ("block", block(row.block)),
          ("page", .string("lessons/\(lesson.slug).html#\(anchor)")),
        ])
    }
  }

  var comments: [JSON] {
    ledger.comments.map { comment in
      .object([
        ("line", .integer(comment.line)), ("block", block(comment.block)), ("written", .string(comment.written)),
        ("value", .optional(comment.computed)), ("status", .string(comment.status.rawValue)),
      ])
    }
  }

  var marks: [JSON] {
    lesson.marks.map { mark in
      .object([
        ("id", .string(mark.id)), ("line", .integer(mark.position.line)),
        ("section", .optional(sections.heading(ofLine: mark.position.line)?.anchor)),
      ])
    }
  }

  private func tolerance(_ row: LessonLedger.Value) -> [(String, JSON)] {
    switch row.tolerance {
    case .given(let amount): [("tolerance", .string(amount)), ("toleranceKind", .string("given"))]
    case .halfUnit(let amount): [("tolerance", .string(amount)), ("toleranceKind", .string("half-unit"))]
    case .exact: [("tolerance", .null), ("toleranceKind", .string("equal"))]
    }
  }

  private func standing(_ row: LessonLedger.Value) -> String {
    switch row.publication {
    case .own: "own"
    case .published: "published"
    case .refuted: "refuted"
    }
  }

  private func block(_ index: Int?) -> JSON { .optional(index.map { lesson.blocks[$0].name }) }
}
