import LessonModel
package import Machine

/// How a program's run ended, once compiled and started.
package enum ProgramResult: Sendable, Equatable {
  case good(Recording)
  case refused([CompilerMessage])
  /// It ended before its last mark; what it left, and how it ended.
  case failed(Recording, ProcessOutcome.End, error: String)
  case compilerFault(String)
}

/// Runs one program, and remembers what became of it.
package struct ProgramRunner: Sendable {
  package let compiler: Compiler
  private let cache: RunCache

  package init(compiler: Compiler, cache: RunCache) {
    self.compiler = compiler
    self.cache = cache
  }

  /// What is remembered of a program that has run before.
  func recording(of program: Program) -> Recording? { cache.recording(for: key(program)) }

  /// Compiles, links and starts a program. One that fails where it should not does it all again with the lines that its failure
  /// tells.
  package func run(_ program: Program) throws(MachineFault) -> ProgramResult {
    if program.purpose == .session {
      let result = try run(program, debug: .none)
      switch result {
      case .failed(_, .exited, _), .failed(_, .signaled, _): break
      case .failed, .good, .refused, .compilerFault: return result
      }
    }
    return try run(program, debug: .lines)
  }

  private func run(_ program: Program, debug: DebugInformation) throws(MachineFault) -> ProgramResult {
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    return try result(of: compiler.compile(program, debug: debug, in: folder), program, in: folder)
  }

  /// Links and starts a program that was compiled beside others. One that does not end well is compiled alone and run again, for
  /// only a script fails as a script does.
  package func run(_ program: Program, object: String) throws(MachineFault) -> ProgramResult {
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    let result = try result(of: compiler.link(object, of: program, in: folder), program, in: folder)
    if case .good = result { return result }
    return try run(program)
  }

  private func result(
    of compilation: Compilation, _ program: Program, in folder: String
  ) throws(MachineFault) -> ProgramResult {
    switch compilation {
    case .tooSlow(let limit):
      return .compilerFault("compiling takes longer than \(limit.text); split long expressions, or give their parts types")
    case .crashed(let message): return .compilerFault("the compiler crashed: \(message)")
    case .refused(let messages): return .refused(messages)
    case .accepted: return .good(Recording(message: ""))
    case .program(let executable):
      let result = try start(executable, program, in: folder)
      if case .good(let recording) = result { keep(recording, of: program) }
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

  /// Keeps the recording of a good run, or of a program that failed as it should have.
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
