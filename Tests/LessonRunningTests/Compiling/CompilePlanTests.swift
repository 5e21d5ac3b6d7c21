import LessonModel
import LessonRunning
import Testing

@Suite("Which programs are compiled together")
struct CompilePlanTests {
  private func program(
    _ code: String, settings: SwiftSettings = .undecided, _ attributes: BlockAttributes = .init()
  )
    throws -> Program
  {
    try #require(ProgramBuilder.programs(for: Lesson([.block(code, attributes)]), settings: settings, modules: []).last)
  }

  private func plan(_ codes: [String], jobs: Int) throws -> CompilePlan {
    let programs = try codes.map { try program($0) }
    return CompilePlan(programs.enumerated().map { BatchMember($1, number: $0) }, jobs: jobs)
  }

  private func numbers(_ plan: CompilePlan) -> [[Int]] { plan.batches.map { $0.map(\.number) } }

  @Test(
    arguments: [
      (0, 2, 0), (1, 2, 1), (2, 2, 1), (3, 2, 2), (8, 2, 4), (15, 2, 8), (32, 2, 16), (33, 2, 9), (100, 2, 13), (128, 2, 16),
      (5, 1, 5), (17, 1, 9), (20, 8, 3), (4, 8, 1), (3, 0, 3),
    ])
  func allJobsAreBusyToTheEnd(count: Int, jobs: Int, capacity: Int) {
    #expect(CompilePlan.capacity(for: count, jobs: jobs) == capacity)
  }

  @Test func programsAreSharedOutInTheirOrder() throws {
    let plan = try plan((0..<7).map { "let a = \($0)" }, jobs: 2)
    #expect(numbers(plan) == [[0, 1, 2, 3], [4, 5, 6]])
    #expect(plan.alone.isEmpty)
  }

  @Test func whatCannotStandTogetherDoesNot() throws {
    let plan = try plan(["struct P {}", "import Foundation", "guard true else { fatalError() }", "struct P {}"], jobs: 1)
    #expect(numbers(plan) == [[0, 3]])
    #expect(plan.alone == [2, 1])
  }

  @Test func oneForEachJobNeedsNoBatch() throws {
    let plan = try plan(["let a = 1", "let a = 2"], jobs: 2)
    #expect(plan.batches.isEmpty)
    #expect(plan.alone == [0, 1])
  }

  @Test func aLongProgramIsAFileEvenAlone() throws {
    let long = (0..<500).map { "let a\($0) = 1" }.joined(separator: "\n")
    let plan = try plan([long, "let b = 1"], jobs: 2)
    #expect(numbers(plan) == [[0]])
    #expect(plan.alone == [1])
    #expect(try BatchMember.isLong(program(long)) && !BatchMember.isLong(program("let b = 1")))
  }

  @Test func programsThatMustFailAndOtherSettingsStayAlone() throws {
    let code = "let a = 1"
    #expect(BatchMember(try program(code), number: 0) != nil)
    #expect(BatchMember(try program(code, settings: SwiftSettings(mode: .five, memory: 9)), number: 0) != nil)
    #expect(BatchMember(try program(code, settings: SwiftSettings(mode: .six)), number: 0) == nil)
    #expect(BatchMember(try program(code, settings: SwiftSettings(optimize: true)), number: 0) == nil)
    #expect(BatchMember(try program(code, BlockAttributes(expectation: .trap)), number: 0) == nil)
    #expect(BatchMember(try program(code, BlockAttributes(expectation: .compileError)), number: 0) == nil)
  }
}
