package import LessonModel

/// The list of all sources that the lessons cite, in the order of their authors.
package enum ReferencesPage {
  package static func main(
    _ lessons: [WovenFacts], _ bibliography: Bibliography, _ words: PageWords
  ) -> HTML {
    let uses = uses(lessons.map(\.lesson))
    var html: HTML = "<ul class=\"references\">\n"
    for entry in bibliography.entries {
      // What nothing uses is no reference of this site.
      guard let use = uses[entry.reference.id] else { continue }
      html +=
        "<li id=\"\(entry.anchor)\">\(ReferenceText.html(entry, words))\(text(of: use, errata: entry.anchor, words))</li>\n"
    }
    return html + "</ul>\n"
  }

  /// Each source that is used, written out.
  package static func notes(_ lessons: [WovenFacts], _ bibliography: Bibliography, _ words: PageWords) -> [Note] {
    let uses = uses(lessons.map(\.lesson))
    return bibliography.entries.filter { uses[$0.reference.id] != nil }.map { entry in
      Note(entry.anchor, "<p>\(ReferenceText.html(entry, words))</p>")
    }
  }

  /// Where a source is used and what it lends.
  private struct Use {
    package var lessons: [LessonFacts] = []
    package var values = 0
    package var wrong = 0
  }

  private static func uses(_ lessons: [LessonFacts]) -> [String: Use] {
    var uses: [String: Use] = [:]
    for lesson in lessons {
      for use in lesson.uses {
        uses[use.key, default: Use()].lessons.append(lesson)
        uses[use.key, default: Use()].values += use.values
        uses[use.key, default: Use()].wrong += use.wrong
      }
    }
    return uses
  }

  private static func text(of use: Use, errata anchor: String, _ words: PageWords) -> HTML {
    var html: HTML = "\n<small>\(words.html(.usedIn, names(of: use.lessons, words)))"
    if use.values > 0 { html += "\(words.counted(use.values, one: .lendsOnce, many: .lends))" }
    if use.wrong > 0 {
      let wrong = use.wrong < use.values ? words(.ofThemWrong, use.wrong) : words[use.wrong == 1 ? .wrong : .allWrong]
      html += "\(words[.listSeparator])<a href=\"errata.html#\(anchor)\">\(wrong)</a>"
    }
    return html + "\(words[.sentenceEnd])</small>"
  }

  /// Lessons by their numbers, since a page of sources names them by the hundred; those without one by title.
  private static func names(of lessons: [LessonFacts], _ words: PageWords) -> HTML {
    func isNumbered(_ lesson: LessonFacts) -> Bool { lesson.entry.number != nil }
    let numbered = lessons.filter(isNumbered)
    var names: [HTML] = lessons.filter { !isNumbered($0) }.map { lesson in
      "<a href=\"lessons/\(lesson.entry.file)\">\(lesson.entry.title)</a>"
    }
    if !numbered.isEmpty {
      let numbers = words.list(numbered.map { String($0.number) })
      names.insert("\(words(numbered.count == 1 ? .lessonList : .lessonsList, numbers))", at: 0)
    }
    return words.list(names)
  }
}
