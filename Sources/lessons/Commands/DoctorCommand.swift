import ArgumentParser
import Foundation
import LessonModel
import LessonPipeline
import LessonRunning
import Machine
import MathSetting

/// `lessons clean`: empties the cache, which costs the next build time and nothing else.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "clean", abstract: "Empty the cache.")
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      workbench.cache.empty()
      workbench.console.print("emptied the cache")
      return .good
    }
  }
}

/// `lessons prepare`: compiles LessonKit, so that no author has to wait for it.
struct PrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Compile LessonKit for this toolchain, so that the first build need not.")
  @Option(help: "A folder that gets a copy of what was compiled, for an installation.", completion: .directory)
  var into: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.finish { workbench throws(MachineFault) in
      try workbench.pipeline().prepare(into: into)
      return .good
    }
  }
}

/// `lessons doctor`: says what is installed and what is missing.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "doctor", abstract: "Say what is installed and what is missing.")
  @OptionGroup var common: CommonOptions

  func run() throws { try common.finish { workbench throws(MachineFault) in examine(workbench) } }

  private func examine(_ workbench: Workbench) -> ExitStatus {
    var isWell = true
    func report(_ name: String, _ text: String, isFault: Bool = false, isNeeded: Bool = true) {
      workbench.console.print("\(isFault ? "missing" : "ok     ")  \(name): \(text)")
      if isFault && isNeeded { isWell = false }
    }
    report("lessons", ToolVersion.current)
    var found: Toolchain?
    do {
      let toolchain = try workbench.installation.toolchain()
      found = toolchain
      report("Swift", "\(toolchain.version), \(toolchain.target)")
      let linker = toolchain.binaries + "/ld.lld"
      report(
        "linker", FileSystem.exists(linker) ? "ld.lld of the toolchain" : "no ld.lld beside the compiler",
        isFault: !FileSystem.exists(linker))
      let backtracer = FileSystem.absolute(toolchain.binaries + "/../libexec/swift/linux/swift-backtrace")
      report(
        "backtraces",
        FileSystem.exists(backtracer)
          ? "traps are reported with the lesson's own line" : "no swift-backtrace: traps are reported at their block",
        isFault: false)
      let mathematics = MathLibrary.find(binaries: toolchain.binaries)
      report(
        "mathematics",
        mathematics.map { "musl's, in \($0.archive): the same digits on every machine" }
          ?? "none of musl; \(MathLibrary.advice)",
        isFault: mathematics == nil, isNeeded: false)
      report(
        "exploring", toolchain.missingForPages ?? "pages can run their lesson's Swift as WebAssembly",
        isFault: toolchain.missingForPages != nil, isNeeded: false)
    } catch {
      report("Swift", error.message, isFault: true)
    }
    do {
      let sources = try workbench.installation.sources()
      report("layout", Self.words(sources))
      let place = found.map {
        Workshop.placeOfKit(toolchain: $0, sources: sources, cacheFolder: workbench.cache.folder).words
      }
      report("LessonKit", counted(sources.swiftFiles(of: "LessonKit").count, "source file") + (place.map { ", \($0)" } ?? ""))
    } catch {
      report("LessonKit", error.message, isFault: true)
    }
    let katex = workbench.installation.katex
    report(
      "KaTeX", katex.map { "\($0.version), for formulas" } ?? "none, so formulas are shown as their TeX; \(KaTeX.advice)",
      isFault: katex == nil, isNeeded: false)
    let isWritable = workbench.cache.isWritable
    report(
      "cache", isWritable ? "can be written" : "\(workbench.cache.folder) cannot be written; give --cache DIR",
      isFault: !isWritable)
    report("cores", "\(ProcessInfo.processInfo.activeProcessorCount)")
    containment(workbench.sandbox) { report($0, $1, isFault: $2, isNeeded: $3) }
    return isWell ? .good : .machine
  }

  /// Where what belongs to the tool lies.
  private static func words(_ sources: RuntimeSources) -> String {
    sources.compiled.map {
      "installed: sources, themes and guides in \(sources.folder), libraries and the compiled kit in \(FileSystem.parent(of: $0))"
    } ?? "run where it was built: sources and themes in \(sources.folder), libraries of the toolchain that built it"
  }

  private static func fault(_ sandbox: Sandbox) -> String? {
    do throws(MachineFault) { return try sandbox.fault() } catch { return error.message }
  }

  /// Tries each means of containing lessons, and says which one is in force.
  private func containment(_ policy: SandboxPolicy, _ report: (String, String, Bool, Bool) -> Void) {
    let wrapper = policy.bubblewrap.map { Self.fault(.bubblewrap($0)).map { "does not work here: \($0)" } ?? "works" }
    report("bubblewrap", wrapper ?? "not installed", wrapper != "works", false)
    let version = Landlock.version
    let fault = version == 0 ? "the kernel has none" : Self.fault(.landlock)
    report("Landlock", fault ?? "works, version \(version)", fault != nil, false)
    do throws(MachineFault) {
      let inForce = try policy.sandbox()
      report("containment", "\(inForce.words); limits of time, memory, output, files and processor", false, true)
    } catch {
      report("containment", error.message, true, true)
    }
  }
}

extension SupportPlace? {
  /// Whether a first build has to wait for LessonKit.
  fileprivate var words: String {
    switch self {
    case .installed: "compiled for this toolchain when the tool was installed"
    case .cached: "compiled for this toolchain, in the cache"
    case nil: "to be compiled for this toolchain by the first build, or now by 'lessons prepare'"
    }
  }
}
