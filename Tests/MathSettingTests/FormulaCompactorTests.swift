import LessonModel
import MathSetting
import Testing

@Suite struct FormulaCompactorTests {
  private static let spoken =
    "<span class=katex><span class=katex-mathml><math display=\"block\"><semantics><mrow><mi>x</mi><mo stretchy=\"false\">)</mo></mrow><annotation encoding=\"application/x-tex\">x</annotation></semantics></math></span>"
  private static let heard = "<i class=katex><b><math><mi>x</mi><mo>)</mo></math></b>"

  @Test(arguments: [
    // Letters need no tag of their own, known classes get short names, others stay; a strut goes where nothing stands out.
    (
      "<span class=base><span class=\"strut h1\"></span><span>(</span><span class=\"mathnormal r0_04\">z</span></span>",
      "<b>(<u class=r0_04>z</u></b>"
    ),
    (
      "<span class=base><span class=\"strut h1\"></span><span class=delimsizing>(</span></span>",
      "<b><i class=\"G h1\"></i><i class=R>(</i></b>"
    ),
    // Two pieces may stand in two lines, one sign may not.
    ("<span class=base>a</span><span class=base>b</span>", "<b>a</b><b>b</b>"),
    ("<span class=base>a</span>", "a"),
    // A blank is a margin.
    ("<span class=base>a<span class=\"mspace r0_2\"></span>b</span>", "<b>a<i class=r0_2></i>b</b>"),
    // An operator and a relation stand for the blanks around them, which are as wide on both sides.
    (
      "<span class=base>a<span class=r_22></span><span>+</span><span class=r_22></span></span><span class=base>b</span>",
      "<b>a<s>+</s></b><b>b</b>"
    ),
    (
      "<span class=base>a<span class=r_28></span><span>=</span><span class=r_28></span></span><span class=base>b</span>",
      "<b>a<q>=</q></b><b>b</b>"
    ),
    (
      "<span class=base>a<span class=r_28></span><span>=</span><span class=r_22></span><span class=t>b</span></span>",
      "<b>a<i class=r_28></i>=<i class=r_22></i><i class=t>b</i></b>"
    ),
    (
      "<span class=base>a<span class=r_22></span><span class=R>+</span><span class=r_22></span>b</span>",
      "<b>a<i class=r_22></i><i class=R>+</i><i class=r_22></i>b</b>"
    ),
    // The style speaks of the children of a list, and of theirs.
    (
      "<span class=\"vlist h1\"><span><span>a</span><span><span>b</span></span></span></span>",
      "<i class=\"D h1\"><i><i>a</i><i>b</i></i></i>"
    ),
    ("<span><span class=mfrac><span class=rare>c</span></span></span>", "<i class=O><i class=rare>c</i></i>"),
    ("<svg class=w1><path d='M0\n1'/></svg>", "<svg class=w1><path d='M0\n1'/></svg>"),
    ("<span class=thin title=\"a b\">d</span>", "<i class=thin title=\"a b\">d</i>"),
  ])
  func saysTheSameInFewerWords(html: String, compact: String) {
    let whole = Self.spoken + "<span class=katex-html aria-hidden=\"true\">\(html)</span></span>"
    #expect(FormulaCompactor.compact(whole).html == Self.heard + "<i aria-hidden=true>\(compact)</i></i>")
  }

  @Test func givesASignAloneTheClassesItHas() {
    let made = FormulaCompactor.compact(
      "<span class=katex-html><span class=base><span class=\"strut h0_4\"></span><span class=mathnormal>x</span></span></span>")
    #expect(made.html == "<u aria-hidden=true>x</u>")
    #expect((made.characters, made.longestPiece) == (1, 1))
  }

