import Foundation
import Testing

/// Table C: one course of bombs and a good neighbor, checked and built with a bound on the tool's memory and processor time.
@Suite struct ParserBombTests {
  private struct Ran: Sendable {
    var course: TemporaryCourse
    var check: CheckReport
    var build: LessonsProcess.Outcome
  }

  private static let ran = Result<Ran, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: ParserBomb.all.map { ($0.name, Array($0.text.utf8)) })
    lessons["neighbor"] = Array(FailingBlock.neighbor.utf8)
    let course = try TemporaryCourse(bytes: lessons)
    let check = try CheckReport(bounded("check", "lessons", "--format", "json", in: course))
    return Ran(course: course, check: check, build: try bounded("build", in: course))
  }

  /// Runs the tool with at most 1 GiB of memory and three minutes of processor time of its own: over that it dies.
  private static func bounded(_ arguments: String..., in course: TemporaryCourse) throws -> LessonsProcess.Outcome {
    try LessonsProcess.run(
      arguments + ["--cache", course.cache, "-j", "2"], in: course.folder,
      starting: ["/bin/sh", "-c", "ulimit -d 1048576; ulimit -t 180; exec \"$0\" \"$@\"", LessonsProcess.executable])
  }

  @Test(arguments: ParserBomb.all) func isTold(_ row: ParserBomb) throws {
    let lesson = try #require(try Self.ran.get().check.lessons[row.name])
    let first = lesson.diagnostics.first { $0.severity == "error" }
    #expect(first?.id == row.fault?.id)
    #expect(first?.line == row.fault?.line)
    if let fault = row.fault { #expect(first?.message.contains(fault.fragment) == true, "\(first?.message ?? "nothing")") }
  }

  @Test(arguments: ParserBomb.all) func hasAPage(_ row: ParserBomb) throws {
    let page = try Self.ran.get().course.bytes("output/lessons/\(row.name).html")
    #expect(page.count < 17 << 20)
  }

  /// C24; minutes of work, so it runs with `LESSONS_SLOW=1` only.
  @Test(.cases("C24"), .enabled(if: Slow.isOn))
  func fiveThousandLessonsAreChecked() throws {
    let course = try TemporaryCourse(
      lessons: Dictionary(
        uniqueKeysWithValues: (0..<5_000).map { ("\(10_000 + $0)-lesson", "# Lesson \($0)\n\n[\($0 + 1)](swift:\($0)+1)\n") }))
    let outcome = try LessonsProcess.run(
      ["check", "lessons", "--format", "json", "--cache", course.cache, "-j", "2"], in: course.folder,
      starting: ["/bin/sh", "-c", "ulimit -d 1048576; exec \"$0\" \"$@\"", LessonsProcess.executable])
    let check = try CheckReport(outcome)
    #expect(check.status == 0)
    #expect(check.lessons.count == 5_000)
  }

  @Test(.cases(ParserBomb.all.map(\.name))) func theNeighborIsWell() throws {
    let ran = try Self.ran.get()
    #expect(ran.check.status == 1)
    #expect(ran.build.status == 1)
    #expect(ran.check.lessons["neighbor"]?.diagnostics == [])
    #expect(try ran.course.text("output/lessons/neighbor.html").contains("still here"))
  }
}
