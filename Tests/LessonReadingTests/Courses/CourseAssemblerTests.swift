import LessonModel
import LessonReading
import TestSupport
import Testing

@Suite("Putting a course together")
struct CourseAssemblerTests {
  private func lessons(_ slugs: [String], _ text: String = "# T\n") -> [ReadLesson] {
    slugs.map { LessonReader.read(SourceText(path: "\($0).md", text: text), slug: $0) }
  }

  private func course(_ text: String) -> (CourseFile, SourceText) {
    let source = SourceText(path: "course.yml", text: text)
    return (CourseFileReader.read(courseFile: source).file, source)
  }

  /// The lessons of the parts, the lessons of the folder, and the order that comes of them.
  @Test(arguments: [
    ("[]", ["a", "b"], ["a", "b"]), ("[b]", ["a", "b", "c"], ["b", "a", "c"]), ("[c, a]", ["a", "b", "c"], ["c", "a", "b"]),
    ("[c, x, a, c]", ["a", "c"], ["c", "a"]), ("[dice, coins]", ["01-coins", "02-dice"], ["02-dice", "01-coins"]),
    ("[w/a, v/01-a]", ["v/01-a", "w/01-a"], ["w/01-a", "v/01-a"]),
  ])
  func partsComeFirst(listed: String, slugs: [String], order: [String]) {
    let (file, source) = course("parts:\n  - title: P\n    lessons: \(listed)\n")
    #expect(CourseAssembler.ordered(lessons(slugs), by: file, in: source).lessons.map(\.slug) == order)
  }

  @Test func lessonsWithoutANumberAreNumberedByTheirPlaces() {
    let (file, source) = course("parts:\n  - title: P\n    lessons: [coins]\n")
    let ordered = CourseAssembler.ordered(lessons(["07-dice", "coins", "urns"]), by: file, in: source)
    #expect(ordered.lessons.readable.map(\.slug) == ["coins", "07-dice", "urns"])
    #expect(ordered.lessons.readable.map(\.number) == [1, 7, 3])
    #expect(ordered.diagnostics.isEmpty)
  }

  /// The lessons of a course in their order, what their figures are numbered by, and what lists count them by.
  @Test(
    arguments: [
      (["a/01-x", "a/02-y", "b/01-z"], [1, 2, 3], ["1", "2", "3"]), (["01-x", "02-y", "w/03-z"], [1, 2, 3], ["1", "2", "3"]),
      (["02-x", "03-y", "urns"], [2, 3, 4], ["2", "3", nil]), (["05-x", "07-y", "urns"], [5, 7, 3], ["5", "7", nil]),
      (["01-x", "one", "02-y", "b", "04-z"], [1, 6, 2, 7, 4], ["1", nil, "2", nil, "4"]),
    ] as [([String], [Int], [String?])])
  func noTwoLessonsHaveOneNumber(order: [String], numbers: [Int], shown: [String?]) {
    let listed = "parts:\n  - title: P\n    lessons: [\(order.joined(separator: ", "))]\n"
    let (file, source) = course(listed)
    let ordered = CourseAssembler.ordered(lessons(order.sorted()), by: file, in: source).lessons
    #expect(ordered.map(\.slug) == order)
    #expect(ordered.readable.map(\.number) == numbers)
    #expect(ordered.map(\.number) == shown)
  }

  @Test(arguments: [
    ("[«1»coin, dice]", "no lesson 'coin'; did you mean 'coins'?"),
    ("[coins, dice, «1»coins]", "the lesson 'coins' is listed twice"),
    ("[coins, «1»coins]", "the lesson 'coins' is listed twice"),
    ("[«1»elsewhere]", "no lesson 'elsewhere'; known: coins, dice"),
  ])
  func whatIsListedWronglyIsTold(listed: String, message: String) {
    let text = MarkedText("parts:\n  - title: P\n    lessons: \(listed)\n")
    let (file, source) = course(text.text)
    let diagnostics = CourseAssembler.ordered(lessons(["coins", "dice"]), by: file, in: source).diagnostics
    expectOne(diagnostics, at: text, .courseFile, message)
    #expect(diagnostics.first?.path == "course.yml")
  }

