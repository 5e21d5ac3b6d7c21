/// What a callout is called: its kind in words, so that nobody needs its color, and the title that its author gave it.
enum CalloutTitle {
  /// The words that the tool says.
  static func words(of callout: Callout, in lesson: Lesson) -> String {
    switch callout.kind {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    case .exercise: "Exercise \(lesson.number).\(callout.number)"
    case .hint: "Hint"
    case .solution: callout.exercise.map { "Solution to exercise \(lesson.number).\($0)" } ?? "Solution"
    case .claim: callout.list == nil ? "Claim" : "Claims"
    case .quiz: "Question \(callout.number)"
    }
  }

  /// The whole title as plain text.
  static func text(of callout: Callout, in lesson: Lesson) -> String {
    let words = words(of: callout, in: lesson)
    guard let title = callout.title else { return words }
    return words + ": " + PlainText.text(of: lesson.document.events, from: title.lowerBound - 1)
  }

  /// The whole title with its markup.
  static func html(of callout: Callout, _ body: inout LessonBody) -> HTML {
    let words: HTML = "<span class=\"callout-kind\">\(words(of: callout, in: body.lesson))</span>"
    guard let title = callout.title else { return words }
    return words + ": " + body.fragment(title, isInHeading: true)
  }
}
