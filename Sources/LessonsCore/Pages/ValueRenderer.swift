/// A value in the prose: the number, how it came about, and whether it is someone else's.
///
/// How it came about stands in an attribute that style shows on hover and on focus: as text it would be read between the
/// words of the sentence by whoever has no style, and it would be twice the sentence.
struct ValueRenderer {
  /// The ledger of the lesson, as the page links it: `../numbers/01-coin.html`.
  var ledger: String
  var anchors: Anchors
  var lesson: Lesson
  var bibliography: Bibliography

  /// - Parameter isLinked: Whether a link may stand here: not in a heading, whose words become a link elsewhere.
  func html(_ row: LessonLedger.Value, isLinked: Bool = true) -> HTML {
    let anchor = anchors.values[row.index] ?? ""
    switch (row.publication, row.status) {
    case (.own, .ok): return number(row, id: anchor, isLinked: isLinked)
    case (.published(let key), .ok):
      let source: HTML = " data-source=\"\(bibliography[key]?.label ?? key)\""
      return number(row, id: anchor, css: "published", more: source, isLinked: isLinked)
    case (.refuted(let key), .ok):
      return """
        <span class="value refuted" id="\(anchor)">\(number(row, text: "<s>\(Self.shown(row))</s>", isLinked: isLinked)) \
        <span class="note">(wrong in \(source(key, isLinked: isLinked)); computed: \(brief(row)))</span></span>
        """
    default:
      return """
        <span class="value failed" id="\(anchor)">\(number(row, isLinked: isLinked)) \
        <span class="note">(\(reason(row.status)): \(brief(row)))</span></span>
        """
    }
  }

  /// The number alone: in the choices of a quiz how it came about would betray the answer, which has its address.
  func plain(_ row: LessonLedger.Value) -> HTML { HTML(escaping: Self.shown(row)) }

  /// What a reader sees of the value: what is written, or what was computed where nothing is written yet.
  static func shown(_ row: LessonLedger.Value) -> String { row.written == "?" ? row.computed ?? "?" : row.written }

  private func number(
    _ row: LessonLedger.Value, id: String? = nil, text: HTML? = nil, css: String? = nil, more: HTML = "", isLinked: Bool
  ) -> HTML {
    var attributes: HTML = css.map { " class=\"\($0)\"" } ?? ""
    if let id { attributes += " id=\"\(id)\"" }
    if isLinked { attributes += " href=\"\(ledger)#\(anchors.values[row.index] ?? "")\"" }
    attributes += more + " data-how=\"\(how(row))\""
    let name: HTML = isLinked ? "a" : "span"
    return "<\(name)\(attributes)>\(text ?? "\(Self.shown(row))")</\(name)>"
  }

  /// Expression, value in full, tolerance and block, a line each.
  private func how(_ row: LessonLedger.Value) -> String {
    var lines = [Self.cut(row.expression, 160)]
    let within =
      switch row.tolerance {
      case .given(let amount): " ±\(amount), allowed"
      case .halfUnit(let amount): " ±\(amount)"
      case .exact: ""
      }
    lines.append(row.computed.map { "= " + Self.cut($0, 120) + within } ?? "was not computed")
    if let block = row.block { lines.append("in " + lesson.blocks[block].name) }
    return lines.joined(separator: "\n")
  }

  private func source(_ key: String, isLinked: Bool) -> HTML {
    guard let entry = bibliography[key] else { return "\(key)" }
    return isLinked ? "<a href=\"\(CitationRenderer.address(entry, root: "../"))\">\(entry.label)</a>" : "\(entry.label)"
  }

  private func reason(_ status: ResultStatus) -> String {
    switch status {
    case .mismatch: "does not match"
    case .unrecorded: "not recorded yet"
    default: status.rawValue
    }
  }

  private func brief(_ row: LessonLedger.Value) -> String { row.rounded.map { Self.cut($0, 60) } ?? "not computed" }

  /// A text in one line, or its beginning where it is long.
  static func cut(_ text: String, _ limit: Int) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }
}
