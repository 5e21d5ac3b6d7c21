package import LessonModel
package import Machine

/// The Swift compiler that lessons are compiled with, found once and asked once.
package struct Toolchain: Sendable, Equatable {
  /// The folder with `swift-frontend`, `clang` and `ld.lld`.
  package var binaries: String
  /// What the compiler calls itself, without machine paths.
  package var version: String
  /// What it compiles for, such as `x86_64-unknown-linux-gnu`.
  package var target: String
  /// Whether it can be told to leave calls of C's mathematics to the program, with the optimizer.
  package var leavesCalls: Bool

  package init(binaries: String, version: String, target: String, leavesCalls: Bool = false) {
    self.binaries = binaries
    self.version = version
    self.target = target
    self.leavesCalls = leavesCalls
  }

  /// What keeps the optimizer from computing `exp(0.5)` itself, by the library of the machine that it works on.
  var callingArguments: [String] { leavesCalls ? Self.leavingCalls : [] }
  private static let leavingCalls = ["-Xllvm", "-disable-fp-call-folding"]

  /// Name and number alone, such as `Swift 6.3.1`: no date, no commit.
  package var shortVersion: String? {
    let words = version.split(separator: " ")
    guard let place = words.firstIndex(of: "version"), words.indices.contains(place + 1) else { return nil }
    return "Swift " + words[place + 1].prefix { $0.isNumber || $0 == "." }
  }

  /// Whether it lacks what lessons are compiled with.
  var isTooOld: Bool {
    let numbers = (shortVersion ?? "").split(separator: " ").last?.split(separator: ".").compactMap { Int($0) } ?? []
    return numbers.count >= 2 && (numbers[0], numbers[1]) < (6, 2)
  }

  package var frontend: String { binaries + "/swift-frontend" }
  /// The folder of the libraries that programs are linked with.
  package var libraries: String { FileSystem.absolute(binaries + "/../lib/swift/linux") }
  /// The folder of what the compiler itself is made of.
  private var host: String { FileSystem.absolute(binaries + "/../lib/swift/host") }

  /// Whether it brings a module of this name, or the tool does.
  func offers(_ module: String) -> Bool {
    ["LessonKit", "LessonRuntime", "Support", "SwiftGlibc"].contains(module)
      || FileSystem.exists("\(libraries)/\(module).swiftmodule")
  }

  /// What a tool of the toolchain sees of the world.
  ///
  /// - Parameter folder: Where it may put what it needs for a moment.
  package func environment(temporary folder: String) -> [String: String] {
    ["PATH": binaries, "TMPDIR": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC"]
  }

  /// What a tool of the toolchain reads, and a program that was linked with its libraries, beyond the system's own folders.
  package var readable: [String] {
    let root = FileSystem.absolute(binaries + "/..")
    return root == "/" || root == "/usr" ? [] : [root]
  }

  /// What the frontend is told for every text of an author, a lesson's or a course's.
  package func frontendArguments(
    module: String, settings: SwiftSettings, moduleCache: String, searching folders: [String]
  ) -> [String] {
    // The compiler need not check its own work on every lesson.
    var arguments = [
      "-frontend", "-target", target, "-disable-objc-interop", "-no-color-diagnostics", "-diagnostic-style", "llvm",
      "-disable-llvm-verify", "-sil-verify-none", "-module-name", module, "-module-cache-path", moduleCache,
    ]
    arguments += settings.optimize == true ? ["-O"] + callingArguments : ["-Onone"]
    arguments += folders.flatMap { ["-I", $0] }
    switch settings.mode ?? .five {
    case .five: arguments += ["-swift-version", "5"]
    // Plain mode 6 refuses every function that changes a global variable, which is what lessons are made of.
    case .six: arguments += ["-swift-version", "6", "-default-isolation", "MainActor"]
    }
    return arguments + pluginArguments
  }

  /// The arguments with which the driver lets macros work.
  private var pluginArguments: [String] {
    let server = host + "/libSwiftInProcPluginServer.so"
    return (FileSystem.exists(server) ? ["-in-process-plugin-server-path", server] : []) + ["-plugin-path", host + "/plugins"]
  }

  /// A compiler that was found and not yet asked.
  package struct Place: Sendable, Equatable {
    fileprivate var compiler: String
    package var binaries: String
    /// Names the files that the toolchain works with: as long as it is the same, the toolchain says and does the same.
    package var identity: String
  }

  /// Finds the compiler: `swiftc` as given, or the first one on the search path.
  package static func place(_ given: String?, environment: [String: String]) throws(MachineFault) -> Place {
    let candidates =
      given.map { ($0.contains("/") ? [$0] : []) + search($0, environment) } ?? search("swiftc", environment)
    guard let compiler = candidates.first(where: FileSystem.isExecutable) else {
      throw MachineFault(
        given.map { "no Swift compiler at \($0); give the path of swiftc" }
          ?? "no Swift compiler found; install Swift 6.3 and put swiftc on the PATH, or give --swiftc PATH")
    }
    let binaries = FileSystem.parent(of: FileSystem.resolved(FileSystem.absolute(compiler)))
    guard FileSystem.exists(binaries + "/swift-frontend"), FileSystem.exists(binaries + "/clang") else {
      throw MachineFault("\(compiler) is not part of a Swift toolchain: no swift-frontend and clang beside it")
    }
    var digest = SHA256()
    digest.update(field: binaries)
    for name in ["swift-frontend", "clang", "ld.lld"] {
      let stamp = FileSystem.stamp(of: FileSystem.resolved(binaries + "/" + name))
      digest.update(field: stamp.map { "\($0)" } ?? "none")
    }
    return Place(compiler: compiler, binaries: binaries, identity: digest.finish())
  }

  /// Finds the compiler and asks it for its version.
  ///
  /// - Parameter memory: Where its answer is kept: it is asked once for each state of its files.
  package static func find(
    _ given: String?, environment: [String: String], memory: SealedStore = SealedStore(folder: nil, kind: "toolchains")
  ) throws(MachineFault) -> Toolchain {
    let place = try place(given, environment: environment)
    let (compiler, binaries) = (place.compiler, place.binaries)
    if let kept = memory.fields(for: place.identity), kept.count == 3 {
      return Toolchain(
        binaries: binaries, version: String(decoding: kept[0], as: UTF8.self), target: String(decoding: kept[1], as: UTF8.self),
        leavesCalls: kept[2] == [1])
    }
    let asked = try ProcessRunner.run(
      Command(binaries + "/swift-frontend", ["-version"]), limits: ProcessLimits(times: [.seconds(30)]))
    let lines = String(decoding: asked.output + asked.error, as: UTF8.self).split(separator: "\n")
    guard asked.end == .exited(0), let version = lines.first(where: { $0.contains("Swift version") }),
      let target = lines.first(where: { $0.hasPrefix("Target: ") })
    else { throw MachineFault("\(compiler) does not tell its version: \(silence(asked)); is it a Swift compiler?") }
    var toolchain = Toolchain(binaries: binaries, version: String(version), target: String(target.dropFirst(8)))
    if let version = toolchain.shortVersion, toolchain.isTooOld {
      throw MachineFault(
        "\(compiler) is \(version), which is too old: lessons need Swift 6.2 or later; install it and put it first on the PATH, "
          + "or give --swiftc PATH")
    }
    let leaving = try ProcessRunner.run(
      Command(toolchain.frontend, ["-frontend", "-parse"] + leavingCalls + ["/dev/null"]),
      limits: ProcessLimits(times: [.seconds(30)]))
    toolchain.leavesCalls = leaving.end == .exited(0)
    memory.keep(
      [Array(toolchain.version.utf8), Array(toolchain.target.utf8), [toolchain.leavesCalls ? 1 : 0]], for: place.identity)
    return toolchain
  }

  /// What a compiler does instead of telling its version.
  private static func silence(_ asked: ProcessOutcome) -> String {
    switch asked.end {
    case .exited(0): "it says something else"
    case .exited(let status): "it ends with status \(status)"
    case .signaled(let signal): "signal \(signal) ends it"
    case .stopped: "it does not answer"
    }
  }

  private static func search(_ name: String, _ environment: [String: String]) -> [String] {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
  }
}
