internal import MarkdownReading

/// A question with choices: buttons to choose by, and an answer that is folded and says all.
///
/// The script takes the reason for a choice out of the answer when that choice is checked; without it nothing is missing.
enum QuizRenderer {
  static func html(_ callout: Callout, anchor: String, _ body: inout LessonBody) -> HTML {
    guard let list = callout.list else {
      return CalloutRenderer.box(callout, anchor: anchor, role: "group", content: body.fragment(callout.content), &body)
    }
    let question = Question(callout, list, body.lesson.document.events)
    var content = body.fragment(question.before)
    content += """
      <fieldset>
      <legend>\(question.legend.map { body.fragment($0) } ?? "Choose")</legend>
      \(body.fragment(question.after))\(choices(list, name: anchor, &body))</fieldset>
      <p class="check" hidden><button type="button">Check</button></p>
      <div class="result" role="status"></div>
      <details class="answer">
      <summary>Answer</summary>
      \(answer(list, &body))\(body.fragment(list.events.upperBound..<callout.content.upperBound))</details>

      """
    return CalloutRenderer.box(callout, anchor: anchor, role: "group", content: content, &body)
  }

  /// What stands above the choices: its last paragraph is what is asked.
  private struct Question {
    var before: Range<Int>
    var legend: Range<Int>?
    var after: Range<Int>

    init(_ callout: Callout, _ list: CalloutList, _ events: [MarkdownEvent]) {
      let range = callout.content.lowerBound..<list.events.lowerBound
      let asked = EventTree.nodes(in: range, of: events).last { events[$0.lowerBound].node == .paragraph }
      before = range.lowerBound..<(asked?.lowerBound ?? range.lowerBound)
      legend = asked.map(EventTree.inside)
      after = (asked?.upperBound ?? range.lowerBound)..<range.upperBound
    }
  }

  private static func choices(_ list: CalloutList, name: String, _ body: inout LessonBody) -> HTML {
    let type = list.ticked.count > 1 ? "checkbox" : "radio"
    var html: HTML = "<ul class=\"choices\">\n"
    for (index, item) in list.items.enumerated() {
      let value = item.isTicked == true ? "right" : "wrong"
      html += """
        <li><label><input type="\(type)" name="\(name)" value="\(value)"> <span class="letter">\(CalloutList.letter(of: index))</span> \
        <span class="words">\(body.fragment(item.label, showsPlainValues: true))</span></label></li>

        """
    }
    return html + "</ul>\n"
  }

  /// Which choice is right, then each choice with its reason.
  private static func answer(_ list: CalloutList, _ body: inout LessonBody) -> HTML {
    let letters = list.ticked.map(CalloutList.letter)
    var html: HTML = "<p>\(letters.joined(separator: ", ")) \(letters.count == 1 ? "is" : "are") right.</p>\n"
    for (index, item) in list.items.enumerated() {
      let verdict = item.isTicked == true ? "right" : "wrong"
      html += """
        <div class="why\(item.isTicked == true ? " correct" : "")">
        <p><strong>\(CalloutList.letter(of: index)) is \(verdict):</strong> \(body.fragment(item.label))</p>
        \(body.fragment(item.rest))</div>

        """
    }
    return html
  }
}
