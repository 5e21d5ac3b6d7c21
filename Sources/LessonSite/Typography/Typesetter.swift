package import LessonModel

/// `[Inline] → [Inline]`: running text as print has it, across the borders of emphasis and links.
///
/// What a text flows around is looked at and never changed: code, formulas, addresses, the names of sources. Of a value the
/// page itself sets the number.
package enum Typesetter {
  package static func set(_ inlines: [Inline], _ marks: Typography) -> [Inline] {
    let linked = inlines.withoutBreaksInDenseText.flatMap { split($0, isInLink: false) }
    var (line, isConcerned) = (TypesetMarks(marks), false)
    gather(linked, &line, &isConcerned)
    guard isConcerned else { return linked }
    line.decide()
    var place = 0
    return taken(linked, line, &place)
  }

  /// A text that stands alone and has no markup.
  package static func set(_ text: String, _ marks: Typography?) -> String {
    marks.map { TypesetMarks.set(text, $0) } ?? text
  }

  /// The inline with its bare addresses as links: no mark of theirs may change, nor what they are found by.
  private static func split(_ inline: Inline, isInLink: Bool) -> [Inline] {
    switch inline {
    case .text(let text): return isInLink ? [inline] : BareLinks.inlines(text)
    case .link: return [inline.mappingContent { $0.flatMap { split($0, isInLink: true) } }]
    case .image: return [inline]
    default: return [inline.mappingContent { $0.flatMap { split($0, isInLink: isInLink) } }]
    }
  }

  /// Whether a link shows where it leads.
  private static func isBare(_ link: Link) -> Bool {
    let text = link.content.plainText
    return ["", "mailto:", "http://"].contains { link.destination == $0 + text }
  }

  /// What an inline that is not walked into looks like to the text around it; nil for what is walked into or a text.
  private static func looks(_ inline: Inline) -> String? {
    switch inline {
    case .softBreak, .lineBreak: " "
    case .code, .html, .image, .formula: "x"
    case .coverage, .noteReference: ""
    case .value(let value): value.content.plainText
    case .citation: "(x)"
    case .link(let link) where isBare(link): "x"
    case .element(let element) where element.kind == .kbd: "x"
    case .text, .emphasis, .strong, .strikethrough, .element, .link: nil
    }
  }

  private static func gather(_ inlines: [Inline], _ line: inout TypesetMarks, _ isConcerned: inout Bool) {
    for inline in inlines {
      if let looks = looks(inline) {
        line.append(looks, isFixed: true)
        // These have texts of their own.
        switch inline {
        case .image, .citation, .value: isConcerned = true
        default: break
        }
      } else if case .text(let text) = inline {
        line.append(text)
        isConcerned = isConcerned || TypesetMarks.concern(text)
      } else {
        gather(inline.content, &line, &isConcerned)
      }
    }
  }

  private static func taken(_ inlines: [Inline], _ line: TypesetMarks, _ place: inout Int) -> [Inline] {
    inlines.map { inline in
      if let looks = looks(inline) {
        place += looks.unicodeScalars.count
        return alone(inline, line.marks)
      }
      guard case .text(let text) = inline else { return inline.mappingContent { taken($0, line, &place) } }
      let start = place
      place += text.unicodeScalars.count
      return .text(line.text(in: start..<place))
    }
  }

  /// What is set without regard to the text around it.
  private static func alone(_ inline: Inline, _ marks: Typography) -> Inline {
    switch inline {
    case .image, .value: return inline.mappingContent { set($0, marks) }
    case .citation(var citation):
      for place in citation.items.indices {
        citation.items[place].prefix = TypesetMarks.set(citation.items[place].prefix, marks)
        citation.items[place].locator = TypesetMarks.set(citation.items[place].locator, marks)
      }
      return .citation(citation)
    default: return inline
    }
  }
}
