import LessonModel
import LessonWeaving
import Testing

/// Law: of a lesson without its solutions, nothing that stands in one can be made any more.
@Suite("A lesson without its solutions")
struct StudentEditionTests {
  /// Lessons in which every secret is spelled so, and what else stands on lines of their own.
  static let lessons = [
    "# A\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION] SECRET title\n> SECRET\n> - SECRET\n>\n> SECRET [1](swift:1)\n\nAfter [2](swift:2)\n",
    "# A\n\n> [!EXERCISE]\n> a\n>\n> > [!SOLUTION]\n> > SECRET > more\n> > ## SECRET\n>\n> And [2](swift:2)\n",
    "# A\n\n> [!EXERCISE]\n> a\n\n- b\n- > [!solution] SECRET\n  > SECRET\n  SECRET lazy\n- c [2](swift:2)\n",
    "# A\n\n```swift\nlet a = 1\n```\n\n> [!SOLUTION]\n> ```swift {#SECRET caption=\"SECRET [1](swift:a)\"}\n> let SECRET = \"SECRET\"\n"
      + "> SECRET\n> ```\n> ```output\n> SECRET\n> ```\n\n```swift\nlet b = 2\n```\n\n[2](swift:b)\n",
    "# A\r\n\r\n> [!SOLUTION]\r\n> SECRET\r\n> ~~~~swift\r\n> SECRET\r\n\r\n[2](swift:2)\r\n",
    "# A\n\nOne[^1], two[^2]\n\n> [!SOLUTION]\n> SECRET[^3]\n>\n> [^3]: SECRET\n>\n> [^1]: SECRET\n\n[^2]: note [2](swift:2)\n",
    "\u{FEFF}---\ntitle: T\n---\n\n> [!SOLUTION]\n> # SECRET\n> | SECRET | é |\n> |---|---|\n> | [1](swift:1) | ![SECRET](SECRET.png) |\n\n[2](swift:2)",
    "# A\n\n1. one\n\n> [!SOLUTION]\n> SECRET\n\n1. one [2](swift:2)\n",
    // A formula, a citation, a mark, a quiz, a solution in a solution, a link to a heading.
    "# A\n\n> [!SOLUTION]\n> $SECRET$ [@SECRET] <!-- covers: SECRET -->\n>\n> > [!QUIZ] SECRET\n> > - [x] SECRET [1](swift:1)\n"
      + "> > - [ ] SECRET [1](swift:1)\n>\n> > [!SOLUTION]\n> > SECRET\n>\n> ```math\n> SECRET\n> ```\n\n[2](swift:2)\n",
    // What tells which choice of a quiz or which statement of a claim is meant.
    "# A\n\n> [!QUIZ]\n> Which [2](swift:2)?\n>\n> - [x] one\n>\n>   SECRET [1](swift:1)\n> - [ ] two [5](swift:5 \"SECRET\")\n>\n> SECRET\n>\n> ```swift\n> let SECRET = 1\n> ```\n",
    "# A\n\n- a\n\n  > [!CLAIM]\n  > 1. [x] **[5](swift:5 \"SECRET\")**\n  >    - SECRET\n  >      SECRET\n  > 2. [ ] [6](<swift:SECRET>) b\n\n[2](swift:2)\n",
    // What is defined in a solution and used outside: where links lead, what notes say, which block a value comes from.
    "# A\n\n```swift\n0\n```\n\n[a][s], ![b][s], [d][t] and [c](#a 'title')\n\n> [!SOLUTION]\n> SECRET\n>\n> [s]: SECRET.html \"SECRET\"\n> [t]: #a \"SECRET\"\n>\n> ```swift {#SECRET}\n"
      + "> let b = 2\n> ```\n\n[2](swift:b)\n",
  ]

  /// What a lesson came to, with a fault in each of its solutions and one at the start of the line that it begins in.
  private func woven(_ text: String) throws -> WovenCourse {
    let lesson = try TestLesson.lesson(text)
    var values: [String: ComputedValue] = [:]
    for value in lesson.values { values[value.expression] = .integer(value.expression == "b" ? "2" : value.expression) }
    var run = TestLesson.run(
      lesson, lesson.blocks.map { .ran(value: $0.recorded.map { .text($0.code.text) }) }, values)
    run.diagnostics = lesson.callouts.filter { $0.kind == .solution }.flatMap { solution in
      let line = SourcePosition(line: lesson.source.position(of: solution.range.lowerBound).line, column: 1)
      return [
        Diagnostic(.trap, "SECRET", in: lesson.source, at: solution.range.upperBound - 1),
        // Where the solution does not begin its line, this stands outside.
        Diagnostic(
          .timeout, "outside", in: lesson.source, at: line, severity: .warning,
          notes: [Diagnostic.Note("SECRET", at: lesson.source.position(of: solution.range.upperBound - 1))]),
      ]
    }
    let neighbors = Dictionary(
      uniqueKeysWithValues: ["SECRET.png", "SECRET.html"].filter(text.contains).map {
        ($0, CourseNeighbor.file(Array("SECRET".utf8)))
      })
    let formulas = FormulaTable(
      results: Dictionary(lesson.formulas.map { ($0.key, .failure(FormulaFault(message: "SECRET", offset: 0))) }) { first, _ in
        first
      })
    return CourseWeaver.woven(
      TestLesson.course([.readable(lesson)], neighbors: neighbors), ["01-test": run], only: nil, formulas: formulas)
  }

