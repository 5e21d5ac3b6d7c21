import LessonModel

/// Whose the published numbers of a lesson are, right ones and wrong ones, as notes at its end: a reader of paper cannot point at a number.
struct SourceNotes: Sendable {
  /// The sources in the order in which the lesson comes to them.
  private let entries: [Bibliography.Entry]
  private let numbers: [String: Int]

  init(_ woven: WovenLesson, _ bibliography: Bibliography) {
    var (entries, numbers): ([Bibliography.Entry], [String: Int]) = ([], [:])
    for value in woven.values where value.status == .ok {
      switch value.value.publication {
      case .published(let key), .refuted(let key):
        guard numbers[key] == nil, let entry = bibliography[key] else { continue }
        entries.append(entry)
        numbers[key] = entries.count
      // Its source prints no such number.
      case .implied, .own: continue
      }
    }
    self.entries = entries
    self.numbers = numbers
  }

  /// The number of the note on a source.
  subscript(_ key: String) -> Int? { numbers[key] }

  static func anchor(_ number: Int) -> String { "page:source-\(number)" }

  /// The notes; of a page they are for paper.
  func html(_ words: PageWords, _ form: TextForm, _ writer: AddressWriter) -> HTML {
    if entries.isEmpty { return "" }
    let level = writer.level(2)
    var html: HTML =
      "<section class=\"sources\(form == .page ? " paper" : "")\">\n<h\(level)>\(words[.sourcesOfNumbers])</h\(level)>\n"
    html += "<ol>\n"
    for (index, entry) in entries.enumerated() {
      html += "<li id=\"\(writer.id(Self.anchor(index + 1)))\">\(ReferenceText.html(entry, words))</li>\n"
    }
    return html + "</ol></section>\n"
  }
}
