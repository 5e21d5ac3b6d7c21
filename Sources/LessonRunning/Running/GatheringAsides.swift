import LessonModel

// What a program that did its work says beside its results: the compiler's warnings, and standard error.
extension Gathering {
  mutating func tell(_ recording: Recording) {
    warn(recording.warnings)
    run.standardError = PrintedText.text(recording.standardError)
  }

  /// Reports the warnings of blocks that do not allow them. Of a program that fails its failure alone is told: what never runs
  /// behind a trap is no news then.
  private mutating func warn(_ warnings: [CompilerWarning]) {
    for warning in warnings {
      guard let position = warning.place(in: program) else { continue }
      let block = value(at: position) == nil ? block(at: position) : nil
      if let block, lesson.blocks[block].attributes.allowsWarnings { continue }
      run.diagnostics.append(
        Diagnostic(
          .compileWarning, clean(warning.message), in: lesson.source, at: Self.unescaped(position, in: lesson),
          severity: .warning))
    }
  }

  /// What a program and the runtime said when it ended. Where standard error belongs to the output, the runtime's words went there.
  func words(of ending: Ending) -> String {
    guard program.blocks.contains(where: { lesson.blocks[$0].attributes.showsStandardError }) else { return ending.error }
    return String(decoding: ending.recording.output, as: UTF8.self) + "\n" + ending.error
  }

  /// What the program itself wrote last to standard error before it failed, as notes.
  static func lastWords(in error: String) -> [Diagnostic.Note] {
    let own = error.split(separator: "\n").prefix { line in !reports.contains { line.contains($0) } }.suffix(5)
    return own.map { Diagnostic.Note("standard error: " + PrintedText.text($0.prefix(200).utf8)) }
  }

  /// What the runtime and its backtracer begin their reports with.
  private static let reports = [
    "Fatal error", "Precondition failed", "Assertion failed", "Could not cast value", "Simultaneous accesses to", "*** ",
    "Program crashed", "Swift runtime failure",
  ]
}
