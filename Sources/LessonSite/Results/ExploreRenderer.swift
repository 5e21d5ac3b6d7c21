import LessonModel

/// What a page says of a lesson that its reader may change: the controls, which result hangs on which part of the program, and
/// what paper has instead.
///
/// The scripts of `Sources/Theme/alive` read these attributes, and `touch.js` loads them when a control is wanted. Without them the
/// page shows what was checked, and no control.
struct ExploreRenderer {
  private let exploration: Exploration
  private let writer: AddressWriter
  private let words: PageWords
  private let language: NumberLanguage

  /// - Parameter woven: A lesson; nil comes of one with nothing to explore, and of the book, which nobody can touch.
  init?(_ woven: WovenLesson, _ writer: AddressWriter) {
    guard let exploration = woven.exploration, writer.isPage else { return nil }
    self.exploration = exploration
    self.writer = writer
    words = woven.lesson.words
    language = woven.lesson.language
  }

  /// What a cell's frame says of its places in the records of the program.
  func attribute(ofBlock block: Int) -> HTML {
    for (part, explored) in exploration.parts.enumerated() {
      guard let cell = explored.cells.first(where: { $0.block == block }) else { continue }
      let value = cell.value.map(String.init) ?? "-"
      return " data-live=\"\(part) \(cell.start) \(cell.end) \(value)\"\(promises(ofBlock: block, in: explored))"
    }
    return ""
  }

  /// The same for a value in the prose, with how its number is written.
  func attribute(of value: ProseValue, shown: String) -> HTML {
    for (part, explored) in exploration.parts.enumerated() {
      guard let found = explored.values.first(where: { $0.value == value.index }) else { continue }
      let form =
        ExploredNumber(shown, in: language).map { " data-form=\"\($0.form(places: places(of: value.expression)))\"" as HTML }
        ?? ""
      return " data-live=\"\(part) \(found.place)\"\(form)"
    }
    return ""
  }

  /// The decimals without which a parameter could not be told from its neighbors: a text may have `3` where a slider has 0.5.
  private func places(of expression: String) -> Int {
    guard case .range(let range)? = exploration.parameters.first(where: { $0.name == expression })?.domain else { return 0 }
    return range.decimals
  }

  /// Which of the comments `// => text` of a block change, by their order, and where their values are.
  private func promises(ofBlock block: Int, in part: ExploredPart) -> HTML {
    let comments = part.comments.filter { $0.block == block }.map { "\($0.comment):\($0.place)" }
    return comments.isEmpty ? "" : " data-promises=\"\(comments.joined(separator: " "))\""
  }

  /// The controls of the parameters that stand at a block.
  func controls(ofBlock block: Int) -> HTML {
    let own = exploration.parameters.enumerated().filter { $0.element.block == block }
    guard let first = own.first, let part = exploration.parts.firstIndex(where: { $0.parameters.contains(first.offset) }) else {
      return ""
    }
    return """
      <fieldset class="explore js-only" data-part="\(part)" data-state="idle" data-authors="\(words[.authorsOwn])" \
      data-moved="\(words[.exploreNote])">
      <legend>\(words[.tryValues])</legend>
      \(own.map { row($0.element, number: $0.offset) }.joined())\
      <p class="explore-line"><span class="of-idle">\(words[.exploreIdle])</span><span class="of-loading">\(words[.exploreLoading])</span>\
      <span class="of-live">\(words[.exploreLive])</span><span class="of-failed">\(words[.exploreFailed])</span>
      <span class="explore-buttons"><button type="button" class="explore-reset" hidden>\(words[.exploreReset])</button>
      <button type="button" class="explore-copy" data-said="\(words[.copied])" hidden>\(words[.copyLink])</button></span></p>
      </fieldset>

      """
  }

