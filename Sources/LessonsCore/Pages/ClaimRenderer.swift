/// Published statements of which one is wrong: the question in sight, the computation that decides it folded.
enum ClaimRenderer {
  static func html(_ callout: Callout, anchor: String, _ body: inout LessonBody) -> HTML {
    guard let list = callout.list else {
      return CalloutRenderer.box(callout, anchor: anchor, role: "group", content: body.fragment(callout.content), &body)
    }
    var content = body.fragment(callout.content.lowerBound..<list.events.lowerBound)
    content += statements(list, isVerdict: false, &body)
    content += """
      <details class="verdict">
      <summary>The computation</summary>
      \(verdict(list))\(checked(list, &body))\(body.fragment(list.events.upperBound..<callout.content.upperBound))</details>

      """
    return CalloutRenderer.box(callout, anchor: anchor, role: "group", content: content, &body)
  }

  /// Each statement alone, or with all that decides it: how its values came about, and what stands below it in its item.
  private static func statements(_ list: CalloutList, isVerdict: Bool, _ body: inout LessonBody) -> HTML {
    var html: HTML = "<ol class=\"statements\" type=\"A\">\n"
    for item in list.items {
      html += "<li>\(body.fragment(item.label, showsPlainValues: !isVerdict))"
      if isVerdict, !item.rest.isEmpty { html += "\n" + body.fragment(item.rest) }
      html += "</li>\n"
    }
    return html + "</ol>\n"
  }

  /// Which statement is wrong, in words.
  private static func verdict(_ list: CalloutList) -> HTML {
    let letters = list.ticked.map(CalloutList.letter)
    guard let last = letters.last else { return "" }
    let names =
      letters.count == 1
      ? "Statement \(last) is wrong." : "Statements \(letters.dropLast().joined(separator: ", ")) and \(last) are wrong."
    return "<p><strong>\(names)</strong></p>\n"
  }

  /// The statements once more where there is more to tell of one.
  private static func checked(_ list: CalloutList, _ body: inout LessonBody) -> HTML {
    let hasMore = list.items.contains { item in
      !item.rest.isEmpty
        || item.label.contains { index in
          if case .value? = body.lesson.document.roles[index] { true } else { false }
        }
    }
    return hasMore ? statements(list, isVerdict: true, &body) : ""
  }
}
