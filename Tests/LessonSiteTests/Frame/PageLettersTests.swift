import LessonModel
import LessonSite
import Testing

@Suite("More letters of the face of text")
struct PageLettersTests {
  @Test(arguments: [
    // A letter of another language, wherever it stands; one that the first font has upright only where it is not.
    ("<p>Größe</p>", true), ("<p>Łódź</p>", true), ("<p>100 €</p>", true), ("<p>café, Málaga</p>", false),
    ("<p><em>café</em></p>", true), ("<h2 id=\"x\">Café</h2>", true), ("<p class=\"summary\">Café</p>\n", true),
    // A sign among bold or italic words.
    ("<p>a + b = c &amp; d!</p>", false), ("<p><strong>a + b</strong></p>", true), ("<h1>T &amp; U</h1>", true),
    ("<h1>T and U</h1><p>a + b</p>", false), ("<p><cite>a_b, c</cite></p>", false), ("<h1>T&nbsp;U</h1>", false),
    ("<header><p class=summary>A</header><p>a + b", false), ("<p class=\"summary\">a</p><p>a + b</p>", false),
    // Code, formulas and attributes are in other faces or in none.
    ("<h1><code>a + b</code></h1>", false), ("<pre class=code><b>é</b> ö</pre>", false),
    ("<strong><i class=katex><i>a</i>+<i>ö</i></i></strong>", false), ("<strong><i class=katex>a</i>+</strong>", true),
    ("<ol class=\"code wide\"><li><b>x =</b></ol><p>a", false), ("<p title=\"a > ö\">a</p>", false),
    // Other writings have faces of their own.
    ("<p><b>损失 … 😀</b></p>", true), ("<p>损失 😀 ∑</p>", false), ("<p>a <", false), ("<p>\u{00E9}", false),
  ])
  func areNeededWhereTheFirstFontHasThemNot(html: String, needs: Bool) {
    #expect(PageLetters.needsMore(HTML(unsafe: html)) == needs, "\(html)")
  }

  @Test func onlyPagesThatNeedThemNameTheirSheet() throws {
    let site = try MadeSite([
      "course.yml": "title: T\nlanguage: de\n", "01-a.md": "# Straße\n\nText.\n", "02-b.md": "# Plain\n\n## Parts\n\nText.\n",
      "03-c.md": "# Last\n\nText.\n",
    ])
    // A page leads to its neighbors in the face of text.
    for (path, isThere) in [("01-a", true), ("02-b", true), ("03-c", false)] {
      #expect(try site.page("lessons/\(path).html").contains("assets/letters.css") == isThere, "\(path)")
    }
    #expect(try site.page("book.html").contains("assets/letters.css"))
  }
}
