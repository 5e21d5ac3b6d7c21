internal import Foundation

/// What came of compiling a program.
package enum Compilation: Sendable, Equatable {
  /// The path of the executable.
  case program(String)
  case refused([CompilerMessage])
  case tooSlow(TimeLimit)
  /// The compiler itself died; its last words.
  case crashed(String)
}

/// Compiles and links one program with the compiler's frontend and the linker themselves: no driver, no second pass.
package struct Compiler: Sendable {
  var toolchain: Toolchain
  var support: Support
  var course: CourseSupport?
  var moduleCache: String
  var limit: TimeLimit

  /// - Parameter folder: A scratch folder of this program's own.
  package func compile(_ program: Program, in folder: String) throws(MachineFault) -> Compilation {
    let compilation = try compile(program, in: folder, moduleCache: moduleCache)
    guard case .refused(let messages) = compilation, !messages.contains(where: { isOfAuthor($0, program) }) else {
      return compilation
    }
    // No error is the lesson's: the compiler's own cache may be damaged, or was moved. It makes a new one where there is none.
    let again = try compile(program, in: folder, moduleCache: folder + "/modules")
    if case .program = again { FileSystem.remove(moduleCache) }
    return again
  }

  /// Whether an error stands in the author's text, or names a module that the author asked for.
  private func isOfAuthor(_ message: CompilerMessage, _ program: Program) -> Bool {
    message.severity == .error
      && (message.file.hasSuffix(program.fileName) && message.line > 0 || message.message.hasPrefix("no such module"))
  }

  private func compile(
    _ program: Program, in folder: String, moduleCache: String
  ) throws(MachineFault) -> Compilation {
    try FileSystem.write(Array(program.text.utf8), to: folder + "/main.swift")
    let isForErrors = if case .compileError = program.purpose { true } else { false }
    let object = folder + "/main.o"
    let arguments =
      frontendArguments(program, moduleCache: moduleCache)
      + (isForErrors ? ["-typecheck", "main.swift"] : ["-c", "-primary-file", "main.swift", "-o", object])
    let outcome = try ProcessRunner.run(
      Command(toolchain.frontend, ["-frontend"] + arguments, environment: environment, folder: folder),
      limits: ProcessLimits(times: [limit]))
    switch outcome.end {
    case .stopped(.time(let limit)): return .tooSlow(limit)
    case .exited(0): break
    case .exited, .stopped(.output):
      let messages = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self))
      if messages.contains(where: { $0.severity == .error }) { return .refused(messages) }
      return .crashed(lastLine(outcome.error))
    case .signaled: return .crashed(lastLine(outcome.error))
    }
    return isForErrors ? .program("") : try link(program, object, in: folder)
  }

  private func link(_ program: Program, _ object: String, in folder: String) throws(MachineFault) -> Compilation {
    let executable = folder + "/lesson"
    let objects =
      [object] + (course.map { [$0.object] } ?? []) + [support.library, "-rpath", support.folder]
      + ["--as-needed"] + libraries(of: program.imports + (course?.imports ?? [])) + ["--no-as-needed"]
    var command = support.link.command(objects: objects, output: executable)
    command.environment = environment
    let outcome = try ProcessRunner.run(command, limits: ProcessLimits(times: [limit]))
    switch outcome.end {
    case .exited(0): return .program(executable)
    default:
      let text = String(decoding: outcome.error, as: UTF8.self)
      let first = text.split(separator: "\n").first.map(String.init) ?? "the linker failed"
      return .refused([CompilerMessage(file: "", line: 0, column: 0, severity: .error, message: first)])
    }
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

  private func frontendArguments(_ program: Program, moduleCache: String) -> [String] {
    var arguments = [
      "-target", toolchain.target, "-disable-objc-interop", "-no-color-diagnostics", "-diagnostic-style", "llvm",
      "-suppress-warnings",
      "-g", "-debug-info-format=dwarf", "-dwarf-version=4", "-file-compilation-dir", ".", "-module-name", "main",
      "-module-cache-path", moduleCache, "-I", support.folder, "-solver-expression-time-threshold=10",
    ]
    if let course { arguments += ["-I", course.folder] }
    switch program.settings.mode ?? .five {
    case .five: arguments += ["-swift-version", "5"]
    // Plain mode 6 refuses every function that changes a global variable, which is what lessons are made of.
    case .six: arguments += ["-swift-version", "6", "-default-isolation", "MainActor"]
    }
    arguments.append(program.settings.optimize == true ? "-O" : "-Onone")
    return arguments + toolchain.pluginArguments
  }

  private var environment: [String: String] {
    ["PATH": toolchain.binaries, "TMPDIR": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8", "TZ": "UTC"]
  }

  private func lastLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? "no message"
  }
}
