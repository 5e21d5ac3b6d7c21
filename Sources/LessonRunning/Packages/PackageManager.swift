import LessonModel
import Machine

/// The toolchain's own package manager, kept apart from the machine: a manifest and a plugin are programs that a stranger wrote.
///
/// It reads the package and the toolchain, writes a scratch folder, and has no network.
struct PackageManager {
  private let toolchain: Toolchain
  private let sandbox: Sandbox
  /// A folder of this run's own.
  private let scratch: String

  /// - Throws: ``MachineFault`` where it cannot be contained: it starts groups of processes, which Landlock could not end.
  init(toolchain: Toolchain, sandbox: SandboxPolicy, scratch: String) throws(MachineFault) {
    self.toolchain = toolchain
    self.sandbox = try sandbox.sandbox()
    self.scratch = scratch
    if self.sandbox == .landlock {
      throw MachineFault(
        "a package is built contained by bubblewrap only; install it, or give --sandbox off for packages and lessons that you trust"
      )
    }
  }

  /// Where it puts what it builds.
  var builds: String { scratch + "/build" }

  /// A build of a large package takes minutes.
  static let limit = TimeLimit(milliseconds: 1_800_000)

  /// Prints what a manifest says.
  ///
  /// - Parameter folder: The package.
  func dump(_ folder: String) throws(MachineFault) -> ProcessOutcome {
    try run(
      "swift-package", ["dump-package"] + places(of: folder),
      readable: PackageSources.manifests(in: folder).map { folder + "/" + $0 })
  }

  /// Builds one target and what it depends on.
  func build(_ target: String, of sources: PackageSources, optimized: Bool) throws(MachineFault) -> ProcessOutcome {
    try run(
      "swift-build",
      places(of: sources.folder) + [
        "-c", optimized ? "release" : "debug", "--target", target, "-debug-info-format", "none", "--disable-index-store",
        "--disable-automatic-resolution",
      ], readable: sources.members.flatMap(\.readable))
  }

  /// Links objects as one library.
  func link(_ objects: [String], with libraries: [String], as path: String) throws(MachineFault) -> ProcessOutcome {
    try run(
      "swiftc",
      ["-emit-library", "-use-ld=lld", "-Xlinker", "-soname=" + FileSystem.name(of: path), "-o", path] + objects
        + libraries.map { "-l" + $0 }, readable: [], writable: [FileSystem.parent(of: path)])
  }

  private func places(of folder: String) -> [String] {
    [
      "--package-path", folder, "--scratch-path", builds, "--cache-path", scratch + "/cache", "--config-path",
      scratch + "/config", "--security-path", scratch + "/security",
      // Ours is around all of it.
      "--disable-sandbox",
    ]
  }

  private func run(
    _ tool: String, _ arguments: [String], readable: [String], writable: [String] = []
  ) throws(MachineFault) -> ProcessOutcome {
    var environment = toolchain.environment(temporary: scratch)
    // It links manifests with the system's linker, and asks git for versions.
    environment["PATH"] = toolchain.binaries + ":/usr/bin:/bin"
    environment["HOME"] = scratch
    var command = Command(
      toolchain.binaries + "/" + tool, arguments, environment: environment, folder: scratch)
    command.resources = ResourceLimits(
      processorSeconds: Int(Self.limit.duration / .seconds(1)) * 2, memory: 16 << 30, fileSize: 2 << 30, openFiles: 4_096)
    var confinement = Confinement(readable: toolchain.readable + readable, writable: [scratch] + writable)
    confinement.groups = .allowed
    return try ProcessRunner.run(
      sandbox.command(command, confinement), limits: ProcessLimits(times: [Self.limit.duration], outputBytes: 32 << 20))
  }
}
