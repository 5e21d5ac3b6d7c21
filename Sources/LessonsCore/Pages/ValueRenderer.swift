/// A value in the prose: the number, how it came about, and whether it is someone else's.
enum ValueRenderer {
  static func html(_ value: ProseValue, _ run: ValueRun, _ status: ResultStatus) -> HTML {
    let computed = run.value?.description
    let shown = value.isUnrecorded ? computed ?? "?" : value.written
    let origin: String =
      switch (status, computed) {
      case (_, let computed?) where computed.count <= 200: "\(value.expression) = \(computed)"
      case (_, _?): value.expression
      default: "\(value.expression) was not computed"
      }
    switch (value.publication, status) {
    case (.refuted(let key), .ok):
      return """
        <span class="value refuted" title="\(origin)"><s>\(shown)</s> <span class="note">(wrong in \(key); computed: \
        \(rounded(computed ?? "?")))</span></span>
        """
    case (.published(let key), .ok):
      return "<span class=\"value published\" title=\"\(origin); published in \(key)\">\(shown)</span>"
    case (.own, .ok): return "<span class=\"value\" title=\"\(origin)\">\(shown)</span>"
    default:
      return """
        <span class="value failed" title="\(origin)">\(shown) <span class="note">(\(reason(status)): \(rounded(computed ?? "not computed")))\
        </span></span>
        """
    }
  }

  private static func reason(_ status: ResultStatus) -> String {
    switch status {
    case .mismatch: "does not match"
    case .unrecorded: "not recorded yet"
    default: status.rawValue
    }
  }

  private static func rounded(_ text: String) -> String { text.count <= 60 ? text : text.prefix(59) + "…" }
}