  private func only(_ course: WovenCourse) throws -> WovenLesson { try #require(course.woven.first) }

  /// A page whose program holds a block or a value of a solution is one that nobody may try; every other stays.
  @Test(arguments: [([0], [0], true), ([0, 1], [0], false), ([0], [0, 1], false)])
  func aPageCanBeTriedUnlessItsProgramHoldsASolution(blocks: [Int], values: [Int], isKept: Bool) throws {
    let text = """
      # A

      ```swift explore
      // rate: 1...5 = 2
      let b = rate
      ```

      [2](swift:b)

      > [!EXERCISE]
      > Why?

      > [!SOLUTION]
      > [2](swift:b)
      >
      > ```swift
      > b
      > ```

      """
    let lesson = try TestLesson.lesson(text.replacing("explore\n// rate: 1...5 = 2", with: "{explore=\"rate: 1...5 = 2\"}"))
    try #require(lesson.parameters.count == 1 && lesson.blocks.count == 2 && lesson.values.count == 2)
    var run = TestLesson.run(lesson, lesson.blocks.map { _ in .ran(value: .text("2")) }, ["b": .integer("2")])
    run.exploration = Exploration(
      parameters: lesson.parameters,
      parts: [ExploredPart(parameters: [0], extent: 0..<1, values: values.map { ExploredValue(value: $0, place: 0) })],
      blocks: blocks, module: ExploredModule(packed: [], size: 0, hash: "h"), samples: [])
    let whole = CourseWeaver.woven(
      TestLesson.course([.readable(lesson)]), ["01-test": run], only: nil, formulas: FormulaTable())
    let student = try only(StudentEdition.course(whole))
    #expect(try only(whole).exploration != nil)
    #expect((student.exploration != nil) == isKept)
    #expect(
      student.failures.map(\.message)
        == (isKept ? [] : ["the students' page cannot try 'rate': its program would hold a solution or an answer"]))
  }

  private static func dumped(_ course: WovenCourse) -> String {
    var dumped = ""
    dump(course, to: &dumped)
    return dumped
  }

  @Test(arguments: lessons) func holdsNoByteOfThem(text: String) throws {
    let whole = try woven(text)
    #expect(Self.dumped(whole).contains("SECRET"))
    let strings = Strings(StudentEdition.course(whole))
    #expect(strings.texts.filter { $0.contains("SECRET") } == [])
    #expect(strings.count > 50, "the search sees what there is")
  }

  /// The search finds what is hidden deep in a value, and bytes as well as words.
  @Test func theSearchFindsEveryString() throws {
    let text = try #require(Self.lessons.first)
    let found = Strings(try woven(text)).texts.filter { $0.contains("SECRET") }
    #expect(found.count > 5)
    #expect(Strings(SourceText(path: "", text: "a SECRET")).texts.contains { $0.contains("SECRET") })
  }

  @Test(arguments: lessons) func keepsAllElseInItsPlace(text: String) throws {
    let course = try woven(text)
    let edition = StudentEdition.course(course)
    let (whole, student) = (try only(course), try only(edition))
    let (old, new) = (whole.lesson, student.lesson)
    #expect(edition.course.lessons == [.readable(new)])
    #expect(new.source.bytes.count == old.source.bytes.count && new.source.lineStarts == old.source.lineStarts)
    let last = try #require(student.values.last)
    #expect(last.value.position == old.values.last { $0.written == "2" }?.position)
    #expect(last.computed == .integer("2"))
    #expect(student.values.allSatisfy { $0.status == .ok })
    #expect(student.diagnostics.filter { $0.severity == .error } == [])
    for block in new.blocks {
      let same = try #require(old.blocks.first { $0.range == block.range })
      #expect(block.name == same.name)
    }
    // Results, names, numbers and addresses are those of the whole lesson.
    for cell in student.cells { #expect(cell == whole.cell(cell.block.index)) }
    for value in student.values {
      let same = try #require(whole.values.first { $0.value == value.value })
      #expect((value.status, value.rounded, value.anchor) == (same.status, same.rounded, same.anchor))
    }
    #expect(student.cells.map(\.block) == new.blocks && student.values.map(\.value) == new.values)
    #expect(new.callouts.count { $0.kind == .solution } == 0)
    #expect(
      new.callouts.filter { $0.kind == .exercise }.map(\.number) == [Int](1...1).filter { _ in text.contains("EXERCISE") })
    #expect(new.parts.flatMap { Array(new.source.bytes[$0.range]) } == new.source.bytes)
    for range in new.callouts.map(\.range) + new.blocks.map(\.range) {
      #expect(student.anchors.anchor(at: range.lowerBound) == whole.anchors.anchor(at: range.lowerBound))
    }
    #expect(student.tally.values == new.values.count && student.tally.blocks == new.blocks.count)
  }

