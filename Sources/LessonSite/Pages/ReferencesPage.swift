package import LessonModel

/// The list of all sources that the lessons cite, in the order of their authors.
package enum ReferencesPage {
  package static func main(_ lessons: [WovenFacts], _ bibliography: Bibliography) -> HTML {
    let uses = uses(lessons.map(\.lesson))
    var html: HTML = "<ul class=\"references\">\n"
    for entry in bibliography.entries {
      // What nothing uses is no reference of this site.
      guard let use = uses[entry.reference.id] else { continue }
      html += "<li id=\"\(entry.anchor)\">\(ReferenceText.html(entry))\(text(of: use, errata: entry.anchor))</li>\n"
    }
    return html + "</ul>\n"
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

  private static func text(of use: Use, errata anchor: String) -> HTML {
    var html: HTML = "\n<div class=\"use\">In \(names(of: use.lessons))"
    if use.values > 0 { html += "; lends \(counted(use.values, "number"))" }
    if use.wrong > 0 {
      let words = use.wrong < use.values ? "\(use.wrong) of them wrong" : use.wrong == 1 ? "wrong" : "all wrong"
      html += ", <a href=\"errata.html#\(anchor)\">\(words)</a>"
    }
    return html + ".</div>"
  }

  /// Lessons by their numbers, since a page of sources names them by the hundred; those without one by title.
  private static func names(of lessons: [LessonFacts]) -> HTML {
    let numbered = lessons.filter { $0.slug.first?.isNumber == true }
    var names: [HTML] = lessons.filter { $0.slug.first?.isNumber != true }.map { lesson in
      "<a href=\"lessons/\(lesson.entry.file)\">\(lesson.entry.title)</a>"
    }
    if !numbered.isEmpty {
      let numbers = numbered.map { String($0.number) }.joined(separator: ", ")
      names.insert("\(numbered.count == 1 ? "lesson" : "lessons") \(numbers)", at: 0)
    }
    return names.joined(by: ", ")
  }
}
