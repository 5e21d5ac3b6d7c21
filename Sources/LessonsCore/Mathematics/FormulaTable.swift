package import Mathematics

/// A formula as HTML, the declarations of style that some of its classes stand for, and the others, which KaTeX's sheet knows.
package struct SetFormula: Sendable, Equatable {
  package var html: String
  package var declarations: [String]
  package var classes: [String]
  /// The characters that the style sheet writes.
  package var privateCharacters: [Unicode.Scalar]

  package init(html: String, declarations: [String], classes: [String], privateCharacters: [Unicode.Scalar] = []) {
    self.html = html
    self.declarations = declarations
    self.classes = classes
    self.privateCharacters = privateCharacters
  }
}

/// What became of every formula of a course.
package struct FormulaTable: Sendable, Equatable {
  package private(set) var results: [FormulaKey: Result<SetFormula, FormulaFault>]
  /// Why no formula was set, where none was.
  package var absence: String?
  /// What the pages with formulas need beside them.
  package var files: KaTeXFiles?

  package init(
    results: [FormulaKey: Result<SetFormula, FormulaFault>] = [:], absence: String? = nil, files: KaTeXFiles? = nil
  ) {
    self.results = results
    self.absence = absence
    self.files = files
  }

  /// The formula as HTML; nil where it could not be set.
  package func formula(_ key: FormulaKey) -> SetFormula? { try? results[key]?.get() }

  /// What is wrong with a lesson's formulas, each in its own line and column.
  package func diagnostics(of lesson: Lesson) -> [Diagnostic] {
    lesson.formulas.compactMap { formula in
      guard case .failure(let fault)? = results[formula.key] else { return nil }
      let place = min(fault.offset ?? 0, max(formula.offsets.count - 1, 0))
      return Diagnostic(.math, fault.message, in: lesson.source, at: formula.offsets[place])
    }
  }
}
