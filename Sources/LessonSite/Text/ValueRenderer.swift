import LessonModel

/// A value in the prose: the number, how it came about, and whether it is someone else's.
///
/// How it came about stands in an attribute that style shows on hover and on focus: as text it would be read between the
/// words of the sentence by whoever has no style, and it would be twice the sentence.
struct ValueRenderer {
  let writer: AddressWriter
  let bibliography: Bibliography
  let words: PageWords
  let form: TextForm
  /// Whose its published numbers are.
  let notes: SourceNotes

  /// - Parameter isLinked: Whether a link may stand here: not in a heading, whose words become a link elsewhere.
  func html(_ value: WovenValue, isLinked: Bool = true) -> HTML {
    let id = writer.id(value.anchor)
    switch (value.value.publication, value.status) {
    case (.own, .ok): return number(value, id: id, isLinked: isLinked)
    case (.published(let key), .ok):
      let source: HTML = " data-source=\"\(bibliography[key]?.label ?? key)\""
      return published(value, key, id: id, more: source, isLinked: isLinked)
    case (.implied(let key), .ok):
      return """
        <span class="value" id="\(id)">\(number(value, isLinked: isLinked)) \
        <span class="note">\(words.html(.impliedNote, source(key, isLinked: isLinked)))</span></span>
        """
    case (.refuted(let key), .ok):
      return """
        <span class="value refuted" id="\(id)">\(number(value, text: "<s>\(Self.shown(value))</s>", isLinked: isLinked)) \
        <span class="note">\(words.html(.wrongNote, source(key, isLinked: isLinked), "\(brief(value))"))</span></span>
        """
    default:
      return """
        <span class="value failed" id="\(id)">\(number(value, isLinked: isLinked)) \
        <span class="note">\(words(.failedNote, words[reason(value.status)], brief(value)))</span></span>
        """
    }
  }

  /// A published number, with the number of the note on its source: a link in a book, for paper alone in a page.
  private func published(_ value: WovenValue, _ key: String, id: String, more: HTML, isLinked: Bool) -> HTML {
    guard let note = notes[key], isLinked else {
      return number(value, id: id, css: "published", more: more, isLinked: isLinked)
    }
    if form == .page {
      return number(value, id: id, css: "published", more: more + " data-note=\"\(note)\"", isLinked: isLinked)
    }
    return """
      \(number(value, id: id, css: "published", more: more, isLinked: isLinked))\
      <sup class="source-note"><a href="#\(writer.id(SourceNotes.anchor(note)))" role="doc-noteref">\(note)</a></sup>
      """
  }

  /// The number alone: in the choices of a quiz how it came about would betray the answer, which has its address.
  func plain(_ value: WovenValue) -> HTML { HTML(escaping: Self.shown(value)) }

  /// What a reader sees of the value: what is written, or what was computed where nothing is written yet.
  static func shown(_ value: WovenValue) -> String {
    value.value.isUnrecorded ? value.computed?.description ?? "?" : value.value.written
  }

  private func number(
    _ value: WovenValue, id: String? = nil, text: HTML? = nil, css: String? = nil, more: HTML = "", isLinked: Bool
  ) -> HTML {
    var attributes: HTML = css.map { " class=\"\($0)\"" } ?? ""
    if let id { attributes += " id=\"\(id)\"" }
    if isLinked { attributes += " href=\"\(writer.ledger(value.anchor))\"" }
    attributes += more + " data-how=\"\(how(value))\""
    let name: HTML = isLinked ? "a" : "span"
    return "<\(name)\(attributes)>\(text ?? "\(Self.shown(value))")</\(name)>"
  }

  /// Expression, value in full, tolerance and block, a line each.
  private func how(_ value: WovenValue) -> String {
    var lines = [Self.cut(value.value.expression, 160)]
    let within =
      switch value.allowance {
      case .given(let amount): " " + words(.amountAllowed, "\(amount)")
      case .halfUnit(let amount): " ±\(amount)"
      case .exact: ""
      }
    lines.append(value.computed?.description.map { "= " + Self.cut($0, 120) + within } ?? words[.wasNotComputed])
    if let block = value.block { lines.append(words(.inBlock, block)) }
    return lines.joined(separator: "\n")
  }

  private func source(_ key: String, isLinked: Bool) -> HTML {
    guard let entry = bibliography[key] else { return "\(key)" }
    return isLinked ? "<a href=\"\(writer.reference(entry.anchor))\">\(entry.label)</a>" : "\(entry.label)"
  }

  private func reason(_ status: ResultStatus) -> Phrase {
    switch status {
    case .mismatch: .doesNotMatch
    case .unrecorded: .notRecordedYet
    default: status.phrase
    }
  }

  private func brief(_ value: WovenValue) -> String { value.rounded.map { Self.cut($0, 60) } ?? words[.notComputed] }

  /// A text in one line, or its beginning where it is long.
  static func cut(_ text: String, _ limit: Int) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }
}
