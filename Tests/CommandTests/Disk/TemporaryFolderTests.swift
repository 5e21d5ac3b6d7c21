import Foundation
import Testing

/// H40, H41: what the tool is given to work in is missing, full, closed, or laid with traps.
@Suite struct TemporaryFolderTests {
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var script: String
    var status: Int32
    var words: String
    var after = ""
    var asRoot: Bool?

    var testDescription: String { name }
  }

  private static let advice = "set TMPDIR to a folder"

  static let places = [
    Place(name: "missing", script: ":", status: 2, words: advice),
    Place(name: "a file", script: "echo > tmp", status: 2, words: advice),
    Place(name: "closed", script: "mkdir tmp; chmod 500 tmp", status: 2, words: advice, asRoot: false),
    Place(
      name: "without programs", script: "mkdir tmp && mount -t tmpfs -o noexec none tmp", status: 2,
      words: "programs cannot be started from the temporary folder", after: "umount tmp", asRoot: true),
    Place(
      name: "full",
      script: "mkdir tmp && mount -t tmpfs -o size=8k none tmp && head -c 8k /dev/zero > tmp/full; [ -e tmp/full ]",
      status: 2, words: "No space left on device", after: "umount tmp", asRoot: true),
    Place(
      name: "without room for names", script: "mkdir tmp && mount -t tmpfs -o nr_inodes=1 none tmp", status: 2,
      words: "No space left on device", after: "umount tmp", asRoot: true),
    Place(
      name: "with links",
      script:
        "mkdir tmp mine; echo mine > mine/file; ln -s ../mine tmp/lessons-scratch-abcDE0; ln -s / tmp/lessons-scratch-abcDE1",
      status: 0, words: ""),
    Place(
      name: "with folders of others",
      script: "mkdir -p tmp/lessons-scratch-other0 tmp/lessons-scratch; chown 12345 tmp/lessons-scratch-other0", status: 0,
      words: "",
      asRoot: true),
    Place(name: "a link", script: "mkdir other; ln -s other tmp", status: 0, words: ""),
    Place(name: "with blanks", script: "mkdir 'b l'; ln -s 'b l' tmp", status: 0, words: ""),
  ]

  @Test(.cases("H40"), arguments: places) func temporaryFolder(_ place: Place) throws {
    if place.asRoot == true, geteuid() != 0 {
      throw NotHere("a temporary folder that is \(place.name) takes a superuser")
    }
    // A program must run for it, so its result is in no cache.
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n```swift\nprint(\"\(UUID())\".count)\n```\n"])
    guard try Shell.run(place.script, in: course.folder) else {
      throw NotHere("a temporary folder that is \(place.name) cannot be made here")
    }
    defer { _ = try? Shell.run(place.after, in: course.folder) }
    let before = try Self.names(course.folder)
    let environment = ["TMPDIR": course.path("tmp")]
    let nobody = place.asRoot == false ? try Self.built(byNobody: course, environment) : nil
    let outcome = try nobody ?? course.lessons("build", environment: environment)
    #expect(outcome.status == place.status && (place.words.isEmpty || outcome.error.contains(place.words)), "\(outcome.error)")
    #expect(!outcome.error.contains("NSCocoa"))
    #expect(try Self.names(course.folder).filter { !$0.hasPrefix("cache") } == before, "left over")
  }

  /// What a killed run left is removed by the next command that reads a course, whichever it is; what is not ours is not.
  @Test(arguments: ["build", "check", "accept"]) func whatTheDeadLeftIsRemoved(command: String) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[2](swift:1+1)\n"])
    #expect(
      try Shell.run(
        """
        mkdir -p tmp/lessons-scratch-abcDE0/1/work tmp/lessons-scratch-long tmp/lessons-abcDE0
        echo a > tmp/lessons-scratch-abcDE0/1/main; chmod 0 tmp/lessons-scratch-abcDE0/1/work
        echo a > lessons/.01-a.md.lessons-abcDE0; echo a > lessons/.01-a.md.swp
        """, in: course.folder))
    #expect(try course.lessons(command, environment: ["TMPDIR": course.path("tmp")]).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: course.path("tmp")).sorted() == [
        "lessons-abcDE0", "lessons-scratch-long",
      ])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: course.path("lessons")).sorted() == [".01-a.md.swp", "01-a.md"])
  }

  /// A user without a home, and a folder that is gone.
  @Test(.cases("H41")) func nobodysHome() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[2](swift:1+1)\n"])
    let tool = LessonsProcess.executable
    #expect(try Shell.run("env -u HOME -u XDG_CACHE_HOME '\(tool)' build --cache '\(course.cache)' 2>log", in: course.folder))
    #expect(course.exists("output/index.html"))
    let gone = "mkdir gone && cd gone && rmdir ../gone && '\(tool)' check --cache '\(course.cache)' 2>../log; [ $? = 64 ]"
    #expect(try Shell.run(gone, in: course.folder))
    let absolute =
      "mkdir gone && cd gone && rmdir ../gone && '\(tool)' check '\(course.path("lessons"))' --cache '\(course.cache)' 2>../log"
    #expect(try Shell.run(absolute, in: course.folder))
  }

  private static func built(
    byNobody course: TemporaryCourse, _ environment: [String: String]
  ) throws -> LessonsProcess.Outcome {
    try Scratch.freshCache(at: course.path("cache"))
    return try Nobody.run(["build", "--cache", course.path("cache"), "-j", "1"], of: course, environment: environment)
  }

  /// All but the site.
  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { !$0.hasPrefix("output") }.sorted()
  }
}