  @Test func whatIsRequiredMustBeThere() {
    let text = MarkedText("---\ntitle: T\nrequires: [«1»bb]\n---\n")
    let diagnostics = CourseAssembler.ordered(lessons(["a", "b"], text.text), by: CourseFile(), in: nil).diagnostics
    #expect(diagnostics.map(\.path) == ["a.md", "b.md"])
    expectOne(Array(diagnostics.prefix(1)), at: text, .frontMatter, "no lesson 'bb'; did you mean 'b'?")
  }

  /// Two that need each other cannot both come first.
  @Test(arguments: [
    (["a", "b"], "«1»b", "'b' comes after this lesson in the course"),
    (["b", "a"], "b, «1»a", "a lesson cannot come before itself"),
  ])
  func whatIsRequiredComesBefore(slugs: [String], required: String, message: String) {
    let text = MarkedText("---\ntitle: T\nrequires: [\(required)]\n---\n")
    let read = lessons(slugs).map { $0.slug == "a" ? lessons(["a"], text.text)[0] : $0 }
    let diagnostics = CourseAssembler.ordered(read, by: CourseFile(), in: nil).diagnostics
    expectOne(diagnostics, at: text, .frontMatter, message, severity: .warning)
  }

  @Test func aNameOfTwoLessonsIsToldWithBoth() {
    let text = MarkedText("---\ntitle: T\nrequires: [v/a, «1»a]\n---\n")
    let read = lessons(["v/01-a", "w/01-a"], text.text)
    let diagnostics = CourseAssembler.ordered(read, by: CourseFile(), in: nil).diagnostics
    expectOne(
      Array(diagnostics.prefix(1)), at: text, .frontMatter, "'a' may be 'v/01-a' or 'w/01-a'; write one of these in full")
    #expect(read.map(\.number) == ["1", "1"])
  }

  @Test(
    arguments: [
      ("w/01-a", nil), ("a b/c", nil), ("w/..", "letters, digits"), ("w?/a", "the folder 'w?'"),
      ("x.html/a", "called as a page is"),
      ("con/a", "reserved name"),
    ] as [(String, String?)])
  func pathsBecomeAddresses(path: String, part: String?) {
    let fault = CourseAssembler.slugFault(path)
    if let part { #expect(fault?.contains(part) == true, "\(fault ?? "no fault")") } else { #expect(fault == nil) }
  }

  @Test func namesThatDifferInCaseOnlyCollide() {
    let text = MarkedText("«1»# T\n")
    let diagnostics = CourseAssembler.ordered(lessons(["Coin", "coin", "other"]), by: CourseFile(), in: nil).diagnostics
    expectOne(
      diagnostics, at: text, .slug, "this lesson and Coin.md have the same address but for case; rename one")
    #expect(diagnostics.first?.path == "coin.md")
  }

  @Test func aRefusedLessonKeepsItsPlace() {
    let (file, source) = course("parts:\n  - title: P\n    lessons: [b, a]\n")
    let ordered = CourseAssembler.ordered(lessons(["a", "b"], ""), by: file, in: source)
    #expect(ordered.lessons.map(\.slug) == ["b", "a"])
    #expect(ordered.lessons.readable.isEmpty && ordered.diagnostics.isEmpty)
  }

  static let slugs: [(String, String?)] = [
    ("01-a", nil), ("größe 2_b.c", nil), ("cafe\u{301}", nil), ("中文", nil), ("README", nil),
    (String(repeating: "a", count: 200), nil),
    ("", "1 to 200 bytes"), (String(repeating: "é", count: 101), "1 to 200 bytes"), (" a", "inner blanks only"),
    ("a ", "inner blanks only"),
    ("a..b", "letters, digits"), ("a/?", "letters, digits"), ("a\"b", "letters, digits"), ("a\nb", "letters, digits"),
    ("👍", "letters, digits"),
    ("con", "'con' is a reserved name on some systems; rename the lesson"), ("LPT1", "reserved"), ("com10", nil),
  ]

  @Test(arguments: slugs)
  func namesThatCannotBeAddressesAreTold(slug: String, part: String?) {
    let fault = CourseAssembler.slugFault(slug)
    #expect((fault == nil) == (part == nil))
    if let fault, let part { #expect(fault.contains(part)) }
  }
}
