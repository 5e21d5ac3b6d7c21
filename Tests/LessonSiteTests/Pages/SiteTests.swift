import LessonModel
import Testing

import LessonSite

@Suite("The site around the lessons")
struct SiteTests {
  private static let lessons = ["01-a b.md": "# A\n", "02-ü.md": "# Ü\n"]

  private func course(_ courseFile: String) throws -> WovenCourse {
    try MadeCourse(Self.lessons.merging(["course.yml": courseFile]) { _, new in new }).woven
  }

  private func site(_ courseFile: String) throws -> MadeSite {
    try MadeSite(Self.lessons.merging(["course.yml": courseFile]) { _, new in new })
  }

  @Test func siteAddressMakesASitemapAndALostPageThatFindsHome() throws {
    for address in ["https://example.org/my/course", "https://example.org/my/course/"] {
      let site = try site("site-url: \(address)\n")
      let map = try site.page("sitemap.xml")
      #expect(
        map.ranges(of: "<loc>").count == 3 && map.contains("<loc>https://example.org/my/course/</loc>")
          && map.contains("<loc>https://example.org/my/course/lessons/01-a%20b.html</loc>")
          && map.contains("<loc>https://example.org/my/course/lessons/02-%C3%BC.html</loc>"))
      let lost = try site.page("404.html")
      #expect(
        lost.contains("href=\"/my/course/assets/site.css\"") && lost.contains("href=\"/my/course/lessons/02-%C3%BC.html\""))
      #expect(try site.page("index.html").contains("<link rel=\"canonical\" href=\"https://example.org/my/course/\">"))
      #expect(
        try site.page("lessons/02-ü.html").contains(
          "<link rel=\"canonical\" href=\"https://example.org/my/course/lessons/02-%C3%BC.html\">"))
    }
    #expect(try site("site-url: https://example.org\n").page("404.html").contains("href=\"/assets/site.css\""))
  }

  @Test func withoutAnAddressAllLinksAreRelative() throws {
    let site = try site("title: T\n")
    #expect(site.pages["sitemap.xml"] == nil)
    for (path, page) in site.pages where path.hasSuffix(".html") {
      #expect(!page.contains("=\"/") && !page.contains("canonical"), "\(path)")
    }
    #expect(try site.page("404.html").contains("href=\"assets/site.css\""))
  }

  @Test func aCoursesThemeTakesThePlaceOfParts() throws {
    var course = try course("title: T\n")
    course.course.theme.header = "<a href=\"{root}index.html\">Mine</a>"
    course.course.theme.footer = "<p>Foot</p>\n"
    course.course.theme.head = "<meta name=\"author\" content=\"me\">"
    course.course.theme.files = [
      SiteFile(path: "style.css", text: ":root { --link: #123456; }"), SiteFile(path: "fonts/a.woff2", text: "font"),
      SiteFile(path: "icon.svg", text: "<svg/>"),
    ]
    let site = course.site()
    let lesson = try #require(site["lessons/02-ü.html"])
    #expect(lesson.contains("<header class=\"site-header\">\n<a href=\"../index.html\">Mine</a>\n<"))
    #expect(!lesson.contains("class=\"home\""))
    #expect(lesson.between("<footer class=\"site-footer\">\n", "\n") == "<p>Foot</p>")
    #expect(lesson.contains("<meta name=\"author\" content=\"me\">\n</head>"))
    let own = try #require(lesson.firstRange(of: "<link rel=\"stylesheet\" href=\"../assets/theme/style.css\">"))
    #expect(try #require(lesson.firstRange(of: "assets/site.css")).lowerBound < own.lowerBound)
    #expect(lesson.contains("href=\"../assets/theme/icon.svg\""))
    #expect(try #require(site["index.html"]).contains("<a href=\"index.html\">Mine</a>"))
    #expect(site["assets/theme/style.css"] == ":root { --link: #123456; }")
    #expect(
      site.keys.filter { $0.hasPrefix("assets/theme/") }.sorted() == [
        "assets/theme/fonts/a.woff2", "assets/theme/icon.svg", "assets/theme/style.css",
      ])
  }

  @Test func noThemeChangesNothing() throws {
    let page = try site("title: T\n").page("lessons/02-ü.html")
    #expect(page.contains("<a class=\"home\" href=\"../index.html\">T</a>") && !page.contains("assets/theme"))
  }

  @Test func filesStandInTheOrderOfTheirPaths() throws {
    let course = try course("title: T\n")
    let theme = Theme(files: [SiteFile(path: "assets/site.css", text: ":root{--ink:#111;}")])
    let context = SiteContext(
      course, theme: theme, kit: [SiteFile(path: "A.swift", text: "")],
      mathematics: [SiteFile(path: "assets/math.css", text: "m")])
    let site = Site.site(of: context, course.lessons.map { LessonRenderer.rendered($0, in: context) })
    #expect(
      site.files.map(\.path) == [
        "404.html", "assets/chapters.css", "assets/math.css", "assets/search-index.js", "assets/search/01-a b.js",
        "assets/search/02-ü.js", "assets/site.css", "book.html", "index.html",
        "lessons/01-a b.html", "lessons/01-a b.md", "lessons/02-ü.html", "lessons/02-ü.md",
      ])
    #expect(site == Site.site(of: context, course.lessons.map { LessonRenderer.rendered($0, in: context) }))
  }

  /// What a lesson shows or links to goes along; what none does stays.
  @Test func filesBesideTheLessonsGoAlong() throws {
    var files = Self.lessons
    files["01-a b.md"] = "# A\n\n![Alt](img/a%20b.png) [data](data.csv)\n"
    files.merge(["img/a b.png": "png", "data.csv": "1", "other.csv": "2"]) { _, new in new }
    let site = try MadeSite(files)
    #expect(site.pages["lessons/img/a b.png"] == "png" && site.pages["lessons/data.csv"] == "1")
    #expect(site.pages["lessons/other.csv"] == nil)
    #expect(try site.page("book.html").contains("src=\"lessons/img/a%20b.png\""))
  }

  static let whole = [
    "course.yml": "title: T\nsite-url: https://example.org\nreferences:\n  - {id: k, title: K}\n",
    "01-a.md": "# A\n\nHalf [0.5](swift:p) [@k]\n\n```swift\nlet p = 0.5\n```\n", "02-b.md": "# B\n\nBees.\n",
  ]

  /// A build of one lesson leaves what is made of all lessons as the last whole build has it.
  @Test func oneLessonAlone() throws {
    let course = try MadeCourse(Self.whole).woven
    let kit = [SiteFile(path: "A.swift", text: "")]
    let all = course.site(kit: kit)
    #expect(all["references.html"] != nil && all["numbers.html"] != nil && all["book.html"] != nil && all["course.tar"] != nil)
    let one = course.only("01-a").site(kit: kit)
    let left = [
      "assets/card.png", "assets/chapters.css", "book.html", "course.tar", "lessons/02-b.html", "lessons/02-b.md",
      "numbers.html",
      "numbers.notes.js", "references.html", "references.notes.js",
    ]
    #expect(Set(all.keys).subtracting(one.keys) == Set(left))
    for (path, text) in one { #expect(text == all[path], "\(path)") }
    #expect(one["assets/search-index.js"]?.contains("bees") == true, "a search finds the whole course")
  }

  @Test func aLessonThatCannotBeReadHasAPageAllTheSame() throws {
    var course = try MadeCourse(Self.whole).woven
    let source = SourceText(path: "lessons/03-c.md", text: "")
    let fault = Diagnostic(.emptyLesson, "this lesson is <empty>", in: source, at: 0)
    let refused = RefusedLesson(source: source, slug: "03-c", diagnostics: [fault])
    course.course.lessons.append(.refused(refused))
    course.lessons.append(.refused(refused))
    let site = course.site()
    let page = try #require(site["lessons/03-c.html"])
    #expect(
      page.contains(
        "<h1>03-c</h1>\n<div class=\"error\" role=\"note\" id=\"page:errors\"><p><strong>This lesson has an error.</strong></p>"
      ))
    #expect(page.contains("<li>this lesson is &lt;empty&gt; <span class=\"place\">line 1, column 1 [empty-lesson]</span></li>"))
    #expect(page.contains("rel=\"prev\"") && !page.contains("rel=\"next\"") && !page.contains("Take along"))
    let index = try #require(site["index.html"])
    #expect(index.contains("<span class=\"number\">3</span> <span>03-c</span></a>\n<span class=\"minutes\"><strong class"))
    #expect(index.contains("<strong class=\"flaw\">cannot be read</strong></span>\n</li>"))
    #expect(
      index.contains(
        "<li><a href=\"lessons/03-c.html#page:errors\"><span class=\"number\">3</span> <span>03-c</span></a>: cannot be read</li>"
      ))
    #expect(try #require(site["sitemap.xml"]).contains("lessons/03-c.html"))
    #expect(try !#require(site["book.html"]).contains("03-c") && site["lessons/03-c.md"] == nil)
  }

  @Test func ofManyErrorsTheFirstFiftyAreTold() throws {
    let source = SourceText(path: "lessons/01-a.md", text: "")
    func page(errors: Int) throws -> String {
      var course = try MadeCourse(Self.whole).woven
      var faults = (0..<errors).map { Diagnostic(.math, "fault \($0)", in: source, at: 0) }
      faults.append(Diagnostic(.slug, "only a warning", in: source, at: 0, severity: .warning))
      course.lessons[0] = .refused(RefusedLesson(source: source, slug: "01-a", diagnostics: faults))
      return try #require(course.site()["lessons/01-a.html"])
    }
    #expect(try !page(errors: 0).contains("class=\"error\""))
    let fifty = try page(errors: 50)
    #expect(
      fifty.contains("<strong>This lesson has 50 errors.</strong>")
        && fifty.between("<li>fault 49 ", "</div>")?.hasSuffix("</li>\n</ul>") == true)
    let more = try page(errors: 53)
    #expect(
      more.contains("<li>fault 49 ") && more.contains("</li>\n<li>and 3 more</li>\n") && !more.contains("fault 50")
        && !more.contains("warning"))
  }
}
