import LessonModel

/// Callouts: alerts as boxes, exercises with a heading, answers folded, claims and quizzes to decide on.
extension TextRenderer {
  mutating func callout(_ callout: Callout, anchor: String) -> HTML {
    switch (callout.kind, callout.question) {
    case (.exercise, _): return exercise(callout, anchor: anchor)
    case (.solution, _) where form.isBound: return solution(callout, anchor: anchor)
    case (.hint, _), (.solution, _): return folded(callout, anchor: anchor)
    case (.claim, let question?):
      return box(callout, anchor: anchor, role: "group", content: claim(question, of: callout, anchor: anchor))
    case (.quiz, let question?):
      return box(callout, anchor: anchor, role: "group", content: quiz(question, of: callout, anchor: anchor))
    case (.claim, nil), (.quiz, nil): return box(callout, anchor: anchor, role: "group", content: blocks(callout.content))
    case (.note, _), (.tip, _), (.important, _), (.warning, _), (.caution, _):
      return box(callout, anchor: anchor, role: "note", content: blocks(callout.content))
    }
  }

  /// The box around a callout with the title at its top; addresses with a point in them are no heading's.
  private mutating func box(_ callout: Callout, anchor: String, role: String, content: HTML) -> HTML {
    let titleID = writer.id(anchor + ".title")
    return """
      <div class="callout \(callout.kind.rawValue)" id="\(writer.id(anchor))" role="\(role)" aria-labelledby="\(titleID)">
      <p class="callout-title" id="\(titleID)">\(title(callout))</p>
      \(content)</div>

      """
  }

  private mutating func exercise(_ callout: Callout, anchor: String) -> HTML {
    let level = writer.level(callout.level)
    let link = headingLink(anchor, callout.titleText(lesson: woven.lesson.number, words))
    return """
      <div class="callout exercise">
      <div class="heading"><h\(level) class="callout-title" id="\(writer.id(anchor))">\(title(callout))</h\(level)>\(link)</div>
      \(blocks(callout.content))</div>

      """
  }

  /// In a book: a link to the solution, which stands at the end of the chapter.
  private mutating func solution(_ callout: Callout, anchor: String) -> HTML {
    answer(title(callout), anchor: anchor, blocks(callout.content))
    let name = callout.titleWords(lesson: woven.lesson.number, words)
    return "<p class=\"to-answer\"><a href=\"\(writer.here(anchor))\">\(words(.answerAtEnd, name))</a></p>\n"
  }

  /// Keeps an answer for the end of the chapter.
  private mutating func answer(_ title: HTML, anchor: String, _ content: HTML) {
    let titleID = writer.id(anchor + ".title")
    met.answers.append(
      """
      <div class="callout solution" id="\(writer.id(anchor))" role="group" aria-labelledby="\(titleID)">
      <p class="callout-title" id="\(titleID)">\(title)</p>
      \(content)</div>

      """)
  }

  /// Keeps the answer to a question for the end of the chapter, and leads there.
  private mutating func bound(_ callout: Callout, anchor: String, _ content: HTML) -> HTML {
    let place = anchor + ".answer"
    answer(
      "<span class=\"callout-kind\">\(callout.titleWords(lesson: woven.lesson.number, words))</span>", anchor: place, content)
    return "<p class=\"to-answer\"><a href=\"\(writer.here(place))\">\(words(.answerAtEnd, words[.answer]))</a></p>\n"
  }

  private mutating func folded(_ callout: Callout, anchor: String) -> HTML {
    """
    <details class="callout \(callout.kind.rawValue)" id="\(writer.id(anchor))">
    <summary>\(title(callout))</summary>
    \(blocks(callout.content))</details>

    """
  }

  /// What a callout is called: its kind in words, and the title that its author gave it with its markup.
  private mutating func title(_ callout: Callout) -> HTML {
    let kind: HTML = "<span class=\"callout-kind\">\(callout.titleWords(lesson: woven.lesson.number, words))</span>"
    guard let title = callout.title else { return kind }
    return kind + ": " + inlines(title, .heading)
  }
}

/// Published statements of which one is wrong: the question in sight, the computation that decides it folded.
extension TextRenderer {
  private mutating func claim(_ question: Callout.Question, of callout: Callout, anchor: String) -> HTML {
    let asked = plain(question)
    let decided = verdict(question.list) + checked(question.list) + blocks(question.after)
    // Students get the statements alone.
    if decided.text.isEmpty { return asked }
    if form.isBound { return asked + bound(callout, anchor: anchor, decided) }
    return """
      \(asked)<details class="verdict">
      <summary>\(words[.theComputation])</summary>
      \(decided)</details>

      """
  }

