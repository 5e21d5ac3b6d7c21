import LessonModel
import LessonSite
import Testing

@Suite("Texts of a page as print has them")
struct TypesetterTests {
  private static let courseFile = """
    title: The "whole" course
    description: It's short...
    authors: [Sean O'Casey]
    parts:
      - {title: The '90s, lessons: [01-t]}
    references:
      - {id: book, title: A "good" book, author: [{family: O'Hara}], issued: 2004}

    """

  /// The page of a lesson of which each value came to -2.5.
  private func page(_ markdown: String, _ file: String = courseFile) throws -> [String: String] {
    try MadeCourse(["course.yml": file, "01-t.md": markdown]) { run, lesson in
      for value in lesson.values { run.put(.float64(-2.5), for: value.index) }
    }.woven.site()
  }

  private func text(_ markdown: String) throws -> String {
    try #require(try page("# T\n\n" + markdown + "\n")["lessons/01-t.html"]?.between("<div class=\"text\">\n", "\n</div>\n<"))
  }

  @Test(arguments: [
    // At the borders of elements.
    ("\"*One* two\" and *\"three\"*", "<p>“<em>One</em> two” and <em>“three”</em></p>"),
    ("*Cover*'s **\"bold\"**, \"**bold**\".", "<p><em>Cover</em>’s <strong>“bold”</strong>, “<strong>bold</strong>”.</p>"),
    ("\"*a*\"*b*", "<p>“<em>a</em>”<em>b</em></p>"), ("(*'a'*)", "<p>(<em>‘a’</em>)</p>"),
    ("*a*--*b* -- *c*...", "<p><em>a</em>–<em>b</em> – <em>c</em>…</p>"), ("5*-*5 -*5*", "<p>5*-*5 −<em>5</em></p>"),
    ("\"a\nb\"\\\n\"c\"", "<p>“a\nb”<br>\n“c”</p>"), ("~~\"a\"~~", "<p><del>“a”</del></p>"),
    ("H<sub>\"2\"</sub>'s <kbd>'</kbd> <kbd>\"</kbd>", "<p>H<sub>“2”</sub>’s <kbd>&#39;</kbd> <kbd>&quot;</kbd></p>"),
    // Where words stand without blanks the end of a line is none.
    ("第一行\n第二行，\nSwift\n也好", "<p>第一行第二行，Swift\n也好</p>"),
    ("*熵*\n**值**\n`x`\n熵。\n`y`", "<p><em>熵</em><strong>值</strong>\n<code>x</code>\n熵。<code>y</code></p>"),
    ("한국\n말", "<p>한국\n말</p>"), ("> *第一\n行*", "<em>第一行</em>"),
    // What a text flows around.
    ("\"`a--b`\", `'c'`'s \"`\"`\"", "<p>“<code>a--b</code>”, <code>&#39;c&#39;</code>’s “<code>&quot;</code>”</p>"),
    (
      "\"$x$\" and $f'$'s",
      "<p>“\u{2060}<code class=\"math\">x</code>\u{2060}” and <code class=\"math\">f&#39;</code>\u{2060}’s</p>"
    ),
    (
      "-[x](#t) [\"x\"](#t) \"[y](#t \"a'b\")\"",
      "<p>-<a href=\"#t\">x</a> <a href=\"#t\">“x”</a> “<a href=\"#t\" title=\"a&#39;b\">y</a>”</p>"
    ),
    ("-[4](given)", "<p>−4</p>"),
    ("\"word\"[^1] [^1]'s\n\n[^1]: It's \"so\".", "“word”<sup>"), ("x[^1]\n\n[^1]: It's \"so\".", "<p>It’s “so”.</p>"),
    // Addresses.
    (
      "\"https://a.org/it's--a?b='c'\"",
      "<p>“<a href=\"https://a.org/it&#39;s--a?b=&#39;c\">https://a.org/it&#39;s--a?b=&#39;c</a>’”</p>"
    ),
    ("<https://a.org/it's>'s", "<p><a href=\"https://a.org/it&#39;s\">https://a.org/it&#39;s</a>’s</p>"),
    ("\"www.a.org\" 'a@b.org'", "<p>“<a href=\"http://www.a.org\">www.a.org</a>” ‘<a href=\"mailto:a@b.org\">a@b.org</a>’</p>"),
    ("[it's https://a.org/it's](#t)", "<p><a href=\"#t\">it’s https://a.org/it’s</a></p>"),
    // Values and citations.
    ("from \"[-2.5](swift:x)\"", "from “<a class=\"v\" id=\"v1\" href=\"../numbers/01-t.html#v1\">−2.5</a>”"),
    (
      "(see [see @book, pp. 3--5 \"x\"])",
      "(see (see <a class=\"citation\" href=\"../references.html#ref-book\">O’Hara, 2004, pp. 3–5 “x”</a>))"
    ),
    // Places.
    (
      "## It's \"so\"",
      "<h2 id=\"its-so\">It’s “so”</h2><a class=\"anchor\" href=\"#its-so\" aria-label=\"Link to “It’s “so””\">"
    ),
    ("| it's |\n|---|\n| -5 |", "<th scope=\"col\">it’s</th></tr></thead>\n<tbody>\n<tr><td>−5</td>"),
    ("> [!NOTE] It's\n> \"So\"", "Note</span>: It’s</p>\n<p>“So”</p>"),
    ("- it's", "<li>it’s</li>"), ("> it's", "<p>it’s</p>"),
    ("<details><summary>it's</summary>\n\nit's\n\n</details>", "<summary>it’s</summary>\n<p>it’s</p>"),
    ("![it's](no.png)", "<span class=\"dead-link\">it’s</span>"),
    ("> [!QUIZ]\n> Who's?\n>\n> - [x] it's\n>\n>   It's.\n> - [ ] -5", "<legend>Who’s?</legend>"),
    // Code stays.
    ("```text\nit's -5 \"a\" -- b...\n```", "it&#39;s -5 &quot;a&quot; -- b...\n"),
    ("```swift\nlet a = \"it's\" // -5\n```", "it's\"".replacing("'", with: "&#39;").replacing("\"", with: "&quot;")),
    ("<div>it's</div>", "&lt;div&gt;it&#39;s&lt;/div&gt;"),
  ])
  func areSet(markdown: String, html: String) throws {
    let text = try text(markdown)
    #expect(text.contains(html), "\(text)")
  }

