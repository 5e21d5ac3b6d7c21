/// `Run → LessonCheck`: how what was computed compares with what is written.
package struct LessonCheck: Sendable, Equatable {
  package var blocks: [ResultStatus]
  package var values: [ResultStatus]
  package var diagnostics: [Diagnostic]
  package var tally: Tally
}

/// What became of a block or a value, once it ran and was compared.
package enum ResultStatus: String, Sendable, Equatable {
  case ok, trap
  case compileError = "compile-error"
  case timeout
  case notRun = "not-run"
  case mismatch, unrecorded

  init(_ status: RunStatus) {
    switch status {
    case .ok: self = .ok
    case .trap: self = .trap
    case .compileError: self = .compileError
    case .timeout: self = .timeout
    case .notRun: self = .notRun
    }
  }
}

/// What a check looked at: an all-clear that compared nothing must be seen as such.
package struct Tally: Sendable, Equatable {
  package var blocks = 0
  package var outputs = 0
  package var values = 0
  package var published = 0
  package var refuted = 0
  package var comments = 0
  package var volatile = 0

  package static func + (left: Tally, right: Tally) -> Tally {
    Tally(
      blocks: left.blocks + right.blocks, outputs: left.outputs + right.outputs, values: left.values + right.values,
      published: left.published + right.published, refuted: left.refuted + right.refuted,
      comments: left.comments + right.comments,
      volatile: left.volatile + right.volatile)
  }
}
