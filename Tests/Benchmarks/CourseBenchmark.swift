import Foundation
import LessonKit
import LessonModel
import LessonPipeline
import LessonRunning
import Machine

/// What `lessons build` takes beside the bare compile, link and run of the same programs: cold, with nothing changed, and after
/// an edit.
struct CourseBenchmark {
  var tool: String
  var scratch: String
  /// The compiled kit is shared by all of them.
  var cache: String { scratch + "/cache" }

  /// Prints a row for each number of lessons: ratios within one run, which a busy machine moves little.
  func run(_ sizes: [Int]) throws {
    print(
      """
      | Lessons | Bare compiler | Cold build | Nothing changed | Prose edit | Code edit | Bare lesson | Preview, prose | Preview, code \
      | Peak memory | Python peer | knitr |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      """)
    let kept = Workshop.cacheFolder(nil, environment: ProcessInfo.processInfo.environment) + "/support"
    try FileSystem.makeFolder(cache)
    if FileSystem.isFolder(kept) { try FileManager.default.copyItem(atPath: kept, toPath: cache + "/support") }
    try start(tool, ["prepare", "--cache", cache])
    for size in sizes {
      print(try row(size))
      fflush(nil)
    }
  }

  private func row(_ size: Int) throws -> String {
    let course = MadeCourse(folder: scratch + "/\(size)", lessons: size)
    try course.write()
    let programs = try self.programs(of: course)
    let workshop = try self.workshop()
    let build = ["build", course.path, "-o", course.folder + "/site", "--cache", cache, "--quiet"]
    var bare: [Double] = []
    var lesson: [Double] = []
    var cold: [Double] = []
    var warm: [Double] = []
    var prose: [Double] = []
    var code: [Double] = []
    var peer: [Double] = []
    var knitr: [Double] = []
    // Taken in turn, so that a busy moment falls on all.
    for round in 1...3 {
      bare.append(try seconds { try run(programs, workshop, jobs: 2) })
      try forgetCourses()
      cold.append(try seconds { try start(tool, build) })
      // Where little changes little is measured: more often.
      for turn in 0..<3 {
        let constant = 10 * round + turn
        warm.append(try seconds { try start(tool, build) })
        try course.write(1, constant: constant)
        code.append(try seconds { try start(tool, build) })
        try course.write(1, constant: constant, word: "other")
        prose.append(try seconds { try start(tool, build) })
        lesson.append(try seconds { try run(Array(programs.prefix(1)), workshop, jobs: 1) })
      }
      try course.write(1)
      let site = course.folder + "/twin-site"
      if let seconds = try peerSeconds("/usr/bin/python3", "peer.py", [course.twin, site]) { peer.append(seconds) }
      if let seconds = try peerSeconds("/usr/bin/Rscript", "knitr.R", [course.rTwin]) { knitr.append(seconds) }
    }
    let memory = try peakMemory(build)
    let preview = try previewSeconds(of: course)
    let floor = bare.median
    return """
      | \(size) | \(fixed(floor, 2)) s | \(fixed(cold.median / floor, 2)) × | \(fixed(warm.median * 1_000, 0)) ms \
      | \(fixed(prose.median * 1_000, 0)) ms | \(fixed(code.median / lesson.median, 2)) × | \(fixed(lesson.median, 2)) s \
      | \(fixed(preview.prose * 1_000, 0)) ms | \(fixed(preview.code / lesson.median, 2)) × | \(fixed(memory, 0)) MB \
      | \(peer.isEmpty ? "–" : fixed(peer.median, 2) + " s") | \(knitr.isEmpty ? "–" : fixed(knitr.median, 2) + " s") |
      """
  }

  func programs(of course: MadeCourse) throws -> [Program] {
    let course = try CourseReader.read(course.path).course
    return course.lessons.readable.flatMap { lesson in
      ProgramBuilder.programs(for: lesson, settings: course.file.settings(of: lesson), modules: [])
    }
  }

  func workshop() throws -> Workshop {
    try Workshop.open(
      toolchain: Toolchain.find(nil, environment: ProcessInfo.processInfo.environment),
      sources: RuntimeSources.find(executable: tool), cacheFolder: cache, keepsRuns: false, jobs: 1,
      sandbox: SandboxPolicy(.off, environment: [:]))
  }

  func run(_ programs: [Program], _ workshop: Workshop, jobs: Int) throws {
    let scratch = scratch
    let faults = Parallel.map(Array(programs.enumerated()), jobs: jobs) { place, program -> String? in
      let folder = "\(scratch)/bare-\(place)"
      defer { FileSystem.remove(folder) }
      do throws(MachineFault) {
        try FileSystem.makeFolder(folder)
        guard case .program(let executable, _) = try workshop.compiler().compile(program, in: folder) else {
          return "a program of the made course does not compile"
        }
        _ = try ProcessRunner.run(
          Command(executable, [], environment: ["LESSONS_CHANNEL": "3"], folder: folder), limits: ProcessLimits(times: []))
        return nil
      } catch {
        return error.message
      }
    }
    if let fault = faults.compactMap({ $0 }).first { fatalError(fault) }
  }

  /// What another tool takes for its twin of the course; nil where its program is not here.
  private func peerSeconds(_ program: String, _ script: String, _ arguments: [String]) throws -> Double? {
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(script).path
    return try seconds { try start(program, [script] + arguments) }
  }

  /// From a save to the word of it on an open page.
  private func previewSeconds(of course: MadeCourse) throws -> (prose: Double, code: Double) {
    let preview = try PreviewBenchmark(tool: tool, course: course, cache: cache)
    defer { preview.end() }
    let turns = 0..<5
    let prose = try turns.map { turn in try preview.milliseconds { try course.write(1, word: "seen\(turn)") } }
    let code = try turns.map { turn in try preview.milliseconds { try course.write(1, constant: 100 + turn) } }
    return (prose.median / 1_000, code.median / 1_000)
  }

  /// Leaves nothing in the cache but what belongs to no course.
  func forgetCourses() throws {
    for kept in try FileManager.default.contentsOfDirectory(atPath: cache)
    where !["support", "toolchains", "modules"].contains(kept) {
      try FileManager.default.removeItem(atPath: cache + "/" + kept)
    }
  }

  /// The most memory that the tool itself held, in megabytes: not that of the compilers it starts.
  private func peakMemory(_ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    try process.run()
    var peak = 0.0
    while process.isRunning {
      let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Double(String($0)) }
      peak = max(peak, (kilobytes ?? 0) / 1_024)
      usleep(1_000)
    }
    return peak
  }

  func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// Runs a program to its end; Foundation's process would look only every 50 ms whether it has ended.
  func start(_ program: String, _ arguments: [String]) throws {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 1...2 { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0) }
    var process: pid_t = 0
    var status: Int32 = 0
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0, waitpid(process, &status, 0) == process,
      status == 0
    else { fatalError("'\(program) \(arguments.joined(separator: " "))' failed") }
  }
}

extension [Double] {
  /// The one in the middle.
  var median: Double { sorted()[count / 2] }
}
