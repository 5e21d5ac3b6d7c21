/// The list of all sources that the lessons cite, in the order of their authors.
enum ReferencesPage {
  static func main(_ chapters: [Chapter], _ bibliography: Bibliography) -> HTML {
    var html: HTML = "<ul class=\"references\">\n"
    for entry in bibliography.entries {
      if let use = use(of: entry, chapters) { html += "<li id=\"\(entry.anchor)\">\(ReferenceText.html(entry))\(use)</li>\n" }
    }
    return html + "</ul>\n"
  }

  /// Where a source is used and what it lends; nil where nothing uses it, for then it is no reference of this site.
  private static func use(of entry: Bibliography.Entry, _ chapters: [Chapter]) -> HTML? {
    let key = entry.reference.id
    let users = chapters.filter { ReferenceUse.keys(of: $0.lesson).contains(key) }
    if users.isEmpty { return nil }
    var html: HTML = "\n<div class=\"use\">In \(names(of: users))"
    let values = chapters.flatMap { $0.lesson.values.filter { $0.source == key } }
    let wrong = values.count(where: \.isRefuted)
    if !values.isEmpty { html += "; lends \(counted(values.count, "number"))" }
    if wrong > 0 {
      html +=
        ", <a href=\"errata.html#\(entry.anchor)\">\(wrong == values.count ? (wrong == 1 ? "wrong" : "all wrong") : "\(wrong) of them wrong")</a>"
    }
    return html + ".</div>"
  }

  /// Lessons by their numbers, since a page of sources names them by the hundred; those without one by title.
  private static func names(of chapters: [Chapter]) -> HTML {
    let numbered = chapters.filter { $0.lesson.slug.first?.isNumber == true }
    var names: [HTML] = chapters.filter { $0.lesson.slug.first?.isNumber != true }.map { chapter in
      "<a href=\"lessons/\(chapter.file)\">\(chapter.lesson.title)</a>"
    }
    if !numbered.isEmpty {
      let numbers = numbered.map { String($0.lesson.number) }.joined(separator: ", ")
      names.insert("\(numbered.count == 1 ? "lesson" : "lessons") \(numbers)", at: 0)
    }
    return names.joined(by: ", ")
  }
}
