import LessonModel
import MathSetting
import Testing

@Suite("Styles as classes")
struct StyleClassesTests {
  @Test(arguments: [
    ("height:1.08em", "h1_08"), ("top:-3.06em", "t-3_06"), ("vertical-align:-.25em", "v-_25"), ("width:0em", "w0"),
    ("margin-right:.06em", "r_06"), ("border-bottom-width:.04em", "x_04"),
  ])
  func commonOnesAreNamedAfterWhatTheySay(declaration: String, name: String) {
    #expect(StyleClasses.name(of: declaration[...]) == name)
  }

  @Test(arguments: [
    ("height:1.0833em", "height:1.08em"), ("vertical-align:-0.256em", "vertical-align:-.26em"), ("top:-3em", "top:-3em"),
    ("margin-left:-0.0021em", "margin-left:0em"), ("margin-right:0.996em", "margin-right:1em"),
    ("color:#0.125em", "color:#0.125em"), ("padding:0.3333em 1em", "padding:0.3333em 1em"),
    ("height:1.0833px", "height:1.0833px"),
  ])
  func lengthsAreRoundedToAHundredthOfALine(declaration: String, rounded: String) {
    #expect(StyleClasses.rounded(declaration[...]) == rounded)
  }

  @Test func noTwoDeclarationsShareAName() {
    let properties = [
      "height", "top", "vertical-align", "margin-right", "margin-left", "left", "width", "min-width", "color", "border-width",
    ]
    let values = ["1em", "-1em", ".1em", "-.1em", "10em", "1.0em", "1px", "red", "calc(100% - 1em)"]
    let names = properties.flatMap { property in values.map { StyleClasses.name(of: "\(property):\($0)") } }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") } })
  }

  @Test(arguments: [
    (
      "<span class=\"base idle\" style=\"height:1em;top:-2em;\">x</span>", "<span class=\"base h1 t-2\">x</span>",
      ["height:1em", "top:-2em"]
    ),
    (
      "<span style=\"height:1em;\"></span><span style=\"height:1em;\"></span>", "<span class=h1></span><span class=h1></span>",
      ["height:1em"]
    ),
    ("<span class=\"idle\">x</span>", "<span>x</span>", []),
    ("<span class=\"base\">a &lt; b</span>", "<span class=base>a &lt; b</span>", []),
    (
      "<svg xmlns=\"a\" width='1em' style='width:1em'><path d='M0\n1'/></svg>",
      "<svg class=w1 width='1em'><path d='M0\n1'/></svg>", ["width:1em"]
    ),
    ("<span class=\"katex-html\" aria-hidden=\"true\">", "<span class=katex-html aria-hidden=\"true\">", []),
  ])
  func leaveTheTags(html: String, moved: String, declarations: [String]) {
    let result = StyleClasses.moved(html, named: ["base", "katex-html"])
    #expect(result.html == moved)
    #expect(result.declarations == declarations)
  }

  @Test func theSheetHasEachDeclarationOnceInOrder() {
    #expect(StyleClasses.sheet(["top:1em", "height:1em", "top:1em"]) == ".katex{.h1{height:1em}.t1{top:1em}}\n")
  }

  @Test func theStyleKeepsFontsOfOneFormatAndRulesOfClassesThatAreUsed() {
    let style =
      "@font-face{font-family:A;src:url(fonts/A.woff2) format('woff2'),url(fonts/A.woff) format('woff'),url(fonts/A.ttf) format('truetype')}"
      + ".katex .a,.katex .b:not(.c){font-family:A}@font-face{font-family:B;src:url(fonts/B.woff2)}.katex .d>span{z:w}body{v:u}"
    let files = KaTeX(script: [], style: Array(style.utf8), fonts: [])
    let kept = MathFiles.pruned(MathFiles.style(files), keeping: ["katex", "b"])
    #expect(kept == "@font-face{font-family:A;src:url(katex/A.woff2)}.katex .b:not(.c){font-family:A}body{v:u}")
  }
}

