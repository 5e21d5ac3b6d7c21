import Testing

/// Table A: one course of malformed lessons and one good neighbor, checked and built once.
@Suite struct MalformedLessonTests {
  private struct Ran: Sendable {
    var course: TemporaryCourse
    var check: CheckReport
    var build: LessonsProcess.Outcome
  }

  private static let ran = Result<Ran, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: MalformedLesson.all.map { ($0.name, $0.text.bytes) })
    lessons["neighbor"] = Array(FailingBlock.neighbor.utf8)
    let course = try TemporaryCourse(bytes: lessons)
    return Ran(course: course, check: try course.check(), build: try course.lessons("build"))
  }

  @Test(arguments: MalformedLesson.all) func place(_ row: MalformedLesson) throws {
    let lesson = try #require(try Self.ran.get().check.lessons[row.name])
    expect(lesson.diagnostics, toMatch: row.text)
    #expect(lesson.lesson == "lessons/\(row.name).md")
  }

  @Test(arguments: MalformedLesson.all) func everyLessonHasAPage(_ row: MalformedLesson) throws {
    let page = try Self.ran.get().course.text("output/lessons/\(row.name).html")
    #expect(page.contains("<main") && page.hasSuffix("</html>\n"))
    for mark in row.text.marks where mark.severity == "error" {
      #expect(page.contains("line \(mark.line), column \(mark.column) [\(mark.id)]"))
    }
  }

  @Test(.cases(MalformedLesson.all.map(\.name))) func theNeighborIsBuilt() throws {
    let ran = try Self.ran.get()
    #expect(ran.check.status == 1)
    #expect(ran.build.status == 1)
    #expect(ran.check.lessons.count == MalformedLesson.all.count + 1)
    #expect(ran.check.lessons["neighbor"]?.diagnostics == [])
    #expect(try ran.course.text("output/lessons/neighbor.html").contains("<samp>still here"))
  }

  /// A28: both places are named.
  @Test func aRepeatedNameTellsBothPlaces() throws {
    let lesson = try #require(try Self.ran.get().check.lessons["A28-name-twice"])
    #expect(lesson.diagnostics.first?.notes == [.init(message: "'coin' is used first here", line: 3, column: 1)])
  }

  /// A23: a title is text in the page, its head and the index.
  @Test func aTitleIsNeverMarkup() throws {
    let course = try Self.ran.get().course
    for file in ["output/lessons/A23-html-title.html", "output/index.html"] {
      let page = try course.text(file)
      #expect(!page.contains("<script>alert"))
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"))
    }
  }

  /// A36: a block that prints nothing has nothing to record.
  @Test(arguments: ["A36-empty", "A36-only-a-comment", "A36-empty-with-output"]) func nothingToRecord(_ name: String) throws {
    let lesson = try #require(try Self.ran.get().check.lessons[name])
    #expect(lesson.blocks.map(\.status) == ["ok"])
    #expect(lesson.blocks.map(\.stdout) == [""])
  }
}