  /// Lists that a solution kept apart stay apart.
  @Test func twoListsStayTwo() throws {
    let student = try only(StudentEdition.course(try woven(Self.lessons[7])))
    let lists = student.lesson.document.filter { block in
      if case .list = block.kind { true } else { false }
    }
    #expect(lists.count == 2)
    #expect(student.lesson.source.text(0..<student.lesson.source.bytes.count).contains("\n<!-- -->"))
  }

  @Test(arguments: ["# A\n\n> [!HINT]\n> [1](swift:1)\n", "# A\n\n[a](#a)[^1] ![b](SECRET.png)\n\n[^1]: $x$\n"])
  func aLessonWithoutSolutionsIsTheSame(text: String) throws {
    let whole = try woven(text)
    #expect(StudentEdition.course(whole) == whole)
  }

  /// Where a marker is mistyped nobody can say what is a solution, so nothing of the lesson is shown.
  @Test(arguments: [
    "> [!SOLUTON]\n> SECRET\n", "> [!SOLUTION]\n\nSECRET\n", "> a\n> [!SOLUTION]\n> SECRET\n",
    "> [!SOLUTION]\n> SECRET\n> ===\n",
  ])
  func aMistypedSolutionIsNotPublished(text: String) throws {
    let student = StudentEdition.course(try woven("# A\n\n" + text))
    #expect(student.woven.isEmpty && student.course.lessons.readable.isEmpty)
    #expect(student.allDiagnostics.count { $0.severity == .error } == 1)
    #expect(Strings(student).texts.filter { $0.contains("SECRET") } == [])
  }

  /// Addresses are those of the whole site, and a link to a solution leads to its exercise.
  @Test func linksLeadToTheExercise() throws {
    let text = """
      # A

      > [!EXERCISE]
      > a

      > [!SOLUTION]
      > ## Same [1](swift:x) <!-- covers: S1 -->
      > ```swift {#secret}
      > ```
      > > [!QUIZ]
      > > - [x] a <!-- covers: S2 -->

      ## Same

      [1](swift:x) <!-- covers: S1 -->

      > [!SOLUTION]
      > ## Other
      """
    let course = try woven(text.replacing("# A\n", with: "# A\n\n> [!SOLUTION]\n> # First\n"))
    let edition = StudentEdition.course(course)
    let (whole, student) = (try only(course).anchors, try only(edition).anchors)
    #expect(whole.contents.map(\.anchor) == ["a", "first", "exercise-1", "same-1-", "same", "other"])
    #expect(student.contents.map(\.anchor) == ["a", "exercise-1", "same"])
    let targets = [
      "same-1-": "exercise-1", "secret": "exercise-1", "quiz-1": "exercise-1", "v1": "exercise-1", "covers-S2": "exercise-1",
      "other": "exercise-1", "first": "main", "covers-S1": "covers-S1", "same": "same", "v2": "v2", "none": nil,
    ]
    for (anchor, target) in targets { #expect(student.target(of: anchor) == target, "\(anchor)") }
    #expect(student.marks == ["S1": "covers-S1"])
    #expect(edition.links.target(of: "01-test.md#secret", in: "02") == .lesson(slug: "01-test", anchor: "exercise-1"))
    #expect(course.links.target(of: "01-test.md#secret", in: "02") == .lesson(slug: "01-test", anchor: "secret"))
  }

  /// An underlined heading that begins with a value is a place of two addresses.
  @Test func aHeadingMayBeginWithAValue() throws {
    let course = try woven("# A\n\n[1](swift:x) b\n===\n\n> [!SOLUTION]\n> a\n>\n> [1](swift:x) c\n> ===\n")
    let whole = try only(course)
    #expect(whole.values.map(\.anchor) == ["v1", "v2"])
    #expect(whole.anchors.contents.map(\.anchor) == ["a", "1-b", "1-c"])
    #expect(whole.lesson.values.map { whole.anchors.anchor(at: $0.range.lowerBound) } == ["1-b", "1-c"])
    let student = try only(StudentEdition.course(course)).anchors
    #expect(["v1", "v2", "1-b", "1-c"].map(student.target) == ["v1", "main", "1-b", "main"])
  }

  /// Two headings of the same words: what is left keeps its number.
  @Test func addressesKeepTheirNumbers() throws {
    let text = "# A\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION]\n> ## Same\n> ```swift {#secret}\n> ```\n\n## Same\n"
    let course = try woven(text)
    let (whole, student) = (try only(course).anchors, try only(StudentEdition.course(course)).anchors)
    #expect(whole.contents.map(\.anchor) == ["a", "exercise-1", "same", "same-1"])
    #expect(student.contents.map(\.anchor) == ["a", "exercise-1", "same-1"])
    #expect(
      ["same", "secret", "solution-1", "same-1", "none"].map(student.target) == [
        "exercise-1", "exercise-1", "exercise-1", "same-1", nil,
      ])
  }

