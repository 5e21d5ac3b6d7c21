import Foundation
import Testing

/// No silent success: a page says that its numbers are computed only where all of them are, and the index says where not.
@Suite struct FlawedPageTests {
  /// A way to go wrong, and what the index says of it.
  struct Flaw: Sendable {
    var slug: String
    var lesson: String
    var mark: String?
  }

  static let lessons = [
    Flaw(slug: "good", lesson: "# Good\n\n[2](swift:1+1)\n", mark: nil),
    Flaw(slug: "words", lesson: "# Words\n\nNo number.\n", mark: nil),
    Flaw(slug: "warned", lesson: "# Warned\n\n<font>x</font> [2](swift:1+1)\n", mark: nil),
    Flaw(slug: "trap", lesson: "# Trap\n\n```swift\nprint(1)\nfatalError()\n```\n\n[2](swift:1+1)\n", mark: "1 error"),
    Flaw(slug: "exit", lesson: "# Exit\n\n```swift\nprint(1)\nexit(0)\n```\n\n[2](swift:1+1)\n", mark: "1 error"),
    Flaw(
      slug: "flood", lesson: "# Flood\n\n```swift\nfor n in 0..<300_000 { print(n, n) }\n```\n\n[2](swift:1+1)\n",
      mark: "1 error"),
    Flaw(slug: "compile", lesson: "# Compile\n\n```swift\nx + y\n```\n", mark: "2 errors"),
    Flaw(slug: "mismatch", lesson: "# Mismatch\n\n[3](swift:1+1)\n", mark: "1 error"),
    Flaw(slug: "comment", lesson: "# Comment\n\n```swift\nlet a = 1  // => 2\n```\n", mark: "1 error"),
    Flaw(slug: "unrecorded", lesson: "# Unrecorded\n\n```swift\n1 + 1\n```\n", mark: "1 error"),
    Flaw(slug: "text", lesson: "# Text\n\n```swift {nme=1}\n1\n```\n", mark: "1 error"),
    Flaw(slug: "refused", lesson: "", mark: "cannot be read"),
  ]

  private static let built = Result<TemporaryCourse, any Error> {
    let course = try TemporaryCourse(
      lessons: Dictionary(uniqueKeysWithValues: lessons.map { ($0.slug, $0.lesson) }))
    #expect(try course.lessons("build").status == 1)
    return course
  }

  private static let claim = "is computed by the code beside it"

  private func entry(_ slug: String, in index: String) throws -> Substring {
    let start = try #require(index.range(of: "<li data-lesson=\(slug)>")).upperBound
    return index[start..<(try #require(index[start...].firstRange(of: /<li|<\/ol>/))).lowerBound]
  }

  @Test(arguments: lessons.indices) func theIndexMarksIt(_ row: Int) throws {
    let flaw = Self.lessons[row]
    let entry = try entry(flaw.slug, in: Self.built.get().text("output/index.html"))
    if let mark = flaw.mark {
      #expect(entry.contains("<strong class=flaw>\(mark)</strong>"), "\(entry)")
    } else {
      #expect(!entry.contains("flaw"), "\(entry)")
    }
  }

  @Test(arguments: lessons.indices) func itsPagesClaimWhatIsTrue(_ row: Int) throws {
    let (flaw, course) = (Self.lessons[row], try Self.built.get())
    for path in ["lessons/\(flaw.slug).html", "numbers/\(flaw.slug).html"] where course.exists("output/" + path) {
      let page = try course.text("output/" + path)
      #expect(page.contains(Self.claim) == (flaw.mark == nil && flaw.slug != "words"), "\(path)")
      #expect(page.contains("This page has errors: not every number on it is computed.") == (flaw.mark != nil), "\(path)")
      #expect(page.contains("class=error") == (flaw.mark != nil), "\(path)")
      if flaw.mark != nil { #expect(!page.contains("checked result"), "\(path)") }
    }
  }

  /// The pages that are made of all lessons.
  @Test(arguments: ["index.html", "numbers.html", "book.html"]) func theCourseClaimsNothing(_ path: String) throws {
    let page = try Self.built.get().text("output/" + path)
    let flawed = Self.lessons.count { $0.mark != nil }
    #expect(page.contains("\(flawed) lessons of this course have errors: not all numbers are computed."))
    #expect(!page.contains(Self.claim) && !page.contains("Each build computes them again"))
  }

  @Test func aCourseWithoutErrorsClaimsWhatItDoes() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[2](swift:1+1)\n", "02-b": "# B\n\nWords.\n"])
    #expect(try course.lessons("build").status == 0)
    for path in ["index.html", "numbers.html", "book.html", "lessons/01-a.html", "numbers/01-a.html"] {
      let page = try course.text("output/" + path)
      #expect(page.contains(Self.claim) && !page.contains("data-flawed") && !page.contains("class=flaw"), "\(path)")
    }
    for path in ["404.html", "lessons/02-b.html"] {
      #expect(try !course.text("output/" + path).contains(Self.claim), "a page without numbers claims nothing")
    }
  }

  /// The course's own module fails: no lesson has an error of its own, and none has computed anything.
  @Test func nothingRanForWhatIsBesideTheLessons() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n```swift\nprint(1)\n```\n\n[2](swift:1+1)\n"])
    try FileManager.default.createDirectory(atPath: course.path("lessons/Support"), withIntermediateDirectories: true)
    try course.write("public let x = y\n", to: "lessons/Support/S.swift")
    #expect(try course.lessons("build").status == 1)
    let page = try course.text("output/lessons/01-a.html")
    #expect(page.contains("<strong>Not computed: 2 results of this lesson.</strong>") && !page.contains(Self.claim))
    #expect(try entry("01-a", in: course.text("output/index.html")).contains("<strong class=flaw>not computed</strong>"))
    #expect(try course.text("output/numbers/01-a.html").contains("not every number here is computed"))
  }

  /// One lesson that is built alone changes its own mark and no other.
  @Test func marksStayWhereOneLessonIsBuiltAlone() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[3](swift:1+1)\n", "02-b": "# B\n\n[3](swift:1+1)\n"])
    func marks() throws -> [Bool] {
      try ["01-a", "02-b"].map { try entry($0, in: course.text("output/index.html")).contains("class=flaw") }
    }
    try course.lessons("build")
    #expect(try marks() == [true, true])
    try course.write("# A\n\n[2](swift:1+1)\n", to: "lessons/01-a.md")
    try course.lessons("build", "lessons/01-a.md")
    #expect(try marks() == [false, true])
    try course.write("# A\n\n[4](swift:1+1)\n", to: "lessons/01-a.md")
    try course.lessons("build", "lessons/01-a.md")
    #expect(try marks() == [true, true])
    try course.write("# A\n\n[2](swift:1+1)\n", to: "lessons/01-a.md")
    try course.write("# B\n\n[2](swift:1+1)\n", to: "lessons/02-b.md")
    try course.lessons("build")
    #expect(try marks() == [false, false])
  }
}
