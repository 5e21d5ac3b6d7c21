/// A callout in the page: alerts as boxes, exercises with a heading, answers folded, claims and quizzes to decide on.
enum CalloutRenderer {
  /// - Parameter anchor: The address of the callout in its page.
  static func html(_ callout: Callout, anchor: String, _ body: inout LessonBody) -> HTML {
    switch callout.kind {
    case .note, .tip, .important, .warning, .caution: alert(callout, anchor: anchor, &body)
    case .exercise: exercise(callout, anchor: anchor, &body)
    case .hint, .solution: folded(callout, anchor: anchor, &body)
    case .claim: ClaimRenderer.html(callout, anchor: anchor, &body)
    case .quiz: QuizRenderer.html(callout, anchor: anchor, &body)
    }
  }

  /// The box around a callout with the title at its top; addresses with a point in them are no heading's.
  static func box(
    _ callout: Callout, anchor: String, role: String, content: HTML, _ body: inout LessonBody
  ) -> HTML {
    """
    <div class="callout \(callout.kind.rawValue)" id="\(anchor)" role="\(role)" aria-labelledby="\(anchor).title">
    <p class="callout-title" id="\(anchor).title">\(CalloutTitle.html(of: callout, &body))</p>
    \(content)</div>

    """
  }

  private static func alert(_ callout: Callout, anchor: String, _ body: inout LessonBody) -> HTML {
    box(callout, anchor: anchor, role: "note", content: body.fragment(callout.content), &body)
  }

  private static func exercise(_ callout: Callout, anchor: String, _ body: inout LessonBody) -> HTML {
    let link = LessonBody.headingLink(anchor, CalloutTitle.text(of: callout, in: body.lesson))
    return """
      <div class="callout exercise">
      <div class="heading"><h\(callout.level) class="callout-title" id="\(anchor)">\(CalloutTitle.html(of: callout, &body))</h\(callout.level)>\(link)</div>
      \(body.fragment(callout.content))</div>

      """
  }

  private static func folded(_ callout: Callout, anchor: String, _ body: inout LessonBody) -> HTML {
    """
    <details class="callout \(callout.kind.rawValue)" id="\(anchor)">
    <summary>\(CalloutTitle.html(of: callout, &body))</summary>
    \(body.fragment(callout.content))</details>

    """
  }
}
