import Foundation
import Testing

/// What a lesson uses up is its own: it is told at its block, the lesson beside it comes to its numbers, and nothing is left.
@Suite(.serialized) struct ResourceTests {
  @Test(.cases(Greed.all.map(\.number) + ["E31"]), arguments: ["/usr/bin:/usr/local/bin:/bin", "/nonexistent"])
  func greedIsHeld(searchPath: String) throws {
    var lessons = Dictionary(uniqueKeysWithValues: Greed.all.map { ($0.lesson, $0.text) })
    lessons["99-neighbour"] = "# Good\n\n```swift {#good}\nlet x = 1\n```\n\nIt is [1](swift:x).\n"
    let course = try TemporaryCourse(lessons: lessons)
    let temporary = try Scratch.folder()
    let outcome = try LessonsProcess.run(
      ["check", "lessons", "--format", "json", "--no-cache", "--cache", course.cache, "--swiftc", Compiler.path, "-j", "2"],
      in: course.folder, environment: ["PATH": searchPath, "TMPDIR": temporary])
    let report = try CheckReport(outcome)
    for greed in Greed.all {
      let lesson = try #require(report.lessons[greed.lesson])
      let told = lesson.diagnostics.filter { $0.severity == "error" }
      if let kind = greed.kind {
        #expect(
          told.contains { $0.id == kind && (greed.words.isEmpty || $0.message.contains(greed.words)) && $0.line > 1 },
          "\(greed): \(told)")
      } else {
        #expect(told.isEmpty && lesson["try"]?.stdout == "done\n", "\(greed): \(told) \(lesson["try"]?.stdout ?? "")")
      }
    }
    #expect(report.status == 1)
    #expect(report.lessons["99-neighbour"]?["good"]?.status == "ok")
    #expect(Self.processes(named: Greed.mark).isEmpty, "a lesson's process has outlived it")
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [], "a scratch folder is left")
  }

  /// The processes of this machine that call themselves so.
  static func processes(named name: String) -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { process in
      guard Int32(process) != nil, let said = FileManager.default.contents(atPath: "/proc/\(process)/comm") else {
        return false
      }
      return String(decoding: said, as: UTF8.self) == name + "\n"
    }
  }
}

/// The compiler that the tests use.
enum Compiler {
  static let path: String = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "swiftc"
  }()

  /// The compiler of C beside it.
  static let clang = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path + "/clang"
}
