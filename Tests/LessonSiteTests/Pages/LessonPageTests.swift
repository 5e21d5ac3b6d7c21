import LessonModel
import Testing

import LessonSite

@Suite("The page of a lesson")
struct LessonPageTests {
  static let course = [
    "course.yml": """
    title: A & B
    repository: https://github.com/owner/repo
    parts:
      - {title: First part, lessons: [01-one, 02-two]}
      - {title: Second part, lessons: [10-ten]}
    """,
    "01-one.md":
      "---\ntitle: One\nsummary: The first.\n---\n\nText.\n\n## Alpha\n\nMore.\n\n### Beta & co\n\n#### Deep\n\nEnd.\n",
    "02-two.md": "---\nrequires: [01-one]\n---\n\n# My *own* heading\n\nText[^n], again[^n].\n\n[^n]: A note.\n",
    "10-ten.md": "---\ntitle: Ten\n---\n\nWord.\n\n```swift {#cell}\n1 + 1\n```\n",
  ]

  @Test func leadSaysWhatTheLessonIs() throws {
    let site = try MadeSite(Self.course)
    let lead = try #require(try site.page("lessons/02-two.html").between("<header class=\"lead\">", "</header>"))
    #expect(lead.contains("<h1 id=\"my-own-heading\">My <em>own</em> heading</h1>"))
    #expect(lead.contains("Needs: <a href=\"01-one.html\">One</a>"))
    #expect(lead.contains("<li>1 minute</li>"))
    #expect(!lead.contains("Swift"), "a lesson without code ran with nothing")
    #expect(try site.page("lessons/10-ten.html").contains("<li>Swift 6.3.1</li>"))
    #expect(try site.page("lessons/01-one.html").contains("<h1>One</h1>\n<p class=\"summary\">The first.</p>"))
    for page in ["01-one", "02-two", "10-ten"] { #expect(try site.page("lessons/\(page).html").count(of: "<h1") == 1) }
  }

  @Test func aChapterOfTheBookBeginsWithItsTitleOneLevelLower() throws {
    let book = try MadeSite(Self.course).page("book.html")
    #expect(
      book.contains(
        """
        <section class="chapter" id="01-one:main" data-chapter="1">
        <header class="chapter-head">
        <p class="chapter-number">Lesson 1</p>
        <h2>One</h2>
        <p class="summary">The first.</p>
        </header>

        """))
    #expect(
      book.contains("<h2 id=\"02-two:my-own-heading\">My <em>own</em> heading</h2>\n</header>\n<p>Text"))
    #expect(book.count(of: "<h1") == 1)
  }

  @Test func sidebarNumbersTheLessonsAndMarksThisOne() throws {
    let page = try MadeSite(Self.course).page("lessons/02-two.html")
    let nav = try #require(page.between("<nav class=\"course\" aria-label=\"Course\">", "</nav>"))
    #expect(nav.contains("<p class=\"part\">First part</p>") && nav.contains("<p class=\"part\">Second part</p>"))
    #expect(nav.contains("<a href=\"../lessons/10-ten.html\"><span class=\"number\">10</span> <span>Ten</span></a>"))
    #expect(
      nav.contains("<a aria-current=\"page\" href=\"#main\"><span class=\"number\">2</span> <span>My own heading</span></a>"))
    #expect(nav.count(of: "aria-current") == 1)
  }

  @Test func waysLeadUpAndOn() throws {
    let site = try MadeSite(Self.course)
    let crumbs = try #require(try site.page("lessons/10-ten.html").between("aria-label=\"Breadcrumb\">", "</nav>"))
    #expect(crumbs.contains("<a href=\"../index.html#part-2\">Second part</a>"))
    #expect(crumbs.contains("<li aria-current=\"page\">Lesson 10</li>"))
    #expect(try site.page("index.html").contains("<h2 id=\"part-2\">Second part</h2>"))
    let neighbors = try #require(try site.page("lessons/02-two.html").between("<nav class=\"neighbors\"", "</nav>"))
    #expect(neighbors.contains("<a rel=\"prev\" href=\"01-one.html\"><span>Previous</span> <strong>One</strong></a>"))
    #expect(neighbors.contains("<a rel=\"next\" href=\"10-ten.html\"><span>Next</span> <strong>Ten</strong></a>"))
    #expect(try !site.page("lessons/01-one.html").contains("rel=\"prev\""))
  }

  @Test func contentsListsTheSectionsThatHaveAnchors() throws {
    let page = try MadeSite(Self.course).page("lessons/01-one.html")
    let contents = try #require(page.between("aria-label=\"On this page\">", "</nav>"))
    #expect(
      contents.contains(
        "<li><a href=\"#alpha\">Alpha</a></li>\n<li class=\"deep\"><a href=\"#beta--co\">Beta &amp; co</a></li>")
    )
    #expect(!contents.contains("Deep"))
    #expect(
      page.contains(
        "<div class=\"heading\"><h2 id=\"alpha\">Alpha</h2><a class=\"anchor\" href=\"#alpha\" aria-label=\"Link to “Alpha”\">")
    )
    // One section is no list of contents.
    #expect(try !MadeSite(Self.course).page("lessons/10-ten.html").contains("On this page"))
  }

  @Test func notesStandBehindTheTextAndLeadBack() throws {
    let page = try MadeSite(Self.course).page("lessons/02-two.html")
    #expect(page.count(of: "href=\"#note:1\" role=\"doc-noteref\">1</a>") == 2)
    #expect(page.count(of: "id=\"noteref:1\"") == 1)
    let notes = try #require(
      page.between("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\"><ol>", "</ol></section>"))
    #expect(notes.contains("<li id=\"note:1\"><p>A note.</p>") && notes.contains("href=\"#noteref:1\" role=\"doc-backlink\""))
  }

  @Test func readersCanMendIt() throws {
    let page = try MadeSite(Self.course).page("lessons/10-ten.html")
    #expect(page.contains("<a href=\"https://github.com/owner/repo/edit/main/lessons/10-ten.md\">Edit this page</a>"))
    #expect(
      page.contains(
        "<a class=\"source\" href=\"https://github.com/owner/repo/blob/main/lessons/10-ten.md?plain=1#L7\">lessons/10-ten.md:7</a>"
      ))
    var bare = Self.course
    bare["course.yml"] = nil
    let other = try MadeSite(bare).page("lessons/10-ten.html")
    #expect(other.contains("<span class=\"source\">lessons/10-ten.md:7</span>") && !other.contains("Edit this page"))
  }

  @Test func nothingInsideAPageRunsOrLoadsFromElsewhere() throws {
    for (path, page) in try MadeSite(Self.course).pages where path.hasSuffix(".html") {
      #expect(page.contains("default-src 'none'; script-src 'self'; style-src 'self'"), "\(path)")
      #expect(!page.contains("unsafe-inline") && !page.contains(" style=\"") && !page.contains("<style"), "\(path)")
      #expect(page.count(of: "<script") == page.count(of: "<script src=\""), "\(path)")
      #expect(page.firstMatch(of: /<body[^>]*>\s*<a class="skip"/) != nil, "\(path)")
    }
  }

  @Test(arguments: [
    ("03-entropy", "3"), ("010-x", "10"), ("00-start", "0"), ("intro", nil), ("2024", nil), ("123456-x", nil), ("7th", "7"),
  ])
  func numberIsTheFileNames(slug: String, number: String?) {
    #expect(readLesson("# x\n", slug: slug).number == number)
  }

  @Test(arguments: [
    ("one two, three", 3), ("", 0), ("- * =", 0), ("don't", 1), ("交叉熵", 2), ("交叉熵 loss", 3), ("a-b", 1), ("x\ny", 2),
  ])
  func wordsAreCounted(text: String, words: Int) { #expect(ReadingTime.count(text) == words) }
}
