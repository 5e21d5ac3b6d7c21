import Foundation
import LessonModel
import Machine
import MathSetting
import Testing

@Suite("KaTeX in the engine")
struct TypesetterTests {
  /// `Goldens/make.js` made the digests with the same KaTeX in node.
  @Test func formulasAreWhatNodeMakesOfThem() throws {
    let formulas = try InstalledKaTeX.lines("formulas.txt")
    let digests = try InstalledKaTeX.lines("formulas.sha256")
    try #require(formulas.count >= 40 && digests.count == formulas.count + 1)
    guard InstalledKaTeX.source.contains("version:\"\(digests[0].dropFirst(6))\"") else {
      Issue.record("this machine has another KaTeX than '\(digests[0])'; make the digests anew with Goldens/make.js")
      return
    }
    let typesetter = try InstalledKaTeX.typesetter()
    for (formula, wanted) in zip(formulas, digests.dropFirst()) {
      let made = [false, true].map { isDisplay in
        (try? typesetter.html(formula, isDisplay: isDisplay)).map { SHA256.digest(Array($0.utf8)) } ?? "-"
      }
      #expect(made.joined(separator: " ") == wanted, "\(formula)")
    }
  }

  /// Duktape keeps characters above U+FFFF as two surrogates.
  @Test(arguments: ["\\text{😀}", "\\text{𝒳 损失 é}", "𝐀"])
  func charactersOfAllPlanesPass(tex: String) throws {
    let html = try InstalledKaTeX.typesetter().html(tex, isDisplay: false)
    let shown = tex.replacing("\\text{", with: "").replacing("}", with: "")
    #expect(html.contains(">\(tex)</annotation>"))
    #expect(html.contains(shown) || html.contains(">A<"))
    #expect(!html.contains("\u{FFFD}"))
  }

  @Test(arguments: ["bmatrix", "pmatrix", "vmatrix"])
  func matricesNeedWhatTheEngineLacks(name: String) throws {
    #expect(
      try InstalledKaTeX.typesetter().html("\\begin{\(name)} a \\\\ b \\end{\(name)}", isDisplay: true).contains("<mtable"))
  }

  @Test(arguments: [
    ("x + \\foo", "Undefined control sequence: \\foo", 4), ("a^b^c", "Double superscript", 3),
    ("\\frac{1}{", "Unexpected end of input in a macro argument, expected '}'", 9), ("x }", "Expected 'EOF', got '}'", 2),
    ("损失 \\foo", "Undefined control sequence: \\foo", 7), ("😀 + \\foo", "Undefined control sequence: \\foo", 7),
    ("\\begin{cases} a", "Expected & or \\\\ or \\cr or \\end", 15),
  ])
  func faultsHaveAPlace(tex: String, message: String, offset: Int?) throws {
    #expect(throws: FormulaFault(message: message, offset: offset)) {
      try InstalledKaTeX.typesetter().html(tex, isDisplay: false)
    }
  }

  @Test func aMacroThatGrowsWithoutEndIsAFault() throws {
    let fault = #expect(throws: FormulaFault.self) {
      try InstalledKaTeX.typesetter().html("\\def\\a{\\a\\a}\\a", isDisplay: false)
    }
    #expect(fault?.message.contains("Too many expansions") == true)
  }

  @Test(arguments: [
    "\\href{https://a.org}{x}", "\\url{https://a.org}", "\\includegraphics{a.png}", "\\htmlClass{a}{x}", "\\htmlId{a}{x}",
    "\\htmlStyle{color:red}{x}", "\\htmlData{a=b}{x}",
  ])
  func markupOfTheAuthorsOwnIsRefused(tex: String) throws {
    let fault = #expect(throws: FormulaFault.self) { try InstalledKaTeX.typesetter().html("y + " + tex, isDisplay: false) }
    #expect(fault?.offset == 4)
    #expect(fault?.message.contains("is not let through") == true)
  }

  @Test func sizesAreBounded() throws {
    #expect(try InstalledKaTeX.typesetter().html("\\rule{999em}{1em}", isDisplay: false).contains("border-right-width:50em"))
  }

  /// A formula that asks too much is a fault, and the engine sets the next one as if nothing had been.
  @Test(arguments: [
    String(repeating: "{", count: 1_900) + String(repeating: "}", count: 1_900), String(repeating: "x", count: 4_001),
    String(repeating: "\\sqrt", count: 700) + "x",
  ])
  func theEngineOutlivesFormulasThatAskTooMuch(tex: String) throws {
    let typesetter = try InstalledKaTeX.typesetter()
    #expect(throws: FormulaFault.self) { try typesetter.html(tex, isDisplay: false) }
    #expect(try typesetter.html("x", isDisplay: false).contains("<mi>x</mi>"))
  }

  @Test func aLongFormulaIsSet() throws {
    let long = (0..<150).map { "\\frac{a_{\($0)}}{b}" }.joined(separator: " + ")
    #expect(try InstalledKaTeX.typesetter().html(long, isDisplay: true).contains("149"))
  }

  @Test func definitionsDoNotOutliveTheirFormula() throws {
    let typesetter = try InstalledKaTeX.typesetter()
    #expect(try typesetter.html("\\gdef\\mine{x}\\mine", isDisplay: false).contains("<mi>x</mi>"))
    #expect(throws: FormulaFault.self) { try typesetter.html("\\mine", isDisplay: false) }
  }

  @Test func eachThreadMayHaveAnEngine() async throws {
    let pages = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try InstalledKaTeX.typesetter().html("\\frac{a}{b}", isDisplay: true) } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(pages.count == 1)
  }

  @Test func whatIsNotKaTeXIsAFault() {
    #expect(throws: TypesetterFault.self) { try Typesetter(katex: "(") }
    #expect(throws: FormulaFault.self) { try Typesetter(katex: "").html("x", isDisplay: false) }
  }
}

@Suite("CESU-8")
struct CESU8Tests {
  @Test(arguments: ["", "abc", "é损失", "😀", "a😀b𝐀", "\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"])
  func goesThereAndBack(text: String) {
    #expect(CESU8.decoded(CESU8.encoded(text)) == text)
  }

  @Test func astralCharactersAreTwoSurrogates() {
    #expect(CESU8.encoded("😀") == [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80])
    #expect(CESU8.decoded([0xED, 0xA0, 0xBD]) == "\u{FFFD}")
  }
}