  /// What is asked, with nothing to click.
  private mutating func plain(_ question: Callout.Question) -> HTML {
    blocks(question.before) + statements(question.list, isVerdict: false)
  }

  /// Each statement alone, or with all that decides it: how its values came about, and what stands below it in its item.
  private mutating func statements(_ list: DocumentList, isVerdict: Bool) -> HTML {
    var html: HTML = "<ol class=\"statements\" type=\"A\">\n"
    for item in list.items {
      html += "<li>\(inlines(item.label, isVerdict ? Setting() : .choice))"
      if isVerdict, !item.rest.isEmpty { html += "\n" + blocks(item.rest) }
      html += "</li>\n"
    }
    return html + "</ol>\n"
  }

  /// Which statement is wrong, in words.
  private func verdict(_ list: DocumentList) -> HTML {
    let letters = list.ticked.map(DocumentList.letter)
    guard let last = letters.last else { return "" }
    let names =
      letters.count == 1
      ? words(.statementIsWrong, last) : words(.statementsAreWrong, words.list(Array(letters.dropLast())), last)
    return "<p><strong>\(names)</strong></p>\n"
  }

  /// The statements once more where there is more to tell of one.
  private mutating func checked(_ list: DocumentList) -> HTML {
    let hasMore = list.items.contains { !$0.rest.isEmpty || holdsValue($0.label) }
    return hasMore ? statements(list, isVerdict: true) : ""
  }

  private func holdsValue(_ words: [Inline]) -> Bool {
    words.contains { word in
      if case .value(let link) = word { woven.value(link) != nil } else { holdsValue(word.content) }
    }
  }
}

/// A question with choices: buttons to choose by, and an answer that is folded and says all.
///
/// The script takes the reason for a choice out of the answer when that choice is checked; without it nothing is missing.
extension TextRenderer {
  private mutating func quiz(_ question: Callout.Question, of callout: Callout, anchor: String) -> HTML {
    // Students get the choices alone, for nothing in the page can tell which is right.
    if question.list.ticked.isEmpty { return plain(question) }
    if form.isBound {
      return plain(question) + bound(callout, anchor: anchor, answer(question.list) + blocks(question.after))
    }
    // Of what stands above the choices the last paragraph is what is asked.
    let asked = question.before.lastIndex { if case .paragraph = $0.kind { true } else { false } }
    let above = question.before[..<(asked ?? question.before.startIndex)]
    let below = question.before[(asked.map { $0 + 1 } ?? question.before.startIndex)...]
    return """
      \(blocks(above))<fieldset>
      <legend>\(asked.map { legend(question.before[$0]) } ?? "\(words[.choose])")</legend>
      \(blocks(below))\(choices(question.list, anchor: anchor))</fieldset>
      <p class="check js-only"><button type="button">\(words[.check])</button></p>
      <div class="result" role="status"></div>
      <details class="answer">
      <summary>\(words[.answer])</summary>
      \(answer(question.list))\(blocks(question.after))</details>

      """
  }

  private mutating func legend(_ block: DocumentBlock) -> HTML {
    if case .paragraph(let words) = block.kind { inlines(words) } else { "" }
  }

  private mutating func choices(_ list: DocumentList, anchor: String) -> HTML {
    let type = list.ticked.count > 1 ? "checkbox" : "radio"
    var html: HTML = "<ul class=\"choices\">\n"
    for (index, item) in list.items.enumerated() {
      html += """
        <li><label><input type="\(type)" name="\(writer.id(anchor))" value="\(verdict(item))"> \
        <span class="letter">\(DocumentList.letter(of: index))</span> \
        <span class="words">\(inlines(item.label, .choice))</span></label></li>

        """
    }
    return html + "</ul>\n"
  }

  private func verdict(_ item: DocumentList.Item) -> String { item.isTicked == true ? "right" : "wrong" }

  /// Which choice is right, then each choice with its reason.
  private mutating func answer(_ list: DocumentList) -> HTML {
    let letters = list.ticked.map(DocumentList.letter)
    var html: HTML = "<p>\(words(letters.count == 1 ? .isRight : .areRight, words.list(letters)))</p>\n"
    for (index, item) in list.items.enumerated() {
      html += """
        <div class="why\(item.isTicked == true ? " correct" : "")">
        <p><strong>\(words(item.isTicked == true ? .choiceIsRight : .choiceIsWrong, DocumentList.letter(of: index)))</strong> \(inlines(item.label))</p>
        \(blocks(item.rest))</div>

        """
    }
    return html
  }
}
