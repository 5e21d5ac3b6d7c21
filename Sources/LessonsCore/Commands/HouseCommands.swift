internal import Foundation

/// `lessons clean`: empties the cache, which costs the next build time and nothing else.
package enum CleanCommand {
  package static func run(_ tool: Tool) -> ExitStatus {
    let cache = tool.cache
    for name in ["runs", "formulas", "support", "course", "modules"] { FileSystem.remove(cache + "/" + name) }
    tool.console.print("emptied the cache")
    return .good
  }
}

/// `lessons doctor`: says what is installed and what is missing.
package enum DoctorCommand {
  package static func run(_ tool: Tool) -> ExitStatus {
    var isWell = true
    func report(_ name: String, _ text: String, isFault: Bool = false, isNeeded: Bool = true) {
      tool.console.print("\(isFault ? "missing" : "ok     ")  \(name): \(text)")
      if isFault && isNeeded { isWell = false }
    }
    report("lessons", ToolVersion.current)
    do {
      let toolchain = try Toolchain.find(tool.swiftc, environment: tool.environment)
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
    } catch {
      report("Swift", error.message, isFault: true)
    }
    do {
      let sources = try RuntimeSources.find(executable: tool.executable)
      report("LessonKit", counted(sources.swiftFiles(of: "LessonKit").count, "source file"))
    } catch {
      report("LessonKit", error.message, isFault: true)
    }
    let katex = KaTeXFiles.find(executable: tool.executable, environment: tool.environment)
    report(
      "KaTeX", katex.map { "\($0.version), for formulas" } ?? "none, so formulas are shown as their TeX; \(KaTeXFiles.advice)",
      isFault: katex == nil, isNeeded: false)
    let isWritable = (try? FileSystem.makeFolder(tool.cache)) != nil && FileManager.default.isWritableFile(atPath: tool.cache)
    report("cache", isWritable ? "can be written" : "\(tool.cache) cannot be written; give --cache DIR", isFault: !isWritable)
    report("cores", "\(ProcessInfo.processInfo.activeProcessorCount)")
    report("containment", "limits of time, memory, output and files; no sandbox in this version, so run only lessons you trust")
    return isWell ? .good : .machine
  }
}
