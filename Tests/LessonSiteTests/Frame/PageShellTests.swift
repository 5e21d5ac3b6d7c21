import LessonModel
import Testing

import LessonSite

@Suite("The frame of a page")
struct PageShellTests {
  private func shell(_ courseFile: String) throws -> PageShell {
    PageShell(try MadeCourse(["course.yml": courseFile, "01-a.md": "# A\n"]).woven.course)
  }

  @Test func saysWhatThePageIs() throws {
    let shell = try shell("title: A & B\nlanguage: de\nsite-url: https://example.org/\n")
    let page = shell.from(root: "../").html(
      title: "<T>", description: "\"D\"", address: "x/y.html", lesson: "01-a b", main: "M", styles: [.math, .terminal]
    ).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">\n"))
    #expect(page.contains("<title>&lt;T&gt; · A &amp; B</title>\n<meta name=\"description\" content=\"&quot;D&quot;\">\n"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/x/y.html\">"))
    #expect(page.contains("<body data-root=\"../\" data-lesson=\"01-a b\">"))
    let sheets = page.components("href=\"", "\"").filter { $0.hasSuffix(".css") }
    #expect(sheets == ["../assets/site.css", "../assets/math/01-a%20b.css", "../assets/terminal.css"])
    let book = shell.html(title: "B", description: nil, main: "", styles: [.math]).text
    #expect(book.contains("\"assets/math.css\""), "what is of no lesson has the formulas of all")
    #expect(page.contains("<div class=\"columns alone\">\n<main id=\"main\" tabindex=\"-1\">\nM</main>"))
  }

  @Test func aPageOfTheCourseItselfIsCalledByItAlone() throws {
    let page = try shell("title: T\n").html(title: "T", description: nil, navigation: "<nav></nav>", main: "").text
    #expect(page.contains("<title>T</title>") && !page.contains("canonical") && !page.contains("description"))
    #expect(page.contains("<div class=\"columns\">\n<nav></nav><main") && !page.contains("class=\"repository\""))
  }

  /// What the text alone needs is waited for behind the header, and the script that chooses the theme for nothing but the style of
  /// all pages.
  @Test func theHeaderComesBeforeTheStyleOfTheText() throws {
    let page = try shell("title: T\n").html(title: "P", description: nil, main: "", styles: [.charts]).text
    let head = String(try #require(page.split(separator: "</head>").first))
    #expect(head.count(of: "stylesheet") == 1)
    #expect(page.contains("</header>\n<link rel=\"stylesheet\" href=\"assets/charts.css\">\n<div class=\"columns alone\">"))
  }

  /// What the book says of a chart or a formula holds, for it comes behind what all pages say of them.
  @Test func theStyleOfTheBookComesBehindThatOfItsText() throws {
    let page = try shell("title: T\n").html(
      title: "B", description: nil, main: "", styles: [.charts, .math, .book, .chapters]
    ).text
    let sheets = page.components("href=\"", "\"").filter { $0.hasSuffix(".css") }
    #expect(sheets == ["site", "charts", "math", "book", "chapters"].map { "assets/\($0).css" })
  }

  @Test func aCoursesOwnStyleComesLastAndIsForAllOfThePage() throws {
    var course = try MadeCourse(["01-a.md": "# A\n"]).woven.course
    course.theme.files = [SiteFile(path: "style.css", text: "a {}")]
    let page = PageShell(course).html(title: "P", description: nil, main: "", styles: [.charts]).text
    let head = String(try #require(page.split(separator: "</head>").first))
    #expect(
      head.components("href=\"", "\"").filter { $0.hasSuffix(".css") } == [
        "assets/site.css", "assets/charts.css", "assets/theme/style.css",
      ])
    #expect(page.count(of: "stylesheet") == 3)
  }

  @Test func onlyTheSitesOwnFilesMayLoad() throws {
    let page = try shell("repository: https://github.com/o/r\n").html(title: "T", description: nil, main: "").text
    #expect(page.contains("content=\"default-src 'none'; script-src 'self'; style-src 'self';"))
    #expect(!page.contains("<style") && page.count(of: "<script") == 2 && page.count(of: "<script src=\"assets/") == 2)
    #expect(page.contains("<a class=\"repository\" href=\"https://github.com/o/r\">Source</a>"))
  }
}

extension String {
  /// What stands between each `start` and the next `end` behind it.
  fileprivate func components(_ start: String, _ end: Character) -> [String] {
    split(separator: start).dropFirst().map { String($0.prefix { $0 != end }) }
  }
}
