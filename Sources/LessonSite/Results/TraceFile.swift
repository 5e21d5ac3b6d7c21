import LessonModel

/// All values of the traced blocks of a lesson, in the order in which they came, by the names of the blocks.
///
/// They stand in a script beside the page, `PAGE.trace.js` for `PAGE.html`, which `Sources/Theme/trace/trace.js` loads with the
/// first step: a value a line, each behind the number of its place in the listing. So a page carries what it shows, and no more.
enum TraceFile {
  /// - Parameter cells: The cells whose values stand beside their code.
  /// - Returns: Nothing where there are none.
  static func files(beside page: String, _ cells: [WovenCell]) -> [SiteFile] {
    let values = cells.compactMap { cell in cell.run.trace.map { (cell.anchor, JSON.string(text(of: $0))) } }
    if values.isEmpty { return [] }
    return [SiteFile(path: page.dropLast(".html".count) + ".trace.js", text: "traces(\(JSON.object(values).text));\n")]
  }

  private static func text(of trace: Trace) -> String {
    var numbers = [Int](repeating: 0, count: trace.events.count)
    for (number, place) in trace.places.enumerated() {
      for moment in place.moments { numbers[moment] = number }
    }
    return zip(numbers, trace.events).map { "\($0) \($1.text)" }.joined(separator: "\n")
  }
}
