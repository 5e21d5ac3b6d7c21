import LessonModel

/// What is wrong with callouts that the text alone shows.
enum CalloutCheck {
  static func faults(in callouts: [Callout], of source: SourceText) -> [Diagnostic] {
    callouts.compactMap { callout in
      guard let fault = fault(in: callout) else { return nil }
      return Diagnostic(
        fault.kind, fault.message, in: source, at: callout.markerRange.lowerBound, severity: fault.severity)
    }
  }

  private typealias Fault = (kind: DiagnosticKind, message: String, severity: Diagnostic.Severity)

  private static func fault(in callout: Callout) -> Fault? {
    // A solution that stands outside of its callout would be shown to every student.
    if callout.content.isEmpty, callout.title == nil || callout.kind == .solution {
      return (.emptyCallout, "this callout is empty; each of its lines begins with '>', blank ones too", .error)
    }
    switch callout.kind {
    case .hint where callout.exercise == nil, .solution where callout.exercise == nil:
      return (.strayAnswer, "this \(callout.kind.rawValue) follows no exercise", .warning)
    case .quiz: return quizFault(callout).map { (.quiz, $0, .error) }
    case .claim: return claimFault(callout).map { (.claim, $0, .error) }
    default: return nil
    }
  }

  private static func quizFault(_ callout: Callout) -> String? {
    guard let list = callout.question?.list else {
      return "this quiz has no choices; write them as a task list: '- [x]' before the right one, '- [ ]' before the others"
    }
    if list.items.count < 2 { return "this quiz has one choice only; give at least two" }
    if let letter = boxless(list) { return "choice \(letter) of this quiz has no box; write '- [ ]' or '- [x]' before it" }
    if list.ticked.isEmpty { return "no choice of this quiz is ticked; write '- [x]' before the right one" }
    if let letter = wordless(list) { return "choice \(letter) of this quiz has no words; its first paragraph is what it says" }
    return nil
  }

  private static func claimFault(_ callout: Callout) -> String? {
    guard let list = callout.question?.list else { return nil }
    if list.items.count < 2 { return "this claim has one statement only; give at least two, or write it without a list" }
    if list.isTaskList, list.ticked.isEmpty {
      return "no statement of this claim is ticked; write '- [x]' before the wrong one"
    }
    if list.isTaskList, let letter = boxless(list) {
      return "statement \(letter) of this claim has no box; write '- [ ]' or '- [x]' before it"
    }
    if list.ticked.count > 1 {
      let letters = list.ticked.map(DocumentList.letter)
      return "statements \(letters.listed) of this claim are ticked; one is wrong, so tick one"
    }
    if let letter = wordless(list) { return "statement \(letter) of this claim has no words" }
    return nil
  }

  private static func boxless(_ list: DocumentList) -> String? {
    list.items.firstIndex { $0.isTicked == nil }.map(DocumentList.letter)
  }

  private static func wordless(_ list: DocumentList) -> String? {
    list.items.firstIndex { $0.label.isEmpty }.map(DocumentList.letter)
  }
}
