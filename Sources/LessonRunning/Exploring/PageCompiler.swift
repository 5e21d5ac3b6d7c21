import LessonModel
import Machine

/// Compiles, links and runs the program of a page.
struct PageCompiler: Sendable {
  var page: PageToolchain
  var kit: PageKit
  var grade: PageToolchain.Grade
  /// The compiler of the lesson itself: its sandbox and the course's own module.
  var compiler: Compiler

  enum Result: Equatable {
    /// The path of the module.
    case module(String)
    case refused([CompilerMessage])
    case failed(String)
  }

  func compile(_ program: Program, in folder: String) throws(MachineFault) -> Result {
    try FileSystem.write(Array(program.text.utf8), to: folder + "/main.swift")
    var objects = [folder + "/main.o"]
    if let course = compiler.course {
      let files = FileSystem.files(below: course.folder).filter { $0.hasSuffix(".swift") }.map { course.folder + "/" + $0 }
      let outcome = try frontend(
        "Support", ["-parse-as-library", "-emit-module-path", folder + "/Support.swiftmodule"] + files, program, folder)
      guard outcome.end == .exited(0) else { return refusal(outcome) }
      objects.append(folder + "/Support.o")
    }
    let outcome = try frontend("main", ["main.swift"], program, folder)
    guard outcome.end == .exited(0) else { return refusal(outcome) }
    if let files = PageFiles(program) {
      try FileSystem.write(Array(files.source.utf8), to: folder + "/files.c")
      let outcome = try run(
        page.clang, PageToolchain.clangArguments + ["-c", "files.c", "-o", folder + "/files.o"], in: folder)
      guard outcome.end == .exited(0) else { return .failed("the lesson's data cannot be compiled for its page") }
      objects.insert(folder + "/files.o", at: 0)
    }
    let module = folder + "/page.wasm"
    let linked = try run(page.linker, page.linkArguments(objects: objects + kit.objects, output: module), in: folder)
    guard linked.end == .exited(0) else {
      let text = String(decoding: linked.error, as: UTF8.self).split(separator: "\n").first.map(String.init)
      return .failed(text.map { missingSymbol(in: $0) ?? $0 } ?? "the linker failed")
    }
    return .module(module)
  }

  /// Runs a part of a module outside of a page: what it wrote, or nil where it did not come to its end.
  ///
  /// The part follows all parameters that there may be: nothing can be called there before the program.
  func recording(of module: String, part: Int, parameters: [Double], in folder: String) throws(MachineFault) -> Recording? {
    let input = folder + "/parameters"
    let unset = Array(repeating: Double.nan, count: PageToolchain.mostParameters - parameters.count)
    let bytes = (parameters + unset + [Double(part)]).flatMap { value in
      withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
    }
    FileSystem.remove(input)
    try FileSystem.write(bytes, to: input)
    let outcome = try run(page.runner, ["run", module], in: folder, input: input)
    // A part that ends before its program does ends with a trap, behind the record that says it was whole.
    if case .stopped = outcome.end { return nil }
    return try PageRecording.recording(in: outcome.output)
  }

  private func frontend(
    _ module: String, _ arguments: [String], _ program: Program, _ folder: String
  ) throws(MachineFault) -> ProcessOutcome {
    let mode = (program.settings.mode ?? .five).rawValue
    return try run(
      page.toolchain.frontend,
      page.frontendArguments(module: module, grade: grade, searching: kit.folders + [folder]) + [
        "-swift-version", mode, "-module-cache-path", folder + "/modules", "-o", "\(folder)/\(module).o",
      ] + arguments, in: folder)
  }

  /// Embedded Swift compiles what a program uses of its libraries' generic code with it, and a machine may be busy.
  private static let limit = Duration.seconds(300)

  private func run(
    _ tool: String, _ arguments: [String], in folder: String, input: String? = nil
  ) throws(MachineFault) -> ProcessOutcome {
    let limit = Self.limit
    var command = Command(
      tool, arguments, environment: page.toolchain.environment(temporary: folder), folder: folder)
    command.input = input
    command.resources = .compiling(for: limit)
    command.resources.memory = nil
    let readable =
      page.toolchain.readable + kit.folders + (compiler.course.map { [$0.folder] } ?? [])
      + (PageMathematics.path.map { [FileSystem.parent(of: $0)] } ?? []).filter { !$0.hasPrefix("/usr/") }
    return try ProcessRunner.run(
      compiler.sandbox.command(command, Confinement(readable: readable, writable: [folder])),
      limits: ProcessLimits(times: [limit], outputBytes: 32 << 20))
  }

  private func refusal(_ outcome: ProcessOutcome) -> Result {
    if case .stopped(.time) = outcome.end { return .failed("compiling for the page takes longer than five minutes") }
    let messages = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self))
    return messages.contains { $0.severity == .error } ? .refused(messages) : .failed("the compiler crashed")
  }

  private func missingSymbol(in message: String) -> String? {
    guard let range = message.firstRange(of: "undefined symbol: ") else { return nil }
    return "the page has no \(message[range.upperBound...])"
  }
}
