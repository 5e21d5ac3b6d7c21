package import LessonModel

/// A page as a search finds it.
package struct SearchPage: Sendable, Equatable {
  /// Where it stands from the site's root, as a link has it.
  package var address: String
  package var title: String
  package var sections: [Section]

  /// A stretch of a page under one heading.
  package struct Section: Sendable, Equatable {
    /// Empty for what stands before the first heading.
    package var anchor: String
    package var heading: String
    /// The prose, with the values as they are written.
    package var text: String
    /// The Swift code, without the lines that are hidden.
    package var code: String

    package init(anchor: String, heading: String, text: String, code: String) {
      self.anchor = anchor
      self.heading = heading
      self.text = text
      self.code = code
    }
  }

  /// A lesson cut at its headings.
  package init(_ lesson: Lesson, _ anchors: Anchors) {
    var sections = [Section(anchor: "", heading: "", text: lesson.frontMatter.summary ?? "", code: "")]
    let blocks = Dictionary(lesson.blocks.map { ($0.index, $0) }) { first, _ in first }
    lesson.document.walk { block in
      let last = sections.count - 1
      switch block.kind {
      case .heading(_, let inlines):
        let heading = inlines.plainText
        // The title of the page is no section of its own.
        if heading == lesson.title && sections.count == 1 { return }
        let anchor = anchors.anchor(at: block.range.lowerBound)
        sections.append(Section(anchor: anchor, heading: heading, text: "", code: ""))
      case .cell(let index): sections[last].code += blocks[index].map(Self.shownCode) ?? ""
      case .code(let code): sections[last].code += code.literal
      case .formula(let formula): sections[last].code += formula.key.tex + "\n"
      default: for text in block.texts { sections[last].text += Self.words(text) + " " }
      }
    }
    address = "lessons/" + AddressWriter.page(named: lesson.slug)
    title = lesson.title
    self.sections = sections
  }

  /// The words of running text; nobody looks for the key of a source.
  private static func words(_ inlines: [Inline]) -> String {
    var words = ""
    inlines.walk { inline in
      switch inline {
      case .text(let text), .code(let text): words += text
      case .softBreak, .lineBreak: words += " "
      default: break
      }
    }
    return words
  }

  private static func shownCode(of block: SwiftBlock) -> String {
    if block.attributes.code == .hide { return "" }
    // Empty lines are of no use to a search, and the numbers of the hidden ones count them.
    let numbered = block.code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return numbered.filter { !$0.element.isEmpty && !block.outline.hiddenLines.contains($0.offset) }
      .map { $0.element + "\n" }.joined()
  }
}
