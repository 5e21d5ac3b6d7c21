import LessonModel

/// What a page says of a lesson that its reader may change: the controls, which result hangs on which part of the program, and
/// what paper has instead.
///
/// `Sources/Theme/alive/alive.js` reads these attributes. Without it the page shows what was checked, and no control.
struct ExploreRenderer {
  private let exploration: Exploration
  private let writer: AddressWriter
  private let words: PageWords

  /// - Parameter woven: A lesson; nil comes of one with nothing to explore, and of the book, which nobody can touch.
  init?(_ woven: WovenLesson, _ writer: AddressWriter) {
    guard let exploration = woven.exploration, writer.isPage else { return nil }
    self.exploration = exploration
    self.writer = writer
    words = woven.lesson.words
  }

  /// What a cell's frame says of its places in the records of the program.
  func attribute(ofBlock block: Int) -> HTML {
    for (part, explored) in exploration.parts.enumerated() {
      guard let cell = explored.cells.first(where: { $0.block == block }) else { continue }
      return " data-live=\"\(part) \(cell.start) \(cell.end) \(cell.value.map(String.init) ?? "-")\""
    }
    return ""
  }

  /// The same for a value in the prose, by its place among those of the lesson.
  func attribute(ofValue value: Int) -> HTML {
    for (part, explored) in exploration.parts.enumerated() {
      guard let found = explored.values.first(where: { $0.value == value }) else { continue }
      return " data-live=\"\(part) \(found.place)\""
    }
    return ""
  }

  /// The controls of the parameters that stand at a block.
  func controls(ofBlock block: Int) -> HTML {
    let own = exploration.parameters.enumerated().filter { $0.element.block == block }
    guard let first = own.first, let part = exploration.parts.firstIndex(where: { $0.parameters.contains(first.offset) }) else {
      return ""
    }
    return """
      <fieldset class="explore js-only" data-part="\(part)" data-state="idle">
      <legend>\(words[.tryValues])</legend>
      \(own.map { row($0.element, number: $0.offset) }.joined())\
      <p class="explore-line"><span class="of-idle">\(words[.exploreIdle])</span><span class="of-loading">\(words[.exploreLoading])</span>\
      <span class="of-live">\(words[.exploreLive])</span><span class="of-failed">\(words[.exploreFailed])</span>
      <button type="button" class="explore-reset" hidden>\(words[.exploreReset])</button>
      <button type="button" class="explore-copy" data-said="\(words[.copied])" hidden>\(words[.copyLink])</button></p>
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

  /// What a block comes to at both ends of each parameter, in characters, for paper alone; the default is the page itself.
  func frames(of cell: WovenCell) -> HTML {
    var html: HTML = ""
    for (number, parameter) in exploration.parameters.enumerated() where parameter.hasEnds {
      let samples = exploration.samples.filter { $0.parameter == number && $0.blocks[cell.block.index] != nil }
      for end in [samples.min { $0.setting < $1.setting }, samples.max { $0.setting < $1.setting }].compactMap({ $0 }) {
        guard end.setting != parameter.standard, let run = end.blocks[cell.block.index] else { continue }
        let text = Self.text(run)
        if text.isEmpty { continue }
        html += """
          <p class="label">\(parameter.label) = \(parameter.text(of: end.setting))</p>
          <pre class="output grid">\(CharacterGrid.html(text))</pre>

          """
      }
    }
    return html.text.isEmpty ? "" : "<div class=\"explore-paper\">\n\(html)</div>\n"
  }

  /// How many lines more than in the page the tallest sample has, for which the page keeps room.
  func room(for cell: WovenCell) -> HTML {
    let lines = { (run: BlockRun) in Self.text(run).split(separator: "\n", omittingEmptySubsequences: false).count }
    let tallest = exploration.samples.compactMap { $0.blocks[cell.block.index] }.map(lines).max() ?? 0
    let more = tallest - lines(cell.run)
    return more > 0 ? " data-room=\"\(more)\"" : ""
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

extension LessonParameter {
  /// Whether it has two ends that say something on paper.
  fileprivate var hasEnds: Bool {
    switch domain {
    case .range, .flag: true
    case .choice(let choices): choices.count > 1
    }
  }
}

extension ExploredModule {
  /// The program as a script, which is loaded from a disk as well.
  var file: SiteFile { SiteFile(path: "assets/" + name, text: "lessonsAlive(\"\(Base64.text(packed))\")\n") }

  /// The name of the script.
  var name: String { "alive-\(hash).js" }
}

/// Bytes as letters, by RFC 4648.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var four: [UInt8] = []
      for _ in 0..<4 {
        four.insert(letters[bits & 63], at: 0)
        bits >>= 6
      }
      text += four.prefix(group.count + 1) + [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
