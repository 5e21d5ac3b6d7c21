package import LessonModel
package import Machine

/// What came of compiling a program.
package enum Compilation: Sendable, Equatable {
  /// The path of the executable.
  case program(String)
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
  package var moduleCache: String

  /// Compiles and links; a program that must not compile is only checked.
  ///
  /// - Parameters:
  ///   - debug: What the program can tell of itself when it traps.
  ///   - folder: A scratch folder of this program's own.
  package func compile(
    _ program: Program, debug: DebugInformation = .none, in folder: String
  ) throws(MachineFault) -> Compilation {
    let compilation = try compile(program, debug, in: folder, moduleCache: moduleCache)
    guard case .refused(let messages) = compilation, !messages.contains(where: { isOfAuthor($0, program) }) else {
      return compilation
    }
    // No error is the lesson's: the compiler's own cache may be damaged, or was moved. It makes a new one where there is none.
    let again = try compile(program, debug, in: folder, moduleCache: folder + "/modules")
    switch again {
    case .program, .accepted: FileSystem.remove(moduleCache)
    case .refused, .tooSlow, .crashed: break
    }
    return again
  }

  /// Whether an error stands in the author's text, or names a module that the author asked for.
  private func isOfAuthor(_ message: CompilerMessage, _ program: Program) -> Bool {
    message.severity == .error && (message.isOwn(of: program) || message.message.hasPrefix("no such module"))
  }

  private func compile(
    _ program: Program, _ debug: DebugInformation, in folder: String, moduleCache: String
  ) throws(MachineFault) -> Compilation {
    try FileSystem.write(Array(program.text.utf8), to: folder + "/main.swift")
    let isForErrors = if case .compileError = program.purpose { true } else { false }
    let object = folder + "/main.o"
    let arguments =
      frontendArguments(for: program.settings, moduleCache: moduleCache) + debug.arguments
      + (isForErrors ? ["-typecheck", "main.swift"] : ["-c", "-primary-file", "main.swift", "-o", object])
    let outcome = try run(arguments, in: folder)
    switch outcome.end {
    case .stopped(.time(let limit)): return .tooSlow(TimeLimit(limit))
    case .exited(0): return isForErrors ? .accepted : try link(object, of: program, in: folder)
    case .exited, .stopped(.output):
      let messages = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self))
      return messages.contains { $0.severity == .error } ? .refused(messages) : .crashed(lastLine(outcome.error))
    case .signaled: return .crashed(lastLine(outcome.error))
    }
  }

  /// What the frontend is told for every program.
  func frontendArguments(for settings: SwiftSettings, moduleCache: String) -> [String] {
    toolchain.frontendArguments(
      module: "main", settings: settings, moduleCache: moduleCache,
      searching: [support.folder] + (course.map { [$0.folder] } ?? []))
  }

  /// Starts the frontend, which may take as long as it may take for each of some programs.
  func run(_ arguments: [String], programs: Int = 1, in folder: String) throws(MachineFault) -> ProcessOutcome {
    try ProcessRunner.run(
      Command(toolchain.frontend, arguments, environment: toolchain.environment, folder: folder),
      limits: ProcessLimits(times: [TimeLimit.compile.duration * programs]))
  }

  /// Links the object of a program with the kit.
  func link(_ object: String, of program: Program, in folder: String) throws(MachineFault) -> Compilation {
    let executable = folder + "/lesson"
    let objects =
      [object] + (course.map { [$0.object] } ?? []) + [support.library, "-rpath", support.folder]
      + ["--as-needed"] + libraries(of: program.imports + (course?.imports ?? [])) + ["--no-as-needed"]
    var command = support.link.command(objects: objects, output: executable)
    command.environment = toolchain.environment
    let outcome = try ProcessRunner.run(command, limits: ProcessLimits(times: [TimeLimit.compile.duration]))
    if outcome.end == .exited(0) { return .program(executable) }
    let text = String(decoding: outcome.error, as: UTF8.self)
    let first = text.split(separator: "\n").first.map(String.init) ?? "the linker failed"
    return .refused([CompilerMessage(file: "", line: 0, column: 0, severity: .error, message: first)])
  }

  /// The toolchain's libraries for some modules. The linker takes no library's own libraries for granted, and Foundation is one
  /// module in several.
  private func libraries(of modules: [String]) -> [String] {
    let family = [
      "Foundation", "FoundationEssentials", "FoundationInternationalization", "Dispatch", "dispatch", "BlocksRuntime",
    ]
    let isOfFamily = modules.contains { $0 == "Dispatch" || $0.hasPrefix("Foundation") }
    let files = (modules + (isOfFamily ? family : [])).flatMap { ["lib\($0).so", "libswift\($0).so"] }
    return Set(files).sorted().map { toolchain.libraries + "/" + $0 }.filter(FileSystem.exists)
  }

  private func lastLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? "no message"
  }
}
