import Foundation
import Testing

/// `lessons build`: the same bytes however it is done, and nothing but the site is written.
@Suite struct BuildTests {
  /// The reference course with a lesson that fails, so that errors in pages are compared as well.
  private static func course(cache: String) throws -> TemporaryCourse {
    let course = try ReferenceCourse.make(cache: cache)
    try course.write("# Fails\n\n```swift\nprint(\"kept\")\nlet x: Int? = nil\nx!\n```\n", to: "lessons/03-fails.md")
    return course
  }

  @Test func twoBuildsAreIdentical() throws {
    let cache = try Scratch.freshCache()
    let one = try Self.course(cache: cache)
    #expect(try one.lessons("build", "-j", "1").status == 1)
    let cold = try one.tree("output")
    #expect(cold["index.html"] != nil && cold["lessons/01-first.html"] != nil)

    #expect(try one.lessons("build", "-j", "2").status == 1)
    #expect(try one.tree("output") == cold, "a warm cache and two jobs")

    let two = try Self.course(cache: try Scratch.freshCache())
    #expect(
      try two.lessons("build", "-j", "2", "--no-cache", environment: ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8"]).status == 1)
    #expect(try two.tree("output") == cold, "another folder, no cache, another zone and language")

    #expect(try one.lessons("build", "-o", "elsewhere/site").status == 1)
    #expect(try one.tree("elsewhere/site") == cold, "another output folder")
  }

  @Test func writesTheSiteOnly() throws {
    let course = try ReferenceCourse.make()
    let lessons = try course.tree("lessons")
    #expect(try course.lessons("build").status == 0)
    #expect(try course.tree("lessons") == lessons)
    #expect(try course.tree().keys.allSatisfy { $0.hasPrefix("lessons") || $0.hasPrefix("output") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: course.folder).sorted() == ["lessons", "output"])
  }

  /// A page that is no longer made is gone; a dot file of the author's stays.
  @Test func theSiteIsReplacedWhole() throws {
    let course = try ReferenceCourse.make()
    try FileManager.default.createDirectory(atPath: course.path("output"), withIntermediateDirectories: true)
    try course.write("*\n", to: "output/.gitignore")
    try course.lessons("build")
    #expect(course.exists("output/lessons/02-second.html"))
    try FileManager.default.removeItem(atPath: course.path("lessons/02-second.md"))
    try course.replace("    lessons: [02-second, 01-first]", with: "    lessons: [01-first]", in: "lessons/course.yml")
    #expect(try course.lessons("build").status == 0)
    #expect(!course.exists("output/lessons/02-second.html"))
    #expect(try course.text("output/.gitignore") == "*\n")
  }

  /// One lesson built alone gives the page that the whole build gives, and leaves the others.
  @Test func oneLessonAlone() throws {
    let course = try ReferenceCourse.make()
    try course.lessons("build")
    let whole = try course.tree("output")
    #expect(try course.lessons("build", "lessons/01-first.md").status == 0)
    #expect(try course.tree("output") == whole)
  }

  /// Figures stand apart in the page whether an empty line parts them in standard output or not.
  @Test func anEmptyLineBetweenFiguresIsNoResult() throws {
    let table = "show(Table(columns: [\"n\"], rows: [[1]]))"
    let course = try TemporaryCourse(lessons: [
      "01-close": "# Figures\n\n```swift\n\(table)\n\(table)\n```\n\n```output\nn\n1\nn\n1\n```\n",
      "02-apart": "# Figures\n\n```swift\n\(table)\nprint()\n\(table)\n```\n\n```output\nn\n1\n\nn\n1\n```\n",
      "03-empty": "# Nothing\n\n```swift\nprint()\n```\n",
    ])
    #expect(try course.lessons("check", "lessons/01-close.md").status == 0)
    #expect(try course.lessons("check", "lessons/02-apart.md").status == 0)
    try course.lessons("build")
    func count(_ part: String, _ name: String) throws -> Int {
      try course.text("output/lessons/\(name).html").components(separatedBy: part).count - 1
    }
    for name in ["01-close", "02-apart"] {
      #expect(try count("<div class=table", name) == 2)
      #expect(try count("<pre class=output", name) == 0, "\(name)")
    }
    #expect(try count("<pre class=output", "03-empty") == 1)
  }

  // Folders that the site must not go to.

  @Test(arguments: ["lessons", "lessons/site", ".", "/", ".."]) func refuses(_ folder: String) throws {
    let course = try ReferenceCourse.make()
    let before = try course.tree()
    let outcome = try course.lessons("build", "-o", folder)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("lessons: error: the site cannot go to \(folder)"))
    #expect(try course.tree() == before)
  }

  @Test func refusesAFolderWithFilesOfOthers() throws {
    let course = try ReferenceCourse.make()
    try FileManager.default.createDirectory(atPath: course.path("output/photos"), withIntermediateDirectories: true)
    try course.write("precious", to: "output/photos/one.jpg")
    let before = try course.tree()
    let outcome = try course.lessons("build")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("output holds files that are not of a site, such as 'photos/one.jpg'"))
    #expect(try course.tree() == before)
  }

  /// A file that was put into a site by hand is not lost, nor is the history of a site that is kept in one.
  @Test func losesNothingThatWasPutIntoTheSite() throws {
    let course = try ReferenceCourse.make()
    try course.lessons("build")
    try FileManager.default.createDirectory(atPath: course.path("output/.git/objects"), withIntermediateDirectories: true)
    try course.write("history", to: "output/.git/objects/one")
    #expect(try course.lessons("build").status == 0)
    #expect(try course.text("output/.git/objects/one") == "history")

    try course.write("precious", to: "output/lessons/CNAME")
    let before = try course.tree()
    let outcome = try course.lessons("build")
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("output holds files that are not of a site, such as 'lessons/CNAME'"))
    #expect(try course.tree() == before)
  }

  @Test func refusesALinkToTheLessons() throws {
    let course = try ReferenceCourse.make()
    try FileManager.default.createSymbolicLink(atPath: course.path("site"), withDestinationPath: "lessons")
    let before = try course.tree("lessons")
    #expect(try course.lessons("build", "-o", "site").status == 2)
    #expect(try course.tree("lessons") == before)
  }

  @Test func aFailedBuildLeavesTheLastSite() throws {
    let course = try ReferenceCourse.make()
    try course.lessons("build")
    let before = try course.tree("output")
    try FileManager.default.removeItem(atPath: course.path("lessons/01-first.md"))
    try FileManager.default.removeItem(atPath: course.path("lessons/02-second.md"))
    #expect(try course.lessons("build").status == 64)
    #expect(try course.lessons("build", "--swiftc", "/nonexistent").status != 0)
    #expect(try course.tree("output") == before)
  }
}
