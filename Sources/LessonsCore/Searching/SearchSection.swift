internal import MarkdownReading
internal import SwiftReading

/// A stretch of a page under one heading: what a search finds.
package struct SearchSection: Sendable, Equatable {
  /// The page from the site's root, as a link has it.
  package var page: String
  /// The title of the page.
  package var title: String
  /// Empty for what stands before the first heading.
  package var anchor: String
  package var heading: String
  /// The prose, with the values as they are written.
  package var text: String
  /// The Swift code, without the lines that are hidden.
  package var code: String
}

/// `Lesson → [SearchSection]`: a lesson cut at its headings.
package enum SearchSections {
  package static func sections(of lesson: Lesson, page: String) -> [SearchSection] {
    let anchors = Anchors(lesson)
    var sections = [
      SearchSection(
        page: page, title: lesson.title, anchor: "", heading: "", text: lesson.frontMatter.summary ?? "", code: "")
    ]
    var headingDepth = 0
    for (index, event) in lesson.document.events.enumerated() {
      // Nobody looks for the key of a source.
      if case .citation? = lesson.document.roles[index] { continue }
      switch (event.node, event.phase) {
      case (.heading, .enter):
        let heading = PlainText.text(of: lesson.document.events, from: index)
        headingDepth += 1
        // The title of the page is no section of its own.
        if heading == lesson.title && sections.count == 1 { continue }
        sections.append(
          SearchSection(
            page: page, title: lesson.title, anchor: anchors.headings[index] ?? "", heading: heading, text: "", code: ""))
      case (.heading, .exit): headingDepth -= 1
      case (.text(let text), _), (.code(let text), _): if headingDepth == 0 { sections[sections.count - 1].text += text }
      case (.softBreak, _), (.lineBreak, _), (.paragraph, .exit), (.tableCell, .exit):
        sections[sections.count - 1].text += " "
      case (.codeBlock(let code), _):
        switch lesson.document.roles[index] {
        case .block(let block): sections[sections.count - 1].code += shownCode(of: lesson.blocks[block])
        case .output: break
        default: sections[sections.count - 1].code += code.literal
        }
      default: break
      }
    }
    return sections
  }

  private static func shownCode(of block: SwiftBlock) -> String {
    if block.attributes.code == .hide { return "" }
    // Empty lines are of no use to a search, and the numbers of the hidden ones count them.
    let numbered = block.code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return numbered.filter { !$0.element.isEmpty && !block.outline.hiddenLines.contains($0.offset) }
      .map { $0.element + "\n" }.joined()
  }
}
