package import LessonModel

/// What of a lesson's Markdown a reader of notebooks cannot follow: links to what does not lie beside the notebook, and the marks
/// of callouts, which are text there.
package struct NotebookMarks: Sendable {
  private let woven: WovenLesson
  private let links: CourseLinks
  private let writer: AddressWriter
  private let site: String?
  /// The places that have their address in the notebook.
  private let here: Set<String>

  /// What becomes of a link.
  enum Change: Sendable, Equatable {
    case words
    case address(String)
  }

  /// - Parameter site: Where the site is published.
  package init(_ woven: WovenLesson, _ links: CourseLinks, site: String?) {
    self.woven = woven
    self.links = links
    self.site = site
    writer = .volume(of: woven.lesson.slug, chapters: [:], site: site)
    var here: Set<String> = []
    woven.lesson.document.walk { block in
      if case .formula(let formula) = block.kind, formula.equation != nil, !formula.key.tex.contains("%") {
        here.insert(woven.anchors.anchor(at: block.range.lowerBound))
      }
    }
    for block in woven.lesson.blocks where block.caption != nil && woven.lesson.figureTitle(of: block) != nil {
      here.insert(woven.anchors.anchor(at: block.range.lowerBound))
    }
    self.here = here
  }

  /// Nil where it leads there from everywhere, or from the notebook itself. What is not there is on the site; where nobody knows
  /// where that is, the words stay.
  func change(of link: Link, isImage: Bool) -> Change? {
    let slug = woven.lesson.slug
    let address: String
    switch links.target(of: link.destination, in: slug) {
    case .outside: return nil
    case .here(let anchor) where here.contains(anchor): return nil
    case .here(let anchor): address = writer.lesson(slug, anchor: anchor.isEmpty ? nil : anchor)
    case .lesson(let slug, let anchor): address = writer.lesson(slug, anchor: anchor)
    case .file(let path): address = site.map { $0 + "lessons/" + WebAddress.encodedPath(path) } ?? ""
    case .lessons(let folder): address = writer.lessons(folder: folder)
    case .folder, .dead, .unsafe, .astray: address = ""
    }
    if !address.isEmpty { return .address(address) }
    // A picture may lie beside the notebook.
    return isImage ? nil : .words
  }

  /// A callout's kind in bold words in the place of its marker, with a line below it where no title of its author's follows.
  func title(of callout: Callout) -> (range: Range<Int>, text: String)? {
    let (source, lesson) = (woven.lesson.source, woven.lesson)
    let words = MarkdownWords.escaped(callout.titleWords(lesson: lesson.number, lesson.words))
    let line = source.lineRange(source.position(of: callout.markerRange.lowerBound).line)
    // What stands before it in the next line too: marks of quotations, and blanks where a list has its own.
    let before = source.bytes[line.lowerBound..<callout.markerRange.lowerBound].map {
      $0 == UInt8(ascii: ">") ? $0 : UInt8(ascii: " ")
    }
    let below = "\n" + String(decoding: before, as: UTF8.self).trimmingBlanks
    if callout.title == nil { return (callout.markerRange, "**\(words)**\(below)") }
    return (callout.markerRange, "**\(words):**")
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmingBlanks: String { String(prefix(count - reversed().prefix { $0 == " " }.count)) }
}
