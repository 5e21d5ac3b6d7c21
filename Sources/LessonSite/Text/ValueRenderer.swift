import LessonModel

/// A value in the prose: the number, how it came about, and whether it is someone else's.
///
/// How it came about stands in the ledger, to which the number leads, and in the notes of the ledger, which a script shows
/// beside the number: in the page itself it would be longer than the sentence.
struct ValueRenderer {
  let writer: AddressWriter
  let bibliography: Bibliography
  let words: PageWords
  let form: TextForm
  /// Whose its published numbers are.
  let notes: SourceNotes
  let typography: Typography?
  var explore: ExploreRenderer?

  /// - Parameter isLinked: Whether a link may stand here: not in a heading, whose words become a link elsewhere.
  func html(_ value: WovenValue, isLinked: Bool = true) -> HTML {
    let id = writer.id(value.anchor)
    switch (value.value.publication, value.status) {
    case (.own, .ok):
      let live = explore?.attribute(of: value.value, shown: shown(value)) ?? ""
      return number(value, id: id, more: live, isLinked: isLinked)
    case (.published(let key), .ok): return published(value, key, id: id, isLinked: isLinked)
    case (.implied(let key), .ok):
      return """
        <span class="value" id="\(id)">\(number(value, isLinked: isLinked)) \
        <span class="note">\(words.html(.impliedNote, source(key, isLinked: isLinked)))</span></span>
        """
    case (.refuted(let key), .ok):
      return """
        <span class="value refuted" id="\(id)">\
        \(number(value, text: "<s>\(shown(value))</s>", more: noted(key, isLinked), isLinked: isLinked))\
        \(noteReference(key, isLinked)) \
        <span class="note">\(words.html(.wrongNote, source(key, isLinked: isLinked), "\(brief(value))"))</span></span>
        """
    default:
      return """
        <span class="value failed" id="\(id)">\(number(value, isLinked: isLinked)) \
        <span class="note">\(failure(value))</span></span>
        """
    }
  }

  /// A published number, with the number of the note on its source: a link in a book, for paper alone in a page.
  private func published(_ value: WovenValue, _ key: String, id: String, isLinked: Bool) -> HTML {
    let source: HTML = " data-source=\"\(bibliography[key]?.label ?? key)\""
    return number(value, id: id, css: "published", more: source + noted(key, isLinked), isLinked: isLinked)
      + noteReference(key, isLinked)
  }

  /// What tells the style of a page the number of the note on a source.
  private func noted(_ key: String, _ isLinked: Bool) -> HTML {
    guard form == .page, isLinked, let note = notes[key] else { return "" }
    return " data-note=\"\(note)\""
  }

  private func noteReference(_ key: String, _ isLinked: Bool) -> HTML {
    guard form.isBound, isLinked, let note = notes[key] else { return "" }
    return """
      <sup class="source-note"><a href="#\(writer.id(SourceNotes.anchor(note)))" role="doc-noteref">\(note)</a></sup>
      """
  }

  /// The number alone: in the choices of a quiz how it came about would betray the answer, which has its address.
  func plain(_ value: WovenValue) -> HTML { HTML(escaping: shown(value)) }

  private func shown(_ value: WovenValue) -> String { Typesetter.set(Self.written(value), typography) }

  /// What stands in the place of the value: what is written, or what was computed where nothing is written yet.
  static func written(_ value: WovenValue) -> String {
    value.value.isUnrecorded ? value.computed?.description ?? "?" : value.value.written
  }

  private func number(
    _ value: WovenValue, id: String? = nil, text: HTML? = nil, css: String? = nil, more: HTML = "", isLinked: Bool
  ) -> HTML {
    var attributes: HTML = " class=\"v\(css.map { " " + $0 } ?? "")\""
    if let id { attributes += " id=\"\(id)\"" }
    if isLinked { attributes += " href=\"\(writer.ledger(value.anchor))\"" }
    attributes += more
    let name: HTML = isLinked ? "a" : "span"
    return "<\(name)\(attributes)>\(text ?? "\(shown(value))")</\(name)>"
  }

  private func source(_ key: String, isLinked: Bool) -> HTML {
    guard let entry = bibliography[key] else { return "\(key)" }
    return isLinked ? "<a href=\"\(writer.reference(entry.anchor))\">\(entry.label)</a>" : "\(entry.label)"
  }

  /// What is wrong with a value, and what was computed where something was.
  private func failure(_ value: WovenValue) -> String {
    let reason = words[reason(value.status)]
    return value.rounded == nil ? words(.uncomputedNote, reason) : words(.failedNote, reason, brief(value))
  }

  private func reason(_ status: ResultStatus) -> Phrase {
    switch status {
    case .mismatch: .doesNotMatch
    case .unrecorded: .notRecordedYet
    default: status.phrase
    }
  }

  private func brief(_ value: WovenValue) -> String { Self.brief(value, words, typography) }

  /// What was computed, with as many digits as tell it from what is written.
  static func brief(_ value: WovenValue, _ words: PageWords, _ typography: Typography?) -> String {
    guard let rounded = value.rounded else { return words[.notComputed] }
    // Beside a wrong 0.5 a computed 0.25 is no 0.3: what takes one digit more is told whole.
    var shown = rounded
    if let whole = value.computed?.description, whole.count == rounded.count + 1 { shown = whole }
    return Typesetter.set(cut(shown, 60), typography)
  }

  /// How far a value is from what is written, absolute and relative.
  static func gap(_ row: WovenValue) -> String {
    guard let gap = row.difference else { return "–" }
    if gap.absolute == "0" { return "0" }
    return gap.absolute + (gap.relative.map { " (\($0) %)" } ?? "")
  }

  /// A text in one line, or its beginning where it is long.
  static func cut(_ text: String, _ limit: Int) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }
}
