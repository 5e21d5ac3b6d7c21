import Foundation
import LessonModel
import LessonSite
import Testing

@Suite("The text of a lesson")
struct LessonTextTests {
  /// The text of a lesson that begins with the heading `T`, below that heading.
  private func text(_ markdown: String) throws -> String {
    let files = ["01-t.md": "# T\n\n" + markdown, "02-u.md": "# U\n\n## Beta\n", "a b.png": "", "course.yml": Self.courseFile]
    return try MadeCourse(files, Self.computed).text("01-t").text.text
  }

  private static let courseFile = """
    references:
      - { id: book, title: A book, author: [{ family: Cover }], issued: 2004 }

    """

  /// Every value came to 2.5.
  private static func computed(_ run: inout Run, _ lesson: Lesson) {
    for value in lesson.values { run.values[value.index] = ValueRun(status: .ok, value: .float64(2.5)) }
  }

  @Test(arguments: [
    (
      "a *b* **c** ~~d~~ `<e>`\\\nf\ng\n",
      "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>&lt;e&gt;</code><br>\nf\ng</p>\n"
    ),
    // Words of another language are no link, and may stand in one.
    ("*[mot **juste**](lang:fr)*\n", "<p><em><span lang=\"fr\">mot <strong>juste</strong></span></em></p>\n"),
    // Lists: tight ones stand without paragraphs, but not what is quoted in them.
    ("- a\n- b\n  - c\n", "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
    ("3. a\n\n4. b\n", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
    ("- a\n  > b\n", "<ul>\n<li>a<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>\n"),
    (
      "- [x] a\n- [ ] b\n",
      "<ul>\n<li><input type=\"checkbox\" class=\"task\" disabled checked aria-label=\"Completed task\"> a</li>\n"
        + "<li><input type=\"checkbox\" class=\"task\" disabled aria-label=\"Incomplete task\"> b</li>\n</ul>\n"
    ),
    // Tables: a header without words is none.
    (
      "| a | | b |\n|:--|:-:|--:|\n| 1 | *2* | |\n",
      """
      <div class="table" tabindex="0"><table>
      <thead><tr><th scope="col" class="left">a</th><td class="center"></td><th scope="col" class="right">b</th></tr></thead>
      <tbody>
      <tr><td class="left">1</td><td class="center"><em>2</em></td><td class="right"></td></tr>
      </tbody></table></div>

      """
    ),
    ("***\n", "<hr>\n"), ("    <a>\n", "<pre><code>&lt;a&gt;\n</code></pre>\n"),
    ("~~~py x\n<a>\n~~~\n", "<pre><code class=\"language-py\">&lt;a&gt;\n</code></pre>\n"),
    // HTML is shown, its comments are not.
    ("<div>\na\n</div>\n", "<pre class=\"raw\">&lt;div&gt;\na\n&lt;/div&gt;\n</pre>\n"),
    ("<!-- a --> text\n", "<pre class=\"raw\">&lt;!-- a --&gt; text\n</pre>\n"),
    ("a <b>c</b><!-- d -->\n\n<!-- e -->\n", "<p>a <code>&lt;b&gt;</code>c<code>&lt;/b&gt;</code></p>\n"),
    // But for its safe part, which is what it says.
    (
      "H<sub>2</sub>O x<SUP>*2*</SUP> <kbd>a</kbd><br/>b <mark>c <abbr title='d &amp; \"e\"'>f</abbr></mark>\n",
      "<p>H<sub>2</sub>O x<sup><em>2</em></sup> <kbd>a</kbd><br>\nb <mark>c <abbr title=\"d &amp; &quot;e&quot;\">f</abbr></mark></p>\n"
    ),
    (
      "a <sub>b *c</sub>* d</sup>\n",
      "<p>a <code>&lt;sub&gt;</code>b <em>c<code>&lt;/sub&gt;</code></em> d<code>&lt;/sup&gt;</code></p>\n"
    ),
    (
      "<img src=\"a%20b.png\" alt='A \"b\"' width=20 height=\"30\" class=x>\n",
      "<p><img src=\"a%20b.png\" width=\"20\" height=\"30\" alt=\"A &quot;b&quot;\"></p>\n"
    ),
    (
      "<details open>\n<summary>A <kbd>b</kbd></summary>\n\n- c\n\n</details>\n<details>\n\n**d**\n\n</details>\n",
      "<details class=\"fold\" open>\n<summary>A <kbd>b</kbd></summary>\n<ul>\n<li>c</li>\n</ul>\n</details>\n"
        + "<details class=\"fold\">\n<summary>Details</summary>\n<p><strong>d</strong></p>\n</details>\n"
    ),
    (
      "<details><summary>a</summary>b &lt; *c*</details>\n",
      "<details class=\"fold\">\n<summary>a</summary>\n<p>b &lt; *c*</p>\n</details>\n"
    ),
    ("<details>\n\na\n", "<pre class=\"raw\">&lt;details&gt;</pre>\n<p>a</p>\n"),
    // The first mark of a row is its place.
    (
      "a <!-- covers: S-1 S-2 -->\n\n<!-- covers: S-2 S-3 -->\n",
      "<p>a <span id=\"covers-S-1\"></span><span id=\"covers-S-2\"></span></p>\n<span id=\"covers-S-3\"></span>"
    ),
    // Links.
    ("[a *b*](https://a.org/b#c \"t\")\n", "<p><a href=\"https://a.org/b#c\" title=\"t\">a <em>b</em></a></p>\n"),
    ("[a](mailto:a@b.org)\n", "<p><a href=\"mailto:a@b.org\">a</a></p>\n"),
    ("https://a.org/?b=1.\n", "<p><a href=\"https://a.org/?b=1\">https://a.org/?b=1</a>.</p>\n"),
    ("[x https://a.org](#t)\n", "<p><a href=\"#t\">x https://a.org</a></p>\n"),
    ("[a](02-u.md) [b](02-u.md#beta)\n", "<p><a href=\"02-u.html\">a</a> <a href=\"02-u.html#beta\">b</a></p>\n"),
    ("[a](no.md) [b](javascript:c)\n", "<p><span class=\"dead-link\">a</span> <span class=\"dead-link\">b</span></p>\n"),
    ("[a](a%20b.png)\n", "<p><a href=\"a%20b.png\">a</a></p>\n"),
    // Of a picture from elsewhere there is a link.
    ("![a](https://a.org/b.png)\n", "<p><a href=\"https://a.org/b.png\">a</a></p>\n"),
    // Citations and values; neither is a link in a link or in a heading.
    ("[see @book, p. 4]\n", "<p>(see <a class=\"citation\" href=\"../references.html#ref-book\">Cover, 2004, p. 4</a>)</p>\n"),
    ("[a [@book]](#t)\n", "<p><a href=\"#t\">a (Cover, 2004)</a></p>\n"),
    (
      "[2.5](swift:a)\n",
      "<p><a class=\"v\" id=\"v1\" href=\"../numbers/01-t.html#v1\">2.5</a></p>\n"
    ),
    (
      "[3.6](swift:a \"not @book\")\n",
      """
      <p><span class="value refuted" id="v1"><a class="v" href="../numbers/01-t.html#v1" data-note="1"><s>3.6</s></a> <span class="note">(wrong in <a href="../references.html#ref-book">Cover, 2004</a>; \
      computed: 2.5)</span></span></p>
      <section class="sources paper">
      <h2>Sources of the published numbers</h2>
      <ol>
      <li id="page:source-1">Cover. (2004). <cite>A book</cite>.</li>
      </ol></section>

      """
    ),
    (
      "[2.5](swift:a \"if @book\")\n",
      """
      <p><span class="value" id="v1"><a class="v" href="../numbers/01-t.html#v1">2.5</a> <span class="note">(what the statement in <a href="../references.html#ref-book">Cover, 2004</a> \
      would give)</span></span></p>

      """
    ),
    (
      "## [2.5](swift:a) [@book]\n",
      """
      <div class="heading"><h2 id="25-book"><span class="v" id="v1">2.5</span> (Cover, 2004)</h2><a class="anchor" href="#25-book" aria-label="Link to “2.5 [@book]”">#</a></div>

      """
    ),
    // A given number leads to what that means, where there is such a page.
    (
      "[3](given) [2.5](swift:a)\n",
      "<p><a class=\"given\" href=\"../numbers.html#given\">3</a> <a class=\"v\" id=\"v1\" href=\"../numbers/01-t.html#v1\">2.5</a></p>\n"
    ),
    ("[3](given)\n", "<p>3</p>\n"),
    // Links without words take those of what they lead to.
    (
      "[](02-u.md) [](02-u.md#beta) [](#t) [](https://a.org/)\n",
      "<p><a href=\"02-u.html\">U</a> <a href=\"02-u.html#beta\">Beta</a> <a href=\"#t\">T</a> <a href=\"https://a.org/\">https://a.org/</a></p>\n"
    ),
    ("[](no.md)\n", "<p><span class=\"dead-link\">no.md</span></p>\n"),
    // Formulas that nobody has set.
    ("$a<b$\n", "<p><code class=\"math\">a&lt;b</code></p>\n"),
    ("```math\na\n```\n", "<p><code class=\"math display\">a</code></p>\n"),
    (
      "```math {#e}\na\n```\n\n[](#e)\n",
      """
      <p class="equation" id="e"><code class="math display">a</code> <a class="number" href="#e" aria-label="Equation 1.1">(1.1)</a></p>
      <p><a href="#e" data-note>Equation 1.1</a></p>

      """
    ),
  ])
  func isWrittenAsItStands(markdown: String, html: String) throws { #expect(try text(markdown) == html) }

  /// With as many digits as the source has, and whole where that takes one more.
  @Test(arguments: [("0.5", 0.25, "0.25"), ("0.5", 0.251, "0.3"), ("3.6", 2.5, "2.5"), ("0.849", 0.85, "0.850")])
  func whatIsComputedStandsBesideWhatIsWrong(written: String, value: Double, shown: String) throws {
    let files = ["01-t.md": "# T\n\n[\(written)](swift:a \"not @book\")\n", "course.yml": Self.courseFile]
    let course = try MadeCourse(files) { run, lesson in
      for written in lesson.values { run.values[written.index] = ValueRun(status: .ok, value: .float64(value)) }
    }
    #expect(try course.text("01-t").text.text.contains("computed: \(shown))"))
  }

  /// Nothing but words stands in an attribute.
  @Test(arguments: [
    ("![a *b* `c` \"d\"](a%20b.png)\n", "a b c &quot;d&quot;"), ("![x [y](#t) $z$](a%20b.png)\n", "x y z"),
    ("![](a%20b.png)\n", ""), ("![[@book] and [2](swift:a)](a%20b.png)\n", "[@book] and 2"),
    ("![a\nb\\\nc](a%20b.png)\n", "a b c"), ("![a<b>c](a%20b.png)\n", "ac"),
  ])
  func aPictureIsDescribedInPlainWords(markdown: String, alt: String) throws {
    #expect(try text(markdown) == "<p><img src=\"a%20b.png\" alt=\"\(alt)\"></p>\n")
  }

  /// What a line must keep together may be wider than it; what may be wider than a phone can be reached by keyboard.
  @Test(arguments: [
    ("$x$", 16, 20, "<i>x</i>"), ("$x$", 20, 20, "<i>x</i>"),
    ("$x$", 21, 20, "<span class=\"math-parts\"><i>x</i></span>"), ("$x$", 16, 21, "<span class=\"math-long\"><i>x</i></span>"),
    ("$x$", 17, 21, "<span class=\"math-long\" tabindex=\"0\"><i>x</i></span>"),
    (
      "$x$, (and) ($x$) $x$ = 2, $x$ =", 1, 1,
      "<i>x</i>\u{2060}, (and) (\u{2060}<i>x</i>\u{2060}) <i>x</i>\u{2060}\u{A0}= 2, <i>x</i>\u{2060}\u{A0}="
    ),
    ("$x$ and $x$ == $x$–", 1, 1, "<i>x</i> and <i>x</i> == <i>x</i>–"),
    ("$$x$$", 16, 1, "<span class=\"math-display\"><i>x</i></span>"),
    ("$$x$$", 17, 1, "<span class=\"math-display\" tabindex=\"0\"><i>x</i></span>"),
    ("$$x\\quad$$", 1, 1, "<span class=\"math-display\" tabindex=\"0\"><i>x</i></span>"),
  ])
  func formulasFitTheirLine(markdown: String, characters: Int, longestPiece: Int, html: String) throws {
    let files = ["01-t.md": "# T\n\n\(markdown)\n"]
    let formula = SetFormula(
      html: "<i>x</i>", declarations: [], classes: [], characters: characters, longestPiece: longestPiece)
    let keys = try MadeCourse(files).woven.woven.flatMap(\.lesson.formulas).map(\.key)
    let table = FormulaTable(results: Dictionary(keys.map { ($0, .success(formula)) }) { first, _ in first })
    #expect(try MadeCourse(files, formulas: table).text("01-t").text.text == "<p>\(html)</p>\n")
  }

  @Test func itsOwnHeadingIsSetApart() throws {
    let course = try MadeCourse([
      "01-own.md": "<!-- first -->\n\n# A *b*\n\n# C\n", "02-front.md": "---\ntitle: T\n---\n\nText.\n\n# Late\n",
      "03-mark.md": "<!-- covers: S-1 -->\n\n# A\n",
    ])
    let own = try course.text("01-own")
    #expect(own.heading?.text == "<h1 id=\"a-b\">A <em>b</em></h1>\n")
    #expect(own.text.text == "<h1 id=\"c\">C</h1>\n")
    #expect(try course.chapter("01-own").heading?.text == "<h2 id=\"01-own:a-b\">A <em>b</em></h2>\n")
    #expect(try course.text("02-front").heading == nil)
    #expect(try course.text("02-front").text.text == "<p>Text.</p>\n<h1 id=\"late\">Late</h1>\n")
    #expect(try course.text("03-mark").heading == nil)
  }

  @Test func itSaysWhatAPageNeeds() throws {
    let chart = Exhibit(kind: .chart, title: "", text: "|", svg: "<svg width=\"3\" height=\"2\"></svg>", summary: "", data: nil)
    func made(_ fence: String, _ output: [OutputPiece], _ more: String = "") throws -> LessonText {
      let files = ["01-t.md": "# T\n\n```swift \(fence)\n1\n```\n\n" + more, "a.png": "", "b.png": "", "c.csv": ""]
      return try MadeCourse(files) { run, _ in run.blocks[0]?.printed = output }.text("01-t")
    }
    let plain = try made("", [.text("ansi-1\n")])
    #expect(!plain.hasColors && !plain.hasDrawings && plain.files == [])
    #expect(try made("", [.text("\u{1B}[31mred\u{1B}[0m\n")]).hasColors)
    #expect(try made("", [.text("\u{1B}[2Kplain\n")]).hasColors == false)
    #expect(try made("", [.exhibit(chart)]).hasDrawings)
    var table = chart
    table.kind = .table
    #expect(try made("", [.exhibit(table)]).hasDrawings == false)
    let hidden = try made("{output=hide}", [.exhibit(chart), .text("\u{1B}[31mred\u{1B}[0m\n")])
    #expect(!hidden.hasColors && !hidden.hasDrawings)
    let files = try made("{caption=\"[x](c.csv)\"}", [], "[a](a.png) ![b](b.png) [n](no.png) [w](https://a.org/w.png)\n")
    #expect(files.files == ["a.png", "b.png", "c.csv"])
  }

  @Test func drawingsAreFilesWithTheColorsOfTheSite() throws {
    let svg = "<svg width=\"30\" height=\"20\"><path id=\"p\" d=\"M0 0\"/></svg>"
    let chart = Exhibit(kind: .chart, title: "", text: "|", svg: svg, summary: "", data: nil)
    let woven = try MadeCourse(["01-t.md": "# T\n\n```swift {#c}\n1\n```\n\n```swift {output=hide}\n1\n```\n"]) { run, _ in
      run.blocks[0]?.printed = [.exhibit(chart)]
      run.blocks[0]?.value = .exhibit(chart)
      run.blocks[1]?.value = .exhibit(chart)
    }.woven.woven
    let files = CellContents(try #require(woven.first)).drawings(
      of: "01-t", Palette(["a{--ink:#123;--paper:#fff}", "--ink:#456;"]))
    #expect(files.map(\.path) == ["assets/drawings/01-t/c-figure-1.svg", "assets/drawings/01-t/c-figure-2.svg"])
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) }.first
        == "<svg width=\"30\" height=\"20\"><style>:root{color-scheme:light dark;--ink:#456;--paper:#fff;"
        + "--chart-page:var(--paper);color:var(--ink)}text{font-family:system-ui,sans-serif}</style>"
        + "<path id=\"d-p\" d=\"M0 0\"/></svg>\n")
  }

