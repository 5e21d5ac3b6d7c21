import LessonModel

/// What the bibliography says, for readers who know Markdown only.
enum ReferenceMarkdown {
  /// Words of which no character means anything to a reader of Markdown.
  static func escaped(_ words: String) -> String {
    words.map { "\\`*_[]<>$|~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A reference written out in full.
  static func text(_ entry: Bibliography.Entry, _ words: PageWords) -> String {
    var rest = ReferenceText.html(entry, words).text[...]
    var (markdown, addresses) = ("", [String]())
    while let open = rest.firstIndex(of: "<") {
      markdown += escaped(unescaped(rest[..<open]))
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      switch tag.prefix(while: { $0 != " " }) {
      case "cite", "/cite", "i", "/i": markdown += "*"
      case "b", "/b": markdown += "**"
      case "a":
        markdown += "["
        addresses.append(unescaped(tag.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }))
      case "/a": markdown += "](<\(addresses.popLast() ?? "")>)"
      default: break
      }
    }
    return markdown + escaped(unescaped(rest))
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
      "&#39;", with: "'"
    )
    .replacing("&amp;", with: "&")
  }
}
