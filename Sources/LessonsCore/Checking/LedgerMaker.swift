internal import MarkdownReading
internal import SwiftReading

extension LessonLedger {
  package init(_ report: LessonReport) {
    guard let lesson = report.read.lesson else { return }
    let declarations = Declarations(lesson)
    values = lesson.values.map { Value($0, report, declarations) }
    for block in lesson.blocks where block.attributes.runs {
      let run = report.run.blocks[block.index]
      let all = block.outline.checkedComments
      for (comment, computed) in zip(all, run.results(of: all)) where comment.statement != nil {
        comments.append(Comment(comment, computed, of: block, in: lesson))
      }
      if run.output.isEmpty { continue }
      let numbers = NumberedText(run.output, grammar: .recorded).numbers.count
      outputs.append(
        Output(
          block: block.index, line: block.position.line, numbers: numbers, status: report.check.blocks[block.index],
          isVolatile: block.attributes.isVolatile))
    }
    given = Self.plainNumbers(of: lesson.document)
  }

  /// Counts the numbers in running text, outside of values, citations, code and links.
  private static func plainNumbers(of document: LessonDocument) -> Int {
    var count = 0
    var links = 0
    for (index, event) in document.events.enumerated() {
      switch event.node {
      case .link, .image: links += event.phase == .enter ? 1 : -1
      case .text(let text) where links == 0 && document.roles[index] == nil:
        count += NumberedText(text, grammar: .prose).numbers.count
      default: break
      }
    }
    return count
  }
}

extension LessonLedger.Comment {
  init(_ comment: CheckedComment, _ computed: CommentResult?, of block: SwiftBlock, in lesson: Lesson) {
    let matches = computed?.differences(from: comment.text).matches ?? false
    self.init(
      block: block.index, line: lesson.source.position(of: block.code.sourceOffset(of: comment.range.lowerBound)).line,
      written: comment.text, computed: computed?.text, status: computed == nil ? .notRun : matches ? .ok : .mismatch)
  }
}

extension LessonLedger.Value {
  init(_ value: ProseValue, _ report: LessonReport, _ declarations: Declarations) {
    let computed = report.run.values[value.index].value.flatMap(ComputedValue.init)
    let tolerance = value.tolerance.flatMap { ExactDecimal($0) }
    let numeral = NumberedText(value.written, grammar: .prose).onlyNumber
    self.init(
      index: value.index, line: value.position.line, expression: value.expression, written: value.written,
      computed: computed?.description,
      rounded: computed.map { WrittenValue(value.written, tolerance: tolerance).rewritten(for: $0) },
      tolerance: LessonLedger.Tolerance(value, numeral, computed), difference: nil, publication: value.publication,
      source: value.source, block: declarations.block(of: value), status: report.check.values[value.index])
    if let numeral, let number = computed?.number {
      let difference = NumberDifference(numeral, number)
      self.difference = difference.absolute.map { LessonLedger.Gap(absolute: $0, relative: difference.relative) }
    }
  }
}

extension LessonLedger.Tolerance {
  /// By the rules for prose in `MatchingRule`.
  init(_ value: ProseValue, _ numeral: Numeral?, _ computed: ComputedValue?) {
    if let given = value.tolerance {
      self = .given(given)
    } else if let notation = numeral?.notation {
      let isWhole = notation.isInteger && computed?.number?.isInteger != false
      self = isWhole ? .exact : .halfUnit(ExactDecimal.halfUnit(place: notation.lastPlace).shortText)
    } else {
      self = .exact
    }
  }
}

extension Numeral {
  /// How the digits are set out; nil for infinities and not-a-number.
  var notation: Notation? { if case .finite(_, let notation) = form { notation } else { nil } }
}
