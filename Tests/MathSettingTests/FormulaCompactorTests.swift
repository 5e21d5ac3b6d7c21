import LessonModel
import MathSetting
import Testing

@Suite struct FormulaCompactorTests {
  private static let spoken =
    "<span class=katex><span class=katex-mathml><math><semantics><mrow><mi>x</mi></mrow><annotation encoding=\"application/x-tex\">x</annotation></semantics></math></span>"
  private static let heard = "<span class=katex><span class=katex-mathml><math><mrow><mi>x</mi></mrow></math></span>"

  @Test(arguments: [
    // Letters need no tag of their own, known classes get short names, others stay.
    (
      "<span class=base><span class=\"strut h1\"></span><span>(</span><span class=\"mathnormal r0_04\">z</span></span>",
      "<i class=M><i class=\"G h1\"></i>(<i class=\"K r0_04\">z</i></i>"
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
    func whole(_ inner: String, _ math: String) -> String {
      math + "<span class=katex-html aria-hidden=\"true\">\(inner)</span></span>"
    }
    #expect(FormulaCompactor.compact(whole(html, Self.spoken)).html == whole(compact, Self.heard))
  }

  @Test func leavesPrivateCharactersToTheStyle() {
    let made = FormulaCompactor.compact("<span class=katex-html><span class=rlap>\u{E020}</span>=</span>")
    #expect(made.html == "<span class=katex-html><i class=rlap><i class=u-e020></i></i>=</span>")
    #expect(
      FormulaCompactor.compact(sheet: "", privateCharacters: made.privateCharacters)
        == ".katex i{font-style:inherit}.katex .u-e020:before{content:\"\\e020\"}")
  }

  @Test func renamesTheSheetAsItRenamesTheFormulas() {
    let sheet = ".katex .vlist>span>span,.katex .vlist-t2{a:b}.katex .mfrac .frac-line{c:.5em}.katex .rare.size3{d:e}"
    #expect(
      FormulaCompactor.compact(sheet: sheet, privateCharacters: [])
        == ".katex .D>i>i,.katex .B{a:b}.katex .O .P{c:.5em}.katex .rare.J{d:e}.katex i{font-style:inherit}")
  }
}