  @Test(arguments: [
    // A letter and a number alone are heard as they are seen.
    ("<mi>x</mi>", "<span class=mathnormal>x</span>", "<u>x</u>"), ("<mn>2</mn>", "2", "2"),
    // What is seen otherwise than it is heard needs its twin, and so does what is more than one sign.
    ("<mi>ℝ</mi>", "<span class=mathbb>R</span>", nil), ("<mi mathvariant=\"bold\">x</mi>", "<span class=mathbf>x</span>", nil),
    ("<mi>x</mi><mi>y</mi>", "<span class=mathnormal>x</span><span class=mathnormal>y</span>", nil),
    ("<mo>+</mo>", "+", nil),
    // So are letters and numbers with signs between them, but not what has more than a row, or a sign that is read in many ways.
    (
      "<mi>x</mi><mo>=</mo><mo>−</mo><mn>1</mn>",
      "<span class=mathnormal>x</span><span class=r_28></span><span>=</span><span class=r_28></span></span>"
        + "<span class=base>−1",
      "<i><b><u>x</u><q>=</q></b><b>−1</b></i>"
    ),
    ("<mi>x</mi><mo>=</mo><mi>a</mi><mi>b</mi>", "<span class=mathnormal>x</span>=<span class=mathnormal>a</span>b", nil),
    ("<mi>x</mi><mo>∼</mo><mi>y</mi>", "<span class=mathnormal>x</span>∼<span class=mathnormal>y</span>", nil),
    ("<msup><mi>x</mi><mn>2</mn></msup>", "<span class=mathnormal>x</span>2", nil),
    ("<mi>x</mi><mo>=</mo><mn>1</mn>", "x=2", nil),
  ])
  func saysASignAloneOnce(heard: String, seen: String, once: String?) {
    let made = FormulaCompactor.compact(
      "<span class=katex><span class=katex-mathml><math><semantics><mrow>\(heard)</mrow></semantics></math></span>"
        + "<span class=katex-html aria-hidden=\"true\"><span class=base>\(seen)</span></span></span>")
    #expect(made.html.contains("<math>") == (once == nil))
    if let once { #expect(made.html == "<i class=katex>\(once)</i>") }
  }

  /// A row of a list: where it stands, and its prop.
  private static func row(_ css: String, _ prop: String, _ content: String) -> String {
    "<span class=\"\(css)\"><span class=\"pstrut \(prop)\"></span>\(content)</span>"
  }

  private static func script(_ content: String, size: String = "sizing reset-size6 size3") -> String {
    let row = row("t-2_55 m0 r0_05", "h2_7", "<span class=\"\(size)\">\(content)</span>")
    return "<span class=msupsub><span class=\"vlist-t vlist-t2\"><span class=vlist-r><span class=\"vlist h0_3\">\(row)</span>"
      + "<span class=vlist-s>\u{200B}</span></span><span class=vlist-r><span class=\"vlist h0_15\"><span></span></span></span></span></span>"
  }

  @Test(arguments: [
    // One script of the common size is a shift by 0.15 em of the line, which is 0.2143 of its own.
    (script("1"), "<i class=\"a v-_21 r_07\">1</i>", ["margin-right:.07em", "vertical-align:-.21em"]),
    // A frame in it, or another size, keeps the stack, whose depth is room below.
    (
      script("<span class=mfrac>1</span>"),
      "<i class=L><i class=\"B d_15\"><i class=\"D h0_3\"><i class=\"t-2_55 m0 r0_05 e2_7\"><i class=b><i class=O>1</i></i></i></i></i></i>",
      ["--p:2.7em", "padding-bottom:.15em"]
    ),
    (
      script("1", size: "sizing reset-size3 size1"),
      "<i class=L><i class=\"B d_15\"><i class=\"D h0_3\"><i class=\"t-2_55 m0 r0_05 e2_7\"><i class=\"H W size1\">1</i></i></i></i></i>",
      ["--p:2.7em", "padding-bottom:.15em"]
    ),
  ])
  func setsWithFewerBoxes(html: String, folded: String, declarations: [String]) {
    let made = FormulaCompactor.compact("<span class=katex-html><span class=base>x\(html)</span></span>")
    #expect(made.html == "<i aria-hidden=true><b>x\(folded)</b></i>")
    #expect(made.declarations.sorted() == declarations)
  }

  /// A list that is not built as KaTeX builds it stays as it is.
  @Test func leavesWhatItDoesNotKnow() {
    let made = FormulaCompactor.compact(
      "<span class=katex-html><span class=vlist-t><span class=vlist-r><span class=\"vlist h1\"><span>a</span></span></span>b</span></span>"
    )
    #expect(made.html == "<i aria-hidden=true><i class=A><i class=C><i class=\"D h1\"><i>a</i></i></i>b</i></i>")
  }

  @Test func leavesTheDrawingOfARootToTheStyle() throws {
    let root =
      "<span class=\"hide-tail n1 h1_28\"><svg width='400em' height='1.28em' viewBox='0 0 400000 1296' preserveAspectRatio='xMinYMin slice'><path d='M2,6\nl0 -0'/></svg></span>"
    let made = FormulaCompactor.compact("<span class=katex-html>\(root)</span>")
    let mask = try #require(made.declarations.first)
    #expect(made.html == "<i aria-hidden=true><i class=\"f n1 h1_28 c \(StyleClasses.name(of: mask[...]))\"></i></i>")
    #expect(mask.hasPrefix("mask:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400000 1296'"))
    #expect(mask.hasSuffix("<path d='M2,6 l0 -0'/></svg>\") 0 0/400em 1.28em no-repeat"))
    // What keeps formulas joins declarations by semicolons, and what makes the sheet compact looks for braces.
    #expect(!mask.contains(where: { ";{}\n".contains($0) }))
  }

  /// KaTeX calls the index of a root so, and moves it by that name.
  @Test func leavesTheIndexOfARootItsName() {
    let made = FormulaCompactor.compact("<span class=katex-html><span class=root>3</span>x</span>")
    #expect(made.html == "<i aria-hidden=true><i class=root>3</i>x</i>")
  }

  @Test func leavesPrivateCharactersToTheStyle() {
    let made = FormulaCompactor.compact("<span class=katex-html><span class=rlap>\u{E020}</span>=</span>")
    #expect(made.html == "<i aria-hidden=true><i class=rlap><i class=u-e020></i></i>=</i>")
    #expect(
      FormulaCompactor.compact(sheet: "", privateCharacters: made.privateCharacters)
        .hasSuffix(".katex .u-e020:before{content:\"\\e020\"}"))
  }

  @Test func renamesTheSheetAsItRenamesTheFormulas() {
    let sheet =
      ".katex .vlist>span>span,.katex .vlist-t2{a:b}.katex .mfrac .frac-line{c:.5em}.katex .rare.size3{d:e}.katex .base,.katex .mathnormal{k:l}.katex .katex-mathml{f:g}.katex-display>.katex>.katex-html{h:i}"
    #expect(
      FormulaCompactor.compact(sheet: sheet, privateCharacters: []).hasPrefix(
        ".katex .D>i>i,.katex .B{a:b}.katex .O .P{c:.5em}.katex .rare.J{d:e}.katex :is(.M,[aria-hidden]>b,.katex>i>b),.katex :is(.K,u){k:l}.katex>b{f:g}.katex-display>.katex>[aria-hidden]{h:i}.katex i{font-style:inherit}"
      ))
  }
}
