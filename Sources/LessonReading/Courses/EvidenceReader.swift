import LessonModel

/// Reads what a reference gives as evidence: a list of quotes, or `none` with a reason.
enum EvidenceReader {
  private static let form = "write a list of 'quote', 'where' and 'read', or {none: the reason}"

  static func read(_ node: YAMLNode, _ context: YAMLContext, _ diagnostics: inout [Diagnostic]) -> Evidence {
    switch node.content {
    case .sequence(let items):
      return .quotes(items.compactMap { quote($0, context, &diagnostics) })
    case .scalar(let text, _):
      let words = text.drop { $0 == " " }
      if words.lowercased().hasPrefix("none"), words.dropFirst(4).first?.isLetter != true {
        let reason = words.dropFirst(4).trimmed { " :;,.()-\u{2013}\u{2014}".contains($0) }
        if !reason.isEmpty { return .none(reason: reason) }
        diagnostics.append(context.diagnostic("'evidence: none' needs a reason: \(form)", at: node.position))
        return .missing
      }
      diagnostics.append(context.diagnostic("'evidence' cannot be '\(text)'; \(form)", at: node.position))
      return .missing
    case .mapping(let entries):
      guard var keys = YAMLMapping(node, named: "the evidence", in: context, &diagnostics) else { return .missing }
      // One quote need not be a list.
      if entries.contains(where: { $0.key == "quote" }) {
        return .quotes(quote(node, context, &diagnostics).map { [$0] } ?? [])
      }
      let none = keys.string("none", &diagnostics)
      let reason = keys.string("reason", &diagnostics) ?? none
      keys.reportUnknownKeys(&diagnostics)
      if let reason, reason != "true" { return .none(reason: reason) }
      diagnostics.append(
        context.diagnostic("'evidence' needs quotes or a reason why there are none; \(form)", at: node.position))
      return .missing
    }
  }

  private static func quote(
    _ node: YAMLNode, _ context: YAMLContext, _ diagnostics: inout [Diagnostic]
  ) -> Evidence.Quote? {
    guard var keys = YAMLMapping(node, named: "a piece of evidence", in: context, &diagnostics) else { return nil }
    let text = keys.string("quote", &diagnostics)
    let place = keys.string("where", &diagnostics)
    let day = keys.node("read")
    let read = keys.string("read", &diagnostics)
    let about = keys.string("about", &diagnostics)
    keys.reportUnknownKeys(&diagnostics)
    guard let text, let place, let read else {
      let missing = [("quote", text), ("where", place), ("read", read)].filter { $0.1 == nil }.map { "'\($0.0)'" }
      diagnostics.append(
        context.diagnostic("a piece of evidence needs \(missing.joined(separator: " and "))", at: node.position))
      return nil
    }
    if !CalendarDate.isDate(read) {
      diagnostics.append(
        context.diagnostic(
          "'read' is the date on which it was read there, such as 2026-11-27, not '\(read)'", at: day?.position ?? node.position
        ))
    }
    return Evidence.Quote(text: text, place: place, read: read, about: about)
  }
}

extension Substring {
  /// Without what stands at both ends of it.
  fileprivate func trimmed(_ isDropped: (Character) -> Bool) -> String {
    String(String(drop(while: isDropped).reversed()).drop(while: isDropped).reversed())
  }
}
