internal import SwiftReading

/// Compares everything that a lesson writes with what its run computed.
package struct LessonChecker {
  private let lesson: Lesson
  private let run: Run
  private var check: LessonCheck

  package static func check(_ lesson: Lesson, _ run: Run) -> LessonCheck {
    var checker = LessonChecker(lesson: lesson, run: run)
    for block in lesson.blocks { checker.check(block) }
    for value in lesson.values { checker.check(value) }
    checker.check.diagnostics += QuizCheck.diagnostics(of: lesson, run)
    checker.check.diagnostics.sort { $0.position < $1.position }
    return checker.check
  }

  private init(lesson: Lesson, run: Run) {
    self.lesson = lesson
    self.run = run
    self.check = LessonCheck(
      blocks: run.blocks.map { ResultStatus($0.status) }, values: run.values.map { ResultStatus($0.status) }, diagnostics: [],
      tally: Tally())
  }

  private mutating func check(_ block: SwiftBlock) {
    guard block.attributes.runs else { return }
    let result = run.blocks[block.index]
    guard result.status == .ok else { return }
    check.tally.blocks += 1
    checkComments(block, result)
    if block.attributes.isVolatile {
      check.tally.volatile += 1
      return
    }
    guard let recorded = block.recorded else {
      if !result.output.isEmpty, !isPromised(block, result) {
        check.blocks[block.index] = .unrecorded
        report(
          .unrecorded, "block '\(block.name)' has no recorded output; 'lessons accept' records it", at: block.range.lowerBound)
      }
      return
    }
    check.tally.outputs += 1
    let written = RecordedOutput(recorded.code.text, tolerance: block.attributes.tolerance.flatMap { ExactDecimal($0) })
    let report = written.differences(from: result.output)
    if report.matches { return }
    check.blocks[block.index] = .mismatch
    for difference in report.differences { self.report(difference, offset(of: difference, in: recorded), .mismatch) }
    addOmitted(report)
  }

  /// Whether the checked comments of a block say all that it prints and its value: then there is nothing left to record.
  private func isPromised(_ block: SwiftBlock, _ result: BlockRun) -> Bool {
    let comments = block.outline.checkedComments
    let lines = result.printedText.utf8.count { $0 == 10 }
    let last = block.outline.statements.count - 1
    return result.message == nil && comments.count { $0.promise == .line } == lines
      && (result.value == nil || comments.contains { $0.promise == .value && $0.statement == last })
  }

  private func offset(of difference: Difference, in recorded: OutputFence) -> Int {
    guard recorded.code.lineOffsets.indices.contains(difference.line) else { return recorded.contentRange.upperBound }
    return recorded.code.lineOffsets[difference.line] + difference.caret
  }

  private mutating func checkComments(_ block: SwiftBlock, _ result: BlockRun) {
    let comments = block.outline.checkedComments
    for (comment, computed) in zip(comments, result.results(of: comments)) where comment.statement != nil {
      check.tally.comments += 1
      let offset = block.code.sourceOffset(of: comment.range.lowerBound)
      guard let computed else {
        let reason = comment.promise == .value ? "this statement has no value" : "nothing more is printed"
        fail(block, "'\(comment.text)' is written, but \(reason)", at: offset)
        continue
      }
      let report = computed.differences(from: comment.text)
      if report.matches { continue }
      check.blocks[block.index] = .mismatch
      for difference in report.differences { self.report(difference, offset + difference.caret, .mismatch) }
    }
  }

  private mutating func fail(_ block: SwiftBlock, _ message: String, at offset: Int) {
    check.blocks[block.index] = .mismatch
    report(.mismatch, message, at: offset)
  }

  private mutating func check(_ value: ProseValue) {
    let result = run.values[value.index]
    guard result.status == .ok, let reported = result.value else { return }
    guard let computed = ComputedValue(reported) else {
      check.values[value.index] = .mismatch
      return report(.valueLink, "the expression '\(value.expression)' has no value", at: value.expressionOffset)
    }
    check.tally.values += 1
    if value.isUnrecorded {
      check.values[value.index] = .unrecorded
      return report(
        .unrecorded, "this value is not recorded yet; it is \(excerpt(computed.description)) ('lessons accept' records it)",
        at: value.textRange.lowerBound)
    }
    let written = WrittenValue(value.written, tolerance: value.tolerance.flatMap { ExactDecimal($0) })
    compare(value, written.differences(from: computed), computed)
  }

  private mutating func compare(_ value: ProseValue, _ report: DifferenceReport, _ computed: ComputedValue) {
    switch value.publication {
    case .refuted(let key):
      check.tally.refuted += 1
      if report.matches {
        check.values[value.index] = .mismatch
        let written = WrittenValue(value.written, tolerance: value.tolerance.flatMap { ExactDecimal($0) })
        self.report(
          .refutedMatch,
          "\(value.written) is said to be wrong as published in '\(key)', but \(excerpt(computed.description)) is computed, which matches",
          at: value.textRange.lowerBound,
          note: written.exact(refuting: computed).map {
            "a whole number matches whatever rounds to it; to say that it is exactly \(value.written), write \($0)"
          })
      }
    case .published(let key):
      check.tally.published += 1
      if report.matches { return }
      check.values[value.index] = .mismatch
      for difference in report.differences {
        self.report(
          difference, value.textRange.lowerBound + difference.caret, .publishedMismatch,
          note: "the number is published in '\(key)'; if it is wrong there, write \"not @\(key)\"")
      }
    case .own:
      if report.matches { return }
      check.values[value.index] = .mismatch
      for difference in report.differences { self.report(difference, value.textRange.lowerBound + difference.caret, .mismatch) }
    }
  }

  private func excerpt(_ text: String) -> String { text.count > 80 ? String(text.prefix(79)) + "…" : text }

  private mutating func addOmitted(_ report: DifferenceReport) {
    guard report.omitted > 0, let last = check.diagnostics.indices.last else { return }
    check.diagnostics[last].notes.append(Diagnostic.Note("and \(report.omitted) more differences in this output"))
  }

  private mutating func report(_ difference: Difference, _ offset: Int, _ kind: DiagnosticKind, note: String? = nil) {
    let notes = [difference.hint, note].compactMap { $0 }.map { Diagnostic.Note($0) }
    check.diagnostics.append(Diagnostic(kind, difference.message, in: lesson.source, at: offset, notes: notes))
  }

  private mutating func report(_ kind: DiagnosticKind, _ message: String, at offset: Int, note: String? = nil) {
    let notes = [note].compactMap { $0 }.map { Diagnostic.Note($0) }
    check.diagnostics.append(Diagnostic(kind, message, in: lesson.source, at: offset, notes: notes))
  }
}

extension ComputedValue {
  /// The value as a program reported it; nil where it has none.
  package init?(_ reported: Reported) {
    switch reported {
    case .nothing: return nil
    case .float64(let bits, _): self = .float64(Double(bitPattern: bits))
    case .float32(let bits, _): self = .float32(Float(bitPattern: bits))
    case .integer(let text): self = .integer(text)
    case .bool(let flag): self = .bool(flag)
    case .text(let text): self = .text(text)
    case .exhibit(let exhibit): self = .text(exhibit.text)
    }
  }
}