  private func row(_ parameter: LessonParameter, number: Int) -> HTML {
    let id = writer.id("try:" + parameter.name)
    let common: HTML = "id=\"\(id)\" data-parameter=\"\(number)\" data-name=\"\(parameter.name)\""
    let label: HTML = "<label for=\"\(id)\">\(parameter.label)</label>"
    let standard = parameter.text(of: parameter.standard)
    switch parameter.domain {
    case .range(let range):
      let bounds: HTML = "min=\"\(range.low.text)\" max=\"\(range.high.text)\""
      let unit: HTML = parameter.unit.isEmpty ? "" : " <span class=\"explore-unit\">\(parameter.unit)</span>"
      return """
        <div class="explore-row">\(label)
        <input type="range" \(common) \(bounds) step="\(range.step.text)" value="\(standard)" autocomplete="off">
        <output class="unseen" for="\(id)">\(standard)</output>
        <span><input type="number" aria-label="\(words(.exactly, parameter.label))" \(bounds) step="\(range.isWhole ? "1" : "any")" \
        value="\(standard)" autocomplete="off">\(unit)</span></div>

        """
    case .flag:
      let checked: HTML = parameter.standard == 0 ? "" : " checked"
      return "<div class=\"explore-row\">\(label) <input type=\"checkbox\" \(common)\(checked)></div>\n"
    case .choice(let choices):
      let options = choices.enumerated().map { index, text -> HTML in
        "<option\(Double(index) == parameter.standard ? " selected" : "" as HTML)>\(text)</option>"
      }
      return "<div class=\"explore-row\">\(label) <select \(common) autocomplete=\"off\">\(options.joined())</select></div>\n"
    }
  }

  /// What a block comes to at the end of each parameter that is farther away, in characters, for paper alone; the default is the
  /// page itself.
  func frames(of cell: WovenCell) -> HTML {
    var html: HTML = ""
    for (number, parameter) in exploration.parameters.enumerated() {
      let samples = exploration.samples.filter { $0.parameter == number && $0.blocks[cell.block.index] != nil }
      let end = samples.max { abs($0.setting - parameter.standard) < abs($1.setting - parameter.standard) }
      guard let end, end.setting != parameter.standard, let run = end.blocks[cell.block.index] else { continue }
      let text = Self.text(run)
      if text.isEmpty { continue }
      html += """
        <div><p class="label">\(parameter.label) = \(parameter.text(of: end.setting))</p>
        <pre class="output grid">\(CharacterGrid.html(text))</pre></div>

        """
    }
    return html.text.isEmpty ? "" : "<div class=\"explore-paper\">\n\(html)</div>\n"
  }

  /// How many lines the tallest sample of each text and picture has, for which the page keeps room.
  func room(for cell: WovenCell) -> HTML {
    let samples = exploration.samples.compactMap { $0.blocks[cell.block.index] }
    if samples.isEmpty { return "" }
    let heights = ([cell.run] + samples).map { run in LeftPiece.pieces(of: run, cell).map(\.height) }
    let tallest = (0..<(heights.map(\.count).max() ?? 0)).map { piece in
      heights.compactMap { $0.indices.contains(piece) ? $0[piece] : nil }.max() ?? 0
    }
    return tallest == heights[0] ? "" : " data-room=\"\(tallest.map(String.init).joined(separator: " "))\""
  }

  private static func text(_ run: BlockRun) -> String {
    var parts = run.printed.map { piece in
      switch piece {
      case .text(let text): text
      case .exhibit(let exhibit): exhibit.text
      }
    }
    switch run.value {
    case .exhibit(let exhibit)?: parts.append(exhibit.text)
    case let value?: parts.append(value.description ?? "")
    case nil: break
    }
    return parts.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension ExploredModule {
  /// The program as a script, which is loaded from a disk as well.
  var file: SiteFile { SiteFile(path: "assets/" + name, text: "lessonsAlive(\"\(Base64.text(packed))\")\n") }

  /// The name of the script.
  var name: String { "alive-\(hash).js" }
}