  @Test func errorsStandInTheirCellsAndNowhereElse() throws {
    let lesson = "# T\n\n```swift\na\n```\n```output\n1\n```\n\n```swift\nb\n```\n"
    func shown(_ line: Int) throws -> [Bool] {
      let text = try MadeCourse(["01-t.md": lesson]) { run, lesson in
        run.diagnostics = [Diagnostic(.trap, "it stops", in: lesson.source, at: SourcePosition(line: line, column: 1))]
      }.text("01-t").text.text
      return text.split(separator: "<div class=\"cell\"").map { $0.contains("it stops") }
    }
    for line in 3...8 { #expect(try shown(line) == [true, false], "line \(line)") }
    #expect(try shown(9) == [false, false])
    #expect(try shown(10) == [false, true])
  }
}

/// Where the text stands decides its addresses and the levels of its headings, and nothing else.
@Suite("The text of a lesson in the book")
struct BookTextTests {
  static let lesson = """
    # Coins, *fair*

    A [here](#heads), [there](02-b.md#beta), [top](02-b.md), [self](01-a.md), [file](a%20b.png), [web](https://a.org/b#c), \
    [mail](mailto:a@b.org), https://c.org/d#e, ![pic](./a%20b.png "t = &quot;u&quot;"), [@book], `id="x"`, a < b id="x". \
    One[^n], two[^n], [1.5](swift:a), [2](swift:b "not @book"), [?](swift:c) <!-- covers: S-1 -->

    ## Heads [1](swift:d)
    ###### Deep

    ```swift {#cell caption="[f](a%20b.png), [1](swift:e)"}
    let a = "<h2 id=\\"x\\">" // => 1
    ```

    > [!QUIZ] Which [1](swift:f)
    > What?
    >
    > - [x] [1](swift:g)
    > - [ ] two[^n]

    > [!EXERCISE]
    > Do.

    > [!HINT]
    > See [the exercise](#exercise-1).

    > [!CLAIM]
    > - [ ] [1](swift:h "@book")
    > - [x] two

    > [!NOTE]
    > ## Boxed

    [^n]: A note.

    """

