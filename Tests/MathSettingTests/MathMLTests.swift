import MathSetting
import Testing

@Suite struct MathMLTests {
  @Test(arguments: [
    (
      "<span class=\"katex\"><span class=\"katex-mathml\"><math xmlns=\"m\" display=\"block\"><semantics><mrow><mi>x</mi></mrow>"
        + "<annotation encoding=\"application/x-tex\">a &lt; \"b\"\nc</annotation></semantics></math></span><span>x</span></span>",
      "<math alttext=\"a &lt; &quot;b&quot; c\" xmlns=\"m\" display=\"block\"><mrow><mi>x</mi></mrow></math>"
    ),
    ("<math xmlns=\"m\"><mi>x</mi></math>", "<math xmlns=\"m\"><mi>x</mi></math>"), ("<span>x</span>", ""),
  ])
  func isTakenWithItsTeXAsItsWords(html: String, math: String) { #expect(MathML.math(in: html) == math) }

  @Test(arguments: [
    (
      "<math><msub><mi>η</mi><mi>min</mi><mo>\u{2061}</mo></msub><mo>\u{2061}</mo></math>",
      "<math><msub><mi>η</mi><mi>min</mi></msub><mo>\u{2061}</mo></math>"
    ),
    (
      "<math><msubsup><mi>x</mi><mi>max</mi><mo>\u{2061}</mo><mn>2</mn></msubsup></math>",
      "<math><msubsup><mi>x</mi><mi>max</mi><mn>2</mn></msubsup></math>"
    ),
    (
      "<math><msup><mi>x</mi><mrow><mi>cos</mi><mo>\u{2061}</mo><mi>t</mi></mrow></msup></math>",
      "<math><msup><mi>x</mi><mrow><mi>cos</mi><mo>\u{2061}</mo><mi>t</mi></mrow></msup></math>"
    ),
    (
      "<math><mspace width=\"1em\"></mspace><mi>ln</mi><mo>\u{2061}</mo><mi>x</mi></math>",
      "<math><mspace width=\"1em\"></mspace><mi>ln</mi><mo>\u{2061}</mo><mi>x</mi></math>"
    ),
  ])
  func aNameIsAppliedWhereSomethingMayFollow(made: String, math: String) {
    #expect(MathML.math(in: made.replacing("<math>", with: "<math >")) == math.replacing("<math>", with: "<math >"))
  }
}
