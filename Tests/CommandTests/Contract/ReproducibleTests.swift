import Foundation
import Testing

/// The same course gives the same bytes, whoever builds it, where, when and how.
@Suite struct ReproducibleTests {
  private static let text = """
    # Whoever builds it

    ```swift
    import Foundation

    print(Date(timeIntervalSince1970: 0).formatted(.iso8601), String(format: "%.3f", 1234.5))
    print(Set(0..<20).sorted().map { "\\($0)" }.joined(separator: " "))
    show(Table(columns: ["n"], rows: [[1], [2]]))
    ```

    Of $x^2$ and [3](swift:1+2). ![A picture](b.png) [all](02-b.md#b)

    """

  /// The course, with names made in this order: a folder may list them so.
  private static func course(cache: String, reversed: Bool = false) throws -> TemporaryCourse {
    let course = try TemporaryCourse(lessons: [:], cache: cache)
    var files = [
      ("01-a.md", text), ("02-b.md", "# B\n\n## B\n\n[0.5](swift:helped())\n"), ("10-c.md", "# C\n\n```swift\nx\n```\n"),
      ("b.png", "picture"), ("course.yml", "title: T\nlanguage: de\n"), ("a.png", "not shown"),
    ]
    for folder in ["Support", "theme"] {
      try FileManager.default.createDirectory(atPath: course.path("lessons/" + folder), withIntermediateDirectories: true)
    }
    files += [
      ("Support/A.swift", "public func helped() -> Double { half }\n"), ("Support/B.swift", "let half = 0.5\n"),
      ("theme/style.css", "p { color: red }\n"), ("theme/footer.html", "<p>Foot</p>\n"), ("theme/a.png", "a"),
    ]
    for (name, text) in reversed ? files.reversed() : files { try course.write(text, to: "lessons/" + name) }
    return course
  }

  /// Another way to build it.
  struct Way: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var arguments: [String] = ["-j", "2"]
    var environment: [String: String] = [:]
    /// What starts the tool.
    var prefix: [String] = []
    var isReversed = false
  }

  static let ways = [
    Way(testDescription: "another folder, one job", arguments: ["-j", "1"]),
    Way(testDescription: "eight jobs, no cache", arguments: ["-j", "8", "--no-cache"]),
    Way(
      testDescription: "a German locale in New York",
      environment: ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "America/New_York"]),
    Way(testDescription: "no locale, the other end of the world", environment: ["LC_ALL": "C", "TZ": "Pacific/Kiritimati"]),
    Way(testDescription: "umask 077", prefix: ["sh", "-c", "umask 077; exec \"$@\"", "sh"]),
    Way(testDescription: "umask 0", prefix: ["sh", "-c", "umask 0; exec \"$@\"", "sh"]),
    Way(testDescription: "a reversed folder", isReversed: true),
    Way(
      testDescription: "another width, no colors, a date",
      environment: [
        "COLUMNS": "20", "NO_COLOR": "1", "TERM": "dumb", "SOURCE_DATE_EPOCH": "1", "SWIFT_DETERMINISTIC_HASHING": "",
      ]),
    Way(testDescription: "an odd date", environment: ["SOURCE_DATE_EPOCH": "never"]),
    Way(testDescription: "1970", prefix: ["faketime", "1970-01-02 00:00:00"]),
    Way(testDescription: "2038", prefix: ["faketime", "2038-01-20 00:00:00"]),
    Way(testDescription: "2100", prefix: ["faketime", "2100-02-28 23:59:59"]),
    Way(testDescription: "another user", prefix: ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]),
  ]

  /// Why a way cannot be gone on this machine.
  private static func obstacle(_ way: Way) -> String? {
    guard let program = way.prefix.first else { return nil }
    if !Shell.has(program) { return "there is no \(program) here" }
    return program == "setpriv" && geteuid() != 0 ? "only root can be another user" : nil
  }

  private static func build(_ course: TemporaryCourse, _ way: Way) throws -> LessonsProcess.Outcome {
    try LessonsProcess.run(
      ["build", "--cache", course.cache] + way.arguments, in: course.folder, environment: way.environment,
      starting: way.prefix + [LessonsProcess.executable])
  }

  private static let expected = Result<[String: [UInt8]], any Error> {
    let course = try Self.course(cache: Scratch.freshCache())
    let outcome = try build(course, Way(testDescription: "cold"))
    #expect(outcome.status == 1, "one lesson fails: \(outcome.error)")
    let cold = try course.tree("output")
    #expect(try build(course, Way(testDescription: "warm")).status == 1)
    #expect(try course.tree("output") == cold, "a warm cache")
    try FileManager.default.removeItem(atPath: course.path("output"))
    #expect(try build(course, Way(testDescription: "warm, no site")).status == 1)
    #expect(try course.tree("output") == cold, "a warm cache and no site")
    return cold
  }

  @Test(.cases("G25", "G26"), arguments: ways.indices) func givesTheSameBytes(_ index: Int) throws {
    let way = Self.ways[index]
    if let obstacle = Self.obstacle(way) {
      print("SKIPPED building with \(way.testDescription): \(obstacle)")
      return
    }
    let course = try Self.course(cache: Scratch.freshCache(), reversed: way.isReversed)
    if way.prefix.first == "setpriv" { try Self.give(course, to: 65534) }
    let outcome = try Self.build(course, way)
    #expect(outcome.status == 1, "\(outcome.error)")
    let site = try course.tree("output")
    let expected = try Self.expected.get()
    #expect(site.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected where site[name] != bytes { Issue.record("\(name) differs") }
  }

  /// Files of another user, in a folder that this user can reach.
  private static func give(_ course: TemporaryCourse, to user: UInt32) throws {
    for root in [course.folder, URL(fileURLWithPath: course.cache).deletingLastPathComponent().path] {
      chown(root, user, user)
      let files = FileManager.default.enumerator(atPath: root) ?? FileManager.DirectoryEnumerator()
      for case let file as String in files { chown(root + "/" + file, user, user) }
    }
    chmod(Scratch.root, 0o755)
  }
}
