import ArgumentParser
import Foundation
import LessonPipeline
import Machine

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customShort("j", allowingJoined: true), help: "How many lessons run side by side (default: one for each core).")
  var jobs: Int?
  @Option(help: "Where compiled modules and results are kept.")
  var cache: String?
  @Flag(help: "Neither read nor keep results.")
  var noCache = false
  @Option(help: "The Swift compiler to use.")
  var swiftc: String?
  @Option(help: "How lessons are contained: auto (the strongest way there is), require (nothing less than all) or off.")
  var sandbox = SandboxChoice.auto
  @Flag(help: "Say more.")
  var verbose = false
  @Flag(help: "Say nothing but errors and results.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) { throw ValidationError("'-j' takes a number from 1 to 1024, not \(jobs).") }
    if verbose && quiet { throw ValidationError("'--verbose' and '--quiet' exclude each other.") }
  }

  /// Does the work of a command and ends with its status.
  func finish(_ work: (Workbench) throws(MachineFault) -> ExitStatus) throws -> Never {
    let workbench = Workbench(self, environment: ProcessInfo.processInfo.environment)
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
