/// Puts the formulas that were cut out of a text back into its events.
struct MathRestoring {
  private let formulas: [MathCut.Formula]
  private let marks: Set<Unicode.Scalar>
  private let lines: [Range<Int>]
  private(set) var events: [MarkdownEvent] = []
  /// The first formula that the block at hand can hold: marks repeat, lines do not.
  private var first = 0
  /// How many letters of the last formula are still to come, behind the ends of lines.
  private var pending = 0

  static func restored(_ events: [MarkdownEvent], _ cut: MathCut) -> [MarkdownEvent] {
    if cut.formulas.isEmpty { return events }
    var restoring = MathRestoring(cut)
    for event in events { restoring.add(event) }
    return restoring.events
  }

  private init(_ cut: MathCut) {
    formulas = cut.formulas
    marks = Set(cut.formulas.map(\.mark))
    lines = MathCut.lines(of: cut.text)
  }

  private mutating func add(_ event: MarkdownEvent) {
    var event = event
    switch event.node {
    case .text(let text): return add(text, of: event)
    case .softBreak, .lineBreak: if pending > 0 { return }
    case .paragraph, .heading, .tableRow: if event.phase == .enter { seek(event.start.line) }
    case .code(let text): event.node = .code(original(text))
    case .htmlInline(let text): event.node = .htmlInline(original(text))
    case .link(let destination, let title): event.node = .link(destination: original(destination), title: original(title))
    case .image(let destination, let title): event.node = .image(destination: original(destination), title: original(title))
    default: break
    }
    events.append(event)
  }

  private mutating func seek(_ line: Int) {
    let start = lines.indices.contains(line - 1) ? lines[line - 1].lowerBound : 0
    first = formulas.firstIndex { $0.range.lowerBound >= start } ?? formulas.count
  }

  private func formula(_ mark: Unicode.Scalar) -> Int? { formulas[first...].firstIndex { $0.mark == mark } }

  /// Cuts a text at its formulas.
  private mutating func add(_ text: String, of event: MarkdownEvent) {
    var plain = String.UnicodeScalarView()
    func flushed() -> MarkdownEvent? {
      if plain.isEmpty { return nil }
      var event = event
      event.node = .text(String(plain))
      plain = String.UnicodeScalarView()
      return event
    }
    for scalar in text.unicodeScalars {
      if pending > 0, scalar == "x" {
        pending -= 1
      } else if marks.contains(scalar), let index = formula(scalar) {
        if let before = flushed() { events.append(before) }
        let formula = formulas[index]
        events.append(
          MarkdownEvent(
            phase: .leaf, node: .math(formula.math), start: position(formula.range.lowerBound),
            end: position(formula.range.upperBound - 1)))
        first = index + 1
        pending = formula.tail
      } else {
        plain.append(scalar)
      }
    }
    if let rest = flushed() { events.append(rest) }
  }

  private func position(_ offset: Int) -> MarkdownPosition {
    let line = MathCut.lineIndex(of: offset, in: lines)
    return MarkdownPosition(line: line + 1, column: offset - lines[line].lowerBound + 1)
  }

  /// What was no formula after all, since the parser found code or an address around it.
  private func original(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: marks.contains) else { return text }
    var whole = ""
    var skipped = 0
    for scalar in text.unicodeScalars {
      if skipped > 0, scalar == "x" || scalar == "\n" || scalar == " " {
        if scalar == "x" { skipped -= 1 }
      } else if marks.contains(scalar), let index = formula(scalar) {
        whole += formulas[index].original
        skipped = formulas[index].tail
      } else {
        whole.unicodeScalars.append(scalar)
      }
    }
    return whole
  }
}
