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
      html += table(rows, caption: words(.printedAndComputed, entry?.label ?? key), words)
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
      case .quoted(let quote): line = words.html(.evidenceRead, "<q>\(quote.text)</q>", "\(quote.place)", "\(quote.read)")
      case .none(let reason): line = words.html(.evidenceNone, "\(reason)")
      case .unneeded, .missing, .elsewhere: continue
      }
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.isEmpty ? "" : "<ul>\n" + lines.map { line -> HTML in "<li>\(line)</li>\n" }.joined() + "</ul>\n"
  }

  private static func table(_ rows: [Row], caption: String, _ words: PageWords) -> HTML {
    var html: HTML = """
      <div class="table" tabindex="0"><table class="ledger exact">
      <caption>\(caption)</caption>
      <thead><tr><th scope="col">\(words[.printed])</th><th scope="col">\(words[.computed])</th>\
      <th scope="col">\(words[.inFull])</th><th scope="col">\(words[.offBy])</th>\
      <th scope="col">\(words[.whereShown])</th></tr></thead>
      <tbody>

      """
    for (lesson, erratum) in rows {
      let title = lesson.entry.title
      let place = erratum.section == title ? nil : erratum.section
      html += """
        <tr><th scope="row"><s>\(erratum.written)</s></th><td>\(erratum.rounded ?? words[.notComputed])</td>\
        <td>\(erratum.computed ?? "")</td><td>\(erratum.gap)</td>\
        <td><a href="lessons/\(lesson.entry.file)#\(erratum.anchor)">\(title)</a>\(place.map { ": \($0)" } ?? "")</td></tr>

        """
    }
    return html + "</tbody></table></div>\n"
  }
}
