/// Words of which no character means anything to a reader of Markdown.
enum MarkdownWords {
  static func escaped(_ words: String) -> String {
    words.map { "\\`*_[]<>$|~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
