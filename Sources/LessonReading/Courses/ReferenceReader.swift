import LessonModel

/// Reads one reference of a course file.
///
/// What CSL knows beyond the fields read here is let through unread.
enum ReferenceReader {
  static func read(_ node: YAMLNode, _ context: YAMLContext, _ diagnostics: inout [Diagnostic]) -> Reference? {
    guard var keys = YAMLMapping(node, named: "a reference", in: context, &diagnostics) else { return nil }
    guard let id = keys.string("id", &diagnostics) else {
      diagnostics.append(context.diagnostic("a reference needs an 'id'", at: node.position))
      return nil
    }
    func warn(_ message: String, at position: SourcePosition) {
      var warning = context.diagnostic(message, at: position)
      warning.severity = .warning
      diagnostics.append(warning)
    }
    var reference = Reference(id: id, position: context.place(keys.node("id")?.position ?? node.position))
    reference.type = keys.string("type", &diagnostics)
    reference.title = keys.string("title", &diagnostics)
    reference.authors = names(keys.node("author"), context, &diagnostics)
    if let last = reference.authors.last, last.given == nil, ["and others", "others", "et al."].contains(last.family) {
      reference.authors.removeLast()
      reference.hasMoreAuthors = true
    }
    if let issued = keys.node("issued") {
      reference.issued = date(issued)
      if let doubt = doubt(of: issued, read: reference.issued) { warn(doubt, at: issued.position) }
    }
    reference.container = keys.string("container-title", &diagnostics)
    reference.publisher = keys.string("publisher", &diagnostics)
    reference.volume = keys.string("volume", &diagnostics)
    reference.issue = keys.string("issue", &diagnostics)
    reference.pages = keys.string("page", &diagnostics)
    reference.edition = keys.string("edition", &diagnostics)
    reference.note = keys.string("note", &diagnostics)
    // What other programs put there may be no name that a browser knows, such as `English`.
    reference.language = keys.string("language", &diagnostics).flatMap { Link.isLanguage($0) ? $0 : nil }
    reference.label = keys.string("citation-label", &diagnostics)
    reference.address = keys.string("URL", &diagnostics)
    reference.doi = keys.string("DOI", &diagnostics)
    if let evidence = keys.node("evidence") {
      let before = diagnostics.errorCount
      reference.evidence = EvidenceReader.read(evidence, context, &diagnostics)
      if diagnostics.errorCount > before { reference.evidence = .unreadable }
    }
    for key in keys.unknown { BibliographyFields.doubt(of: key.name, read: keys.known).map { warn($0, at: key.position) } }
    return reference
  }

  /// CSL writes an author as `{family: Mazur, given: Matt}` or `{literal: ...}`; a plain text is accepted as well.
  private static func names(_ node: YAMLNode?, _ context: YAMLContext, _ diagnostics: inout [Diagnostic]) -> [PersonName] {
    (node?.items ?? []).compactMap { item in
      guard case .mapping(let entries) = item.content else {
        return context.strings(item, key: "author", &diagnostics).first.map { PersonName(family: $0) }
      }
      func text(_ key: String) -> String? {
        guard case .scalar(let text, _)? = entries.first(where: { $0.key == key })?.value.content else { return nil }
        return text
      }
      if let name = text("literal") ?? text("name") { return PersonName(family: name) }
      let family = [text("non-dropping-particle"), text("family")].compactMap { $0 }.joined(separator: " ")
      let given = [text("given"), text("dropping-particle")].compactMap { $0 }.joined(separator: " ")
      if family.isEmpty { return given.isEmpty ? nil : PersonName(family: given) }
      return PersonName(family: family, given: given.isEmpty ? nil : given, suffix: text("suffix"))
    }
  }

  /// CSL writes a date as `2015`, `2015-03-17`, `{date-parts: [[2015, 3, 17]]}`, `{raw: ...}` or `{literal: ...}`.
  private static func date(_ node: YAMLNode) -> PublicationDate? {
    switch node.content {
    case .scalar(let text, _): return date(text)
    case .sequence(let items):
      if case .sequence? = items.first?.content { return items.first.flatMap(date) }
      let parts = items.compactMap { item -> String? in
        if case .scalar(let text, _) = item.content { text } else { nil }
      }
      return date(parts.joined(separator: "-"))
    case .mapping(let entries):
      for key in ["date-parts", "raw", "literal"] {
        if let entry = entries.first(where: { $0.key == key }) { return date(entry.value) }
      }
      return nil
    }
  }

  /// What is said of a date of which less was understood than is written; nil where all was.
  private static func doubt(of node: YAMLNode, read date: PublicationDate?) -> String? {
    let form = "write it as 2015, 2015-03 or 2015-03-17, or as {literal: in press}"
    guard let date else {
      switch node.content {
      case .mapping(let entries) where entries.contains { $0.key == "season" }: return nil
      case .scalar("", isQuoted: true): return nil
      default: break
      }
      return "'issued' has no date that pages could show; \(form)"
    }
    guard case .scalar(let text, _) = node.content, !text.contains("/"), !text.hasPrefix("-") else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // What begins with no year stands as it is written.
    guard Int(parts[0]) != nil else { return nil }
    let found = [Int(date.year), date.month, date.day].compactMap(\.self)
    return parts.count == found.count && CalendarDate.exists(found) ? nil : "there is no such date as '\(text)'; \(form)"
  }

  private static func date(_ text: String) -> PublicationDate? {
    if text.isEmpty { return nil }
    // A range of dates counts by its beginning.
    let parts = (text.split(separator: "/").first ?? "").split(separator: "-").map(String.init)
    guard let year = parts.first, year.allSatisfy({ $0.isASCII && $0.isNumber }) else { return PublicationDate(year: text) }
    let numbers = parts.dropFirst().map { Int($0) }
    let month = numbers.first.flatMap { $0 }.flatMap { (1...12).contains($0) ? $0 : nil }
    let day = numbers.dropFirst().first.flatMap { $0 }.flatMap { (1...31).contains($0) ? $0 : nil }
    return PublicationDate(year: year, month: month, day: month == nil ? nil : day)
  }
}
