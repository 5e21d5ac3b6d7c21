import Foundation
import Testing

/// Lessons in folders below the course's own: read, run, checked, linked, built and accepted like all others.
@Suite struct FolderTests {
  private static func lesson(_ title: String, front: String = "", _ text: String = "", sum: String = "3") -> String {
    "---\ntitle: \(title)\n\(front)---\n\n## Start\n\n\(text)\n\n```swift {#sum}\n1 + 2\n```\n\n```output\n\(sum)\n```\n"
  }

  private static func course(cache: String? = nil) throws -> TemporaryCourse {
    let course = try TemporaryCourse(
      lessons: [
        "9-first": lesson("First", "See [light](waves/01-light.md#sum), [](waves/deep/10-dark.md), [all waves](waves/)."),
        "10-last": lesson("Last", front: "requires: [deep/dark, first]\n"),
        "waves/01-light": lesson(
          "Light",
          "[Home](..), [here](.), [Back](../9-first.md#start), [on](deep/10-dark.md), ![A dot](dot.svg), [3](swift:1+2)."),
        "waves/2-more": lesson("More"),
        "waves/deep/10-dark": lesson("Dark", "[Up](../../9-first.md), ![A dot](../dot.svg)."),
        "sound/01-light": lesson("The other light"), "_notes/01-no": "no lesson", "waves/README": "no lesson either",
      ], courseFile: "title: Folders\nparts:\n  - title: Waves\n    lessons: [first, waves/light, more, dark]\n", cache: cache)
    try course.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "lessons/waves/dot.svg")
    return course
  }

  /// What other tools read as Markdown and this one does not.
  @Test func otherEndingsAreTold() throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson("A")])
    for name in ["02-b.markdown", "deep/03-c.MD", "_notes.mdx", "README.MD", "deep/plan.txt"] {
      try course.write("# B\n", to: "lessons/" + name)
    }
    let outcome = try course.lessons("check")
    #expect(outcome.status == 0)
    let told = outcome.output.split(separator: "\n").filter { $0.contains(": warning: ") }
    #expect(
      told.map { $0.prefix { $0 != ":" } } == ["lessons/02-b.markdown", "lessons/deep/03-c.MD"], "\(outcome.output)")
    #expect(told.allSatisfy { $0.contains("this is not read, for the name of a lesson ends in '.md'") })
    #expect(try course.lessons("check", "--strict").status == 1)
    #expect(try course.lessons("check", "lessons/01-a.md").output.contains("all match"))
    let none = try TemporaryCourse(lessons: [:])
    try none.write("# B\n", to: "lessons/01-b.markdown")
    #expect(try none.lessons("check").error.contains("ends in '.md', and that of 01-b.markdown does not"))
  }

  /// What only the course shows of a lesson is told among the lesson's own mistakes, and with no other lesson.
  @Test func whatALessonNeedsIsToldWithIt() throws {
    let course = try TemporaryCourse(lessons: [
      "01-a": Self.lesson("A", front: "sumary: S\nrequires: [gone]\nauthors: { b: 1 }\n"), "02-b": Self.lesson("B"),
    ])
    let told = try course.lessons("check")
    let places = told.output.split(separator: "\n").filter { $0.contains(": error: ") }
      .map { $0.prefix { $0 != " " } }
    #expect(told.status == 1)
    #expect(places == ["lessons/01-a.md:3:1:", "lessons/01-a.md:4:12:", "lessons/01-a.md:5:10:"], "\(told)")
    #expect(try course.lessons("check", "lessons/02-b.md").status == 0)
    #expect(try course.lessons("check", "lessons/01-a.md").status == 1)
  }

  @Test func areBuiltAndLinked() throws {
    let course = try Self.course()
    let outcome = try course.lessons("build")
    #expect(outcome.status == 0, "\(outcome)")
    let pages = try course.tree("output").keys.filter { $0.hasSuffix(".html") }
    let lessons = pages.filter { $0.hasPrefix("lessons/") }.sorted()
    #expect(
      lessons == [
        "lessons/10-last.html", "lessons/9-first.html", "lessons/sound/01-light.html", "lessons/sound/index.html",
        "lessons/waves/01-light.html", "lessons/waves/2-more.html", "lessons/waves/deep/10-dark.html",
        "lessons/waves/deep/index.html", "lessons/waves/index.html",
      ])
    #expect(course.exists("output/lessons/waves/dot.svg") && course.exists("output/lessons/waves/deep/10-dark.ipynb"))
    #expect(course.exists("output/numbers/waves/01-light.html"))
    #expect(!course.exists("output/lessons/_notes") && !course.exists("output/lessons/waves/README.md"))
    for page in pages { try Self.expectLinksToLead(page, of: course) }
    let dark = try course.text("output/lessons/waves/deep/10-dark.html")
    #expect(
      dark.contains("<a rel=prev href=../2-more.html>") && dark.contains("<a rel=next href=../../10-last.html>")
    )
    #expect(dark.contains("<img src=../dot.svg alt=\"A dot\">"))
    let last = try course.text("output/lessons/10-last.html")
    #expect(last.contains("Needs: <a href=waves/deep/10-dark.html>Dark</a>, <a href=9-first.html>First</a>"))
    #expect(try course.text("output/lessons/9-first.html").contains("<a href=waves/deep/10-dark.html>"))
    #expect(try course.text("output/lessons/9-first.html").contains("<a href=waves/index.html>all waves</a>"))
    let light = try course.text("output/lessons/waves/01-light.html")
    #expect(light.contains("<a href=../../index.html>Home</a>, <a href=index.html>here</a>"))
    let waves = try course.text("output/lessons/waves/index.html")
    #expect(
      waves.matches(of: #/<li data-lesson=([^ >]+)/#).suffix(3).map { String($0.1) } == [
        "waves/01-light", "waves/2-more", "waves/deep/10-dark",
      ])
    #expect(try course.text("output/book.html").contains("<a href=lessons/waves/index.html>all waves</a>"))
    #expect(last.contains("<a rel=next href=sound/01-light.html>"), "files and folders stand in one order")
  }

  /// Every address in a page that leads to a file of the site leads to one that is there.
  private static func expectLinksToLead(_ page: String, of course: TemporaryCourse) throws {
    if page == "404.html" { return }
    let text = try course.text("output/" + page)
    for match in text.matches(of: #/ (?:href|src)="([^"#:]+)["#]/#) {
      let base = URL(fileURLWithPath: course.path("output/" + page))
      let target = URL(string: String(match.1), relativeTo: base)?.standardizedFileURL.path ?? ""
      #expect(FileManager.default.fileExists(atPath: target), "\(match.1) in \(page)")
    }
  }

  @Test func areCheckedAndAcceptedAndTold() throws {
    let course = try Self.course()
    #expect(try course.lessons("check", "--strict").status == 0)
    try course.replace("```output\n3", with: "```output\n4", in: "lessons/waves/deep/10-dark.md")
    let all = try course.lessons("check")
    #expect(all.status == 1 && all.output.contains("lessons/waves/deep/10-dark.md:14:1: error: "), "\(all)")
    let one = try course.lessons("check", "lessons/waves/deep/10-dark.md")
    #expect(one.status == 1 && one.output.contains("lessons/waves/deep/10-dark.md:14:1: error: "), "\(one)")
    #expect(try course.lessons("accept").status == 0)
    #expect(try course.text("lessons/waves/deep/10-dark.md") == (try Self.course().text("lessons/waves/deep/10-dark.md")))
    #expect(try course.lessons("check").status == 0)
    let why = try course.lessons("why", "lessons/waves/deep/10-dark.md")
    #expect(why.status == 0 && why.output.contains("waves/deep/10-dark"), "\(why)")
    #expect(try course.lessons("run", "lessons/waves/01-light.md").status == 0)
  }

  @Test func shardsAndTheStudentEditionHaveThem() throws {
    let course = try Self.course()
    let shares = try ["1/2", "2/2"].map { try course.lessons("check", "--format", "json", "--shard", $0) }
    #expect(shares.allSatisfy { $0.status == 0 })
    #expect(try course.lessons("build", "--without-solutions", "-o", "students").status == 0)
    #expect(course.exists("students/lessons/waves/deep/10-dark.html"))
  }

  /// What the tool remembers of a build changes nothing in what it makes.
  @Test func warmIsCold() throws {
    let course = try Self.course(cache: try Scratch.freshCache())
    try course.lessons("build")
    try course.replace("## Start", with: "## Begin", in: "lessons/waves/01-light.md")
    try course.replace("[light](waves/01-light.md#sum)", with: "[light](waves/01-light.md#begin)", in: "lessons/9-first.md")
    #expect(try course.lessons("build").status == 0)
    let warm = try course.tree("output")
    #expect(try course.lessons("build", "--no-cache", "-o", "cold").status == 0)
    #expect(try course.tree("cold") == warm)
    try FileManager.default.removeItem(atPath: course.path("lessons/waves/deep"))
    #expect(try course.lessons("check").status == 1, "links to it are dead now")
  }

  @Test func whatFailsNamesItsPlace() throws {
    let course = try TemporaryCourse(lessons: [
      "a/01-x": "# X\n\n```swift\nlet x: Int? = nil\nx!\n```\n", "b/01-x": "# X\n\n```swift\nnone\n```\n",
    ])
    let outcome = try course.lessons("check")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("lessons/a/01-x.md:5:"), "\(outcome)")
    #expect(outcome.output.contains("lessons/b/01-x.md:4:1: error: cannot find 'none' in scope"), "\(outcome)")
  }

  /// A file that lies where a course looks for no lessons is read by itself where it is asked for.
  @Test(arguments: ["lessons/_drafts/x.md", "lessons/Support/notes.md", "lessons/.hidden/x.md"])
  func whatIsAskedForIsReadWhereverItLies(path: String) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n"], courseFile: "title: T\n")
    try course.write("# X\n\n[3](<swift:1+1>)\n", to: path)
    let outcome = try course.lessons("check", path)
    #expect(outcome.status == 1 && outcome.output.contains("\(path):3:2: error: 3 is written"), "\(outcome)")
  }
}
