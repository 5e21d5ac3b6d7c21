import Foundation
import Testing

/// A course that several machines share: shares of its lessons, a folder or a server for results, and one that makes the site.
@Suite struct ManyMachinesTests {
  private static let names = ["01-one", "02-two", "03-three", "04-four", "05-five"]

  private static func course(cache: String? = nil) throws -> TemporaryCourse {
    let lessons = names.enumerated().map { index, name in
      (name, "# Lesson \(name)\n\n```swift\nprint(\(index), 1.0 / 3)\n```\n\n[\(index + 1)](swift:\(index)+1), $x^\(index)$\n")
    }
    return try TemporaryCourse(
      lessons: Dictionary(uniqueKeysWithValues: lessons), courseFile: "parts: [{title: P, lessons: [05-five, 01-one]}]\n",
      cache: cache ?? Scratch.freshCache())
  }

  /// The site that one machine makes.
  private static let alone = Result<[String: [UInt8]], any Error> {
    let course = try Self.course()
    #expect(try course.lessons("build").status == 0)
    return try course.tree("output")
  }

  // MARK: Shares

  /// The shares are dealt out in the order of the course, and each lesson is in one of them.
  @Test func everyLessonIsInOneShare() throws {
    let course = try Self.course()
    let order = ["05-five", "01-one", "02-two", "03-three", "04-four"]
    for count in [1, 2, 3, 7] {
      var seen: [String] = []
      for number in 1...count {
        let outcome = try course.lessons("check", "--format", "json", "--shard", "\(number)/\(count)")
        let share = try CheckReport(outcome).lessons.keys.sorted { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! }
        #expect(share == stride(from: number - 1, to: 5, by: count).map { order[$0] }, "\(number)/\(count)")
        seen += share
      }
      #expect(seen.sorted() == Self.names)
    }
  }

  @Test func aShareIsJudgedByItsOwnLessons() throws {
    let course = try Self.course()
    try course.replace("[2](swift", with: "[7](swift", in: "lessons/02-two.md")
    let statuses = try (1...3).map { number in
      try course.lessons("check", "--strict", "--shard", "\(number)/3").status
    }
    #expect(statuses == [1, 1, 1], "no output is recorded")
    try course.lessons("accept")
    try course.replace("[2](swift", with: "[7](swift", in: "lessons/02-two.md")
    #expect(try (1...3).map { try course.lessons("check", "--strict", "--shard", "\($0)/3").status } == [0, 0, 1])
    #expect(try course.lessons("check", "--strict", "--shard", "9/9").status == 0, "a share without lessons is no fault")
  }

