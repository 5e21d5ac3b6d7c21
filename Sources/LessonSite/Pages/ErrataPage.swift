package import LessonModel

/// Every published number that the lessons show to be wrong, by the source that prints it.
package enum ErrataPage {
  package static func main(
    _ lessons: [WovenFacts], _ bibliography: Bibliography, _ words: PageWords
  ) -> HTML {
    var html: HTML = """
      <p>\(words[.errataIntro])</p>

      """
    let implied = lessons.reduce(0) { $0 + $1.counts.implied }
    if implied > 0 {
      html += "<p>\(words(.errataImplied, implied))</p>\n"
    }
    for (key, rows) in groups(lessons, bibliography) {
      let entry = bibliography[key]
      html += "<section id=\"\(entry?.anchor ?? "ref-" + key)\">\n<h2>\(entry?.label ?? key)</h2>\n"
      if let entry {
        html += """
          <p>\(entry.reference.title ?? key) \
          (<a href="\(AddressWriter.reference(entry.anchor, root: ""))">\(words[.fullReference])</a>)</p>

          """
      }
      for (lesson, erratum) in rows { html += self.html(erratum, in: lesson, words) }
      html += evidence(of: rows, words) + "</section>\n"
    }
    return html
  }

  private typealias Row = (lesson: LessonFacts, erratum: Erratum)

  /// The refuted values by source, in the order of the references; those without one at the end.
  private static func groups(_ lessons: [WovenFacts], _ bibliography: Bibliography) -> [(String, [Row])] {
    var groups: [String: [Row]] = [:]
    for facts in lessons {
      for erratum in facts.errata { groups[erratum.key, default: []].append((facts.lesson, erratum)) }
    }
    let known = bibliography.entries.map(\.reference.id)
    let keys = known + groups.keys.filter { bibliography[$0] == nil }.sorted()
    return keys.compactMap { key in groups[key].map { (key, $0) } }
  }

  /// The words of the source around its numbers, where they stand and when they were read: each once.
  private static func evidence(of rows: [Row], _ words: PageWords) -> HTML {
    var lines: [HTML] = []
    for (_, erratum) in rows {
      let line: HTML
      switch erratum.evidence {
      case .quoted(let quote): line = quote.html(words)
      case .none(let reason): line = words.html(.evidenceNone, "\(reason)")
      case .unneeded, .missing, .elsewhere: continue
      }
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.isEmpty ? "" : "<ul>\n" + lines.map { line -> HTML in "<li>\(line)</li>\n" }.joined() + "</ul>\n"
  }

  /// One wrong number: what it is, what is printed and what is computed, the sentence of the lesson, and the way to it.
  private static func html(_ erratum: Erratum, in lesson: LessonFacts, _ words: PageWords) -> HTML {
    let facts: [(Phrase, HTML)] = [
      (.printed, "<s>\(erratum.written)</s>"), (.computed, "\(erratum.rounded ?? words[.notComputed])"),
      (.offBy, "\(erratum.gap)"), (.inFull, "\(erratum.computed ?? "")"),
    ]
    // An article has a heading.
    let element: HTML = erratum.about == nil ? "div" : "article"
    var html: HTML = "<\(element) class=\"erratum\">\n"
    if let about = erratum.about { html += "<h3>\(about)</h3>\n" }
    html += "<dl>\n"
    for (phrase, fact) in facts where !fact.text.isEmpty { html += "<div><dt>\(words[phrase])</dt><dd>\(fact)</dd></div>\n" }
    html += "</dl>\n"
    if let sentence = erratum.sentence { html += "<blockquote><p>\(sentence)</p></blockquote>\n" }
    let title = lesson.entry.title
    let place = erratum.section == title ? nil : erratum.section
    return html + """
      <p class="place"><a href="lessons/\(lesson.entry.file)#\(WebAddress.encoded(erratum.anchor))">\(title)</a>\
      \(place.map { ": \($0)" } ?? "")</p>
      </\(element)>

      """
  }
}
