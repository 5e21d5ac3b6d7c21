/// A value in the prose: the number, how it came about, and whether it is someone else's.
enum ValueRenderer {
  static func html(_ value: ProseValue, _ run: ValueRun, _ status: ResultStatus, _ references: [CourseFile.Reference]) -> HTML {
    let computed = run.value.flatMap(ComputedValue.init)
    let shown = value.isUnrecorded ? computed?.description ?? "?" : value.written
    let origin: String =
      switch computed?.description {
      case let text? where text.count <= 200: "\(value.expression) = \(text)"
      case _?: value.expression
      case nil: "\(value.expression) was not computed"
      }
    switch (value.publication, status) {
    case (.refuted(let key), .ok):
      return """
        <span class="value refuted" title="\(origin)"><s>\(shown)</s> <span class="note">(so in \(name(of: key, references)); computed: \
        \(brief(value, computed)))</span></span>
        """
    case (.published(let key), .ok):
      return "<span class=\"value published\" title=\"\(origin); published in \(name(of: key, references))\">\(shown)</span>"
    case (.own, .ok): return "<span class=\"value\" title=\"\(origin)\">\(shown)</span>"
    default:
      return """
        <span class="value failed" title="\(origin)">\(shown) <span class="note">(\(reason(status)): \(brief(value, computed)))\
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

  /// The computed value with as many digits as are written.
  private static func brief(_ value: ProseValue, _ computed: ComputedValue?) -> String {
    guard let computed else { return "not computed" }
    let text = WrittenValue(value.written).rewritten(for: computed)
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }

  private static func name(of key: String, _ references: [CourseFile.Reference]) -> String {
    guard let reference = references.first(where: { $0.id == key }) else { return key }
    let author = reference.authors.first.map { $0 + (reference.authors.count > 1 ? " and others" : "") }
    return [author, reference.title].compactMap { $0 }.joined(separator: ", ")
  }
}
