import LessonModel
import Testing

import LessonSite

@Suite("The course beside the text")
struct NavigationTests {
  private func shell(_ count: Int, parts: Int? = nil) throws -> PageShell {
    let names = (1001..<(1001 + count)).map { "\($0)-l" }
    var file = "title: T\n"
    if let parts {
      file += "parts:\n"
      for first in stride(from: 0, to: count, by: parts) {
        let lessons = names[first..<min(first + parts, count)].joined(separator: ", ")
        file += "  - {title: Part \(first / parts + 1), lessons: [\(lessons)]}\n"
      }
    }
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0 + ".md", "# L\n") }).merging(["course.yml": file]) { $1 }
    return PageShell(try MadeCourse(files).woven.course)
  }

  private func count(_ text: String, in html: HTML) -> Int {
    html.text.split(separator: text, omittingEmptySubsequences: false).count - 1
  }

  @Test func listsAllOfAFewLessons() throws {
    let html = try shell(60, parts: 7).navigation(lesson: "1030-l")
    #expect(count("data-lesson=", in: html) == 60 && count("class=\"part\"", in: html) == 9)
    #expect(!html.text.contains("All 60 lessons"))
  }

  @Test func listsThePartThatItStandsInAndLeadsToTheOthers() throws {
    let html = try shell(70, parts: 7).navigation(lesson: "1030-l")
    #expect(count("data-lesson=", in: html) == 7 && count("aria-current=\"page\" href=\"#main\"", in: html) == 1)
    #expect(html.text.contains("<a href=\"index.html\"><span>All 70 lessons</span></a>"))
    #expect(html.text.contains("<p class=\"part\">Part 5</p>\n<ol>\n<li data-lesson=\"1029-l\">"))
    for part in [1, 4, 6, 10] {
      #expect(html.text.contains("<a href=\"index.html#part-\(part)\"><span>Part \(part)</span></a>"))
    }
  }

  @Test(arguments: [(1001, 1001), (1010, 1001), (1100, 1085), (1200, 1171)])
  func listsTheLessonsAroundThePageWhereAPartIsLong(_ here: Int, _ first: Int) throws {
    let html = try shell(200).navigation(lesson: "\(here)-l")
    #expect(count("data-lesson=", in: html) == 30)
    #expect(html.text.contains("<ol>\n<li data-lesson=\"\(first)-l\">") && html.text.contains("<li data-lesson=\"\(here)-l\">"))
  }

  @Test func doesNotGrowWithTheCourse() throws {
    let small = try shell(400, parts: 2).navigation(lesson: "1200-l").text.utf8.count
    let large = try shell(800, parts: 2).navigation(lesson: "1200-l").text.utf8.count
    #expect(small == large)
  }

  @Test func ofAPageAboutALessonShowsItsSurroundings() throws {
    let html = try shell(200).navigation(about: "1100-l")
    #expect(html.text.contains("<li data-lesson=\"1100-l\">") && !html.text.contains("aria-current"))
  }
}