  /// Notes that nothing refers to any more are gone, the rest are counted anew.
  @Test func notesAreCountedAnew() throws {
    let text = """
      # A

      > [!SOLUTION]
      > a[^hidden]

      b[^gone] and *c[^kept]*

      [^hidden]: for the solution only

      [^kept]: kept[^inner]

      [^inner]: inner

      > [!SOLUTION]
      > SECRET
      >
      > [^gone]: SECRET
      """
    let student = try only(StudentEdition.course(try woven(text))).lesson
    var references: [String] = []
    student.document.walkInlines { if case .noteReference(let number) = $0 { references.append(number) } }
    let notes = student.document.filter { block in
      if case .footnote = block.kind { true } else { false }
    }
    #expect(references == ["1", "2"])
    #expect(notes.flatMap(\.children).flatMap(\.texts).map(\.plainText) == ["kept", "inner"])
  }

  /// Files and formulas that something else needs too are kept.
  @Test func whatIsSharedIsKept() throws {
    let text = "# A\n\n> [!SOLUTION]\n> ![a](SECRET.png) [b](SECRET.html) $x$ $y$\n\n![a](SECRET.png) $y$\n"
    let student = StudentEdition.course(try woven(text))
    #expect(student.course.neighbors.keys.sorted() == ["SECRET.png"])
    #expect(student.formulas.results.keys.map(\.tex) == ["y"])
    let alone = StudentEdition.course(try woven(text.replacing("\n![a](SECRET.png)", with: "")))
    #expect(alone.course.neighbors.isEmpty)
  }

  /// Links whose addresses are written with escapes or without a scheme stand in the text all the same.
  @Test func linksOutsideStay() throws {
    let text =
      "# A\n\n[a](a\\_b.html \"x \\\"y\\\"\") [b](https://e.org/?a&amp;b) <c@e.org> [d]() [e][r]\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION]\n> a\n\n[r]: #a\n"
    let course = try woven(text)
    let (whole, student) = (try only(course), try only(StudentEdition.course(course)))
    #expect(
      student.lesson.document.first { $0.range.lowerBound > 1 } == whole.lesson.document.first { $0.range.lowerBound > 1 })
    #expect(student.failures.map(\.line) == whole.failures.filter { ![.trap, .timeout].contains($0.kind) }.map(\.line))
  }

  /// Of a course of which one lesson was asked for the others are filtered too.
  @Test func filtersLessonsThatWereNotAskedFor() throws {
    let course = TestLesson.course([
      TestLesson.read("# A", slug: "01-a"), TestLesson.read("# B\n\n> [!SOLUTION]\n> SECRET\n", slug: "02-b"),
      TestLesson.read("\u{FEFF}", slug: "03-c"), TestLesson.read("---\nSECRET", slug: "04-d"),
    ])
    let student = StudentEdition.course(CourseWeaver.woven(course, [:], only: ["01-a"], formulas: FormulaTable()))
    #expect(student.lessons.map(\.slug) == ["01-a"])
    #expect(student.course.lessons.map(\.slug) == course.lessons.map(\.slug))
    #expect(Strings(student).texts.filter { $0.contains("SECRET") } == [])
  }
}

/// Every string, and every array of bytes read as one, that can be reached in a value.
///
/// Addresses that lead elsewhere are left out: they are kept to lead links to the exercise, and no page shows them.
private struct Strings {
  private(set) var texts: [String] = []
  var count: Int { texts.count }

  init(_ value: Any) { search(value) }

  private mutating func search(_ value: Any) {
    if let text = value as? any StringProtocol { texts.append(String(text)) }
    if let bytes = value as? [UInt8] { texts.append(String(decoding: bytes, as: UTF8.self)) }
    if value is Anchors { return searchAnchors(value) }
    for child in Mirror(reflecting: value).children where child.label != "movedAnchors" { search(child.value) }
  }

  private mutating func searchAnchors(_ anchors: Any) {
    for child in Mirror(reflecting: anchors).children where !["moved", "used", "counts"].contains(child.label) {
      search(child.value)
    }
  }
}