  @Test func isThatOfThePageWithOtherAddresses() throws {
    let svg = "<svg width=\"1\" height=\"1\"></svg>"
    let chart = Exhibit(kind: .chart, title: "C", text: "|", svg: svg, summary: "S", data: nil)
    let course = try MadeCourse([
      "01-a.md": Self.lesson, "02-b.md": "# B\n\n## Beta\n", "a b.png": "", "./a b.png": "",
      "course.yml": "references: [{ id: book, title: A book }]\n",
    ]) { run, lesson in
      run.blocks[0]?.printed = [.exhibit(chart), .text("\u{1B}[31mred\u{1B}[0m\n")]
      for value in lesson.values { run.values[value.index] = ValueRun(status: .ok, value: .integer("1")) }
    }
    let (page, chapter) = (try course.text("01-a", .book), try course.chapter("01-a"))
    #expect(chapter.text.text == Self.embedded(page.text.text))
    #expect(chapter.heading?.text == Self.embedded(page.heading?.text ?? ""))
    #expect((chapter.hasColors, chapter.hasDrawings, chapter.files) == (true, true, ["a b.png"]))
    #expect((page.hasColors, page.hasDrawings, page.files) == (true, true, ["a b.png"]))
    // The law is worth nothing where nothing differs.
    #expect(chapter.text.text.count(of: "01-a:") > 40 && chapter.text.text.contains("href=\"#02-b:beta\""))
  }

