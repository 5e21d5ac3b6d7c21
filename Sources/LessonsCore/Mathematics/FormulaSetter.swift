internal import Mathematics

/// `[Formula] → FormulaTable`: sets every formula of a course once, or takes it from the cache; then no engine is started.
package struct FormulaSetter: Sendable {
  var files: KaTeXFiles?
  var cache: FormulaCache
  var jobs: Int

  /// - Parameter files: KaTeX; nil where it is not installed.
  package init(files: KaTeXFiles?, cache: FormulaCache, jobs: Int) {
    self.files = files
    self.cache = cache
    self.jobs = jobs
  }

  /// An engine takes as long to start as some forty formulas to set.
  private static let formulasWorthAnEngine = 40

  package func table(_ formulas: some Sequence<Formula>) -> FormulaTable {
    var seen: Set<FormulaKey> = []
    let keys = formulas.map(\.key).filter { seen.insert($0).inserted }
    if keys.isEmpty { return FormulaTable() }
    guard let files else { return FormulaTable(absence: "KaTeX is not installed") }
    let version = SHA256.digest(files.script + files.style)
    let kept = keys.map { cache.formula(for: digest($0, version)) }
    let missing = zip(keys, kept).filter { $1 == nil }.map(\.0)
    var results: [FormulaKey: Result<SetFormula, FormulaFault>] = [:]
    for (key, formula) in zip(keys, kept) { results[key] = formula.map { .success($0) } }
    do {
      for (key, result) in zip(missing, try set(missing, files)) {
        results[key] = result
        if case .success(let formula) = result { cache.keep(formula, for: digest(key, version)) }
      }
    } catch {
      return FormulaTable(absence: "KaTeX \(files.version) does not start: \(error.message)")
    }
    return FormulaTable(results: results, files: files)
  }

  private func set(_ keys: [FormulaKey], _ files: KaTeXFiles) throws(TypesetterFault) -> [Result<SetFormula, FormulaFault>] {
    if keys.isEmpty { return [] }
    let count = min(max(keys.count / Self.formulasWorthAnEngine, 1), max(jobs, 1))
    let size = (keys.count + count - 1) / count
    let parts = stride(from: 0, to: keys.count, by: size).map { Array(keys[$0..<min($0 + size, keys.count)]) }
    let script = String(decoding: files.script, as: UTF8.self)
    let named = StyleClasses.named(in: String(decoding: files.style, as: UTF8.self))
    // Each worker has an engine of its own: one serves one thread.
    let made = Parallel.map(parts, jobs: max(jobs, 1)) { part in
      Result<[Result<SetFormula, FormulaFault>], TypesetterFault> { () throws(TypesetterFault) in
        let typesetter = try Typesetter(katex: script)
        return part.map { key in Self.set(key, typesetter, named) }
      }
    }
    var results: [Result<SetFormula, FormulaFault>] = []
    for part in made { results += try part.get() }
    return results
  }

  private static func set(_ key: FormulaKey, _ typesetter: Typesetter, _ named: Set<String>) -> Result<SetFormula, FormulaFault>
  {
    Result { () throws(FormulaFault) in
      let moved = StyleClasses.moved(try typesetter.html(key.tex, isDisplay: key.isDisplay), named: named)
      let compact = FormulaCompactor.compact(moved.html)
      return SetFormula(
        html: compact.html, declarations: moved.declarations, classes: moved.classes,
        privateCharacters: compact.privateCharacters.map { $0 }.sorted { $0.value < $1.value })
    }
  }

  private func digest(_ key: FormulaKey, _ version: String) -> String {
    var digest = SHA256()
    for field in ["formula 2", version, Typesetter.driver, key.isDisplay ? "display" : "inline", key.tex] {
      digest.update(field: field)
    }
    return digest.finish()
  }
}
