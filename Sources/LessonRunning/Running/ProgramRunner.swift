package import LessonModel
package import Machine

/// How a program's run ended, once compiled and started.
package enum ProgramResult: Sendable, Equatable {
  /// It came to its end; what its second run left where that is something else.
  case good(Recording, again: Recording?)
  case refused([CompilerMessage])
  /// It ended before its last mark; how a second run of one that should fail did.
  case failed(Ending, again: Ending?)
  case compilerFault(String)
  /// Parts of it do not compile; what came of the rest.
  indirect case partial(PartialResult)

  /// It came to its end, and a second run did as the first.
  package static func good(_ recording: Recording) -> ProgramResult { .good(recording, again: nil) }
}

/// How a program ended, and what it left.
package struct Ending: Sendable, Equatable {
  package var recording: Recording
  package var end: ProcessOutcome.End
  /// What it and the runtime's backtracer wrote to standard error.
  package var error: String

  package init(recording: Recording, end: ProcessOutcome.End, error: String) {
    self.recording = recording
    self.end = end
    self.error = error
  }
}

/// Runs one program, and remembers what became of it.
package struct ProgramRunner: Sendable {
  package private(set) var compiler: Compiler
  let cache: RunCache
  let policy: SandboxPolicy
  /// Whether there is room for the two runs of a program at once.
  private var runsTwoAtOnce = false

  package init(compiler: Compiler, cache: RunCache, sandbox policy: SandboxPolicy) {
    self.compiler = compiler
    self.cache = cache
    self.policy = policy
  }

  /// The same with the sandbox that is in force.
  ///
  /// - Throws: ``MachineFault`` where lessons are to be contained and cannot be.
  package func contained(twoAtOnce: Bool = false) throws(MachineFault) -> ProgramRunner {
    var runner = self
    runner.compiler.sandbox = try policy.sandbox()
    if policy.isContained { runner.compiler = try runner.compiler.inspectingModules() }
    runner.runsTwoAtOnce = twoAtOnce
    return runner
  }

  /// What is remembered of a program that has run before.
  func recording(of program: Program) -> Recording? { cache.recording(for: key(program)) }

  /// Compiles, links and starts a program. One that fails where it should not does it all again with the lines that its failure
  /// tells.
  package func run(_ program: Program) throws(MachineFault) -> ProgramResult {
    if program.purpose == .session {
      let result = try run(program, debug: .none)
      switch result {
      case .failed(let ending, _):
        if case .stopped = ending.end { return result }
      case .good, .refused, .compilerFault, .partial: return result
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
    case .program(let executable, let messages):
      for bundle in compiler.package(of: program)?.resources ?? [] {
        try FileSystem.link(FileSystem.parent(of: executable) + "/" + FileSystem.name(of: bundle), to: bundle)
      }
      let result = try result(
        of: executable, program, warnings: CompilerWarning.warnings(in: messages, of: program), in: folder)
      if case .good(let recording, nil) = result { keep(recording, of: program) }
      return result
    }
  }

  /// Runs a program, and runs it again under other circumstances where its result would count.
  private func result(
    of executable: String, _ program: Program, warnings: [CompilerWarning], in folder: String
  ) throws(MachineFault) -> ProgramResult {
    let run = { @Sendable (circumstances: Circumstances) in
      Result<Ending, MachineFault> { () throws(MachineFault) in
        try ending(of: executable, program, circumstances, in: folder)
      }
    }
    let together = runsTwoAtOnce ? Parallel.map(Circumstances.allCases, jobs: 2, run) : []
    var first = try (together.first ?? run(.first)).get()
    first.recording.warnings = warnings
    first.recording.standardError = Array(first.error.utf8.prefix(Self.keptErrorBytes))
    let isGood = isWhole(first, program)
    guard isGood || program.purpose != .session else { return .failed(first, again: nil) }
    let second = try (together.last ?? run(.second)).get()
    let isSame = second.recording.says(first.recording) && second.end == first.end
    if isGood { return .good(first.recording, again: isSame ? nil : second.recording) }
    return .failed(first, again: second)
  }

  /// Compiles a program and runs it with parameters at other settings: how it ends with each.
  ///
  /// - Parameter settings: For each run all parameters by their numbers.
  func endings(of program: Program, with settings: [[Double]]) throws(MachineFault) -> [Ending] {
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    guard case .program(let executable, _) = try compiler.compile(program, debug: .lines, in: folder) else {
      throw MachineFault("a lesson that has run does not compile any more")
    }
    var endings: [Ending] = []
    for (number, setting) in settings.enumerated() {
      // What it writes at one setting is not there at the next.
      let own = "\(folder)/\(number)"
      endings.append(try ending(of: executable, program, .first, parameters: setting, in: own))
      FileSystem.remove(own)
    }
    return endings
  }

  private func ending(
    of executable: String, _ program: Program, _ circumstances: Circumstances, parameters: [Double] = [], in folder: String
  ) throws(MachineFault) -> Ending {
    let work = folder + "/" + circumstances.folder
    try FileSystem.makeFolder(work)
    for file in program.data { try FileSystem.write(file.bytes, to: work + "/" + file.path) }
    var command = Command(executable, [], environment: environment(program, circumstances), folder: work)
    if !parameters.isEmpty {
      command.environment["LESSONS_PARAMETERS"] = parameters.map { String($0.bitPattern, radix: 16) }.joined(separator: ",")
    }
    command.name = "lesson"
    command.resources = resources(of: program)
    let toolchain = compiler.toolchain
    let package = compiler.package(of: program)
    let confinement = Confinement(
      readable: toolchain.readable + [compiler.support.folder] + (package.map { [$0.folder] } ?? []),
      own: Confinement.OwnPlace(
        folder: work, name: "/" + circumstances.folder, program: "/lesson", beside: package?.resources ?? []))
    let outcome = try ProcessRunner.run(
      compiler.sandbox.command(command, confinement),
      limits: ProcessLimits(times: program.limits.map(\.duration), mark: RunRecord.Kind.mark.rawValue))
    let recording = try Recording(output: outcome.output, stream: outcome.messages, arrivals: outcome.arrivals)
    return Ending(
      recording: recording, end: recording.end(outcome.end), error: String(decoding: outcome.error, as: UTF8.self))
  }

  /// How much of what a program writes to standard error is told.
  private static let keptErrorBytes = 16 << 10

  /// Whether the program came to its last place with its standard output still in the tool's file.
  func isWhole(_ ending: Ending, _ program: Program) -> Bool {
    let recording = ending.recording
    return ending.end == .exited(0) && recording.records.contains { $0.place == program.probes.count - 1 }
      && recording.records.allSatisfy { (0...recording.output.count).contains($0.offset) }
  }

  /// Keeps the recording of a good run, or of a program that failed as it should have.
  func keep(_ recording: Recording, of program: Program) { cache.keep(recording, for: key(program)) }

  func key(_ program: Program) -> String {
    var digest = SHA256()
    let settings = program.settings
    let fields = [
      "program 4", policy.isContained ? "contained" : "open", ToolVersion.current, compiler.toolchain.version,
      compiler.toolchain.target, compiler.support.key,
      compiler.course?.key ?? "", compiler.package(of: program)?.key ?? "", (settings.mode ?? .five).rawValue,
      settings.optimize == true ? "-O" : "-Onone",
      "\(settings.memory ?? 0)", "\(program.purpose)", program.imports.joined(separator: " "), program.keyText,
    ]
    for field in fields { digest.update(field: field) }
    if program.purpose == .trace {
      for field in TraceToolchain.arguments + [TraceToolchain.source] { digest.update(field: field) }
    }
    digest.update(files: program.data)
    return digest.finish()
  }

  private func environment(_ program: Program, _ circumstances: Circumstances) -> [String: String] {
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": ".", "TMPDIR": ".",
      "SWIFT_BACKTRACE":
        "enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none,limit=16,sanitize=yes,demangle=yes",
      "LESSONS_CHANNEL": "3", "LESSONS_MEMORY_LIMIT": "\(memory(of: program))",
    ]
    if case .bubblewrap = compiler.sandbox { environment["LESSONS_PROCESS_LIMIT"] = "64" }
    environment.merge(circumstances.environment) { $1 }
    // The system's library takes other ways, to other last digits, where the processor has no fused multiplication. What lessons
    // compute must not tell.
    if circumstances == .second, compiler.support.hasMathematics {
      environment["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-FMA4_Usable"
    }
    return environment
  }

  private func memory(of program: Program) -> Int { (program.settings.memory ?? 1_024) << 20 }

  /// A second wall behind the limits that are watched from outside and that the runtime sets: a little more than they are.
  private func resources(of program: Program) -> ResourceLimits {
    let seconds = program.limits.reduce(0) { $0 + $1.milliseconds } / 1_000
    return ResourceLimits(
      processorSeconds: 10 + seconds * 4, memory: memory(of: program) + 512 << 20, fileSize: 32 << 20, openFiles: 256)
  }
}

extension SHA256 {
  /// Takes in the files that a program reads.
  package mutating func update(files: [SiteFile]) {
    for file in files {
      update(field: file.path)
      update(field: file.bytes)
    }
  }
}

extension Recording {
  /// How a program ended that the system says to have ended so: a status above 128 is a signal's only where the program did not
  /// say that it ended by itself.
  fileprivate func end(_ end: ProcessOutcome.End) -> ProcessOutcome.End {
    guard case .signaled(let signal) = end, case .exit(128 + signal)? = records.last?.event else { return end }
    return .exited(128 + signal)
  }

  /// Whether it tells of the same results, in the same order and with the same output.
  fileprivate func says(_ other: Recording) -> Bool {
    output == other.output && records.map(\.event) == other.records.map(\.event)
      && records.map(\.offset) == other.records.map(\.offset)
  }
}
