import LessonsCore
import Testing

@Suite("The site around the lessons")
struct SiteTests {
  private static let lessons = ["01-a b.md": "# A\n", "02-ü.md": "# Ü\n"]

  private func site(_ courseFile: String, _ more: [String: String] = [:]) throws -> MadeSite {
    try MadeSite(Self.lessons.merging(more) { _, new in new }.merging(["course.yml": courseFile]) { _, new in new })
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
    let site = try site(
      "title: T\n",
      [
        "theme/header.html": "<a href=\"{root}index.html\">Mine</a>", "theme/footer.html": "<p>Foot</p>\n",
        "theme/head.html": "<meta name=\"author\" content=\"me\">", "theme/style.css": ":root { --link: #123456; }",
        "theme/fonts/a.woff2": "font", "theme/.hidden": "no", "theme/icon.svg": "<svg/>",
      ])
    let lesson = try site.page("lessons/02-ü.html")
    #expect(lesson.contains("<header class=\"site-header\">\n<a href=\"../index.html\">Mine</a>\n<"))
    #expect(!lesson.contains("class=\"home\""))
    #expect(lesson.between("<footer class=\"site-footer\">\n", "\n")! == "<p>Foot</p>")
    #expect(lesson.contains("<meta name=\"author\" content=\"me\">\n</head>"))
    let own = try #require(lesson.firstRange(of: "<link rel=\"stylesheet\" href=\"../assets/theme/style.css\">"))
    #expect(try #require(lesson.firstRange(of: "assets/site.css")).lowerBound < own.lowerBound)
    #expect(lesson.contains("href=\"../assets/theme/icon.svg\""))
    #expect(try site.page("index.html").contains("<a href=\"index.html\">Mine</a>"))
    #expect(try site.page("assets/theme/style.css") == ":root { --link: #123456; }")
    #expect(
      site.pages.keys.filter { $0.hasPrefix("assets/theme/") }.sorted() == [
        "assets/theme/fonts/a.woff2", "assets/theme/icon.svg", "assets/theme/style.css",
      ])
  }

  @Test func noThemeChangesNothing() throws {
    let page = try site("title: T\n").page("lessons/02-ü.html")
    #expect(page.contains("<a class=\"home\" href=\"../index.html\">T</a>") && !page.contains("assets/theme"))
  }

  @Test func indexListsLessonsWithNumbersAndMinutes() throws {
    let index = try site("title: T\nauthors: [Ann, Bob]\n").page("index.html")
    #expect(index.contains("<a href=\"lessons/01-a%20b.html\"><span class=\"number\">1</span> <span>A</span></a>"))
    #expect(index.contains("<span class=\"minutes\">1 min</span>") && index.contains("Ann, Bob"))
    #expect(index.contains("Begin with “A”"))
  }
}
