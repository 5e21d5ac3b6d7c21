package import LessonModel

/// Every published number that the lessons show to be wrong, by the source that prints it.
package enum ErrataPage {
  package static func main(_ lessons: [WovenFacts], _ bibliography: Bibliography) -> HTML {
    var html: HTML = """
      <p>A number stands here because a lesson quotes it and computes something else, each time the site is built. \
      The difference is taken from what is printed.</p>

      """
    let implied = lessons.reduce(0) { $0 + $1.counts.implied }
    if implied > 0 {
      html += """
        <p>\(counted(implied, "number")) in the lessons \(implied == 1 ? "is" : "are") marked as implied: what a source's \
        statement would give. No source prints it.</p>

        """
    }
    for (key, rows) in groups(lessons, bibliography) {
      let entry = bibliography[key]
      html += "<section id=\"\(entry?.anchor ?? "ref-" + key)\">\n<h2>\(entry?.label ?? key)</h2>\n"
      if let entry {
        html += """
          <p>\(entry.reference.title ?? key) \
          (<a href="\(CitationRenderer.address(entry, root: ""))">full reference</a>)</p>

          """
      }
      html += table(rows, caption: "Printed and computed: \(entry?.label ?? key)") + "</section>\n"
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

  private static func table(_ rows: [Row], caption: String) -> HTML {
    var html: HTML = """
      <div class="table" tabindex="0"><table class="ledger exact">
      <caption>\(caption)</caption>
      <thead><tr><th scope="col">Printed</th><th scope="col">Computed</th><th scope="col">In full</th>\
      <th scope="col">Off by</th><th scope="col">Where it is shown</th></tr></thead>
      <tbody>

      """
    for (lesson, erratum) in rows {
      let title = lesson.entry.title
      let place = erratum.section == title ? nil : erratum.section
      html += """
        <tr><th scope="row"><s>\(erratum.written)</s></th><td>\(erratum.rounded ?? "not computed")</td>\
        <td>\(erratum.computed ?? "")</td><td>\(erratum.gap)</td>\
        <td><a href="lessons/\(lesson.entry.file)#\(erratum.anchor)">\(title)</a>\(place.map { ": \($0)" } ?? "")</td></tr>

        """
    }
    return html + "</tbody></table></div>\n"
  }
}
