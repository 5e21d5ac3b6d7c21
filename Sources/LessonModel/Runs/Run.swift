/// `Program → Run`: what the blocks and values of a lesson came to, by their places in the lesson.
///
/// A block or value that is not here has not run.
package struct Run: Sendable, Equatable {
  package var blocks: [Int: BlockRun]
  package var values: [Int: ValueRun]
  package var diagnostics: [Diagnostic]
  /// What its programs wrote to standard error, where that is no part of a block's output.
  package var standardError = ""
  /// What its page needs to run it again; nil where there is nothing to change, and where that cannot be compiled.
  package var exploration: Exploration?

  package init(blocks: [Int: BlockRun] = [:], values: [Int: ValueRun] = [:], diagnostics: [Diagnostic] = []) {
    self.blocks = blocks
    self.values = values
    self.diagnostics = diagnostics
  }
}

/// What became of a block, a value or a comment, once it ran and was compared.
package enum ResultStatus: String, Sendable, Equatable {
  case ok, trap
  case compileError = "compile-error"
  case timeout
  case notRun = "not-run"
  case mismatch, unrecorded
  /// Two runs do not agree on it.
  case unrepeatable
}

/// What became of one block.
package struct BlockRun: Sendable, Equatable {
  package var status = ResultStatus.notRun
  /// What the block wrote to standard output.
  package var printed: [OutputPiece] = []
  /// The value of its last statement; nil where it has none.
  package var value: ComputedValue?
  /// The message of a block that failed as it should, or the reason why one failed that should not.
  package var message: String?
  /// The values of statements with a checked comment, by statement.
  package var statements: [Int: ComputedValue] = [:]
  /// What was printed from a statement on, by statement.
  package var printedFrom: [Int: String] = [:]
  package var milliseconds: Double = 0
  /// The values at its lines; nil where nobody asked for them, and where they could not be recorded.
  package var trace: Trace?

  package init() {}

  /// Standard output as text.
  package var printedText: String { printed.map(\.text).joined() }

  /// The charts, tables and diagrams among the output, in its order.
  package var exhibits: [Exhibit] {
    let shown = printed.compactMap { if case .exhibit(let exhibit) = $0 { exhibit } else { nil } }
    if message == nil, case .exhibit(let exhibit)? = value { return shown + [exhibit] }
    return shown
  }

  /// The output of the contract: what was printed, then the message or the value; without a line end behind it.
  package var output: String {
    var lines = printedText
    while lines.last == "\n" { lines.removeLast() }
    if let addition = message ?? value?.description { lines += (printedText.isEmpty ? "" : "\n") + addition }
    return lines
  }
}

/// A stretch of standard output.
package enum OutputPiece: Sendable, Equatable {
  case text(String)
  case exhibit(Exhibit)

  package var text: String {
    switch self {
    case .text(let text): text
    case .exhibit(let exhibit): exhibit.text + "\n"
    }
  }
}

/// What became of one value in the prose.
package struct ValueRun: Sendable, Equatable {
  package var status: ResultStatus
  package var value: ComputedValue?

  package init(status: ResultStatus = .notRun, value: ComputedValue? = nil) {
    self.status = status
    self.value = value
  }
}
