import Foundation
import LessonsCore
import Testing

@Suite("Setting the formulas of a course")
struct FormulaSetterTests {
  private static func katex() throws -> KaTeXFiles {
    let environment = ProcessInfo.processInfo.environment.filter { $0.key == "LESSONS_KATEX" }
    return try #require(
      KaTeXFiles.find(executable: "/nowhere/lessons", environment: environment), "install libjs-katex and fonts-katex")
  }

  private func formulas(_ text: String) throws -> [Formula] { try #require(readLesson(text).lesson).formulas }

  private func table(_ formulas: [Formula], cache: String?, jobs: Int = 1) throws -> FormulaTable {
    FormulaSetter(files: try Self.katex(), cache: FormulaCache(folder: cache), jobs: jobs).table(formulas)
  }

  /// The fault stands at the mark, in lines and columns of the file.
  @Test(arguments: [
    "# T\n\nSee $x + «1»\\foo$.\n", "---\ntitle: T\n---\n\nA $x$ 损失 $😀 «1»\\foo$\n", "# T\n\n$$\nx\n  + «1»\\foo\n$$\n",
    "# T\n\n> > $$\n> > x +\n> >   «1»\\foo\n> > $$\n", "# T\n\n- a\n\n  ```math\n  x\n  «1»\\foo\n  ```\n",
    "# T\n\n```math\n«1»\\foo\n```\n",
    "# T\n\n> ~~~ math\n> a + «1»\\foo\n> ~~~\n", "# T\n\n| a | $|b| + «1»\\foo$ |\n|---|---|\n", "# T $«1»\\foo$\n",
    "# T\n\n```swift {#a caption=\"See $x «1»\\foo$\"}\nlet a = 1\n```\n", "# T\n\na\\\n$y «1»\\href{b}{c}$\n",
    "\u{FEFF}# T\r\n\r\n$$\r\nx\r\n«1»\\foo\r\n$$\r\n", "# T\n\n$x«1»$\n".replacing("$x«1»$", with: "$«1»x^$"),
  ])
  func aFaultHasItsPlace(marked: String) throws {
    let text = MarkedText(marked)
    let lesson = try #require(readLesson(text.text).lesson)
    let table = try table(lesson.formulas, cache: nil)
    let found = table.diagnostics(of: lesson)
    #expect(found.map(\.kind) == [.math])
    let wanted = try #require(text.places[1])
    // What is missing at the end is told where it should stand.
    let isAtEnd = found.first?.message.hasPrefix("Expected group") == true
    #expect(found.first?.position == (isAtEnd ? SourcePosition(line: wanted.line, column: wanted.column + 1) : wanted))
  }

  @Test func eachIsSetOnceWhereverItStands() throws {
    let table = try table(formulas("# T $x$\n\n$x$ and $$x$$ and $\\foo$ and $\\foo$\n"), cache: nil)
    #expect(table.results.count == 3)
    #expect(table.formula(FormulaKey(tex: "x", isDisplay: false))?.html.contains("<mi>x</mi>") == true)
    #expect(table.formula(FormulaKey(tex: "x", isDisplay: true))?.html.contains("katex-display") == true)
    #expect(table.formula(FormulaKey(tex: "\\foo", isDisplay: false)) == nil)
  }

  @Test func severalWorkersMakeWhatOneMakes() throws {
    let formulas = try formulas("# T\n\n" + (0..<100).map { "$x_{\($0)}$ " }.joined())
    #expect(try table(formulas, cache: nil, jobs: 1) == table(formulas, cache: nil, jobs: 3))
  }

  /// What lies in the cache under its key is believed: no engine runs for it. What was damaged is made anew.
  @Test func aRebuildTakesWhatIsKept() throws {
    let folder = try TemporaryFolder()
    let formulas = try formulas("# T\n\n$x$ $\\foo$\n")
    let first = try table(formulas, cache: folder.path)
    let entries = folder.files
    #expect(entries.count == 1, "a fault is not kept")
    let key = try #require(entries.first?.split(separator: "/").last.map(String.init))
    let mark = SetFormula(html: "<b>kept</b>", declarations: [], classes: [])
    try Data(FormulaCache.encode(mark, key: key)).write(to: URL(fileURLWithPath: folder.path + "/" + entries[0]))
    #expect(try table(formulas, cache: folder.path).formula(FormulaKey(tex: "x", isDisplay: false)) == mark)
    try folder.write("damaged", to: entries[0])
    #expect(try table(formulas, cache: folder.path) == first)
    #expect(try table(formulas, cache: folder.path) == first)
  }

  @Test func withoutKaTeXNothingIsSetAndNothingIsWrong() throws {
    let lesson = try #require(readLesson("# T\n\n$\\foo$\n").lesson)
    let table = FormulaSetter(files: nil, cache: FormulaCache(folder: nil), jobs: 1).table(lesson.formulas)
    #expect(table.absence != nil && table.diagnostics(of: lesson).isEmpty)
    let broken = KaTeXFiles(script: Array("(".utf8), style: [], fonts: "")
    #expect(FormulaSetter(files: broken, cache: FormulaCache(folder: nil), jobs: 1).table(lesson.formulas).absence != nil)
    #expect(FormulaSetter(files: nil, cache: FormulaCache(folder: nil), jobs: 1).table([]).absence == nil)
  }

  @Test func filesAreFoundWhereTheEnvironmentSays() throws {
    let folder = try TemporaryFolder()
    #expect(KaTeXFiles.find(executable: "/nowhere/lessons", environment: ["LESSONS_KATEX": folder.path]) == nil)
    try folder.write("a version:\"9.9.9\" b", to: "katex.js")
    try folder.write("c", to: "katex.css")
    #expect(KaTeXFiles.find(executable: "/nowhere/lessons", environment: ["LESSONS_KATEX": folder.path]) == nil, "no fonts")
    try folder.write("d", to: "fonts/KaTeX_Main-Regular.woff2")
    #expect(KaTeXFiles.find(executable: "/nowhere/lessons", environment: ["LESSONS_KATEX": folder.path])?.version == "9.9.9")
  }

  @Test func noStyleAttributeIsLeft() throws {
    let file = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../MathematicsTests/Goldens/formulas.txt")
      .standardizedFileURL
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let table = try table(try formulas("# T\n\n" + lines.map { "```math\n\($0)\n```\n\n" }.joined()), cache: nil, jobs: 2)
    let made = lines.compactMap { table.formula(FormulaKey(tex: String($0), isDisplay: true)) }
    #expect(made.count == lines.count)
    for formula in made { #expect(!formula.html.contains(" style=") && !formula.html.contains("<script")) }
    let sheet = StyleClasses.sheet(made.flatMap(\.declarations))
    #expect(sheet.split(separator: "\n").count == Set(made.flatMap(\.declarations)).count)
  }
}

@Suite("Kept formulas")
struct FormulaCacheTests {
  private let key = SHA256.digest(Array("key".utf8))
  private let formula = SetFormula(html: "<span>é\n</span>\n", declarations: ["height:1em", "top:2em"], classes: ["katex"])

  @Test func comeBackAsTheyWere() {
    #expect(FormulaCache.decode(FormulaCache.encode(formula, key: key), key: key) == formula)
    let bare = SetFormula(html: "", declarations: [], classes: [])
    #expect(FormulaCache.decode(FormulaCache.encode(bare, key: key), key: key) == bare)
  }

  @Test func areMissesWhenAnythingIsChanged() {
    let bytes = FormulaCache.encode(formula, key: key)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x20
      #expect(FormulaCache.decode(damaged, key: key) == nil)
      #expect(FormulaCache.decode(Array(bytes[..<index]), key: key) == nil)
    }
    #expect(FormulaCache.decode(bytes, key: SHA256.digest(Array("other".utf8))) == nil)
  }
}
