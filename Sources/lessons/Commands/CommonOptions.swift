import ArgumentParser
import Foundation
import LessonModel
import LessonPipeline
import LessonRunning
import Machine

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customShort("j", allowingJoined: true), help: "How many lessons run side by side (default: one for each core).")
  var jobs: Int?
  @Option(help: "Where compiled modules and results are kept.", completion: .directory)
  var cache: String?
  @Flag(help: "Neither read nor keep results.")
  var noCache = false
  @Option(help: "An http address where machines share results (or LESSONS_STORE).")
  var store: String?
  @Option(help: "The Swift compiler to use.", completion: .file())
  var swiftc: String?
  @Option(help: "How lessons are contained: auto (the strongest way there is), require (nothing less than all) or off.")
  var sandbox = SandboxChoice.auto
  @Flag(help: "Say more.")
  var verbose = false
  @Flag(help: "Say nothing but errors and results.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) { throw ValidationError("'-j' takes a number from 1 to 1024, not \(jobs).") }
    do throws(MachineFault) {
      _ = try storeAddress(ProcessInfo.processInfo.environment)
    } catch {
      throw ValidationError(error.message)
    }
    if verbose && quiet { throw ValidationError("'--verbose' and '--quiet' exclude each other.") }
  }

  /// Where machines share results; nil where nobody does.
  func storeAddress(_ environment: [String: String]) throws(MachineFault) -> StoreAddress? {
    guard let text = store ?? environment["LESSONS_STORE"], !text.isEmpty else { return nil }
    return try StoreAddress(text)
  }

  /// Does the work of a command and ends with its status.
  ///
  /// - Parameter shard: The share of the lessons that it is for; nil for all.
  func finish(_ shard: Shard? = nil, _ work: (Workbench) throws(MachineFault) -> ExitStatus) throws -> Never {
    let workbench = Workbench(self, shard: shard, environment: ProcessInfo.processInfo.environment)
    let status: ExitStatus
    do throws(MachineFault) {
      status = try work(workbench)
    } catch {
      workbench.console.warn("lessons: error: \(error.message)")
      switch error.cause {
      case .machine: status = .machine
      case .usage: status = .usage
      case .interrupt, .stale: status = .interrupted
      }
    }
    throw ExitCode(status.rawValue)
  }
}

extension SandboxChoice: ExpressibleByArgument {}

/// What the tool says with its exit.
enum ExitStatus: Int32, Sendable {
  case good = 0
  /// The lessons have errors or mismatches.
  case lessons = 1
  /// The tool itself could not work.
  case machine = 2
  case usage = 64
  case interrupted = 130
}
