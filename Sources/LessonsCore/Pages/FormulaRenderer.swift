/// A formula in the page: as KaTeX set it, or its TeX where it could not be set.
enum FormulaRenderer {
  static func html(_ key: FormulaKey, _ table: FormulaTable) -> HTML {
    guard let formula = table.formula(key) else {
      return key.isDisplay ? "<code class=\"math display\">\(key.tex)</code>" : "<code class=\"math\">\(key.tex)</code>"
    }
    // KaTeX's HTML holds line ends inside drawings: it goes into the page as it is.
    if !key.isDisplay, longestPiece(formula.html) <= 20 { return HTML(unsafe: formula.html) }
    let name = key.isDisplay ? "math-display" : "math-long"
    let stop: HTML = mayScroll(key, formula) ? " tabindex=\"0\"" : ""
    return "<span class=\"\(name)\"\(stop)>\(unsafe: formula.html)</span>"
  }

  /// Whether a formula may be wider than a phone: its box then scrolls, and what scrolls must be reached by keyboard.
  private static func mayScroll(_ key: FormulaKey, _ formula: SetFormula) -> Bool {
    let wide = ["space", "quad", "kern", "rule", "tag", "begin", "phantom"]
    return characters(formula.html[...]) > 16 || wide.contains { key.tex.contains($0) }
  }

  /// The most characters that a line must keep together: KaTeX lets lines break between its bases.
  private static func longestPiece(_ html: String) -> Int {
    html.split(separator: FormulaCompactor.base).dropFirst().map { characters($0) }.max() ?? 0
  }

  /// How many characters of a formula a reader sees.
  private static func characters(_ html: Substring) -> Int {
    var count = 0
    var isInTag = false
    // The MathML twin is for those who hear it.
    let shown = html.firstRange(of: "</math>").map { html[$0.upperBound...] } ?? html
    for byte in shown.utf8 {
      if byte == UInt8(ascii: "<") { isInTag = true }
      // A reference or a character of several bytes counts once.
      if !isInTag, byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return count
  }
}
