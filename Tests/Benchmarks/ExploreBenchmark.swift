import Foundation
import LessonKit
import Machine

/// What a lesson costs that its reader can explore: its check, the program of its page, and a move of its slider in a browser.
struct ExploreBenchmark {
  var tool: String
  var scratch: String

  private var course: MadeCourse { MadeCourse(folder: scratch + "/explored", lessons: 0) }
  private var cache: String { scratch + "/explored-cache" }
  private var site: String { scratch + "/explored-site" }

  func run() throws {
    try write(explores: false)
    // The kit is compiled by whoever comes first.
    try lessons("accept")
    try write(explores: false, start: 3)
    report("check of a lesson with a chart, the lesson new", try milliseconds { try lessons("accept") }, "ms")
    try write(explores: true)
    try lessons("accept")
    var isPossible = false
    let first = try milliseconds { isPossible = try succeeds(["check"]) } / 1_000
    guard isPossible else { return print("| exploring | cannot be had here; 'lessons doctor' says why | |") }
    report("LessonKit for pages, once, and the page of a lesson", first, "s")
    try write(explores: true, start: 4)
    try lessons("accept")
    var compiling = 0.0
    report(
      "check of its page: compiled small, 8 runs compared", try milliseconds { compiling = try compilerTime(of: "check") }, "ms"
    )
    report("of it the compiler and the linker of the page's program", compiling, "ms")
    report("the same with nothing changed", try milliseconds { try lessons("check") }, "ms")
    try lessons("build", "-o", site)
    let files = try FileManager.default.contentsOfDirectory(atPath: site + "/assets")
    let letters = files.filter { $0.hasPrefix("alive-") }.compactMap { FileSystem.read(site + "/assets/" + $0)?.count }.reduce(
      0, +)
    report("program of the page, compressed", Double(letters) * 0.75 / 1_000, "KB", bound: 150)
    try browse()
    let preview = try PreviewBenchmark(tool: tool, course: course, cache: cache)
    defer { preview.end() }
    report("preview: save of prose", try preview.milliseconds { try write(explores: true, start: 4, word: "other") }, "ms")
    report(
      "preview: save of code, page compiled at once", try preview.milliseconds { try write(explores: true, start: 5) }, "ms")
  }

  private func write(explores: Bool, start: Int = 2, word: String = "plain") throws {
    let attributes = explores ? " {explore=\"rate: 0.01...0.4 step 0.01 = 0.1\"}" : ""
    let constant = explores ? "" : "let rate = 0.1\n"
    try FileManager.default.createDirectory(atPath: course.path, withIntermediateDirectories: true)
    try """
    # A walk

    Some \(word) words.

    ```swift\(attributes)
    \(constant)var places = [\(start).0]
    for _ in 0..<40 { places.append(places.last! * (1 - 4 * rate)) }
    show(Chart("Places").line(places, "place").x("step", 0...40).y("place", -6...6))
    ```
    """.write(toFile: course.path + "/01-walk.md", atomically: true, encoding: .utf8)
  }

  /// What a browser takes from the first move to the first redraw, and for each after it.
  private func browse() throws {
    let folder = FileSystem.parent(of: #filePath)
    let python = [folder + "/../../.venv/bin/python", "/usr/bin/python3"].first(where: FileSystem.exists) ?? "python3"
    let outcome = try ProcessRunner.run(
      Command(python, [folder + "/explore.py", site + "/lessons/01-walk.html"], environment: ["PATH": "/usr/bin:/bin"]),
      limits: ProcessLimits(times: [.seconds(120)]))
    let times = String(decoding: outcome.output, as: UTF8.self).split(separator: " ").compactMap {
      Double($0.filter { !$0.isWhitespace })
    }
    guard outcome.end == .exited(0), times.count == 2 else { return print("| a move in a browser | no browser here | |") }
    report("first move in a browser, from a disk", times[0], "ms", bound: 1_000)
    report("each move after it", times[1], "ms", bound: 50)
  }

  /// How long the compiler and the linker of a page are at work while a command runs, in ms: seen from outside, for the tool tells
  /// no times.
  private func compilerTime(of command: String) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = [command, course.path, "--quiet", "--cache", cache]
    try process.run()
    var seen: (first: ContinuousClock.Instant, last: ContinuousClock.Instant)?
    while process.isRunning {
      if isCompiling() { seen = (seen?.first ?? .now, .now) }
      usleep(2_000)
    }
    guard process.terminationStatus == 0, let seen else { fatalError("lessons \(command) compiles no page in \(course.path)") }
    return (seen.last - seen.first) / .milliseconds(1)
  }

  private func isCompiling() -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.contains { process in
      guard Int(process) != nil, let words = FileSystem.read("/proc/\(process)/cmdline") else { return false }
      let command = String(decoding: words, as: UTF8.self)
      return command.contains("wasm32-unknown-none-wasm") && command.contains(cache)
    }
  }

  private func lessons(_ arguments: String...) throws {
    if try !succeeds(arguments) { fatalError("lessons \(arguments) fails in \(course.path)") }
  }

  private func succeeds(_ arguments: [String]) throws -> Bool {
    let command = Command(
      tool, [arguments[0], course.path, "--quiet", "--cache", cache] + arguments.dropFirst(),
      environment: ProcessInfo.processInfo.environment)
    return try ProcessRunner.run(command, limits: ProcessLimits(times: [.seconds(1_800)])).end == .exited(0)
  }

  private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .milliseconds(1)
  }
}
