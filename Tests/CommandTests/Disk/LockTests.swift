import Foundation
import Synchronization
import Testing

/// H18, H19, H21, H22: two builds into one folder, and builds that are interrupted.
@Suite struct LockTests {
  /// A lesson whose program says that it runs and goes on when it is told to: no clock decides who is first.
  private static func waiting(_ course: TemporaryCourse, _ text: String) -> String {
    """
    # \(text)

    ```swift {volatile timeout=5m}
    import Glibc
    mkfifo("\(course.path("\(text).go"))", 0o600)
    close(open("\(course.path("\(text).runs"))", O_WRONLY | O_CREAT, 0o600))
    close(open("\(course.path("\(text).go"))", O_RDONLY))
    print("\(text)")
    ```

    """
  }

  private static func waitForFile(_ path: String) {
    let watch = inotify_init1(0)
    inotify_add_watch(watch, (path as NSString).deletingLastPathComponent, UInt32(IN_CREATE))
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !FileManager.default.fileExists(atPath: path) { _ = read(watch, &buffer, buffer.count) }
    close(watch)
  }

  private static func start(_ course: TemporaryCourse, ignoring signal: String? = nil) throws -> RunningTool {
    try RunningTool(
      ["build", "--cache", course.cache, "-j", "1", "--sandbox", "off"], in: course.folder, ignoring: signal)
  }

  /// The second waits and says so; each site is whole, and the last one stands.
  @Test(.cases("H18")) func theSecondBuildWaits() throws {
    let course = try TemporaryCourse(lessons: [:])
    try course.write(Self.waiting(course, "first"), to: "lessons/01-a.md")
    let first = try Self.start(course)
    Self.waitForFile(course.path("first.runs"))
    try course.write("# second\n\ntext\n", to: "lessons/01-a.md")
    let second = try Self.start(course)
    #expect(second.firstLine() == "waiting for another build into output")
    #expect(!course.exists("output/index.html"))
    // Open at both ends, the pipe lets through whoever waits at it now and later: a program runs more than once.
    let go = open(course.path("first.go"), O_RDWR)
    defer { close(go) }
    #expect(try first.wait() == 0)
    #expect(try second.wait() == 0, "\(second.said)")
    // What was read before the first build ended would be older than what that one read.
    #expect(try course.text("output/lessons/01-a.html").contains("second"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: course.folder).allSatisfy { !$0.hasPrefix(".") })
  }

  @Test(.cases("H21", "H22"), arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT]) func anInterruptEndsTheWait(signal: Int32) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    let built = try course.lessons("build")
    #expect(built.status == 0, "\(built)")
    let before = try course.tree("output")
    let held = open(course.path("output"), O_RDONLY | O_DIRECTORY)
    defer { close(held) }
    try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
    try course.write("# B\n\ntext\n", to: "lessons/01-a.md")
    let waiting = try Self.start(course)
    #expect(waiting.firstLine() == "waiting for another build into output")
    // A terminal and whoever started the tool may both send it.
    for _ in 0..<2 { kill(waiting.process, signal) }
    #expect(try waiting.wait() == 130)
    #expect(waiting.said.contains("interrupted"))
    #expect(try course.tree("output") == before)
  }

  /// A lock ends with whoever held it: there is no file that could be stale, whatever process number it would name.
  @Test(.cases("H19")) func nobodyWaitsForTheDead() throws {
    let course = try TemporaryCourse(lessons: [:])
    try course.write(Self.waiting(course, "first"), to: "lessons/01-a.md")
    let first = try Self.start(course)
    Self.waitForFile(course.path("first.runs"))
    kill(first.process, SIGKILL)
    #expect(try first.wait() == -SIGKILL)
    try course.write("# second\n\ntext\n", to: "lessons/01-a.md")
    let outcome = try course.lessons("build")
    #expect(outcome.status == 0 && !outcome.error.contains("waiting"), "\(outcome)")
    close(open(course.path("first.go"), O_WRONLY | O_NONBLOCK))
  }

  /// A build into another folder is in nobody's way.
  @Test func otherFoldersAreNotHeld() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    let built = try course.lessons("build")
    #expect(built.status == 0, "\(built)")
    let held = open(course.path("output"), O_RDONLY | O_DIRECTORY)
    defer { close(held) }
    try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
    let outcome = try course.lessons("build", "-o", "other")
    #expect(outcome.status == 0 && !outcome.error.contains("waiting"), "\(outcome)")
    for command in ["check", "accept"] { #expect(try course.lessons(command).status == 0) }
  }

  /// A tool that outlives its terminal, as `nohup` starts it.
  @Test func aTerminalThatGoesMayBeIgnored() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n```swift\nkill(getppid(), SIGHUP)\nprint(1)\n```\n"])
    #expect(try Self.start(course).wait() == 130)
    let tool = try Self.start(course, ignoring: "HUP")
    let status = try tool.wait()
    #expect(status == 0, "\(tool.said)")
  }
}
