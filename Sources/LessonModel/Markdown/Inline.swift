/// A piece of running text.
///
/// What means something beyond plain Markdown, a value, a citation, a formula or a mark of coverage, is a kind of its own and
/// tells where it stands.
package indirect enum Inline: Sendable, Equatable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case html(RawHTML)
  case coverage(CoverageComment)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  /// The safe part of HTML.
  case element(HTMLElement)
  case link(Link)
  case image(Link)
  case noteReference(String)
  case formula(Formula)
  case value(ValueLink)
  case citation(Citation)
}

/// A link or an image.
package struct Link: Sendable, Equatable {
  package var destination: String
  package var title: String
  /// The words between the brackets: what a link shows, what describes an image.
  package var content: [Inline]
  /// Where its destination is written; for a link by reference, where it begins.
  package var offset: Int
  /// How large an image is to be shown, where its author says so.
  package var size = ImageSize()
  /// Whether its words are those of what it leads to: its author wrote none.
  package var takesWords = false
  /// Whether the site has a note on what it leads to, which a page shows beside the link.
  package var hasNote = false

  package init(destination: String, title: String, content: [Inline], offset: Int) {
    self.destination = destination
    self.title = title
    self.content = content
    self.offset = offset
  }
}

extension Link {
  /// Whether it has the shape of a value whose author forgot `swift:`, as `[?](mean)` and `[0.5](p)` have.
  package var looksLikeValue: Bool {
    guard content.count == 1, case .text(let text) = content[0] else { return false }
    let isName = destination.first?.isLetter == true && destination.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName && (text == "?" || text.first?.isNumber == true)
  }

  /// Whether nothing stands between its brackets.
  package var isWordless: Bool {
    content.allSatisfy { inline in
      switch inline {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }
}

/// How large an image is to be shown, in pixels of a page.
package struct ImageSize: Sendable, Equatable {
  package var width: Int?
  package var height: Int?

  package init(width: Int? = nil, height: Int? = nil) {
    self.width = width
    self.height = height
  }
}

/// A link with scheme `swift:`.
package struct ValueLink: Sendable, Equatable {
  /// The expression: the destination without its scheme and the blanks behind that, escapes resolved.
  package var expression: String
  /// For each byte of the expression, where it stands in the file.
  package var offsets: [Int]
  package var title: String
  package var content: [Inline]
  /// The bytes between the brackets.
  package var textRange: Range<Int>
  /// From the opening bracket to behind the closing parenthesis or the label.
  package var range: Range<Int>

  package init(
    expression: String, offsets: [Int], title: String, content: [Inline], textRange: Range<Int>, range: Range<Int>
  ) {
    self.expression = expression
    self.offsets = offsets
    self.title = title
    self.content = content
    self.textRange = textRange
    self.range = range
  }
}

/// A tag, comment or the like inside a line.
package struct RawHTML: Sendable, Equatable {
  package var text: String
  package var offset: Int

  package init(text: String, offset: Int) {
    self.text = text
    self.offset = offset
  }
}

extension String {
  /// What stands behind the comments that this HTML begins with: empty where there is nothing else, nil where it begins otherwise.
  package var behindComments: Substring? {
    var rest = self[...].drop(while: \.isWhitespace)
    guard rest.hasPrefix("<!--") else { return nil }
    while rest.hasPrefix("<!--") {
      guard let end = rest.dropFirst(2).firstRange(of: "-->") else { return "" }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return rest
  }
}

extension Sequence<Inline> {
  /// The words without their markup: for titles, anchors and the text of a value.
  package var plainText: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let part), .code(let part): text += part
      case .formula(let formula): text += formula.key.tex
      case .citation(let citation): text += citation.text
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content): text += content.plainText
      case .element(let element): text += element.content.plainText
      case .link(let link), .image(let link): text += link.content.plainText
      case .value(let value): text += value.content.plainText
      case .html, .coverage, .noteReference: break
      }
    }
  }
}

extension Inline {
  /// What it holds, if it holds anything.
  package var content: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    case .element(let element): element.content
    case .link(let link), .image(let link): link.content
    case .value(let value): value.content
    default: []
    }
  }
}

extension Inline {
  /// The inline with something else inside it.
  package func mappingContent(_ transform: ([Inline]) -> [Inline]) -> Inline {
    switch self {
    case .emphasis(let content): return .emphasis(transform(content))
    case .strong(let content): return .strong(transform(content))
    case .strikethrough(let content): return .strikethrough(transform(content))
    case .element(var element):
      element.content = transform(element.content)
      return .element(element)
    case .link(var link):
      link.content = transform(link.content)
      return .link(link)
    case .image(var image):
      image.content = transform(image.content)
      return .image(image)
    case .value(var value):
      value.content = transform(value.content)
      return .value(value)
    case .text, .softBreak, .lineBreak, .code, .html, .coverage, .noteReference, .formula, .citation: return self
    }
  }

  /// The inline with each of its places moved: for a text that stands elsewhere than it was read.
  ///
  /// - Parameter place: Where a byte stands.
  package func placed(_ place: (Int) -> Int) -> Inline {
    func placed(_ range: Range<Int>) -> Range<Int> {
      let start = place(range.lowerBound)
      return start..<(range.isEmpty ? start : place(range.upperBound - 1) + 1)
    }
    func placed(_ inlines: [Inline]) -> [Inline] { inlines.map { $0.placed(place) } }
    func placed(_ link: Link) -> Link {
      var link = link
      link.content = placed(link.content)
      link.offset = place(link.offset)
      return link
    }
    switch self {
    case .text, .softBreak, .lineBreak, .code, .noteReference: return self
    case .html(let html): return .html(RawHTML(text: html.text, offset: place(html.offset)))
    case .coverage(var comment):
      comment.offset = place(comment.offset)
      return .coverage(comment)
    case .emphasis(let content): return .emphasis(placed(content))
    case .strong(let content): return .strong(placed(content))
    case .strikethrough(let content): return .strikethrough(placed(content))
    case .element(var element):
      element.content = placed(element.content)
      return .element(element)
    case .link(let link): return .link(placed(link))
    case .image(let link): return .image(placed(link))
    case .formula(let formula): return .formula(Formula(key: formula.key, offsets: formula.offsets.map(place)))
    case .value(var value):
      value.offsets = value.offsets.map(place)
      value.content = placed(value.content)
      value.textRange = placed(value.textRange)
      value.range = placed(value.range)
      return .value(value)
    case .citation(var citation):
      for item in citation.items.indices { citation.items[item].offset = place(citation.items[item].offset) }
      citation.range = placed(citation.range)
      return .citation(citation)
    }
  }
}
