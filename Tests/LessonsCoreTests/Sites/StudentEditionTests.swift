import LessonsCore
import MarkdownReading
import Testing

/// Law: of a lesson without its solutions, nothing that stands in one can be made any more.
@Suite("A lesson without its solutions")
struct StudentEditionTests {
  /// Lessons in which every secret is spelled so, and what else stands on lines of their own.
  static let lessons = [
    "# A\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION] SECRET title\n> SECRET\n> - SECRET\n>\n> SECRET [1](swift:1)\n\nAfter [2](swift:2)\n",
    "# A\n\n> [!EXERCISE]\n> a\n>\n> > [!SOLUTION]\n> > SECRET > more\n> > ## SECRET\n>\n> And [2](swift:2)\n",
    "# A\n\n> [!EXERCISE]\n> a\n\n- b\n- > [!solution]\n  > SECRET\n  SECRET lazy\n- c [2](swift:2)\n",
    "# A\n\n```swift\nlet a = 1\n```\n\n> [!SOLUTION]\n> ```swift {#SECRET caption=\"SECRET [1](swift:a)\"}\n> let SECRET = \"SECRET\"\n"
      + "> SECRET\n> ```\n> ```output\n> SECRET\n> ```\n\n```swift\nlet b = 2\n```\n\n[2](swift:b)\n",
    "# A\r\n\r\n> [!SOLUTION]\r\n> SECRET\r\n> ~~~~swift\r\n> SECRET\r\n\r\n[2](swift:2)\r\n",
    "# A\n\nOne[^1], two[^2]\n\n> [!SOLUTION]\n> SECRET[^3]\n>\n> [^3]: SECRET\n>\n> [^1]: SECRET\n\n[^2]: note [2](swift:2)\n",
    "\u{FEFF}---\ntitle: T\n---\n\n> [!SOLUTION]\n> # SECRET\n> | SECRET | é |\n> |---|---|\n> | [1](swift:1) | ![SECRET](SECRET.png) |\n\n[2](swift:2)",
    "# A\n\n1. one\n\n> [!SOLUTION]\n> SECRET\n\n1. one [2](swift:2)\n",
  ]

  private func report(_ text: String) throws -> LessonReport {
    let read = readLesson(text)
    let lesson = try #require(read.lesson)
    var run = Run.notRun(lesson)
    for block in lesson.blocks {
      run.blocks[block.index].status = .ok
      run.blocks[block.index].value = block.recorded.map { .text($0.code.text) }
    }
    for value in lesson.values {
      run.values[value.index].status = .ok
      run.values[value.index].value = .integer(value.expression == "b" ? "2" : value.expression)
    }
    run.diagnostics = lesson.document.callouts.filter { $0.kind == .solution }.map {
      Diagnostic(.trap, "SECRET", in: read.source, at: $0.range.upperBound - 1)
    }
    return LessonReport(read: read, run: run)
  }

  @Test(arguments: lessons) func holdsNoByteOfThem(text: String) throws {
    let whole = try report(text)
    let student = StudentEdition.report(whole)
    var dumped = ""
    dump(whole, to: &dumped)
    #expect(dumped.contains("SECRET"))
    // Addresses are kept, to lead a link elsewhere; they are in lower case or a name, and no page shows them.
    var edition = student
    edition.read.lesson?.movedAnchors = [:]
    dumped = ""
    dump(edition, to: &dumped)
    #expect(!dumped.contains("SECRET"))
    #expect(!edition.read.source.text(0..<edition.read.source.bytes.count).contains("SECRET"))
  }

  @Test(arguments: lessons) func keepsAllElseInItsPlace(text: String) throws {
    let whole = try report(text)
    let student = StudentEdition.report(whole)
    let (old, new) = (try #require(whole.read.lesson), try #require(student.read.lesson))
    #expect(new.source.bytes.count == old.source.bytes.count && new.source.lineStarts == old.source.lineStarts)
    let last = try #require(new.values.last)
    #expect(last.position == old.values.last { $0.written == "2" }?.position)
    #expect(student.run.values[last.index].value == .integer("2"))
    #expect(student.check.values.allSatisfy { $0 == .ok })
    #expect(student.diagnostics.filter { $0.severity == .error } == [])
    for block in new.blocks {
      let same = try #require(old.blocks.first { $0.range == block.range })
      #expect(block.name == same.name)
      #expect(student.run.blocks[block.index] == whole.run.blocks[same.index])
    }
    #expect(new.document.callouts.count { $0.kind == .solution } == 0)
    #expect(
      new.document.callouts.filter { $0.kind == .exercise }.map(\.number)
        == [Int](1...1).filter { _ in text.contains("EXERCISE") })
    #expect(new.parts.flatMap { Array(new.source.bytes[$0.range]) } == new.source.bytes)
  }

  /// Lists that a solution kept apart stay apart.
  @Test func twoListsStayTwo() throws {
    let student = StudentEdition.report(try report(Self.lessons[7]))
    let events = try #require(student.read.lesson).document.events
    let lists = events.filter { event in
      if case .list = event.node { event.phase == .enter } else { false }
    }
    #expect(lists.count == 2)
  }

  @Test func aLessonWithoutSolutionsIsTheSame() throws {
    let whole = try report("# A\n\n> [!HINT]\n> [1](swift:1)\n")
    #expect(StudentEdition.report(whole) == whole)
  }

  /// Where a marker is mistyped nobody can say what is a solution, so nothing of the lesson is shown.
  @Test(arguments: ["> [!SOLUTON]\n> SECRET\n", "> [!SOLUTION]\n\nSECRET\n", "> a\n> [!SOLUTION]\n> SECRET\n"])
  func aMistypedSolutionIsNotPublished(text: String) throws {
    let whole = try report("# A\n\n" + text)
    let student = StudentEdition.report(whole)
    #expect(student.read.lesson == nil)
    #expect(student.diagnostics.count { $0.severity == .error } == 1)
    var dumped = ""
    dump(student, to: &dumped)
    #expect(!dumped.contains("SECRET"))
  }

  /// Addresses are those of the whole site, and a link to a solution leads to its exercise.
  @Test func linksLeadToTheExercise() throws {
    let text = "# A\n\n> [!EXERCISE]\n> a\n\n> [!SOLUTION]\n> ## Same\n> ```swift {#secret}\n> ```\n\n## Same\n"
    let read = readLesson(text)
    let whole = Anchors(try #require(read.lesson))
    let student = Anchors(try #require(StudentEdition.lesson(read).lesson))
    #expect(whole.contents.map(\.anchor) == ["a", "exercise-1", "same", "same-1"])
    #expect(student.contents.map(\.anchor) == ["a", "exercise-1", "same-1"])
    #expect(
      ["same", "secret", "solution-1", "same-1", "none"].map(student.target) == [
        "exercise-1", "exercise-1", "exercise-1", "same-1", nil,
      ])
    #expect(!student.contains("secret") && student.contains("same-1"))
  }
}
