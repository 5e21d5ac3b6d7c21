import LessonModel

/// A piece of a block of HTML.
enum HTMLToken {
  case text(String)
  case lineEnd
  case tag(Tag)

  struct Tag {
    var tag: HTMLTag
    /// As it is written.
    var text: String
    /// Where it stands in the file.
    var range: Range<Int>
  }

  /// What the piece is in a line.
  var inlines: [Inline] {
    switch self {
    case .text(let text): [.text(text)]
    case .lineEnd: [.softBreak]
    case .tag(let tag): [.html(RawHTML(text: tag.text, offset: tag.range.lowerBound))]
    }
  }

  /// Where a tag stands in the file.
  var range: Range<Int>? { if case .tag(let tag) = self { tag.range } else { nil } }

  /// Whether it is text that an author means to be read as Markdown.
  var looksLikeMarkdown: Bool {
    if case .text(let text) = self { ["](", "**", "`", "$$"].contains { text.contains($0) } } else { false }
  }

  func isEnd(of name: String) -> Bool {
    if case .tag(let tag) = self { tag.tag.isClosing && tag.tag.name == name } else { false }
  }

  /// The pieces of a block of HTML; nil where it holds more than a lesson may have.
  ///
  /// - Parameter range: The bytes of the file that the block takes; in a quotation, say, they are not the block's own.
  static func safeTokens(of html: String, at range: Range<Int>, in source: SourceText) -> [HTMLToken]? {
    // What begins with a comment is a comment to Markdown, to the end of its line.
    if html.behindComments != nil { return nil }
    var tokens: [HTMLToken] = []
    var rest = html[...]
    var reached = range.lowerBound
    while let first = rest.first {
      if rest.hasPrefix("<!--") {
        guard let end = rest.dropFirst(4).firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if first == "<", let text = tagText(rest) {
        guard let tag = HTMLTag(text), HTMLElement.tags.contains(tag.name) else { return nil }
        let place = Self.place(of: text, in: range, from: reached, source)
        reached = max(reached, place.upperBound)
        tokens.append(.tag(Tag(tag: tag, text: String(text), range: place)))
        rest = rest[text.endIndex...]
      } else if first.isNewline {
        tokens.append(.lineEnd)
        rest = rest.dropFirst()
      } else {
        let text = rest.dropFirst().prefix { $0 != "<" && !$0.isNewline }
        tokens.append(.text(HTMLTag.resolved(String(rest[..<text.endIndex]))))
        rest = rest[text.endIndex...]
      }
    }
    return tokens.contains { if case .tag = $0 { true } else { false } } ? tokens : nil
  }

  /// From `<` to the `>` that ends the tag, which stands outside of quotation marks; nil where no tag begins.
  private static func tagText(_ text: Substring) -> Substring? {
    guard let second = text.dropFirst().first, second.isLetter || "/!?".contains(second) else { return nil }
    var mark: Character?
    for index in text.indices {
      let character = text[index]
      if character == mark {
        mark = nil
      } else if mark == nil {
        if character == ">" { return text[...index] }
        if character == "\"" || character == "'" { mark = character }
      }
    }
    return text
  }

  private static func place(of text: Substring, in range: Range<Int>, from start: Int, _ source: SourceText) -> Range<Int> {
    let bytes = source.bytes[start..<max(start, range.upperBound)]
    guard let found = bytes.firstRange(of: text.utf8) else { return range.lowerBound..<range.lowerBound }
    return found
  }
}
