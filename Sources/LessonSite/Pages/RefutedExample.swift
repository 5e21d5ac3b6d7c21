package import LessonModel

/// A published number that a lesson shows to be wrong, as the first page leads with it: what is printed, what is computed, and
/// where each can be seen.
package struct RefutedExample: Sendable, Equatable {
  let erratum: Erratum
  let lesson: CourseContents.Entry
  let source: Bibliography.Entry
  /// How many such numbers there are in the course.
  let count: Int

  /// - Parameter lessons: All lessons of the course that could be read.
  package init?(_ lessons: [WovenFacts], _ bibliography: Bibliography, of file: CourseFile) {
    if file.example == .none { return nil }
    var found: [(erratum: Erratum, lesson: CourseContents.Entry, source: Bibliography.Entry)] = []
    // What is not computed is no example.
    for facts in lessons where facts.proof.isWhole {
      for erratum in facts.errata where erratum.rounded != nil {
        guard case .quoted = erratum.evidence, let source = bibliography[erratum.key] else { continue }
        found.append((erratum, facts.lesson.entry, source))
      }
    }
    guard let best = found.first(where: { file.example == .source($0.erratum.key) }) ?? found.first else { return nil }
    (erratum, lesson, source) = best
    count = lessons.reduce(0) { $0 + $1.errata.count }
  }

  func html(_ words: PageWords) -> HTML {
    let place = "lessons/\(lesson.file)#\(WebAddress.encoded(erratum.anchor))"
    var html: HTML = """
      <section class="example" aria-labelledby="page:example">
      <h2 id="page:example">\(words[.example])</h2>
      \(erratum.about.map { about -> HTML in "<p class=\"about\">\(about)</p>\n" } ?? "")<dl>
      <div><dt>\(words.html(.printedIn, "<a href=\"\(AddressWriter.reference(source.anchor, root: ""))\">\(source.label)</a>"))</dt>\
      <dd><s>\(erratum.written)</s></dd></div>
      <div><dt>\(words.html(.computedIn, "<a href=\"\(place)\">\(lesson.title)</a>"))</dt>\
      <dd>\(erratum.rounded ?? "")</dd></div>
      </dl>

      """
    if case .quoted(let quote) = erratum.evidence {
      html += "<p>\(quote.html(words))</p>\n"
    }
    if count > 1 { html += "<p><a href=\"\(BackMatter.errata.path)\">\(words(.exampleOf, count))</a></p>\n" }
    return html + "</section>\n"
  }
}
