import Foundation
import LessonRunning
import Machine

/// Compiles LessonKit into the user's cache, so that no first build has to.
///
/// The compiler optimizes the kit on one thread, for half a minute. `make tool` builds this little program first and lets it
/// work beside the build of the tool; where the tool is installed otherwise `lessons prepare` does the same.
@main
enum Kit {
  static func main() {
    Interrupts.catchThem()
    let environment = ProcessInfo.processInfo.environment
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    do throws(MachineFault) {
      let toolchain = try Toolchain.find(nil, environment: environment)
      let workshop = try Workshop.open(
        toolchain: toolchain, sources: RuntimeSources.find(executable: executable),
        cacheFolder: Workshop.cacheFolder(nil, environment: environment), keepsRuns: false, jobs: 1,
        sandbox: SandboxPolicy(.off, environment: environment),
        willCompileKit: { say("compiling LessonKit for \(toolchain.shortVersion ?? toolchain.version), beside the tool") })
      try workshop.compiler().prepareModules()
    } catch {
      say("LessonKit: error: \(error.message)")
      exit(2)
    }
  }

  private static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
