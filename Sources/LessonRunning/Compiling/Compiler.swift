package import LessonModel
package import Machine

/// What came of compiling a program.
package enum Compilation: Sendable, Equatable {
  /// The path of the executable, and what the compiler said of it.
  case program(String, [CompilerMessage] = [])
  /// A program of which only the types were checked has no errors.
  case accepted
  case refused([CompilerMessage])
  case tooSlow(TimeLimit)
  /// The compiler itself died; its last words.
  case crashed(String)
}

/// What a program can tell of itself when it traps. Lines cost a tenth of the time that it takes to compile.
package enum DebugInformation: Sendable, Equatable {
  case none
  case lines

  var arguments: [String] {
    switch self {
    case .none: []
    case .lines: ["-g", "-debug-info-format=dwarf", "-dwarf-version=4", "-file-compilation-dir", "."]
    }
  }
}

/// Compiles and links one program with the compiler's frontend and the linker themselves: no driver, no second pass.
package struct Compiler: Sendable {
  package var toolchain: Toolchain
  package var support: Support
  package var course: CourseSupport?
  var importable: BuiltPackage?
  /// Keeps the compiler and the linker apart from the machine, for a lesson can aim at them as well.
  package var sandbox = Sandbox.none
  /// Whether the modules that contained compilers read are whole, where that is not known yet.
  var inspection: ModuleInspection?

  /// Compiles and links; a program that must not compile is only checked.
  ///
  /// - Parameters:
  ///   - debug: What the program can tell of itself when it traps.
  ///   - folder: A scratch folder of this program's own.
  package func compile(
    _ program: Program, debug: DebugInformation = .none, in folder: String
  ) throws(MachineFault) -> Compilation {
    let compilation = try compile(program, debug, in: folder, moduleCache: moduleCache(for: program))
    guard case .refused(let messages) = compilation, !messages.contains(where: { isOfAuthor($0, program) }) else {
      return compilation
    }
    // No error is the lesson's. It may need a module that is not among those made before, or these may be damaged.
    return try compile(program, debug, in: folder, moduleCache: folder + "/modules")
  }

  /// Makes the modules that contained lessons read, where they are not there whole.
  package func prepareModules() throws(MachineFault) {
    try support.modules.prepare(with: toolchain, kit: support.folder)
    if let importable, importable.cache != support.modules {
      try importable.cache.prepare(with: toolchain, kit: support.folder, and: importable)
    }
  }

  /// The same compiler, which finds out whether these modules are whole while it works; where they are not there they are made first.
  func inspectingModules() throws(MachineFault) -> Compiler {
    let caches = [support.modules] + (importable.map { [$0.cache] } ?? [])
    guard caches.allSatisfy(\.isThere) else {
      try prepareModules()
      return self
    }
    var compiler = self
    compiler.inspection = ModuleInspection(of: caches) { [self] () throws(MachineFault) in try prepareModules() }
    return compiler
  }

  /// The package of the course, where a program imports it.
  func package(of program: Program) -> BuiltPackage? {
    importable.flatMap { $0.isImported(by: program) ? $0 : nil }
  }

  private func moduleCache(for program: Program) -> String {
    (package(of: program)?.cache ?? support.modules).folder(in: sandbox)
  }

  /// Whether an error stands in the author's text, or names a module that the author asked for.
  private func isOfAuthor(_ message: CompilerMessage, _ program: Program) -> Bool {
    message.severity == .error && !message.message.hasPrefix("could not build C module")
      && !message.message.contains(moduleCache(for: program))
      && (message.isOwn(of: program) || message.message.hasPrefix("no such module"))
  }

  private func compile(
    _ program: Program, _ debug: DebugInformation, in folder: String, moduleCache: String
  ) throws(MachineFault) -> Compilation {
    try FileSystem.write(Array(program.text.utf8), to: folder + "/main.swift")
    let isForErrors =
      switch program.purpose {
      case .compileError, .remains: true
      case .session, .trap, .trace: false
      }
    let object = folder + "/main.o"
    var extra = debug.arguments
    if program.purpose == .trace { extra += try traceArguments(for: program, in: folder, moduleCache: moduleCache) }
    let arguments =
      frontendArguments(for: program, moduleCache: moduleCache) + extra
      + (isForErrors ? ["-typecheck", "main.swift"] : ["-c", "-primary-file", "main.swift", "-o", object])
    let outcome = try run(arguments, of: program, in: folder)
    switch outcome.end {
    case .stopped(.time(let limit)): return .tooSlow(TimeLimit(limit))
    case .exited(0):
      if isForErrors { return .accepted }
      let linked = try link(object, of: program, in: folder)
      guard case .program(let executable, _) = linked else { return linked }
      return .program(executable, CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self)))
    case .exited, .stopped(.output):
      let messages = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self))
      return messages.contains { $0.severity == .error } ? .refused(messages) : .crashed(lastLine(outcome.error))
    case .signaled: return .crashed(lastLine(outcome.error))
    }
  }

  /// Compiles what a program calls that records its values; what the frontend is told for that program.
  private func traceArguments(
    for program: Program, in folder: String, moduleCache: String
  ) throws(MachineFault) -> [String] {
    let name = TraceToolchain.module
    try FileSystem.write(Array(TraceToolchain.source.utf8), to: folder + "/\(name).swift")
    let outcome = try run(
      toolchain.frontendArguments(
        module: name, settings: .undecided, moduleCache: moduleCache, searching: [support.folder])
        + [
          "-c", "-parse-as-library", "-emit-module-path", "\(folder)/\(name).swiftmodule", "-o", Self.tracingObject(in: folder),
          "\(name).swift",
        ], of: program, in: folder)
    guard outcome.end == .exited(0) else {
      throw MachineFault("this compiler cannot record values at lines: \(lastLine(outcome.error)); take 'trace' out")
    }
    return ["-I", folder] + TraceToolchain.arguments
  }

  private static func tracingObject(in folder: String) -> String { "\(folder)/\(TraceToolchain.module).o" }

  /// What the frontend is told for every program.
  ///
  /// - Parameter other: Modules other than those made before.
  func frontendArguments(for program: Program, moduleCache other: String? = nil) -> [String] {
    toolchain.frontendArguments(
      module: "main", settings: program.settings, moduleCache: other ?? moduleCache(for: program),
      searching: [support.folder] + (course.map { [$0.folder] } ?? [])) + (package(of: program)?.frontendArguments ?? [])
  }

  /// Starts the frontend, which may take as long as it may take for each of some programs.
  ///
  /// - Parameter program: One of them, for they import the same.
  func run(
    _ arguments: [String], of program: Program, programs: Int = 1, in folder: String
  ) throws(MachineFault) -> ProcessOutcome {
    let limit = TimeLimit.compile.duration * programs
    var command = Command(
      toolchain.frontend, arguments, environment: toolchain.environment(temporary: folder), folder: folder)
    command.resources = .compiling(for: limit)
    let contained = sandbox.command(command, confinement(of: program, in: folder))
    let isDoubtful = inspection.map { !$0.isOver } ?? false
    let outcome = try ProcessRunner.run(contained, limits: ProcessLimits(times: [limit]))
    guard isDoubtful, let inspection, try !inspection.wereWhole() else { return outcome }
    return try ProcessRunner.run(contained, limits: ProcessLimits(times: [limit]))
  }

  /// Links the object of a program with the kit.
  func link(_ object: String, of program: Program, in folder: String) throws(MachineFault) -> Compilation {
    let executable = folder + "/lesson"
    let tracing = program.purpose == .trace ? [Self.tracingObject(in: folder)] : []
    let own = [object] + tracing + (course.map { [$0.object] } ?? [])
    let package = package(of: program).map { [$0.library, "-rpath", $0.folder] } ?? []
    let objects = own + [support.library, "-rpath", support.folder] + package + libraries(of: own)
    var command = support.link.command(objects: objects, output: executable)
    command.environment = toolchain.environment(temporary: folder)
    command.resources = .compiling(for: TimeLimit.compile.duration)
    var confinement = confinement(of: program, in: folder)
    // What was compiled beside others lies in their folder.
    confinement.readable.append(FileSystem.parent(of: object))
    let outcome = try ProcessRunner.run(
      sandbox.command(command, confinement), limits: ProcessLimits(times: [TimeLimit.compile.duration]))
    if outcome.end == .exited(0) { return .program(executable) }
    let text = String(decoding: outcome.error, as: UTF8.self)
    let first = text.split(separator: "\n").first.map(String.init) ?? "the linker failed"
    return .refused([CompilerMessage(file: "", line: 0, column: 0, severity: .error, message: first)])
  }

  /// What the linker is told of the toolchain's libraries that some objects ask for.
  private func libraries(of objects: [String]) -> [String] {
    let names = Set(objects.flatMap { FileSystem.read($0).map { ObjectFile($0).libraries } ?? [] }).sorted()
    let (needed, others) = (names.filter(Self.isLookedUp), names.filter { !Self.isLookedUp($0) })
    let paths = { (names: [String]) in names.map { toolchain.libraries + "/lib\($0).so" }.filter(FileSystem.exists) }
    return paths(needed) + ["--as-needed"] + paths(others) + ["--no-as-needed"]
  }

  /// Whether the library does its work for others that look for it while the program runs: Foundation knows no time zone and no
  /// language without it.
  private static func isLookedUp(_ library: String) -> Bool {
    library == "Foundation" || library == "FoundationInternationalization"
  }

  /// A tool of the toolchain reads the toolchain and what was compiled before, and writes the folder that it works in.
  private func confinement(of program: Program, in folder: String) -> Confinement {
    Confinement(
      readable: toolchain.readable + [support.folder] + (course.map { [$0.folder] } ?? [])
        + (package(of: program).map { [$0.folder] } ?? []) + [moduleCache(for: program)], writable: [folder])
  }

  private func lastLine(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    // What comes last is the stack of the compiler itself, numbered.
    let words = lines.filter { line in line.first.map { $0.isLetter || $0 == "<" || $0 == "/" } ?? false }
    return (words.last ?? lines.last).map(String.init) ?? "no message"
  }
}

extension ResourceLimits {
  /// What a tool of the toolchain may use of the machine while it may take so long.
  static func compiling(for limit: Duration) -> ResourceLimits {
    ResourceLimits(
      processorSeconds: Int(limit / .seconds(1)) * 2, memory: 4 << 30, fileSize: 512 << 20, openFiles: 1_024)
  }
}
