internal import MarkdownReading

/// What decides how a formula looks: its TeX, and whether it stands alone.
package struct FormulaKey: Sendable, Hashable {
  package var tex: String
  package var isDisplay: Bool

  package init(tex: String, isDisplay: Bool) {
    self.tex = tex
    self.isDisplay = isDisplay
  }
}

/// A formula in a lesson.
package struct Formula: Sendable, Equatable {
  package var key: FormulaKey
  /// For each byte of the TeX where it stands in the lesson, and where the text behind it stands.
  package var offsets: [Int]

  package init(key: FormulaKey, offsets: [Int]) {
    self.key = key
    self.offsets = offsets
  }
}

/// Gathers the formulas of a lesson: those in its text, in its captions and in its `math` fences.
enum FormulaCollector {
  static func formulas(
    _ events: [MarkdownEvent], captions: some Collection<LessonDocument.Caption>, in source: SourceText
  ) -> [Formula] {
    var formulas = (events + captions.flatMap(\.events)).compactMap { event -> Formula? in
      switch event.node {
      case .math(let math): Formula(key: FormulaKey(math), offsets: math.offsets)
      case .codeBlock(let code): fence(code, event, in: source)
      default: nil
      }
    }
    formulas.sort { ($0.offsets.first ?? 0) < ($1.offsets.first ?? 0) }
    return formulas
  }

  private static func fence(_ code: MarkdownCodeBlock, _ event: MarkdownEvent, in source: SourceText) -> Formula? {
    guard let key = FormulaKey(code),
      let fence = FenceLocator.locate(code, line: event.start.line, column: event.start.column, in: source)
    else { return nil }
    let count = key.tex.utf8.count
    return Formula(
      key: key,
      offsets: (0...count).map { fence.code.lineOffsets.isEmpty ? fence.range.lowerBound : fence.code.sourceOffset(of: $0) })
  }
}

extension FormulaKey {
  init(_ math: MarkdownMath) { self.init(tex: math.tex, isDisplay: math.isDisplay) }

  /// The formula of a fence; nil where the block is another language's.
  init?(_ code: MarkdownCodeBlock) {
    guard code.fence != nil, code.info.split(separator: " ").first == "math" else { return nil }
    self.init(tex: code.literal.hasSuffix("\n") ? String(code.literal.dropLast()) : code.literal, isDisplay: true)
  }
}

extension MarkdownEvent {
  /// The event with the places inside its formula counted from elsewhere.
  func movingMath(by distance: Int) -> MarkdownEvent {
    guard case .math(var math) = node, distance != 0 else { return self }
    math.offsets = math.offsets.map { $0 + distance }
    var moved = self
    moved.node = .math(math)
    return moved
  }
}
