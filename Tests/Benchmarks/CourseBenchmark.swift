import Foundation
import LessonModel
import LessonPipeline
import LessonRunning
import Machine

/// The processor time of a cold `lessons build` against the bare compile, link and run of the same programs.
struct CourseBenchmark {
  var tool: String
  var course: String

  func run() throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("lessons-bench-\(getpid())").path
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let cache = scratch + "/cache"
    let build = ["build", course, "-o", scratch + "/site", "--cache", cache, "--quiet"]
    let kit = try processorTime { try start(build) }
    let programs = try self.programs()
    let workshop = try self.workshop(cache: cache)

    var ratios: [Double] = []
    var cold = 0.0
    var bare = 0.0
    // Taken in turn, so that a busy moment falls on both.
    for _ in 0..<3 {
      cold = try processorTime { try start(build + ["--no-cache"]) }
      bare = try processorTime { for program in programs { try compileAndRun(program, workshop, in: scratch) } }
      ratios.append(cold / bare)
    }
    let warm = try processorTime { try start(build) }
    print("course: \(programs.count) programs; processor seconds, last of three rounds")
    report("first build, the kit compiled as well", kit, "s")
    report("cold build", cold, "s")
    report("bare compile, link and run of the same programs", bare, "s")
    report("warm build", warm, "s")
    report("cold build / bare compile, link and run (median of 3)", ratios.sorted()[1], "times", bound: 1.3)
    report("warm build / cold build", warm / cold, "times")
  }

  private func programs() throws -> [Program] {
    let course = try CourseReader.read(course).course
    return course.lessons.readable.flatMap { lesson in
      ProgramBuilder.programs(
        for: lesson, settings: course.file.settings(of: lesson), modules: course.support.isEmpty ? [] : ["Support"])
    }
  }

  private func workshop(cache: String) throws -> Workshop {
    let environment = ProcessInfo.processInfo.environment
    return try Workshop.open(
      toolchain: Toolchain.find(nil, environment: environment), sources: RuntimeSources.find(executable: tool),
      cacheFolder: cache,
      keepsRuns: false, jobs: 1)
  }

  private func compileAndRun(_ program: Program, _ workshop: Workshop, in scratch: String) throws {
    let folder = scratch + "/bare"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard case .program(let executable) = try workshop.compiler().compile(program, in: folder), !executable.isEmpty else {
      return
    }
    _ = try ProcessRunner.run(
      Command(executable, [], environment: ["LESSONS_CHANNEL": "3"], folder: folder), limits: ProcessLimits(times: []))
  }

  private func start(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      fatalError("'lessons \(arguments.joined(separator: " "))' ended with \(process.terminationStatus)")
    }
  }

  /// The user and system time of all children that ended meanwhile.
  private func processorTime(_ work: () throws -> Void) rethrows -> Double {
    let before = children()
    try work()
    return children() - before
  }

  private func children() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
