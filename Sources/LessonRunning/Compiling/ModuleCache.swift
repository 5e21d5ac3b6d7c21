import LessonModel
import Machine

/// What the compiler makes of the system's C modules, made before any lesson is compiled, so that lessons need only read it.
///
/// A lesson's compiler that could write it could change what other lessons come to.
struct ModuleCache: Sendable, Equatable {
  var folder: String

  /// Those that a compiler is given: one that nothing contains could write them, so it has others.
  func folder(in sandbox: Sandbox) -> String { sandbox == .none ? folder + "-open" : folder }

  /// Whether every one of them is as it was made.
  var isWhole: Bool { SealedFolder.isWhole(folder) }

  /// Whether they were made at all.
  var isThere: Bool { SealedFolder.isSealed(folder) }

  /// Makes the modules that lessons usually import, where they are not there whole.
  ///
  /// They name the path of their folder, so they are made at its place and not moved there.
  ///
  /// - Throws: ``MachineFault`` where the folder cannot be written. Modules that cannot be made are left out: the lesson that
  ///   needs them compiles them for itself, or is told what is wrong with them.
  ///
  /// - Parameter package: What lessons may import besides.
  func prepare(with toolchain: Toolchain, kit: String, and package: BuiltPackage? = nil) throws(MachineFault) {
    if isWhole { return }
    let parent = FileSystem.parent(of: folder)
    try FileSystem.makeFolder(parent)
    // Two runs that make them at once would remove each other's.
    let lock = try FolderLock.wait(for: FileSystem.resolved(parent)) {}
    defer { withExtendedLifetime(lock) {} }
    if isWhole { return }
    FileSystem.remove(folder)
    try FileSystem.makeFolder(folder)
    let scratch = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(scratch) }
    let imports = package?.modules.map { "import \($0)\n" }.joined() ?? ""
    try FileSystem.write(Array((Self.text + imports).utf8), to: scratch + "/modules.swift")
    let arguments =
      toolchain.frontendArguments(module: "main", settings: SwiftSettings(), moduleCache: folder, searching: [kit])
      + (package?.frontendArguments ?? []) + ["-typecheck", "modules.swift"]
    _ = try ProcessRunner.run(
      Command(toolchain.frontend, arguments, environment: toolchain.environment(temporary: scratch), folder: scratch),
      limits: ProcessLimits(times: [.seconds(120)]))
    // When a module was last used is no part of it.
    FileSystem.remove(folder + "/modules.timestamp")
    try SealedFolder.seal(folder)
  }

  private static let text =
    ["LessonKit", "LessonRuntime"].map { "import \($0)\n" }.joined()
    + [
      "Foundation", "FoundationNetworking", "FoundationXML", "Dispatch", "Glibc", "Synchronization", "RegexBuilder",
      "Observation",
    ]
    .map { "#if canImport(\($0))\nimport \($0)\n#endif\n" }.joined()
}