  @Test(
    arguments: [
      "0/3", "4/3", "3", "/3", "1/", "-1/3", "1/0", "1/3/5", "a/b", " 1/3", "1/1000001", "99999999999999999999/3", "",
    ]) func wrongSharesAreRefused(_ text: String) throws
  {
    let outcome = try LessonsProcess.run(["check", "--shard", text], in: Scratch.folder())
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.error.contains("--shard"), "\(outcome.error)")
  }

  @Test func whatASharesIsNotEnoughForRefusesIt() throws {
    let course = try Self.course(cache: Scratch.cache)
    for arguments in [
      ["accept"], ["run", "lessons/01-one.md"], ["check", "lessons/01-one.md"], ["why", "lessons/01-one.md"],
    ] {
      let outcome = try LessonsProcess.run(arguments + ["--shard", "1/2", "--cache", course.cache], in: course.folder)
      #expect(outcome.status == 64 && outcome.error.contains("--shard"), "\(arguments): \(outcome.error)")
    }
  }

  /// A share makes no site and leaves one that is there; the build behind it runs nothing.
  @Test func aFolderIsSharedByMachines() throws {
    let cache = try Scratch.freshCache()
    for number in [2, 1, 3] {
      let machine = try Self.course(cache: cache)
      let outcome = try machine.lessons("build", "--shard", "\(number)/3")
      #expect(outcome.status == 0 && outcome.error.contains("share \(number)/3"), "\(outcome.error)")
      #expect(!machine.exists("output"))
    }
    let last = try Self.course(cache: cache)
    let outcome = try last.lessons("build")
    #expect(outcome.error.contains("0 run, 5 reused"), "\(outcome.error)")
    #expect(try last.tree("output") == Self.alone.get())
  }

  @Test func aShareTellsItsFailures() throws {
    let course = try Self.course()
    try course.write("# Two\n\n```swift\nx\n```\n", to: "lessons/02-two.md")
    let outcome = try course.lessons("build", "--shard", "3/3")
    #expect(outcome.status == 1 && outcome.error.contains("lessons/02-two.md:4:1: error: "), "\(outcome.error)")
    #expect(try course.lessons("build", "--shard", "1/3").status == 0)
  }

  // MARK: A server

  /// Two machines fill the store; the third has nothing but it.
  @Test func aServerIsSharedByMachines() throws {
    let server = try StoreServer()
    for number in 1...2 {
      let machine = try Self.course()
      let outcome = try machine.lessons("build", "--shard", "\(number)/2", "--store", server.address)
      #expect(outcome.status == 0 && !outcome.error.contains("warning"), "\(outcome.error)")
    }
    #expect(server.count == 5)
    let last = try Self.course()
    let outcome = try last.lessons("build", environment: ["LESSONS_STORE": server.address])
    #expect(outcome.error.contains("0 run, 5 reused"), "\(outcome.error)")
    #expect(try last.tree("output") == Self.alone.get())
    // What came from the store is kept: it is not asked again.
    #expect(try last.lessons("check", "--store", server.address).error == "")
    let asked = try server.end()
    #expect(
      asked.count { $0 == "GET 200" } == 5 && asked.count { $0 == "GET 404" } == 5 && asked.count { $0 == "PUT 201" } == 5)
  }

  /// Neither read nor kept where nothing is to be.
  @Test func withoutACacheThereIsNoStore() throws {
    let server = try StoreServer()
    #expect(try Self.course().lessons("build", "--no-cache", "--store", server.address).status == 0)
    #expect(try server.end() == [])
  }

  /// A way for a server to go wrong, and what is told of it.
  static let faults = [
    ("error", "it answers a GET with status 500"), ("redirect", "it answers a GET with status 302"),
    ("garbage", "its answer is not HTTP"), ("flood", "its answer has no end of its head"),
    ("silent", "it does not answer in time"), ("damaged", "a damaged one"), ("swapped", "something else in the place"),
    ("cut", "its answer was cut off"), ("endless", "its answer is too long"), ("chunked", "it sends in pieces"),
    ("reading", "it answers a PUT with status 403"), ("gone", "Connection refused"),
  ]

  /// Whatever a server does costs time, is told once, and changes no byte.
  @Test(arguments: faults) func aBrokenServerCostsOnlyTime(_ mode: String, _ message: String) throws {
    var folder: String?
    if mode != "reading" {
      let good = try StoreServer()
      #expect(try Self.course().lessons("build", "--store", good.address).status == 0)
      folder = good.folder
    }
    let server = try StoreServer(mode == "gone" ? "right" : mode, folder: folder)
    if mode == "gone" { _ = try server.end() }
    let course = try Self.course()
    let outcome = try course.lessons("build", "--store", server.address)
    #expect(outcome.status == 0 && outcome.error.contains("5 run, 0 reused"), "\(outcome.error)")
    #expect(outcome.error.components(separatedBy: "warning: the store").count == 2, "\(outcome.error)")
    #expect(outcome.error.contains(message), "\(outcome.error)")
    #expect(try course.tree("output") == Self.alone.get())
  }

  @Test(
    arguments: [
      ("https://host/", "a proxy or a tunnel"), ("ftp://host/", "is no address"), ("host:80", "is no address"),
      ("http://", "is no address"), ("http://:80/", "is no address"), ("http://host:0/", "is no address"),
      ("http://host:99999/", "is no address"), ("http://user:secret@host/", "a name or a password"),
      ("http://host/a b", "is no address"), ("http://host/\r\nX: y", "is no address"), ("http://host/?q", "end with a path"),
    ]) func wrongAddressesAreRefused(_ address: String, _ message: String) throws
  {
    let folder = try Scratch.folder()
    for outcome in [
      try LessonsProcess.run(["check", "--store", address], in: folder),
      try LessonsProcess.run(["check"], in: folder, environment: ["LESSONS_STORE": address]),
    ] {
      #expect(outcome.status == 64 && outcome.error.contains(message), "\(outcome.error)")
    }
  }
}
