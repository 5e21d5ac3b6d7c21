import Foundation
import LessonModel
import LessonPipeline
import LessonRunning
import Machine

/// What a command works with: a console to speak on, and the pipeline set up as the options say.
struct Workbench {
  let console: Console
  let installation: Installation
  let cache: Cache
  let jobs: Int
  let sandbox: SandboxPolicy
  let shard: Shard?
  private(set) var progress: Progress

  init(_ options: CommonOptions, shard: Shard?, environment: [String: String]) {
    console = Console(
      detail: options.quiet ? .quiet : options.verbose ? .verbose : .normal, environment: environment)
    progress = Progress(console: console)
    let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    installation = Installation(executable: executable, environment: environment, swiftc: options.swiftc)
    let store = (try? options.storeAddress(environment)).flatMap { $0 }.map { [console] address in
      RemoteStore(address) { console.warn($0) }
    }
    cache = Cache(
      folder: Workshop.cacheFolder(options.cache, environment: environment), keepsResults: !options.noCache, store: store)
    self.shard = shard
    sandbox = SandboxPolicy(options.sandbox, environment: environment)
    jobs = options.jobs ?? max(ProcessInfo.processInfo.activeProcessorCount, 1)
  }

  /// The same for another piece of work, whose time begins now.
  func anew() -> Workbench {
    var workbench = self
    workbench.progress = Progress(console: console)
    return workbench
  }

  /// The pipeline, telling the console how it goes on.
  ///
  /// - Parameter tell: Is told of it too.
  func pipeline(telling tell: @escaping @Sendable (PipelineEvent) -> Void = { _ in }) -> Pipeline {
    Pipeline(installation: installation, cache: cache, jobs: jobs, sandbox: sandbox, shard: shard) { [progress] in
      progress.tell($0)
      tell($0)
    }
  }
}