  @Test func answersAndSourcesStandAtTheEndOfTheChapter() throws {
    let lesson = """
      # A

      Lent [1](swift:a "@book"), again [1](swift:a "@book"), more [1](swift:a "@other").[^n]

      > [!EXERCISE]
      > Do.

      > [!SOLUTION]
      > Solved.

      > [!QUIZ]
      > What?
      >
      > - [x] this, for it is so
      > - [ ] that

      > [!CLAIM]
      > - [ ] one
      > - [x] two

      Last words.

      [^n]: A note.

      """
    let references = "references: [{ id: other, title: Other }, { id: book, title: A book }]\n"
    let course = try MadeCourse(["01-a.md": lesson, "course.yml": references]) { run, lesson in
      for value in lesson.values { run.values[value.index] = ValueRun(status: .ok, value: .integer("1")) }
    }
    let chapter = try course.chapter("01-a").text.text
    let answers = try #require(chapter.between("<section class=\"answers\">", "</section>"))
    #expect(answers.contains("<h3 id=\"01-a:page:answers\">Answers</h3>"))
    #expect(answers.contains("Solution to exercise 1.1") && answers.contains("Solved."))
    #expect(answers.contains("A is right") && answers.contains("B is wrong"))
    let text = try #require(chapter.components(separatedBy: "<section class=\"answers\">").first)
    #expect(text.contains("Last words.") && !text.contains("Solved.") && !text.contains("is right"))
    for anchor in ["solution-1", "quiz-1.answer", "claim-1.answer"] {
      #expect(text.count(of: "href=\"#01-a:\(anchor)\"") == 1 && answers.count(of: "id=\"01-a:\(anchor)\"") == 1, "\(anchor)")
    }
    #expect(!chapter.contains("<details") && !chapter.contains("<input"))
    // Sources are numbered as the text comes to them, each once.
    #expect(text.count(of: "href=\"#01-a:page:source-1\"") == 2 && text.count(of: "href=\"#01-a:page:source-2\"") == 1)
    let sources = try #require(chapter.between("<section class=\"sources\">", "</section>"))
    #expect(sources.contains("<li id=\"01-a:page:source-1\">") && sources.contains("A book"))
    #expect(sources.count(of: "<li") == 2)
    // A page folds its answers where they belong, and has its sources for paper.
    let page = try course.text("01-a").text.text
    #expect(!page.contains("class=\"answers\"") && page.contains("<section class=\"sources paper\">"))
    #expect(page.contains("data-note=\"1\"") && !page.contains("source-note"))
  }

