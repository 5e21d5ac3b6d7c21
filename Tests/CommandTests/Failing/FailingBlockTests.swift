import Testing

/// Table D: one course of failing lessons and one good neighbor, checked and built once.
@Suite struct FailingBlockTests {
  private static let all = FailingBlock.traps + FailingBlock.exits + FailingBlock.hangs + FailingBlock.compileErrors

  private struct Ran: Sendable {
    var course: TemporaryCourse
    var check: CheckReport
  }

  private static let ran = Result<Ran, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.lesson.bytes) })
    lessons["neighbor"] = Array(FailingBlock.neighbor.utf8)
    let course = try TemporaryCourse(bytes: lessons)
    return Ran(course: course, check: try course.check())
  }

  @Test(arguments: all) func place(_ row: FailingBlock) throws {
    let lesson = try #require(try Self.ran.get().check.lessons[row.name])
    expect(lesson.diagnostics, toMatch: row.lesson)
  }

  @Test(arguments: all) func keptOutput(_ row: FailingBlock) throws {
    let lesson = try #require(try Self.ran.get().check.lessons[row.name])
    let failing = try #require(lesson["failing"])
    #expect(failing.status == row.status)
    #expect(failing.stdout == row.kept)
    // What came before a block that fails stands, and beside one that is not compiled all that does not need it.
    #expect(lesson["first"]?.status == "ok")
    #expect(lesson["first"]?.stdout == "before\n")
    let isBeside = ["compile-error", "not-run"].contains(row.status)
    #expect(lesson["last"]?.status == (isBeside ? "ok" : "not-run"))
    #expect(lesson["last"]?.stdout == (isBeside ? "after\n" : ""))
  }

  @Test(.cases(all.map(\.name))) func theNeighborIsWell() throws {
    let check = try Self.ran.get().check
    #expect(check.status == 1)
    #expect(check.lessons.count == Self.all.count + 1)
    let neighbor = try #require(check.lessons["neighbor"])
    #expect(neighbor.diagnostics == [])
    #expect(neighbor.blocks.map(\.status) == ["ok"])
    #expect(neighbor.values.map(\.status) == ["ok"])
  }
}