/// How what stands in a formula's tables is aligned.
@Suite struct AlignmentTests {
  /// A table whose rows hang below the line has another class than one that stands on it; a rule for the one must reach both.
  @Test func ofTablesStandWhateverTheirRowsAre() throws {
    let style = MathFiles.style(try InstalledKaTeX.files())
    let parents = style.matches(of: /([^{},]+)>\.vlist-t[,{]/).map { String($0.1) }
    #expect(parents.contains(".katex .mtable .col-align-r") && parents.contains(".katex .op-limits"))
    for parent in parents { #expect(style.contains("\(parent)>.vlist-t,\(parent)>.vlist-t2{")) }
  }
}

/// The style sheets of a site.
@Suite struct MathFilesTests {
  private static let katex = KaTeX(
    script: [],
    style: Array(
      "@font-face{font-family:A;src:url(fonts/A.woff2) format('woff2')}.katex .one{font-family:A}.katex .two{c:d}".utf8),
    fonts: [SiteFile(path: "A.woff2", bytes: [1])])

  private static func formula(_ html: String, _ classes: [String], _ declarations: [String]) -> SetFormula {
    SetFormula(html: html, declarations: declarations, classes: classes, characters: 1, longestPiece: 1)
  }

  @Test func eachLessonHasWhatItsFormulasNeedAndTheBookAll() throws {
    let files = MathFiles.files(
      Self.katex,
      [
        ("01-a", [Self.formula("x", ["katex", "one"], ["top:1em"])]),
        ("part/02-b", [Self.formula("y", ["katex", "two"], ["top:2em"])]),
        ("03-c", []),
      ], FontCores([]))
    let sheets = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    func holds(_ path: String) throws -> [Bool] {
      let sheet = try #require(sheets["assets/" + path])
      return [".one{", ".two{", "top:1em", "top:2em"].map(sheet.contains)
    }
    #expect(try holds("math.css") == [true, true, true, true])
    #expect(try holds("math/01-a.css") == [true, false, true, false])
    #expect(try holds("math/part/02-b.css") == [false, true, false, true])
    #expect(sheets["assets/math/03-c.css"] == nil, "a lesson without formulas has no sheet")
    #expect(try #require(sheets["assets/math.css"]).contains("url(katex/A.woff2)"))
    #expect(try #require(sheets["assets/math/01-a.css"]).contains("url(../katex/A.woff2)"))
    #expect(sheets["assets/katex/A.woff2"] != nil)
    let notes = try #require(sheets["assets/math-notes.css"])
    #expect(notes.contains("@font-face{font-family:A;src:url(katex/A.woff2)}.note-box{.katex .one{") && notes.hasSuffix("}\n}"))
  }
}

@Suite struct FontCoreTests {
  private static let whole = "@font-face{font-family:A;src:url(katex/A.woff2)}"
  private static let more = "@font-face{font-family:A;src:url(katex/more-A.woff2);unicode-range:U+AC}"
  private static let core = "@font-face{font-family:A;src:url(katex/core-A.woff2);unicode-range:U+20-7E,U+3B1}"

  /// Of faces of one name the last that holds a character is taken: the whole font serves what no small form holds.
  @Test(arguments: [("", ""), ("aα", core), ("a¬", more + core), ("¬", more), ("aβ", whole + core), ("β", whole)])
  func aSheetHasTheFormsThatItsFormulasNeed(characters: String, faces: String) {
    let cores = FontCores([
      .init(tier: "core", range: "U+20-7E,U+3B1", font: SiteFile(path: "A.woff2", bytes: [1])),
      .init(tier: "more", range: "U+AC", font: SiteFile(path: "A.woff2", bytes: [2])),
    ])
    let other = "@font-face{src:url(katex/B.woff2)}a{b:c}"
    let lettering = [Lettering(font: "A", characters: characters), Lettering(font: "B", characters: "x")]
    #expect(cores.completed(Self.whole + other, for: lettering) == faces + other)
  }

  @Test func aFormMayStandInTheSheet() {
    let cores = FontCores([
      .init(tier: "core", range: "U+28", font: SiteFile(path: "A.woff2", bytes: [1]), inSheet: "data:font/woff2;base64,AQ==")
    ])
    #expect(
      cores.completed(Self.whole, for: [Lettering(font: "A", characters: "(1")])
        == Self.whole + "@font-face{font-family:A;src:url(data:font/woff2;base64,AQ==);unicode-range:U+28}")
  }

  /// Its height is that of every formula, whatever these set.
  @Test func theFontOfFormulasIsAlwaysThere() {
    let cores = FontCores([.init(tier: "core", range: "U+20", font: SiteFile(path: "A.woff2", bytes: [1]))])
    let face = "font-family:\(FontRules.root);src:url(katex/A.woff2)"
    #expect(
      cores.completed("@font-face{\(face)}", for: [])
        == "@font-face{\(face.replacing("A.woff2", with: "core-A.woff2"));unicode-range:U+20}")
  }

  @Test(arguments: [
    (".a{font-family:A}", false), (".a{font-family:A;font-style:italic}", true), (".a{font-family:B;font-style:italic}", false),
    (".a{font-family:AA;font-style:italic}", false), (".a{font-style:italic}", true),
    (".b{font-family:A;font-style:italic}", false),
  ])
  func anItalicFaceIsThereWhereARuleAsksForIt(rule: String, isItalic: Bool) {
    let face = "@font-face{font-family:A;src:url(i);font-style:italic}"
    #expect(MathFiles.pruned(face + ".katex " + rule + "i{font-family:A}", keeping: ["a"]).contains(face) == isItalic)
  }

  @Test(arguments: [(".a{font-family:A}", false), (".a{font-family:A;font-weight:700}", true)])
  func aFaceSaysNoMoreThanItMustAndABoldOneIsThereWhereSomethingIsBold(rule: String, isBold: Bool) {
    func face(_ weight: Int) -> String {
      "@font-face{font-family:A;src:url(\(weight)) format('woff2');font-weight:\(weight);font-style:normal}"
    }
    #expect(
      MathFiles.pruned(face(400) + face(700) + rule, keeping: ["a"])
        == "@font-face{font-family:A;src:url(400)}"
        + (isBold ? "@font-face{font-family:A;src:url(700);font-weight:700}" : "") + rule)
  }
}
