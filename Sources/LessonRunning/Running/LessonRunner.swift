import LessonModel
package import Machine

/// Runs all programs of a lesson and gathers what they came to. One program's failure never hides another's result.
struct LessonRunner: Sendable {
  var runner: ProgramRunner
  var settings: SwiftSettings
  var modules: [String]

  /// - Parameter work: What it took.
  func run(_ lesson: Lesson, _ work: inout RunProgress.Work) throws(MachineFault) -> Run {
    var run = Run()
    for program in ProgramBuilder.programs(for: lesson, settings: settings, modules: modules) {
      run.add(try gathered(program, of: lesson, &work))
    }
    run.diagnostics.sort { $0.position < $1.position }
    return run
  }

  private func gathered(
    _ program: Program, of lesson: Lesson, _ work: inout RunProgress.Work
  ) throws(MachineFault) -> Run {
    if program.purpose == .session, let refused = Gathering(syntaxErrorsOf: program, in: lesson) { return refused.run }
    let gathering = Gathering(try runner.run(program, &work), of: program, in: lesson)
    if let kept = gathering.kept { runner.keep(kept, of: program) }
    return gathering.run
  }
}

extension Run {
  /// Takes in what another program of the lesson came to: no two of them speak for the same block.
  fileprivate mutating func add(_ other: Run) {
    blocks.merge(other.blocks) { $1 }
    values.merge(other.values) { $1 }
    diagnostics += other.diagnostics
  }
}

/// How a program's run ended, once compiled and started.
package enum ProgramResult: Sendable, Equatable {
  case good(Recording)
  case refused([CompilerMessage])
  /// It ended before its last mark; what it left, and how it ended.
  case failed(Recording, ProcessOutcome.End, error: String)
  case compilerFault(String)
}

/// Runs one program: from the cache where it has run before, else compiled, linked and started.
struct ProgramRunner: Sendable {
  var compiler: Compiler
  var cache: RunCache

  func run(_ program: Program, _ work: inout RunProgress.Work) throws(MachineFault) -> ProgramResult {
    let key = key(program)
    if let recording = cache.recording(for: key) {
      if work == .none { work = .reused }
      return .good(recording)
    }
    work = .ran
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    switch try compiler.compile(program, in: folder) {
    case .tooSlow(let limit):
      return .compilerFault("compiling takes longer than \(limit.text); split long expressions, or give their parts types")
    case .crashed(let message): return .compilerFault("the compiler crashed: \(message)")
    case .refused(let messages): return .refused(messages)
    case .accepted: return .good(Recording(message: ""))
    case .program(let executable):
      let result = try start(executable, program, in: folder)
      if case .good(let recording) = result { cache.keep(recording, for: key) }
      return result
    }
  }

  private func start(
    _ executable: String, _ program: Program, in folder: String
  ) throws(MachineFault) -> ProgramResult {
    let work = folder + "/work"
    try FileSystem.makeFolder(work)
    let outcome = try ProcessRunner.run(
      Command(executable, [], environment: environment(program), folder: work),
      limits: ProcessLimits(times: program.limits.map(\.duration), mark: RunRecord.Kind.mark.rawValue))
    let recording = try Recording(output: outcome.output, stream: outcome.messages, arrivals: outcome.arrivals)
    if outcome.end == .exited(0), isWhole(recording, program) { return .good(recording) }
    return .failed(recording, outcome.end, error: String(decoding: outcome.error, as: UTF8.self))
  }

  /// Whether the program came to its last place with its standard output still in the tool's file.
  private func isWhole(_ recording: Recording, _ program: Program) -> Bool {
    recording.records.contains { $0.place == program.probes.count - 1 }
      && recording.records.allSatisfy { (0...recording.output.count).contains($0.offset) }
  }

  /// Keeps the message of a program that failed as it should have.
  func keep(_ recording: Recording, of program: Program) { cache.keep(recording, for: key(program)) }

  private func key(_ program: Program) -> String {
    var digest = SHA256()
    let settings = program.settings
    let fields = [
      "program 2", ToolVersion.current, compiler.toolchain.version, compiler.toolchain.target, compiler.support.key,
      compiler.course?.key ?? "", (settings.mode ?? .five).rawValue, settings.optimize == true ? "-O" : "-Onone",
      "\(settings.memory ?? 0)", "\(program.purpose)", program.imports.joined(separator: " "), program.keyText,
    ]
    for field in fields { digest.update(field: field) }
    return digest.finish()
  }

  private func environment(_ program: Program) -> [String: String] {
    [
      "SWIFT_DETERMINISTIC_HASHING": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": ".", "TMPDIR": ".",
      "SWIFT_BACKTRACE":
        "enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none,limit=16,sanitize=yes,demangle=yes",
      "LESSONS_CHANNEL": "3", "LESSONS_MEMORY_LIMIT": "\((program.settings.memory ?? 1_024) << 20)",
      "LESSONS_FILE_LIMIT": "\(32 << 20)",
    ]
  }
}
