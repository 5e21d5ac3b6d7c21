import LessonModel

/// Reports links that lead nowhere or that are not let through, and raw HTML, which is shown as text.
enum LinkChecker {
  static func diagnostics(of lesson: Lesson, _ links: CourseLinks) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func check(_ link: Link) {
      check(destinationOf: link)
      if !link.isWordless { return }
      switch links.target(of: link.destination, in: lesson.slug) {
      case .here, .lesson: checkName(of: link)
      case .outside, .file, .lessons, .folder: warnOfAddress(of: link)
      case .dead, .astray, .unsafe: break
      }
    }
    func check(destinationOf link: Link) {
      switch links.target(of: link.destination, in: lesson.slug) {
      case .outside, .here, .lesson, .lessons, .file, .folder: break
      case .dead(let message):
        let hint = link.looksLikeValue ? "; a value of the lesson is written '[…](swift:\(link.destination))'" : ""
        diagnostics.append(Diagnostic(.deadLink, message + hint, in: lesson.source, at: link.offset))
      case .astray(let message):
        diagnostics.append(Diagnostic(.unsafeLink, message, in: lesson.source, at: link.offset))
      case .unsafe(let message):
        diagnostics.append(
          Diagnostic(
            .unsafeLink, message + "; the page shows its text only", in: lesson.source, at: link.offset, severity: .warning))
      }
    }
    func checkName(of link: Link) {
      if links.name(of: link.destination, in: lesson.slug) != nil { return }
      let message =
        "what '\(link.destination)' leads to has no number and no title of its own; write words between the brackets"
      diagnostics.append(Diagnostic(.deadLink, message, in: lesson.source, at: link.offset))
    }
    func warnOfAddress(of link: Link) {
      let message = "this link has no words, so the page shows its address; write some between the brackets"
      diagnostics.append(Diagnostic(.deadLink, message, in: lesson.source, at: link.offset, severity: .warning))
    }
    func warn(_ image: Link) {
      let message = "a page loads nothing from elsewhere, so this picture becomes a link; put a copy beside the lesson"
      diagnostics.append(Diagnostic(.unsafeLink, message, in: lesson.source, at: image.offset, severity: .warning))
    }
    func refuse(_ image: Link) {
      let message =
        "'\(image.destination)' is no picture that a page can show (\(Picture.kinds.joined(separator: ", "))); "
        + "take out the '!' for a link"
      diagnostics.append(Diagnostic(.deadLink, message, in: lesson.source, at: image.offset))
    }
    func check(html: String, at offset: Int) {
      guard let text = html.behindComments else {
        diagnostics.append(Diagnostic(.rawHTML, fault(ofHTML: html), in: lesson.source, at: offset, severity: .warning))
        return
      }
      if text.isEmpty { return }
      let place = offset + html.utf8.distance(from: html.startIndex, to: text.startIndex)
      diagnostics.append(
        Diagnostic(
          .rawHTML, "text behind a comment on its line belongs to the comment for Markdown; begin it on a line of its own",
          in: lesson.source, at: place))
    }
    func check(_ inline: Inline) {
      switch inline {
      // What the reader of values has a word about is no link.
      case .link(let link) where link.destination.lowercased().hasPrefix("swift:"): break
      case .link(let link) where link.isGiven || link.language != nil: break
      case .link(let link): check(link)
      case .image(let image):
        check(destinationOf: image)
        switch links.target(of: image.destination, in: lesson.slug) {
        case .outside: warn(image)
        case .file(let path): if !Picture.isShown(path) { refuse(image) }
        case .here, .lesson, .lessons, .folder: refuse(image)
        case .dead, .unsafe, .astray: break
        }
      case .html(let html): check(html: html.text, at: html.offset)
      default: break
      }
    }
    lesson.document.walk { block in
      if case .html(let html) = block.kind { check(html: html, at: block.range.lowerBound) }
      for text in block.texts { text.walk(check) }
    }
    for block in lesson.blocks { block.caption?.walk(check) }
    return diagnostics.sorted { $0.position < $1.position }
  }

  /// Why a piece of HTML is shown as text.
  private static func fault(ofHTML html: String) -> String {
    guard let tag = HTMLTag(html.trimmingBlanks), HTMLElement.tags.contains(tag.name) else {
      return "raw HTML is shown as text, never obeyed, but for \(HTMLElement.tags.joined(separator: ", "))"
    }
    let name = tag.name
    switch (name, tag.isClosing) {
    case ("br", true), ("img", true): return "'\(name)' is never closed, so this is shown as text"
    case ("img", false): return "this picture has no 'src', so it is shown as text"
    case ("details", false):
      return
        "this '<details>' is shown as text: it begins on a line of its own, and '</details>' ends it, beside it in the text"
    case ("summary", _): return "this is shown as text: '<summary>…</summary>' stands in one piece, first behind '<details>'"
    case (_, true): return "this '</\(name)>' closes nothing in its text, so it is shown as text"
    case (_, false): return "this '<\(name)>' is never closed in its text, so it is shown as text; write '</\(name)>' behind it"
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    var rest = self[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
