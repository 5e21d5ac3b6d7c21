import Foundation
import Testing
import TestSupport
import WorkshopSupport

/// What a lesson may not do it cannot do, whatever holds it and whoever runs it; and where nothing holds it, it can: else the
/// attempts would show nothing.
@Suite(.serialized) struct EscapeTests {
  enum Means: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case bubblewrap, landlock, none

    var testDescription: String { rawValue }
  }

  struct Setting: Sendable, CustomTestStringConvertible {
    var means: Means
    var asNobody = false

    var testDescription: String { "\(means) as \(asNobody ? "nobody" : "the user")" }

    static let all: [Setting] = {
      let own = Means.allCases.filter { $0 != .bubblewrap || bubblewrap != nil }
      return own.map { Setting(means: $0) }
        + (getuid() == 0 ? own.filter { $0 != .none }.map { Setting(means: $0, asNobody: true) } : [])
    }()
  }

  static let bubblewrap = ["/usr/bin/bwrap", "/usr/local/bin/bwrap"].first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test func bubblewrapIsHere() { #expect(Self.bubblewrap != nil, "the Makefile's prerequisites install it") }

  @Test(.cases(Escape.numbers + ["E29"]), arguments: Setting.all) func nothingEscapes(_ setting: Setting) throws {
    let range = try EscapeRange(asNobody: setting.asNobody)
    let escapes = Escape.all(range.targets)
    let report = try range.report(of: escapes, setting.means)
    for escape in escapes {
      let said = try #require(report.lessons[escape.lesson]?["try"]?.stdout, "\(escape) is not there")
      let expected =
        switch setting.means {
        case .bubblewrap: "DENIED\n"
        case .landlock: escape.isHeldByLandlock ? "DENIED\n" : "ESCAPED\n"
        case .none: escape.escapesUncontained ? "ESCAPED\n" : "DENIED\n"
        }
      #expect(said == expected, "\(escape) in \(setting): \(report.lessons[escape.lesson]?.diagnostics ?? [])")
    }
    #expect(report.lessons["99-neighbour"]?["good"]?.status == "ok")
    if setting.means != .none { #expect(range.isUnharmed) }
  }
}

extension Escape {
  /// The name of its lesson.
  var lesson: String { "10-" + name.replacing("_", with: "-") }

  var text: String { "# \(name)\n\n```swift {#try volatile}\n\(Self.prelude)\n\(code)\n```\n" }
}

/// A course with attempts to escape, and what they aim at around it.
private final class EscapeRange {
  let targets: EscapeTargets
  private let folder: String
  private let asNobody: Bool
  private let listener: Int32
  private let victim: Process

  init(asNobody: Bool) throws {
    self.asNobody = asNobody
    folder = try Scratch.folder()
    for name in ["course/lessons", "course/output", "home", "shared"] {
      try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    for name in ["course/lessons/keep.txt", "course/lessons/victim.txt", "home/secret"] {
      try Data("hunter2\n".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let listening = Self.listening()
    listener = listening.socket
    victim = Process()
    victim.executableURL = URL(fileURLWithPath: asNobody ? "/usr/bin/setpriv" : "/bin/sleep")
    victim.arguments = asNobody ? Self.becomingNobody + ["/bin/sleep", "600"] : ["600"]
    victim.standardOutput = FileHandle.nullDevice
    victim.standardError = FileHandle.nullDevice
    try victim.run()
    targets = EscapeTargets(
      course: folder + "/course", home: folder + "/home", shared: folder + "/shared", process: victim.processIdentifier,
      port: listening.port, isRoot: getuid() == 0 && !asNobody)
  }

  deinit {
    close(listener)
    kill(victim.processIdentifier, SIGKILL)
  }

  /// A socket of this machine that accepts whoever comes.
  private static func listening() -> (socket: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(listener, $0, size)
        _ = listen(listener, 8)
        _ = getsockname(listener, $0, &size)
      }
    }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private static let becomingNobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]

  /// What `check` says of a course of these attempts and one good lesson.
  func report(of escapes: [Escape], _ means: EscapeTests.Means) throws -> CheckReport {
    for escape in escapes { try write(escape.text, to: "course/lessons/\(escape.lesson).md") }
    try write("# Good\n\n```swift {#good}\nlet x = 1\n```\n\nIt is [1](swift:x).\n", to: "course/lessons/99-neighbour.md")
    var environment = ["HOME": targets.home, "SECRET": "hunter2", "LC_ALL": "C.UTF-8"]
    if means == .landlock { environment["PATH"] = "/nonexistent" }
    var starting = [LessonsProcess.executable]
    if asNobody {
      let tool = try installed()
      try chown(folder)
      starting = ["/usr/bin/setpriv"] + Self.becomingNobody + [tool]
    }
    let cache = asNobody ? folder + "/cache" : Scratch.cache
    let arguments = [
      "check", "lessons", "--format", "json", "--no-cache", "--cache", cache, "--swiftc", Compiler.path, "--sandbox",
      means == .none ? "off" : "require", "-j", "2",
    ]
    let outcome = try LessonsProcess.run(arguments, in: targets.course, environment: environment, starting: starting)
    let words =
      switch means {
      case .bubblewrap: "contained by bubblewrap"
      case .landlock: "contained by Landlock"
      case .none: "without a sandbox"
      }
    #expect(outcome.error.contains(words), "\(outcome.error)")
    return try CheckReport(outcome)
  }

  /// Whether everything that was aimed at is as it was.
  var isUnharmed: Bool {
    let texts = ["course/lessons/keep.txt", "course/lessons/victim.txt", "home/secret"].map {
      try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }
    let shared = (try? FileManager.default.contentsOfDirectory(atPath: targets.shared)) ?? ["gone"]
    let output = (try? FileManager.default.contentsOfDirectory(atPath: targets.course + "/output")) ?? ["gone"]
    return texts.allSatisfy { $0 == "hunter2\n" } && shared.isEmpty && output.isEmpty && victim.isRunning
  }

  /// The tool as it is installed, with a cache, where everybody can reach it: a checkout may lie in somebody's home.
  private func installed() throws -> String {
    let sources = TestWorkshop.root + "/Sources"
    try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder + "/share/lessons", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: LessonsProcess.executable, toPath: folder + "/bin/lessons")
    for name in ["LessonKit", "LessonRuntime", "CLessonRuntime", "Theme"] {
      try FileManager.default.copyItem(atPath: sources + "/" + name, toPath: folder + "/share/lessons/" + name)
    }
    try FileManager.default.createDirectory(atPath: folder + "/cache", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: TestWorkshop.cache.get() + "/support", toPath: folder + "/cache/support")
    return folder + "/bin/lessons"
  }

  /// Gives everything to the user without rights, and lets it through the folders above.
  private func chown(_ folder: String) throws {
    for path in [""] + (FileManager.default.subpaths(atPath: folder) ?? []).map({ "/" + $0 }) {
      _ = lchown(folder + path, 65_534, 65_534)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: Scratch.root)
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }
}
