import LessonModel
import Testing

import LessonSite

@Suite("The lists of the lessons in a folder")
struct FolderPageTests {
  private static let files = [
    "01-a.md": "# A\n\n[Deep](deep/).\n", "deep/01-b.md": "---\ntitle: B & C\nsummary: The first.\n---\n\nWords.\n",
    "deep/very/02-c.md": "# C\n", "own/index.md": "# Own\n", "later/01-d.md": "---\ndraft: true\n---\n\n# D\n",
    "course.yml": "title: T\n",
  ]

  @Test func standWhereTheFoldersAre() throws {
    let site = try MadeCourse(Self.files).woven.withoutDrafts.site()
    let lists = site.keys.filter { $0.hasPrefix("lessons/") && $0.hasSuffix("/index.html") }.sorted()
    #expect(lists == ["lessons/deep/index.html", "lessons/deep/very/index.html", "lessons/own/index.html"])
    #expect(try #require(site["lessons/own/index.html"]).contains("Own</h1>"), "a lesson is the page of its folder itself")
    let deep = try #require(site["lessons/deep/index.html"])
    #expect(deep.contains("<title>deep · T</title>") && deep.contains("<h1>deep</h1>"))
    #expect(
      deep.contains("<li data-lesson=\"deep/01-b\"><a href=\"../../lessons/deep/01-b.html\">")
        && deep.contains("<span class=\"summary\">The first.</span>"))
    #expect(deep.contains("<link rel=\"stylesheet\" href=\"../../assets/index.css\">"), "where the style of lists is")
    let list = try #require(deep.firstRange(of: "<ol class=\"lessons\">\n").map { deep[$0.upperBound...] })
    #expect(list.contains("<li data-lesson=\"deep/very/02-c\">") && !list.contains("<li data-lesson=\"01-a\">"))
    #expect(try #require(site["lessons/01-a.html"]).contains("<a href=\"deep/index.html\">Deep</a>"))
  }
}
