package import LessonModel
import Machine

/// `[Formula] → FormulaTable`: sets every formula of a course once, or takes it from the cache; then no engine is started.
package struct FormulaSetter: Sendable {
  private let katex: KaTeX?
  private let cache: FormulaCache
  private let jobs: Int

  /// - Parameters:
  ///   - katex: KaTeX; nil where it is not installed.
  ///   - cache: Where formulas are kept between builds.
  ///   - jobs: How many engines may work side by side.
  package init(katex: KaTeX?, cache: FormulaCache, jobs: Int) {
    self.katex = katex
    self.cache = cache
    self.jobs = max(jobs, 1)
  }

  /// An engine takes as long to start as some forty formulas to set.
  private static let formulasWorthAnEngine = 40

  package func table(_ formulas: some Sequence<Formula>) -> FormulaTable {
    let keys = formulas.map(\.key).unique
    if keys.isEmpty { return FormulaTable() }
    guard let katex else { return FormulaTable(absence: "KaTeX is not installed") }
    let version = SHA256.digest(katex.script + katex.style)
    var table = FormulaTable()
    var missing: [FormulaKey] = []
    for key in keys {
      if let formula = cache.formula(for: digest(key, version)) {
        table.results[key] = .success(formula)
      } else {
        missing.append(key)
      }
    }
    do {
      for (key, result) in try set(missing, katex) {
        table.results[key] = result
        if case .success(let formula) = result { cache.keep(formula, for: digest(key, version)) }
      }
    } catch {
      return FormulaTable(absence: "KaTeX \(katex.version) does not start: \(error.message)")
    }
    return table
  }

  private typealias Setting = (key: FormulaKey, result: Result<SetFormula, FormulaFault>)

  private func set(_ keys: [FormulaKey], _ katex: KaTeX) throws(TypesetterFault) -> [Setting] {
    if keys.isEmpty { return [] }
    let count = min(max(keys.count / Self.formulasWorthAnEngine, 1), jobs)
    let size = (keys.count + count - 1) / count
    let parts = stride(from: 0, to: keys.count, by: size).map { Array(keys[$0..<min($0 + size, keys.count)]) }
    let script = String(decoding: katex.script, as: UTF8.self)
    let style = String(decoding: katex.style, as: UTF8.self)
    let (named, fonts) = (StyleClasses.named(in: style), FontRules(style: style))
    // Each worker has an engine of its own: one serves one thread.
    let made = Parallel.map(parts, jobs: jobs) { part in
      Result<[Setting], TypesetterFault> { () throws(TypesetterFault) in
        let typesetter = try Typesetter(katex: script)
        return part.map { key in (key, Self.set(key, typesetter, named, fonts)) }
      }
    }
    var settings: [Setting] = []
    for part in made { settings += try part.get() }
    return settings
  }

  private static func set(
    _ key: FormulaKey, _ typesetter: Typesetter, _ named: Set<String>, _ fonts: FontRules
  ) -> Result<SetFormula, FormulaFault> {
    Result { () throws(FormulaFault) in
      let html = try typesetter.html(key.tex, isDisplay: key.isDisplay)
      let moved = StyleClasses.moved(html, named: named)
      let compact = FormulaCompactor.compact(moved.html, declarations: moved.declarations)
      return SetFormula(
        html: compact.html, declarations: compact.declarations, classes: moved.classes,
        privateCharacters: compact.privateCharacters.sorted { $0.value < $1.value },
        lettering: fonts.lettering(of: moved.html), characters: compact.characters, longestPiece: compact.longestPiece,
        math: MathML.math(in: html))
    }
  }

  private func digest(_ key: FormulaKey, _ version: String) -> String {
    var digest = SHA256()
    for field in ["formula 12", version, Typesetter.driver, key.isDisplay ? "display" : "inline", key.tex] {
      digest.update(field: field)
    }
    return digest.finish()
  }
}

/// Formulas by the digest of everything that decides how they look. A formula with a fault is never kept.
package struct FormulaCache: Sendable {
  private let store: SealedStore

  /// - Parameter folder: The folder of the cache; nil where nothing is kept.
  package init(folder: String?) { store = SealedStore(folder: folder, kind: "formulas") }

  func formula(for key: String) -> SetFormula? { store.fields(for: key).flatMap(Self.formula) }

  func keep(_ formula: SetFormula, for key: String) { store.keep(Self.fields(formula), for: key) }

  package static func fields(_ formula: SetFormula) -> [[UInt8]] {
    let fields = [
      formula.html, formula.declarations.joined(separator: ";"), formula.classes.joined(separator: ";"),
      formula.privateCharacters.map { String($0.value) }.joined(separator: ";"), String(formula.characters),
      String(formula.longestPiece), formula.math,
    ]
    return (fields + formula.lettering.flatMap { [$0.font, $0.characters] }).map { Array($0.utf8) }
  }

  package static func formula(_ fields: [[UInt8]]) -> SetFormula? {
    let texts = fields.map { String(decoding: $0, as: UTF8.self) }
    guard texts.count >= 7, texts.count % 2 == 1, let characters = Int(texts[4]), let longestPiece = Int(texts[5]) else {
      return nil
    }
    func list(_ text: String) -> [String] { text.split(separator: ";").map(String.init) }
    return SetFormula(
      html: texts[0], declarations: list(texts[1]), classes: list(texts[2]),
      privateCharacters: list(texts[3]).compactMap { UInt32($0).flatMap(Unicode.Scalar.init) },
      lettering: stride(from: 7, to: texts.count, by: 2).map { Lettering(font: texts[$0], characters: texts[$0 + 1]) },
      characters: characters, longestPiece: longestPiece, math: texts[6])
  }
}
