/// A formula as HTML, with what a page must know of it to show it.
package struct SetFormula: Sendable, Equatable {
  package var html: String
  /// The declarations of style that some of its classes stand for.
  package var declarations: [String]
  /// Its other classes, which KaTeX's style sheet knows.
  package var classes: [String]
  /// The characters that the style sheet writes.
  package var privateCharacters: [Unicode.Scalar]
  /// What is set in which of KaTeX's fonts.
  package var lettering: [Lettering]
  /// How many characters a reader sees.
  package var characters: Int
  /// The most of them that a line must keep together.
  package var longestPiece: Int
  /// The formula in MathML, for books.
  package var math: String

  package init(
    html: String, declarations: [String], classes: [String], privateCharacters: [Unicode.Scalar] = [],
    lettering: [Lettering] = [], characters: Int, longestPiece: Int, math: String = ""
  ) {
    self.html = html
    self.declarations = declarations
    self.classes = classes
    self.privateCharacters = privateCharacters
    self.lettering = lettering
    self.characters = characters
    self.longestPiece = longestPiece
    self.math = math
  }
}

/// The characters that a formula sets in a font, each once.
package struct Lettering: Sendable, Equatable {
  package var font: String
  package var characters: String

  package init(font: String, characters: String) {
    self.font = font
    self.characters = characters
  }
}

/// What is wrong with a formula, and where: an offset into its TeX in UTF-8 bytes, if the fault has a place.
package struct FormulaFault: Error, Sendable, Equatable {
  package var message: String
  package var offset: Int?

  package init(message: String, offset: Int?) {
    self.message = message
    self.offset = offset
  }
}

/// What became of every formula of a course.
package struct FormulaTable: Sendable, Equatable {
  package var results: [FormulaKey: Result<SetFormula, FormulaFault>]
  /// Why no formula was set, where none was.
  package var absence: String?

  package init(results: [FormulaKey: Result<SetFormula, FormulaFault>] = [:], absence: String? = nil) {
    self.results = results
    self.absence = absence
  }

  /// The formula as HTML; nil where it could not be set.
  package func formula(_ key: FormulaKey) -> SetFormula? { try? results[key]?.get() }

  /// What became of some of them.
  package func table(of formulas: [Formula]) -> FormulaTable {
    let keys = Set(formulas.map(\.key))
    return FormulaTable(results: results.filter { keys.contains($0.key) }, absence: absence)
  }
}