  @Test func isThatOfThePageInEveryLessonOfTheCourse() throws {
    let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../lessons").standardizedFileURL.path
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: root) where name.contains(".") {
      files[name] = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
    }
    let course = try MadeCourse(files)
    #expect(course.woven.woven.count > 10)
    for lesson in course.woven.woven.map(\.lesson) {
      let (page, chapter) = (try course.text(lesson.slug, .book), try course.chapter(lesson.slug))
      let chapters = Set(course.woven.woven.map(\.lesson.slug))
      #expect(chapter.text.text == Self.embedded(page.text.text, slug: lesson.slug, chapters: chapters), "\(lesson.slug)")
      #expect(chapter.text.text != page.text.text, "\(lesson.slug)")
    }
  }

  /// The HTML of a page with all addresses and headings moved, by another way than the writer's: tag by tag.
  private static func embedded(_ html: String, slug: String = "01-a", chapters: Set<String> = ["01-a", "02-b"]) -> String {
    let pieces = html.components(separatedBy: "<")
    return pieces.prefix(1).joined()
      + pieces.dropFirst().map { piece in
        let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
        return "<" + moved(tag: String(parts[0]), slug, chapters) + ">" + parts[1]
      }.joined()
  }

  private static func moved(tag: String, _ slug: String, _ chapters: Set<String>) -> String {
    var parts = tag.components(separatedBy: "\"")
    for level in (1...5).reversed() {
      for name in ["h", "/h"] where (parts[0] + " ").hasPrefix("\(name)\(level) ") {
        parts[0] = "\(name)\(level + 1)" + parts[0].dropFirst(name.count + 1)
      }
    }
    for place in stride(from: 1, to: parts.count, by: 2) {
      switch parts[place - 1].split(separator: " ").last {
      case "id=", "name=", "aria-labelledby=", "aria-describedby=": parts[place] = slug + ":" + parts[place]
      case "href=", "src=": parts[place] = moved(address: parts[place], slug, chapters)
      default: break
      }
    }
    return parts.joined(separator: "\"")
  }

  private static func moved(address: String, _ slug: String, _ chapters: Set<String>) -> String {
    if address.hasPrefix("#") { return "#\(slug):" + address.dropFirst() }
    if address.prefix(while: { $0 != "/" }).contains(":") { return address }
    if address.hasPrefix("../") { return String(address.dropFirst(3)) }
    let parts = address.components(separatedBy: ".html")
    if parts.count == 2, chapters.contains(parts[0]) {
      return "#\(parts[0]):" + (parts[1].isEmpty ? "main" : parts[1].dropFirst())
    }
    return "lessons/" + (address.hasPrefix("./") ? String(address.dropFirst(2)) : address)
  }
}
