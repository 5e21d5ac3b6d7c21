import LessonModel
import Testing

import LessonSite

@Suite("The pages around the lessons")
struct IndexPageTests {
  @Test func indexListsLessonsWithNumbersAndMinutes() throws {
    let files = ["01-a b.md": "# A\n", "02-ü.md": "# Ü\n", "course.yml": "title: T\nauthors: [Ann, Bob]\n"]
    let index = try MadeSite(files).page("index.html")
    #expect(index.contains("<a href=\"lessons/01-a%20b.html\"><span class=\"number\">1</span> <span>A</span></a>"))
    #expect(index.contains("<span class=\"minutes\">1 min</span>") && index.contains("Ann, Bob"))
    #expect(index.contains("Begin with “A”"))
  }

  @Test func indexSaysWhatTheCourseAndItsLessonsAre() throws {
    let files = [
      "course.yml": "title: A & B\ndescription: All of <it>.\nparts:\n  - {title: One, lessons: [b]}\n",
      "a.md": "---\ntitle: A\nsummary: The first.\n---\n\nWords.\n", "b.md": "# B\n",
    ]
    let course = try MadeCourse(files).woven
    let shell = PageShell(course.course)
    let page = IndexPage.page(in: shell, hasPackage: false)
    let index = String(decoding: page.bytes, as: UTF8.self)
    #expect(page.path == "index.html")
    #expect(index.contains("<h1>A &amp; B</h1>\n<p class=\"summary\">All of &lt;it&gt;.</p>\n<p class=\"begin\">"))
    #expect(index.contains("Begin with “B”"), "the first lesson is the first of the first part")
    #expect(index.contains("<h2 id=\"part-1\">One</h2>\n<ol class=\"lessons\">\n<li data-lesson=\"b\">"))
    #expect(
      index.contains(
        """
        <h2 id="part-2">More</h2>
        <ol class="lessons">
        <li data-lesson="a"><a href="lessons/a.html"><span>A</span></a>
        <span class="minutes">1 min</span>
        <span class="summary">The first.</span>
        </li>
        </ol>
        """))
    #expect(index.contains("<a href=\"book.html\">the whole course on one page</a>.</p>") && !index.contains("course.tar"))
    let withPackage = String(decoding: IndexPage.page(in: shell, hasPackage: true).bytes, as: UTF8.self)
    #expect(withPackage.contains("one page</a>, <a href=\"course.tar\" download>all programs as a Swift package</a>.</p>"))
  }

  @Test(arguments: [
    ("", "<s>0.7</s>"), ("example: b\n", "<s>−0.9</s>"), ("example: false\n", nil), ("example: none\n", "<s>0.7</s>"),
  ])
  func indexLeadsWithANumberThatIsRefuted(setting: String, printed: String?) throws {
    let index = try MadeSite(Self.refuted(setting), Self.half).page("index.html")
    #expect(index.between("<dd><s>", "</dd>").map { "<s>" + $0 } == printed)
    #expect(index.contains("class=\"example\"") == (printed != nil))
  }

  @Test func theExampleLeadsToItsSourceItsLessonAndTheRest() throws {
    let index = try MadeSite(Self.refuted("example: b\n"), Self.half).page("index.html")
    #expect(index.contains("Printed in <a href=\"references.html#ref-b\">B, 2000</a></dt><dd><s>−0.9</s></dd>"))
    #expect(index.contains("Computed in <a href=\"lessons/02-more.html#v1\">More</a></dt><dd>0.5</dd>"))
    #expect(index.contains("<p class=\"about\">the &lt;b&gt;</p>\n<dl>"), "what the number is")
    #expect(index.contains("<p><q>it is -0.9</q>: p. 2, read <time>2026-01-02</time>.</p>"))
    #expect(index.contains("<a href=\"errata.html\">All 3 printed numbers that these lessons show to be wrong</a>"))
  }

  @Test func whatIsNotComputedIsNoExample() throws {
    #expect(!(try MadeSite(Self.refuted("")).page("index.html").contains("class=\"example\"")))
    let one = try MadeCourse(Self.refuted(""), Self.half).woven.only("02-more").site()
    #expect(
      try #require(one["index.html"]).contains("class=\"example\"") == false, "of one lesson nobody can say how many there are")
  }

  private static func half(_ run: inout Run, _ lesson: Lesson) {
    for value in lesson.values { run.put(.float64(0.5), for: value.index) }
  }

  /// Numbers that sources print and that come to 0.5: the first without words of its source.
  private static func refuted(_ setting: String) -> [String: String] {
    func reference(_ id: String, _ evidence: String) -> String {
      "  - {id: \(id), title: \(id), author: [{family: \(id.uppercased())}], issued: 2000, evidence: \(evidence)}\n"
    }
    func quote(_ text: String, _ place: String) -> String {
      "[{quote: \(text), where: \(place), read: 2026-01-02, about: the <b>}]"
    }
    return [
      "course.yml": setting + "references:\n" + reference("n", "{none: lost}") + reference("a", quote("about 0.7", "p. 1"))
        + reference("b", quote("it is -0.9", "p. 2")),
      "01-first.md": "# First\n\n[0.8](swift:x \"not @n\") and [0.7](swift:x \"not @a\")\n",
      "02-more.md": "# More\n\n[-0.9](swift:x \"not @b\")\n",
    ]
  }

  @Test func aCourseWithoutLessonsHasAnIndexToo() throws {
    let index = try MadeSite(["course.yml": "title: T\n"]).page("index.html")
    #expect(index.contains("<h1>T</h1>") && !index.contains("Begin") && !index.contains("<ol"))
  }

  @Test func theBookHasTheLessonsAsItsChapters() throws {
    let files = [
      "01-a b.md": "---\ntitle: A\nsummary: First.\n---\n\nTo [there](02-b.md#x) and [all](02-b.md).\n\n## X\n",
      "02-b.md": "# B\n\n## X\n\nBack to [the first](01-a%20b.md#x), [here](#x).\n\n```swift\n1\n```\n",
    ]
    let course = try MadeCourse(files) { run, lesson in
      if lesson.slug == "02-b" { run.put(0) { $0.printed = [.text("\u{1B}[31mred\u{1B}[0m\n")] } }
    }.woven
    let book = try #require(course.site()["book.html"])
    #expect(
      book.contains(
        """
        <ol>
        <li><a href="#01-a+b:main"><span class="number">1</span> <span>A</span></a>
        <ol>
        <li><a href="#01-a+b:x">X</a></li>
        </ol></li>
        <li><a href="#02-b:main"><span class="number">2</span> <span>B</span></a>

        """))
    #expect(
      book.contains("<h2>A</h2>\n<p class=\"summary\">First.</p>\n</header>\n<p>To "))
    #expect(book.contains("<h2 id=\"02-b:b\">B</h2>\n</header>\n"))
    let heads = try #require(course.site()["assets/chapters.css"])
    #expect(heads.contains("[data-chapter=\"2\"] { page: chapter-2; }"))
    #expect(heads.contains("@page chapter-1 { @top-left { content: \"Lessons\"; } @top-right { content: \"A\"; } }"))
    #expect(book.contains("<a href=\"#02-b:x\">there</a> and <a href=\"#02-b:main\">all</a>"))
    #expect(book.contains("<a href=\"#01-a+b:x\">the first</a>, <a href=\"#02-b:x\">here</a>"))
    #expect(book.contains("<h3 id=\"02-b:x\">X</h3>"))
    #expect(book.contains("assets/terminal.css") && !book.contains("assets/math.css"), "a chapter has printed in color")
    #expect(try !#require(course.site()["lessons/01-a b.html"]).contains("assets/terminal.css"))
  }
}
