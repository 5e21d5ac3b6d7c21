import Foundation
import LessonModel
import Machine
import MathSetting
import TestSupport
import Testing

@Suite("Setting the formulas of a course")
struct FormulaSetterTests {
  private func formula(_ tex: String, isDisplay: Bool = false) -> Formula {
    Formula(key: FormulaKey(tex: tex, isDisplay: isDisplay), offsets: Array(0...tex.utf8.count))
  }

  private func table(_ formulas: [Formula], cache: String?, jobs: Int = 1) throws -> FormulaTable {
    FormulaSetter(katex: try InstalledKaTeX.files(), cache: FormulaCache(folder: cache), jobs: jobs).table(formulas)
  }

  @Test func eachIsSetOnceWhereverItStands() throws {
    let table = try table(
      [formula("x"), formula("x"), formula("x", isDisplay: true), formula("\\foo"), formula("\\foo")], cache: nil)
    #expect(table.results.count == 3)
    #expect(table.formula(FormulaKey(tex: "x", isDisplay: false))?.math.contains("<mi>x</mi>") == true)
    #expect(table.formula(FormulaKey(tex: "x", isDisplay: true))?.html.contains("katex-display") == true)
    #expect(table.formula(FormulaKey(tex: "\\foo", isDisplay: false)) == nil)
  }

  @Test func severalWorkersMakeWhatOneMakes() throws {
    let formulas = (0..<100).map { formula("x_{\($0)}") }
    #expect(try table(formulas, cache: nil, jobs: 1) == table(formulas, cache: nil, jobs: 3))
  }

  /// What lies in the cache under its key is believed: no engine runs for it. What was damaged is made anew.
  @Test func aRebuildTakesWhatIsKept() throws {
    let folder = try TemporaryFolder()
    let formulas = [formula("x"), formula("\\foo")]
    let first = try table(formulas, cache: folder.path)
    let entries = folder.files
    #expect(entries.count == 1, "a fault is not kept")
    let key = try #require(entries.first?.split(separator: "/").last.map(String.init))
    let mark = SetFormula(html: "<b>kept</b>", declarations: [], classes: [], characters: 4, longestPiece: 4)
    SealedStore(folder: folder.path, kind: "formulas").keep(FormulaCache.fields(mark), for: key)
    #expect(try table(formulas, cache: folder.path).formula(FormulaKey(tex: "x", isDisplay: false)) == mark)
    try folder.write("damaged", to: entries[0])
    #expect(try table(formulas, cache: folder.path) == first)
    #expect(try table(formulas, cache: folder.path) == first)
  }

  @Test func withoutKaTeXNothingIsSet() throws {
    let formulas = [formula("\\foo")]
    let table = FormulaSetter(katex: nil, cache: FormulaCache(folder: nil), jobs: 1).table(formulas)
    #expect(table.absence != nil && table.results.isEmpty)
    let broken = KaTeX(script: Array("(".utf8), style: [], fonts: [])
    #expect(FormulaSetter(katex: broken, cache: FormulaCache(folder: nil), jobs: 1).table(formulas).absence != nil)
    #expect(FormulaSetter(katex: nil, cache: FormulaCache(folder: nil), jobs: 1).table([]).absence == nil)
  }

  @Test func filesAreFoundWhereTheEnvironmentSays() throws {
    let folder = try TemporaryFolder()
    #expect(KaTeX.find(executable: "/nowhere/lessons", environment: ["LESSONS_KATEX": folder.path]) == nil)
    try folder.write("a version:\"9.9.9\" b", to: "katex.js")
    try folder.write("c", to: "katex.css")
    #expect(KaTeX.find(executable: "/nowhere/lessons", environment: ["LESSONS_KATEX": folder.path]) == nil, "no fonts")
    try folder.write("d", to: "fonts/KaTeX_Main-Regular.woff2")
    #expect(KaTeX.find(executable: "/nowhere/lessons", environment: ["LESSONS_KATEX": folder.path])?.version == "9.9.9")
  }

  @Test func noStyleAttributeIsLeft() throws {
    let lines = try InstalledKaTeX.lines("formulas.txt")
    let table = try table(lines.map { formula($0, isDisplay: true) }, cache: nil, jobs: 2)
    let made = lines.compactMap { table.formula(FormulaKey(tex: $0, isDisplay: true)) }
    #expect(made.count == lines.count)
    for formula in made { #expect(!formula.html.contains(" style=") && !formula.html.contains("<script")) }
    let sheet = StyleClasses.sheet(made.flatMap(\.declarations))
    #expect(sheet.count { $0 == "}" } == Set(made.flatMap(\.declarations)).count + 1, "and the brace around them")
  }
}

@Suite("Kept formulas")
struct FormulaCacheTests {
  private static let formulas = [
    SetFormula(
      html: "<span>é\n</span>\n", declarations: ["height:1em", "top:2em"], classes: ["katex"], privateCharacters: ["\u{E020}"],
      characters: 3, longestPiece: 2),
    SetFormula(
      html: "x", declarations: [], classes: [],
      lettering: [Lettering(font: "A", characters: ";\n,x"), Lettering(font: "B", characters: "")], characters: 1,
      longestPiece: 1),
    SetFormula(html: "", declarations: [], classes: [], characters: 0, longestPiece: 0),
  ]

  @Test(arguments: formulas)
  func comeBackAsTheyWere(formula: SetFormula) {
    #expect(FormulaCache.formula(FormulaCache.fields(formula)) == formula)
  }

  @Test func areMissesWhereAFieldIsMissingOrNoNumber() throws {
    let fields = FormulaCache.fields(Self.formulas[0])
    #expect(FormulaCache.formula(Array(fields.dropLast())) == nil)
    #expect(FormulaCache.formula(fields + [[]]) == nil)
    var damaged = fields
    damaged[4] = Array("many".utf8)
    #expect(FormulaCache.formula(damaged) == nil)
  }
}
