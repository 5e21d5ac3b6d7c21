import LessonModel

/// What blocks that the parser cannot read would have declared: an error that misses it says nothing of its own.
struct LostNames {
  private let words: Set<Substring>
  private let lostImports: Bool

  /// - Parameter program: What is left of a session.
  init(of program: Program, in lesson: Lesson) {
    let lost = lesson.blocks.filter {
      $0.runsWithOthers && $0.session == program.session && !$0.outline.syntaxErrors.isEmpty
    }
    words = Set(lost.flatMap { $0.code.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" } })
    lostImports = lost.contains { !$0.outline.imports.isEmpty }
  }

  /// The messages that do not come of what is lost, each with its notes.
  func unrelated(_ messages: [CompilerMessage]) -> [CompilerMessage] {
    var isKept = true
    return messages.filter { message in
      if message.severity != .note { isKept = !mayCome(message.message) }
      return isKept
    }
  }

  private func mayCome(_ message: String) -> Bool {
    let misses = ["cannot find ", " has no member ", "no such module", "cannot infer "].contains { message.contains($0) }
    let conforms = message.contains(" conform") && words.contains("extension")
    if conforms || misses && lostImports { return true }
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
    return misses && quoted.contains { words.contains($0.element.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
  }
}
