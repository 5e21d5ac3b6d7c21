package import LessonModel

/// `Lesson, Run → WovenLesson`: judges every block, comment and value of a lesson, once.
package enum LessonWeaver {
  package static func woven(
    _ lesson: Lesson, _ run: Run, links: CourseLinks, formulas: FormulaTable
  ) -> WovenLesson {
    let written = lesson
    let lesson = LinkWords.filled(written, links)
    let anchors = (links.anchors(of: lesson.slug) ?? Anchors(written)).titled(by: lesson)
    var mismatches: [Diagnostic] = []
    let cells = lesson.blocks.map { block in
      var weaver = CellWeaver(block: block, run: run.blocks[block.index] ?? BlockRun(), source: lesson.source)
      let cell = weaver.cell(anchor: anchors.anchor(at: block.range.lowerBound))
      mismatches += weaver.mismatches
      return cell
    }
    let origins = Origins(lesson)
    let values = lesson.values.map { value in
      var weaver = ValueWeaver(value: value, run: run.values[value.index] ?? ValueRun(), lesson: lesson)
      let woven = weaver.woven(block: origins.name(of: value), anchor: anchors.anchor(of: value))
      mismatches += weaver.mismatches
      return woven
    }
    var woven = WovenLesson(
      lesson: lesson, anchors: anchors, cells: cells, values: values, failures: [],
      mismatches: [], tally: Tally(cells, values))
    mismatches += QuizCheck.diagnostics(of: woven) + UnboundNumbers.faults(in: lesson)
    woven.exploration = run.exploration
    woven.mismatches = mismatches.sorted { $0.position < $1.position }
    let failures =
      lesson.diagnostics + LinkChecker.diagnostics(of: written, links) + formulas.diagnostics(of: lesson) + run.diagnostics
    woven.failures = failures.sorted { $0.position < $1.position }
    return woven
  }
}

extension Tally {
  /// What was compared in a lesson: what did not run was not.
  init(_ cells: [WovenCell], _ values: [WovenValue]) {
    self.init()
    for cell in cells where cell.block.attributes.runs && cell.run.status == .ok {
      blocks += 1
      comments += cell.comments.count
      if cell.block.attributes.isVolatile { volatile += 1 } else if cell.block.recorded != nil { outputs += 1 }
    }
    for value in values where value.isCompared {
      self.values += 1
      switch value.value.publication {
      case .own: break
      case .published: published += value.value.isUnrecorded ? 0 : 1
      case .refuted: refuted += value.value.isUnrecorded ? 0 : 1
      case .implied: implied += value.value.isUnrecorded ? 0 : 1
      }
    }
  }
}

extension WovenValue {
  /// Whether there was something to compare.
  fileprivate var isCompared: Bool { computed != nil && [.ok, .mismatch, .unrecorded].contains(status) }
}

extension FormulaTable {
  /// What is wrong with a lesson's formulas, each in its own line and column.
  func diagnostics(of lesson: Lesson) -> [Diagnostic] {
    lesson.formulas.compactMap { formula in
      guard case .failure(let fault)? = results[formula.key] else { return nil }
      let place = min(fault.offset ?? 0, max(formula.offsets.count - 1, 0))
      let advice = fault.message.contains("\\ce") ? "; the formulas of chemistry are written with '\\mathrm{H_2O}'" : ""
      return Diagnostic(.math, fault.message + advice, in: lesson.source, at: formula.offsets[place])
    }
  }
}
