/// Gives each link without words those of what it leads to, and notes which links lead to what the site has a note on.
///
/// Done in the tree, once, so that pages, the book, contents, notebooks and the search say the same.
package enum LinkWords {
  /// - Parameter links: Where the links of the course lead; of a lesson that has its words already the links that took them take
  ///   them anew.
  package static func filled(_ lesson: Lesson, _ links: CourseLinks) -> Lesson {
    var hasLinks = false
    lesson.walkInlines { if case .link = $0 { hasLinks = true } }
    if !hasLinks { return lesson }
    var lesson = lesson
    let filler = Filler(links: links, slug: lesson.slug)
    lesson.document = filler.blocks(lesson.document)
    for index in lesson.blocks.indices { lesson.blocks[index].caption = lesson.blocks[index].caption.map(filler.inlines) }
    return lesson
  }

  private struct Filler {
    let links: CourseLinks
    let slug: String

    func blocks(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
      blocks.map { $0.mappingChildren(self.blocks).mappingTexts(inlines) }
    }

    func inlines(_ inlines: [Inline]) -> [Inline] { inlines.map(inline) }

    private func inline(_ inline: Inline) -> Inline {
      guard case .link(let link) = inline, !link.isGiven else { return inline.mappingContent(inlines) }
      return .link(self.link(link))
    }

    private func link(_ link: Link) -> Link {
      var link = link
      let name = links.name(of: link.destination, in: slug)
      link.hasNote = name?.hasNote == true
      if link.isWordless || link.takesWords {
        link.takesWords = true
        link.content = name.map { [.text($0.text)] } ?? []
      } else {
        link.content = inlines(link.content)
      }
      return link
    }
  }
}
