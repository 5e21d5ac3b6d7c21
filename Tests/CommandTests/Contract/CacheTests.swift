import Foundation
import Machine
import Testing

/// The cache saves time and nothing else. A block that reads the clock tells whether a lesson ran again.
@Suite struct CacheTests {
  /// A lesson whose output differs on every run.
  static let clock = """
    # Clock

    Some prose.

    ```swift {#now volatile}
    import Glibc
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    print(time.tv_sec, time.tv_nsec)
    ```

    """

  private static func now(_ course: TemporaryCourse) throws -> String {
    let outcome = try course.lessons("run", "lessons/01-clock.md", "--format", "json")
    let lesson = try JSONDecoder().decode(LessonResult.self, from: Data(outcome.output.utf8))
    return try #require(lesson["now"]).stdout
  }

  private static func runs(_ course: TemporaryCourse) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: course.cache + "/runs").filter { $0.contains("/") }.sorted()
  }

  @Test func anEditOfProseRunsNothing() throws {
    let course = try TemporaryCourse(lessons: ["01-clock": Self.clock], cache: try Scratch.freshCache())
    let first = try Self.now(course)
    let entries = try Self.runs(course)
    #expect(first.contains(" ") && entries.count == 1)

    // Lines are added before the block, so its place moves; the place is no part of what it does.
    try course.replace("Some prose.", with: "Other prose,\n\nand more of it.", in: "lessons/01-clock.md")
    #expect(try Self.now(course) == first)
    #expect(try Self.runs(course) == entries)

    try course.replace("print(time", with: "print(\"ran\", time", in: "lessons/01-clock.md")
    #expect(try Self.now(course) != first)
    #expect(try Self.runs(course).count == 2)
  }

  /// A recorded output is no part of the program either.
  @Test func anEditOfRecordsRunsNothing() throws {
    let course = try ReferenceCourse.make(cache: try Scratch.freshCache())
    try course.check()
    let entries = try Self.runs(course)
    try course.replace("odds 0.3333333333333333\n", with: "odds 0.4\n", in: "lessons/01-first.md")
    try course.replace("are [0.33]", with: "are [0.34]", in: "lessons/01-first.md")
    #expect(try course.check().status == 1)
    #expect(try Self.runs(course) == entries)
  }

  /// A block that reads its own line runs again when the line moves.
  @Test func aLineThatIsReadIsPartOfTheProgram() throws {
    let course = try TemporaryCourse(lessons: ["01-line": "# Line\n\n```swift\nprint(#line)\n```\n"])
    try course.lessons("accept")
    #expect(try course.text("lessons/01-line.md").contains("```output\n4\n```"))
    try course.replace("# Line\n", with: "# Line\n\nMoved.\n", in: "lessons/01-line.md")
    #expect(try course.check().status == 1)
    try course.lessons("accept")
    #expect(try course.text("lessons/01-line.md").contains("```output\n6\n```"))
  }

  @Test func aDamagedEntryIsAMiss() throws {
    let course = try TemporaryCourse(lessons: ["01-clock": Self.clock], cache: try Scratch.freshCache())
    var last = try Self.now(course)
    let entry = course.cache + "/runs/" + (try #require(try Self.runs(course).first))
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: entry)))
    var damaged: [[UInt8]] = [
      [], Array(good.dropLast()), Array(good.prefix(good.count / 2)), good + [0], Array(good.reversed()),
    ]
    for index in stride(from: 0, to: good.count, by: max(1, good.count / 7)) {
      var bytes = good
      bytes[index] ^= 1
      damaged.append(bytes)
    }
    for bytes in damaged {
      try Data(bytes).write(to: URL(fileURLWithPath: entry))
      let next = try Self.now(course)
      #expect(next != last && next.hasSuffix("\n") && next.split(separator: " ").count == 2)
      last = next
    }
    // A folder in the place of the entry.
    try FileManager.default.removeItem(atPath: entry)
    try FileManager.default.createDirectory(atPath: entry, withIntermediateDirectories: true)
    #expect(try Self.now(course) != last)
  }

  /// An entry in the place of another's is a miss: each names its own key.
  @Test func aSwappedEntryIsAMiss() throws {
    let course = try ReferenceCourse.make(cache: try Scratch.freshCache())
    try course.check()
    let entries = try Self.runs(course).map { course.cache + "/runs/" + $0 }
    #expect(entries.count == 2)
    let contents = try entries.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    try contents[0].write(to: URL(fileURLWithPath: entries[1]))
    try contents[1].write(to: URL(fileURLWithPath: entries[0]))
    #expect(try course.check().status == 0)
  }

  /// The compiler keeps modules of its own in the cache; those of another folder, or cut ones, must not become the lessons' errors.
  @Test func damagedModulesAreMadeAnew() throws {
    let course = try ReferenceCourse.make(cache: try Scratch.freshCache())
    #expect(try course.check().status == 0, "the cache was moved")
    for kind in ["runs", "builds", "records"] { try FileManager.default.removeItem(atPath: course.cache + "/" + kind) }
    #expect(try course.check().status == 0)
    let modules = try FileManager.default.subpathsOfDirectory(atPath: course.cache + "/modules").filter { $0.hasSuffix(".pcm") }
    #expect(!modules.isEmpty)
    // A compiler reads them before anybody knows of the damage; what it makes of them counts for nothing.
    let damages: [(String, ([UInt8]) -> [UInt8])] = [
      ("cut", { Array($0.prefix(1_000)) }),
      ("changed by a bit", { $0[..<($0.count / 2)] + [$0[$0.count / 2] ^ 1] + $0[($0.count / 2 + 1)...] }),
    ]
    for (damage, damaged) in damages {
      for module in modules {
        let path = URL(fileURLWithPath: course.cache + "/modules/" + module)
        try Data(damaged([UInt8](try Data(contentsOf: path)))).write(to: path)
      }
      for kind in ["runs", "builds", "records"] { try FileManager.default.removeItem(atPath: course.cache + "/" + kind) }
      #expect(try course.check().status == 0, "the modules were \(damage)")
      let folders = try FileManager.default.contentsOfDirectory(atPath: course.cache + "/modules")
      #expect(folders.contains { SealedFolder.isWhole(course.cache + "/modules/" + $0) }, "the modules were \(damage)")
    }
  }

  /// The compiled kit is made anew where one bit of a file of it is another: the numbers that come of it would be wrong.
  @Test func aDamagedKitIsMadeAnew() throws {
    let course = try TemporaryCourse(lessons: ["01-clock": Self.clock], cache: try Scratch.freshCache())
    for file in try FileManager.default.subpathsOfDirectory(atPath: course.cache + "/support")
    where file.hasSuffix("LessonKit.swiftmodule") {
      let path = course.cache + "/support/" + file
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      bytes[bytes.count / 2] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    #expect(try Self.now(course).contains(" "))
  }

  @Test func aFailureIsNotKept() throws {
    let text =
      "# Fails\n\n```swift {#now}\nimport Glibc\nvar time = timespec()\nclock_gettime(CLOCK_MONOTONIC, &time)\nprint(time.tv_nsec)\nfatalError()\n```\n"
    let course = try TemporaryCourse(lessons: ["01-clock": text], cache: try Scratch.freshCache())
    let first = try Self.now(course)
    #expect(first != "")
    #expect(try Self.now(course) != first)
    #expect(!FileManager.default.fileExists(atPath: course.cache + "/runs"))
  }

  @Test func withoutACacheNothingIsKept() throws {
    let course = try TemporaryCourse(lessons: ["01-clock": Self.clock], cache: try Scratch.freshCache())
    try course.lessons("check", "--no-cache")
    #expect(!FileManager.default.fileExists(atPath: course.cache + "/runs"))
  }

  @Test func cleanEmptiesIt() throws {
    let course = try TemporaryCourse(lessons: ["01-clock": Self.clock], cache: try Scratch.freshCache())
    let first = try Self.now(course)
    try "mine".write(toFile: course.cache + "/note.txt", atomically: true, encoding: .utf8)
    #expect(try course.lessons("clean").status == 0)
    // What is not of the cache stays.
    #expect(try FileManager.default.contentsOfDirectory(atPath: course.cache) == ["note.txt"])
    try FileManager.default.copyItem(atPath: Scratch.cache + "/support", toPath: course.cache + "/support")
    #expect(try Self.now(course) != first)
  }
}
