import LessonModel
import LessonReading
import TestSupport
import Testing

@Suite("What another dialect raises, lowers and cites")
struct ForeignTextTests {
  static let told: [(String, String)] = [
    ("H«1»~2~O is water.\n", "'~2~' strikes out here, as '~~' does, and nothing is lowered; write '<sub>2</sub>'"),
    ("About 10«1»^-7^ of it.\n", "'^-7^' is only text here, and nothing is raised; write '<sup>-7</sup>'"),
    ("- *CO«1»~2~*\n", "'~2~' strikes out here"), ("| m«1»^2^ |\n|---|\n", "'^2^' is only text here"),
    ("As «1»@a says.\n", "'@a' is only text without brackets; a citation is written '[@a]'"),
    ("[@a] comes before «1»@a without them.\n", "'@a' is only text without brackets"),
    ("[see @a; @a, p. 2] and «1»@a.\n", "'@a' is only text without brackets"),
    ("So it is («1»@a).\n", "'@a' is only text without brackets"), ("# After «1»@a.\n", "'@a' is only text"),
    ("See «1»@fig-plot.\n", "'@fig-plot' is only text here; a link without words is called what it leads to: '[](#name)'"),
    ("A «1»{{< video x.mp4 >}} here\n", "'{{< video x.mp4 >}}' is only text here: pages have no shortcodes"),
    ("This is «1»==marked==.\n", "'==marked==' is only text here, and nothing is marked"),
    ("![A caption](p.svg)«1»{#fig-plot width=50%}\n", "'{#fig-plot width=50%}' is only text here"),
    ("[Word](https://a.org)«1»{.external}\n", "'{.external}' is only text here"),
    ("| a |\n|---|\n| 1 |\n\n: A table «1»{#tbl-x}\n", "'{#tbl-x}' is only text here"),
    ("It is `«1»{swift} 1+1` now.\n", "'{swift} 1+1' is not run"),
  ]

  @Test(arguments: told) func isToldWhereItStands(marked: String, message: String) {
    expectOne(MarkedText("---\ntitle: T\n---\n\n" + marked), .foreignMarkup, message, severity: .warning)
  }

  @Test(arguments: [
    "~~gone~~ and ~~2~~\n", "`H~2~O`, `10^-7^` and `@a`\n", "$10^7 + 2^3$\n", "2^10 and 3^4 are larger.\n",
    "me@a.org, @b and [@a]\n", "\\[@a] is text.\n",
    "\\@a and ~a whole sentence that is gone~\n", "H<sub>2</sub>O\n", "a^b c^d\n",
    "if a==b and b==c, or a == b == c\n", "The set {a, b} and {x | x > 0}\n", "`{{< x >}}` `==m==`\n",
    "`{#a}` `{swift}` `{a} `\n", "me@fig-a.org\n",
  ]) func whatIsMeantSoIsNoNews(text: String) {
    let lesson = readLesson("# T\n\n" + text, references: ["a"]).lesson
    #expect(lesson?.diagnostics.filter { $0.kind == .foreignMarkup } == [], "\(String(describing: lesson?.diagnostics))")
  }

  /// Two amounts of dollars make a formula; what looks like a value behind it is none.
  @Test(arguments: [
    (
      "From $1,000 it grows to [US$ 1,628.89]«1»(swift:p) in time.\n",
      "that begins with '$1,000 it gro'; a dollar sign is written '\\$'"
    ),
    ("It costs $5, or [99$]«1»(swift:p) there.\n", "begins with '$5, or [99'"),
    ("Pay $5 or [**US$** 9]«1»(<swift: p>).\n", "begins with '$5 or [**US'"),
  ])
  func aDollarSwallowsNoValueUnsaid(marked: String, part: String) {
    expectOne(MarkedText("# T\n\n" + marked), .valueLink, part)
  }

  @Test(arguments: ["$x$ and [5](swift:5)\n", "$[0, 1]$ and [5](swift:5)\n", "$a$] (swift\n", "\\$5 or [\\$9](swift:9)\n"])
  func aFormulaBesideAValueIsNoNews(text: String) {
    #expect(readLesson("# T\n\n" + text).lesson?.diagnostics.filter { $0.kind == .valueLink } == [])
  }

  /// A value inside of a formula would be compared with nothing.
  @Test(arguments: [
    "It is $\\mathrm{pH} = [9«1»](swift:pure)$ here.\n", "$$\ny = [3«1»](swift:1+1)\n$$\n",
    "```math {#e}\ny = [3«1»](swift:1+1)\n```\n",
  ]) func aFormulaHoldsNoValues(marked: String) {
    expectOne(
      MarkedText("# T\n\n" + marked), .valueLink,
      "a formula holds no values, so this number is compared with nothing; end the formula before it: '$x =$ [0.81](swift:x)'")
  }
}
