import LessonModel
import MathSetting
import Testing

@Suite struct FontRulesTests {
  private static let style = """
    @font-face{font-family:KaTeX_Math;src:url(x)}.katex{font:normal 1.21em KaTeX_Main,serif}.katex .tt{top:1em}\
    .katex .mathnormal{font-family:KaTeX_Math;font-style:italic}.katex .a,.katex .b{font-family:KaTeX_AMS}\
    .katex .op.small{font-family:KaTeX_Size1}.katex .op.mult .d>span{font-family:KaTeX_Size4}
    """

  @Test(arguments: [
    ("<span>x+1</span>", ["KaTeX_Main": "+1x"]),
    ("<span class=mathnormal>β<span>2</span></span>", ["KaTeX_Math": "2β"]),
    ("1<span class=\"b tt\">1</span><span class=tt>2</span>", ["KaTeX_Main": "12", "KaTeX_AMS": "1"]),
    ("<span class=op>a</span><span class=\"op small\">b</span>", ["KaTeX_Main": "a", "KaTeX_Size1": "b"]),
    ("<span class=d><span>(</span></span>", ["KaTeX_Main": "(", "KaTeX_Size4": "("]),
    ("&lt;&amp;&#x27;\u{E020}", ["KaTeX_Main": "&'<\u{E020}"]),
  ])
  func sayWhatIsSetInWhichFont(html: String, fonts: [String: String]) {
    let found = FontRules(style: Self.style).lettering(
      of: "<span class=katex><b>z</b><span class=katex-html>\(html)</span></span>")
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.font, $0.characters) }) == fonts)
  }
}
