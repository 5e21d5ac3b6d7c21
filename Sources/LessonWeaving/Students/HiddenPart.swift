import LessonModel

/// A part of a lesson that students do not get: a solution, or what tells which choice or statement is meant.
struct HiddenPart {
  var range: Range<Int>
  /// How many quotations are around it.
  var depth: Int

  /// The parts of a callout.
  static func parts(of callout: Callout) -> [HiddenPart] {
    if callout.kind == .solution { return [HiddenPart(range: callout.range, depth: callout.depth)] }
    guard let question = callout.question else { return [] }
    let answers = question.list.items.flatMap(\.rest) + question.after
    return answers.map { HiddenPart(range: $0.range, depth: callout.depth + 1) }
  }
}
