import Foundation
import LessonModel
import LessonPipeline
import LessonRunning
import MathSetting
import Synchronization

/// What a command works with: a console to speak on, and the pipeline set up as the options say.
struct Workbench {
  let console: Console
  let installation: Installation
  let cache: Cache
  let jobs: Int

  init(_ options: CommonOptions, environment: [String: String]) {
    console = Console(
      detail: options.quiet ? .quiet : options.verbose ? .verbose : .normal, environment: environment)
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    installation = Installation(executable: executable, environment: environment, swiftc: options.swiftc)
    cache = Cache(folder: Workshop.cacheFolder(options.cache, environment: environment), keepsResults: !options.noCache)
    jobs = options.jobs ?? max(ProcessInfo.processInfo.activeProcessorCount, 1)
  }

  /// The pipeline, telling the console how it goes on.
  func pipeline() -> Pipeline {
    let progress = Progress(console: console)
    return Pipeline(installation: installation, cache: cache, jobs: jobs) { progress.tell($0) }
  }
}

/// Says on the console how the pipeline goes on.
private final class Progress: Sendable {
  private let console: Console
  private let count = Mutex(0)

  init(console: Console) { self.console = console }

  func tell(_ event: PipelineEvent) {
    switch event {
    case .uses(let compiler, let jobs, let cache):
      console.sayInDetail("using \(compiler), \(counted(jobs, "job")) at once, the cache in \(cache)")
    case .compilesKit(let toolchain):
      console.say("compiling LessonKit for \(toolchain), once; this takes about half a minute")
    case .ran(let progress):
      let number = count.withLock { count in
        count += 1
        return count
      }
      let line = "\(number)/\(progress.total) \(progress.lesson)"
      if console.detail == .verbose { console.sayInDetail(line) } else { console.progress(line) }
      if number == progress.total { console.progress("") }
    case .noFormulas(let absence):
      console.warn("warning: \(absence), so formulas are neither checked nor set: pages show their TeX; \(KaTeX.advice)")
    }
  }
}
