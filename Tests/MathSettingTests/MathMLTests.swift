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
}
