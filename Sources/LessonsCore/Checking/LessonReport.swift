/// Everything that is known of one lesson after a run: what it says, what it computed, and how the two compare.
package struct LessonReport: Sendable, Equatable {
  package var read: ReadLesson
  package var run: Run
  package var check: LessonCheck
  /// Dead links and the like, which only the whole course shows.
  package var linkDiagnostics: [Diagnostic] = []
  /// What became of the formulas of the course.
  package var formulas: FormulaTable

  package init(read: ReadLesson, run: Run, linkDiagnostics: [Diagnostic] = [], formulas: FormulaTable = FormulaTable()) {
    self.read = read
    self.run = run
    self.formulas = formulas
    self.check =
      read.lesson.map { LessonChecker.check($0, run) } ?? LessonCheck(blocks: [], values: [], diagnostics: [], tally: Tally())
    self.linkDiagnostics = linkDiagnostics
  }

  private var mathDiagnostics: [Diagnostic] { read.lesson.map(formulas.diagnostics) ?? [] }

  /// What is wrong with the text and with the run: what keeps a lesson from being built well.
  package var failures: [Diagnostic] {
    (read.diagnostics + linkDiagnostics + mathDiagnostics + run.diagnostics).sorted { $0.position < $1.position }
  }

  /// All that is wrong, in the order of the text.
  package var diagnostics: [Diagnostic] {
    (read.diagnostics + linkDiagnostics + mathDiagnostics + run.diagnostics + check.diagnostics).sorted {
      $0.position < $1.position
    }
  }
}
