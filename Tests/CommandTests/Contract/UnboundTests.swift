import Foundation
import Testing

/// SPEC 1.9 and 1.10: numbers that nobody computed, and published ones that nothing shows to be.
@Suite struct UnboundTests {
  private static let lesson = "# A\n\nOf 7 there are [4](<swift:2+2>), [3](given) and 0.5 more.\n"

  @Test func areListedForWhoeverAsks() throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson])
    #expect(try !course.lessons("check", "--strict").output.contains("unbound"))
    for _ in 0..<2 {
      let outcome = try course.lessons("check", "--strict", "--unbound")
      #expect(outcome.status == 0 && outcome.output.contains("lessons/01-a.md:3:4: note: nobody computes 7"), "\(outcome)")
      #expect(outcome.output.contains("2 numbers that nobody computes: all match\n"))
    }
    let github = try course.lessons("check", "--unbound", "--format", "github")
    #expect(github.output.contains("::notice file=lessons/01-a.md,line=3,col=4,title=unbound::"))
  }

  /// What the course allows, and how many beyond it are told.
  @Test(arguments: [("0", 2), ("1", 1), ("2", 0), ("{01-a: 1}", 1), ("{a: 1}", 1), ("{02-b: 0}", 0)])
  func moreThanTheCourseAllowsFails(allowed: String, told: Int) throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson], courseFile: "title: T\nunbound: \(allowed)\n")
    for command in ["check", "check"] {
      let outcome = try course.lessons(command)
      #expect(outcome.status == (told > 0 ? 1 : 0))
      #expect(outcome.output.components(separatedBy: "[unbound]").count - 1 == told, "\(outcome)")
      let words = "\(told) number\(told == 1 ? "" : "s") that nobody computes beyond what the course allows"
      #expect(outcome.output.contains(words) == (told > 0), "\(outcome)")
    }
    #expect(try course.lessons("build").status == 0)
    #expect(try course.text("output/lessons/01-a.html").contains(">3</a> and 0.5 more"))
  }

  @Test func aLimitOfNoLessonIsToldOf() throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson], courseFile: "title: T\nunbound:\n  02-b: 0\n")
    let outcome = try course.lessons("check")
    #expect(outcome.output.contains("lessons/course.yml:3:3: warning: no lesson '02-b'"), "\(outcome)")
  }

  @Test func aNumberThatIsListedIsNoWarning() throws {
    let course = try TemporaryCourse(lessons: ["01-a": Self.lesson])
    let report = try course.check("--unbound")
    #expect(report.summary["warnings"] == 0 && report.lessons["01-a"]?.diagnostics.map(\.severity) == ["note", "note"])
    #expect(try course.lessons("check", "--unbound", "--format", "junit").output.contains("nobody computes 7"))
  }

  /// A course file that is warned of names its sources all the same.
  @Test func aWarningHidesNoMissingEvidence() throws {
    let course = try TemporaryCourse(
      lessons: ["01-a": "# A\n\n[0,33](swift:1.0/3 \"@book\") [@nobody]\n"],
      courseFile: "language: fr\nreferences:\n  - id: book\n")
    let told = try #require(try course.check().lessons["01-a"]).diagnostics.map(\.id)
    #expect(told == ["missing-evidence", "unknown-reference"])
  }

  /// The evidence of a source, and what is said of a number that it is to show.
  static let evidence: [(String, String?)] = [
    ("", "nothing shows that 'book' prints 0.33"), ("    evidence: []\n", "no quote of 'book' has the number 0.33"),
    ("    evidence:\n      - {quote: 'it is .33 here', where: p. 3, read: 2026-11-27}\n", nil),
    ("    evidence:\n      - {quote: 'it is 0.333 here', where: p. 3, read: 2026-11-27}\n", "no quote"),
    ("    evidence: {none: out of reach}\n", nil),
  ]

  @Test(arguments: evidence) func aPublishedNumberNeedsEvidence(evidence: String, message: String?) throws {
    let course = try TemporaryCourse(
      lessons: ["01-a": "# A\n\n[0.33](swift:1.0/3 \"@book\") and [7](<swift:3+4> \"if @book\")\n"],
      courseFile: "references:\n  - id: book\n" + evidence)
    let outcome = try course.lessons("check")
    #expect(outcome.status == (message == nil ? 0 : 1), "\(outcome)")
    if let message { #expect(outcome.output.contains("lessons/01-a.md:3:2: error: " + message), "\(outcome)") }
  }

  @Test func theErrataQuoteTheirSources() throws {
    let course = try TemporaryCourse(
      lessons: ["01-a": "# A\n\n[0.5](swift:1.0/3 \"not @book\")\n"],
      courseFile: "references:\n  - id: book\n    evidence: {quote: 'a half, 0.5', where: p. 3, read: 2026-11-27}\n")
    #expect(try course.lessons("build").status == 0)
    #expect(try course.text("output/errata.html").contains("<q>a half, 0.5</q>: p. 3, read <time>2026-11-27</time>."))
  }
}