  @Test func namesAreTheSameEverywhere() throws {
    let site = try page("---\ntitle: It's \"T\"\nsummary: A 'small' one\n---\n\n[@book] and [-3](<swift:x \"not @book\">)\n")
    let page = try #require(site["lessons/01-t.html"])
    for part in [
      "<title>It’s “T” · The “whole” course</title>", "<h1>It’s “T”</h1>", "<p class=\"summary\">A ‘small’ one</p>",
      "<p class=\"part\">The ’90s</p>", "<span>It’s “T”</span>",
    ] { #expect(page.contains(part), "\(part)") }
    let index = try #require(site["index.html"])
    for part in ["It’s short…", "Sean O’Casey", "<h2 id=\"part-1\">The ’90s</h2>", "A ‘small’ one"] {
      #expect(index.contains(part), "\(part)")
    }
    let references = try #require(site["references.html"])
    #expect(references.contains("O’Hara. (2004). <cite>A “good” book</cite>."))
    #expect(try #require(site["book.html"]).contains("It’s “T”"))
  }

  @Test func whatIsTakenAlongAndFoundIsTheAuthors() throws {
    let markdown = "# It's\n\n\"So\" -- [-2.5](swift:x).\n\n```swift\nlet x = -2.5\n```\n"
    let site = try page(markdown)
    #expect(site["lessons/01-t.md"] == markdown)
    #expect(try #require(site["lessons/01-t.ipynb"]).contains("\\\"So\\\" -- -2.5"))
    #expect(try #require(site["assets/search/01-t.js"]).contains("“So” – −2.5"))
    // An apostrophe parts terms, whichever it is.
    #expect(SearchTokenizer.terms(of: "Kraft's") == SearchTokenizer.terms(of: "Kraft’s"))
  }

  @Test func aCourseMayHaveThemOff() throws {
    let site = try page("# It's\n\n\"So\" -- -5\n", "title: It's\ntypography: false\n")
    #expect(try #require(site["lessons/01-t.html"]).contains("&quot;So&quot; -- -5"))
    #expect(try #require(site["index.html"]).contains("<h1>It&#39;s</h1>"))
  }

  @Test func theMarksAreThoseOfTheLanguage() throws {
    #expect(try #require(try page("# T\n\n\"So\"\n", "language: de\n")["lessons/01-t.html"]).contains("„So“"))
    #expect(try #require(try page("# T\n\n他说\"好\"\n", "language: zh\n")["lessons/01-t.html"]).contains("他说“好”"))
  }
}
