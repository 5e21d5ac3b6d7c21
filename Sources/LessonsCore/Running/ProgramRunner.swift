internal import Foundation

/// How a program's run ended, once compiled and started.
enum ProgramResult: Sendable, Equatable {
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

  func run(
    _ program: Program, times: [TimeLimit]
  ) throws(MachineFault) -> (result: ProgramResult, arrivals: [ProcessOutcome.Arrival]) {
    let key = self.key(program)
    if let recording = cache.recording(for: key) { return (.good(recording), []) }
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    switch try compiler.compile(program, in: folder) {
    case .tooSlow(let limit):
      return (
        .compilerFault("compiling takes longer than \(limit.text); split long expressions, or give their parts types"), []
      )
    case .crashed(let message): return (.compilerFault("the compiler crashed: \(message)"), [])
    case .refused(let messages): return (.refused(messages), [])
    case .program(let executable):
      if case .compileError = program.purpose { return (.good(Recording(output: [], records: [])), []) }
      return try start(executable, program, times: times, key: key, in: folder)
    }
  }

  private func start(
    _ executable: String, _ program: Program, times: [TimeLimit], key: String, in folder: String
  ) throws(MachineFault)
    -> (result: ProgramResult, arrivals: [ProcessOutcome.Arrival])
  {
    let work = folder + "/work"
    try FileSystem.makeFolder(work)
    let outcome = try ProcessRunner.run(
      Command(executable, [], environment: environment(program), folder: work), limits: ProcessLimits(times: times))
    let recording = Recording(output: outcome.output, records: outcome.records)
    if outcome.end == .exited(0), isWhole(recording, program) {
      cache.keep(recording, for: key)
      return (.good(recording), outcome.arrivals)
    }
    let error = String(decoding: outcome.error, as: UTF8.self)
    return (.failed(recording, outcome.end, error: error), outcome.arrivals)
  }

  /// Whether the program came to its last place with its standard output still in the tool's file.
  private func isWhole(_ recording: Recording, _ program: Program) -> Bool {
    let records = RunRecord.records(in: recording.records)
    return records.contains { $0.probe == program.probes.count - 1 && $0.kind != .begin } && !records.contains { $0.offset < 0 }
  }

  /// Keeps the message of a program that failed as it should have.
  func keep(_ recording: Recording, of program: Program) { cache.keep(recording, for: key(program)) }

  func key(_ program: Program) -> String {
    var digest = SHA256()
    let settings = program.settings
    let fields = [
      "program 1", ToolVersion.current, compiler.toolchain.version, compiler.toolchain.target, compiler.support.key,
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
