import Foundation
import Testing

/// What a lesson does to its own output, environment and processes is told or let go, and no other lesson's affair.
@Suite struct OwnOutputTests {
  private static let neighbor =
    "# Good\n\n```swift {#good}\nprint(\"mine\")\n```\n\n```output\nmine\n```\n\nIt is [1](swift:1).\n"

  private static func block(_ code: String) -> String { "# T\n\n```swift {#try volatile}\n\(code)\n```\n" }

  /// What makes an end of the output, or of what listens to it.
  static let closing: [String: String] = [
    "closed": "import Glibc\nprint(\"kept\")\nclose(1)\nprint(\"lost\")",
    "all-closed": "import Glibc\nprint(\"kept\")\nfor number in Int32(0)..<1024 { close(number) }\nprint(\"lost\")",
    "elsewhere": "import Glibc\nprint(\"kept\")\nfreopen(\"/dev/null\", \"w\", stdout)\nprint(\"lost\")",
    "over-another": "import Glibc\nprint(\"kept\")\ndup2(2, 1)\nprint(\"lost\")",
    "hook": "@_cdecl(\"lesson_runtime_send\") public func hook(_ bytes: UnsafeRawPointer, _ count: Int) {}\nprint(\"kept\")",
    "hook-of-c":
      "@_cdecl(\"write\") public func hook(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { count }\nprint(\"kept\")",
  ]

  @Test(.cases("E35")) func whoClosesItsOutputIsTold() throws {
    let course = try TemporaryCourse(lessons: Self.closing.mapValues(Self.block).merging(["neighbor": Self.neighbor]) { $1 })
    let report = try course.check("--no-cache")
    #expect(report.status == 1)
    for name in Self.closing.keys {
      let lesson = try #require(report.lessons[name])
      let error = try #require(lesson.diagnostics.first { $0.severity == "error" }, "\(name): a silent success")
      #expect(error.line >= 3 && lesson["try"]?.status != "ok", "\(name): \(lesson.diagnostics)")
      #expect(lesson["try"]?.stdout.contains("lost") != true, "\(name)")
    }
    #expect(report.lessons["neighbor"]?.diagnostics == [])
  }

  @Test(.cases("E36")) func whatComesAfterTheEndIsDropped() throws {
    let course = try TemporaryCourse(lessons: [
      "thread": Self.block(
        "import Foundation\nThread { while true { usleep(50_000); print(\"late\") } }.start()\nprint(\"kept\")"),
      "task":
        Self.block(
          "Task.detached { while true { try? await Task.sleep(for: .milliseconds(50)); print(\"late\") } }\nprint(\"kept\")"),
      "neighbor": Self.neighbor,
    ])
    let report = try course.check("--no-cache")
    #expect(report.status == 0, "\(report.lessons.mapValues(\.diagnostics))")
    for name in ["thread", "task"] {
      // What comes while the lesson lasts is the lesson's.
      let lines = try #require(report.lessons[name]?["try"]?.stdout).split(separator: "\n")
      #expect(lines.first { $0 != "late" } == "kept", "\(lines)")
    }
    #expect(report.lessons["neighbor"]?["good"]?.stdout == "mine\n")
  }

  @Test(.cases("E38")) func ofTheEnvironmentNothingPasses() throws {
    let course = try TemporaryCourse(lessons: [
      "names": Self.block(
        "import Foundation\nprint(ProcessInfo.processInfo.environment.keys.sorted().joined(separator: \" \"))"),
      "neighbor": Self.neighbor,
    ])
    var environment = Dictionary(uniqueKeysWithValues: (0..<3_000).map { ("NOISE_\($0)", String(repeating: "x", count: 100)) })
    environment["NOISE_LONG"] = String(repeating: "y", count: 100_000)
    let outcome = try LessonsProcess.run(
      ["check", "lessons", "--format", "json", "--no-cache", "--cache", course.cache], in: course.folder,
      environment: environment)
    let report = try CheckReport(outcome)
    #expect(report.status == 0)
    let names = try #require(report.lessons["names"]?["try"]?.stdout)
    #expect(names.hasSuffix("\n") && !names.contains("NOISE"), "\(names)")
  }

  /// In a container whose first process collects nobody: when the tool has ended, nothing of it is left, dead or alive.
  @Test(.cases("E30")) func nothingIsLeftToCollect() throws {
    let fork = "\(Escape.prelude)\nif cFork() == 0 { _ = setsid(); if cFork() == 0 { sleep(600) }; _exit(0) }\nprint(\"kept\")"
    let course = try TemporaryCourse(lessons: ["daemon": Self.block(fork), "neighbor": Self.neighbor])
    guard try Shell.run("unshare --pid --fork --mount-proc true 2>/dev/null", in: course.folder) else {
      throw NotHere("no process namespace can be made here")
    }
    let first = """
      import os, subprocess, sys
      status = subprocess.Popen(sys.argv[1:]).wait()
      left = [open(f"/proc/{p}/stat").read() for p in os.listdir("/proc") if p.isdigit() and p != "1"]
      print(left, file=sys.stderr) if left else None
      sys.exit(99 if left else status)
      """
    let outcome = try LessonsProcess.run(
      ["check", "--no-cache", "--cache", course.cache, "-j", "2"], in: course.folder,
      starting: ["unshare", "--pid", "--fork", "--mount-proc", "python3", "-c", first, LessonsProcess.executable])
    #expect(outcome.status == 0, "\(outcome)")
  }
}
