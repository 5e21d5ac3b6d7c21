import Foundation
import FoundationXML
import LessonModel
import LessonSite
import Testing

@Suite struct FeedTests {
  /// A site of two lessons, of which one was changed at a time that is known.
  private func site(_ course: String, changed: [String: String]) throws -> [String: String] {
    var made = try MadeCourse(["course.yml": course, "01-a.md": "---\nsummary: S <1>\n---\n\n# A & B\n", "02-b.md": "# B\n"])
      .woven
    made.course.lessons = made.course.lessons.map { read in
      guard case .readable(var lesson) = read else { return read }
      lesson.changed = changed[lesson.slug]
      return .readable(lesson)
    }
    made.lessons = made.lessons.map { entry in
      guard case .woven(var woven) = entry else { return entry }
      woven.lesson.changed = changed[woven.lesson.slug]
      return .woven(woven)
    }
    return made.site()
  }

  @Test func theLastChangeStandsFirst() throws {
    let times = ["01-a": "2026-01-01T00:00:00Z", "02-b": "2026-02-01T00:00:00Z"]
    let site = try site("title: T\nsite-url: https://e.org/c\n", changed: times)
    let feed = try #require(site["feed.xml"])
    #expect(XMLParser(data: Data(feed.utf8)).parse())
    #expect(feed.contains("<id>https://e.org/c/</id>\n<title>T</title>\n<updated>2026-02-01T00:00:00Z</updated>"))
    let places = try ["02-b.html", "01-a.html"].map {
      try #require(feed.range(of: "<id>https://e.org/c/lessons/" + $0)).lowerBound
    }
    #expect(places[0] < places[1])
    #expect(feed.contains("<title>A &amp; B</title>") && feed.contains("<summary>S &lt;1&gt;</summary>"))
    #expect(site["sitemap.xml"]?.contains("lessons/02-b.html</loc><lastmod>2026-02-01T00:00:00Z</lastmod>") == true)
    let page = try #require(site["lessons/01-a.html"])
    #expect(page.contains("Last changed <time datetime=\"2026-01-01T00:00:00Z\">2026-01-01</time>"))
    #expect(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"../feed.xml\" title=\"T\">"))
    for fact in [
      "<link rel=\"canonical\" href=\"https://e.org/c/lessons/01-a.html\">",
      "<meta property=\"og:url\" content=\"https://e.org/c/lessons/01-a.html\">",
      "<meta property=\"og:image\" content=\"https://e.org/c/assets/card.png\">",
      "<meta property=\"og:title\" content=\"A &amp; B\">",
    ] { #expect(page.contains(fact)) }
  }

  /// Without an address nobody can follow a feed, and without a history there is nothing to tell.
  @Test(arguments: [("title: T\n", ["01-a": "2026-01-01T00:00:00Z"]), ("title: T\nsite-url: https://e.org/c\n", [:])])
  func noneIsMadeOfNothing(course: String, changed: [String: String]) throws {
    let site = try site(course, changed: changed)
    #expect(site["feed.xml"] == nil)
    #expect(!site.values.contains { $0.contains("feed.xml") })
    #expect(site["lessons/02-b.html"]?.contains("<time") == false)
  }
}
