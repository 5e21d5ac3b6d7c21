import LessonModel
import LessonRunning
import Machine
import TestSupport
import Testing
import WorkshopSupport

/// These use the real compiler, and the kit, which is compiled once and kept.
@Suite("Programs compiled together")
struct CourseRunnerTests {
  /// Types that print their module, values made in order, an error in the middle, a trap, an uncaught error.
  private static let lessons = [
    lesson(
      "01-good.md",
      """
      struct Point { var x = 1.0 }
      func traced(_ name: String) -> Int { print("made", name); return name.count }
      let a = traced("a")
      print([Point()], #"#"#)
      var (b, c) = (traced("bb"), traced("ccc"))
      b += a
      let squares = try [1, 2].map { (x: Int) throws -> Int in x * b }
      """, value: "squares"),
    lesson("02-wrong.md", "let a = 1\nlet b: Int = \"no\"\nprint(c)", value: "a"),
    lesson(
      "03-trap.md", "struct E: Error {}\nlet none: [Int] = []\nprint(\"before\")\nlet a = none[3]\nprint(a)", value: "1 + 1"),
    lesson("04-error.md", "struct F: Error { var code = 7 }\nfunc f() throws {}\ntry f()\nthrow F()", value: "2"),
    lesson("05-alone.md", "guard let a = Int(\"5\") else { fatalError() }\nfunc f() -> Int { a }\nprint(f())", value: "a"),
    lesson("06-good.md", "var total = 0\nfor i in 1...4 { total += i }\nprint(\"total \\(total)\")", value: "total"),
    lesson(
      "07-types.md",
      """
      import Foundation
      protocol Shape { associatedtype Unit; var area: Double { get } }
      struct Point: Codable, Hashable { var x = 2.0, y: Double? = nil }
      enum Kind: String, CaseIterable, Codable { case point, line }
      class Node { var next: Node?; var place = Point() }
      final class Leaf: Node, CustomStringConvertible { var description: String { "a \\(Leaf.self)" } }
      struct Box<Content: Shape>: Shape { typealias Unit = Kind; var content: Content?; var area: Double { content?.area ?? 1 } }
      struct Square: Shape { typealias Unit = Point; let area = 4.0 }
      struct Failure: Error { var at: Point }
      extension Point { struct Delta { var by = 0.5 } }
      typealias Pair = (Point, Kind)
      let pair: Pair = (Point(), .line)
      print(pair, [pair.0], Kind.allCases, [Kind.point: Point()])
      print(Box<Square>.self, Box<Box<Square>>(), [Box<Square>.Unit.self] as [Any], \\Point.x, Point.Delta())
      print(String(reflecting: Point.self), String(reflecting: Box<Square>.self), _typeName(Pair.self))
      print(Leaf(), [Leaf()], String(reflecting: Node.self), type(of: Leaf() as Node), Leaf() as Any is Node)
      dump(Leaf())
      dump(Point())
      let wrapped: [any Shape] = [Square(), Box<Square>()]
      print(wrapped, wrapped.map { type(of: $0) }, Mirror(reflecting: Square()))
      let coder = JSONEncoder()
      coder.outputFormatting = .sortedKeys
      let coded = try! coder.encode([Point(x: 1, y: 3)])
      print(String(decoding: coded, as: UTF8.self), try! JSONDecoder().decode([Point].self, from: coded))
      do { _ = try JSONDecoder().decode(Point.self, from: Data("[]".utf8)) } catch { print(error) }
      do { throw Failure(at: Point()) } catch { print(error, error is Failure, type(of: error)) }
      """, value: "[Point()]"),
    lesson(
      "08-types.md", "import Foundation\nenum Point { case here }\nstruct Leaf { var kind = Point.here }", value: "[Leaf()]"),
  ]

  private static func lesson(_ path: String, _ code: String, value: String) -> Lesson {
    Lesson([.prose("# A\n\n"), .block(code), .prose("\nIt is "), .value(value), .prose(".\n")], path: path)
  }

  private func runner() throws -> ProgramRunner {
    ProgramRunner(
      compiler: try TestWorkshop.open().compiler(), cache: RunCache(folder: nil),
      sandbox: SandboxPolicy(.auto, environment: [:]))
  }

  @Test func comeToTheSameAsAlone() throws {
    let runner = try runner()
    let lessons = Self.lessons.map { LessonPrograms($0, settings: .undecided, modules: []) }
    let programs = lessons.flatMap(\.programs)

    let plan = CompilePlan(programs.enumerated().map { BatchMember($1, number: $0) }, jobs: 1)
    #expect(plan.batches.map { $0.map(\.number) } == [[0, 1, 2, 3, 5], [6, 7]])
    #expect(plan.alone == [4])
    let folder = try TemporaryFolder()
    var objects: [Int: String] = [:]
    for batch in plan.batches {
      objects.merge(try BatchCompiler(compiler: runner.compiler).objects(of: batch, in: folder.path)) { $1 }
    }
    // Of one the compiler has something to say, and says it of a script.
    #expect(Set(objects.keys) == [0, 2, 5, 6, 7])

    var alone: [Run] = []
    for lesson in lessons { alone += try CourseRunner(runner: runner, jobs: 1).runs(of: [lesson]) { _, _ in }.0 }
    for jobs in [1, 2] {
      let together = try CourseRunner(runner: runner, jobs: jobs).runs(of: lessons) { _, _ in }.0
      #expect(together.map(\.withoutTimes) == alone.map(\.withoutTimes))
    }
    #expect(alone.map { $0.blocks[0]?.status } == [.ok, .compileError, .trap, .trap, .ok, .ok, .ok, .ok])

    for number in [0, 5, 6, 7] {
      let object = try #require(objects[number])
      let recordings = [try runner.run(programs[number], object: object), try runner.run(programs[number])].map(\.recording)
      let first = try #require(recordings.first ?? nil)
      #expect(
        recordings.allSatisfy { $0?.output == first.output && $0?.stream == first.stream && $0?.message == first.message })
    }
  }
}

extension ProgramResult {
  fileprivate var recording: Recording? { if case .good(let recording, _) = self { recording } else { nil } }
}

extension Run {
  fileprivate var withoutTimes: Run {
    var run = self
    for block in run.blocks.keys { run.blocks[block]?.milliseconds = 0 }
    return run
  }
}
