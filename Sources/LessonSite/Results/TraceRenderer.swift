import LessonModel

/// The code of a traced block with the values of each line beside it: the first, the second and the last, which is all that paper
/// and a page without scripts show.
///
/// `Sources/Theme/trace/trace.js` steps through all of them, which stand in a file of their own (`TraceFile`).
struct TraceRenderer {
  let block: SwiftBlock
  let trace: Trace
  let anchor: String
  let writer: AddressWriter
  let words: PageWords

  /// Nil where the cell has no trace.
  init?(_ cell: WovenCell, _ writer: AddressWriter, _ words: PageWords) {
    guard let trace = cell.run.trace else { return nil }
    block = cell.block
    self.trace = trace
    anchor = cell.anchor
    self.writer = writer
    self.words = words
  }

  /// - Parameters:
  ///   - code: The code in color, without its hidden lines.
  ///   - place: Where the block stands in its lesson.
  func listing(_ code: HTML, _ place: HTML) -> HTML {
    let places = trace.places
    let shown = block.code.lineStarts.indices.filter { !block.outline.hiddenLines.contains($0) }
    let lines = zip(shown, code.text.split(separator: "\n", omittingEmptySubsequences: false)).map { number, text -> HTML in
      let own = places.filter { $0.line == number }
      let line: HTML = "<code>\(unsafe: String(text))</code>"
      if own.isEmpty { return "<li>\(line)</li>\n" }
      return "<li>\(line)<span class=\"trace-values\">\(own.map(values).joined())</span></li>\n"
    }
    return """
      <div class="listing traced"\(phrases)>\(place)
      <p class="label">\(words[.traceValues])</p>
      <div class="trace-box" tabindex="0" role="region" aria-label="\(words(.codeOf, block.name))">
      <ol class="code\(isNarrow(places) ? "" : " wide")">
      \(lines.joined())</ol></div>
      \(controls)</div>

      """
  }

  /// Whether there is room for values beside all lines that have some.
  private func isNarrow(_ places: [TracePlace]) -> Bool {
    let lines = block.code.text.split(separator: "\n", omittingEmptySubsequences: false)
    return places.allSatisfy { lines.indices.contains($0.line) && CharacterWidth.columns(of: String(lines[$0.line])) <= 44 }
  }

  /// What a place came to. The script knows it by its order, and adds what one moment has.
  private func values(at place: TracePlace) -> HTML {
    let summary = trace.summary(of: place)
    let count: HTML = place.moments.count > 3 ? " <small>\(place.moments.count)×</small>" : ""
    return """
      <span class="trace-place"><span class="trace-all"><b>\(place.name) =</b> \(summary)\(count)</span></span>
      """
  }

  /// How a moment is said. In the book nobody can step.
  private var phrases: HTML {
    writer.isPage ? " data-all=\"\(words[.traceAll])\" data-at=\"\(words[.traceAt])\"" : ""
  }

  private var controls: HTML {
    if !writer.isPage { return "" }
    let id = writer.id("trace:" + anchor)
    return """
      <div class="trace-steps js-only"><label for="\(id)">\(words[.traceMoment])</label>
      <button type="button" class="trace-back" aria-label="\(words[.traceBack])">‹</button>
      <input type="range" id="\(id)" min="0" max="\(trace.events.count)" step="1" value="0" autocomplete="off" \
      aria-valuetext="\(words[.traceAll])">
      <button type="button" class="trace-on" aria-label="\(words[.traceOn])">›</button>
      <output for="\(id)">0 / \(trace.events.count)</output>
      <p class="trace-theirs">\(words[.traceOfChecked])</p></div>

      """
  }
}
