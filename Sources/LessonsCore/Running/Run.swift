/// `Program → Run`: what the blocks and values of a lesson came to.
package struct Run: Sendable, Equatable {
  package var blocks: [BlockRun]
  package var values: [ValueRun]
  package var diagnostics: [Diagnostic]

  /// A run of nothing: every block and value has yet to run.
  package static func notRun(_ lesson: Lesson) -> Run {
    Run(blocks: lesson.blocks.map { _ in BlockRun() }, values: lesson.values.map { _ in ValueRun() }, diagnostics: [])
  }
}

package enum RunStatus: String, Sendable, Equatable {
  case ok, trap
  case compileError = "compile-error"
  case timeout
  case notRun = "not-run"
}

/// What became of one block.
package struct BlockRun: Sendable, Equatable {
  package var status = RunStatus.notRun
  /// What the block wrote to standard output.
  package var printed: [OutputPiece] = []
  /// The value of its last statement.
  package var value: Reported?
  /// The message of a block that failed as it should, or the reason why one failed that should not.
  package var message: String?
  /// The values of statements with a checked comment, by statement.
  package var statements: [Int: Reported] = [:]
  /// What was printed from a statement on, by statement.
  package var printedFrom: [Int: String] = [:]
  package var milliseconds: Double = 0

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
  package var status = RunStatus.notRun
  package var value: Reported?
}
