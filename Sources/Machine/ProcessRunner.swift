import CSystem
import Glibc

/// Starts programs, watches them, and ends them.
///
/// Output goes to files in memory, not pipes, so that a message can name an exact place in it and a flood cannot fill the
/// tool. A pipe carries the messages; its end of file is how the end of the program is noticed at once.
package enum ProcessRunner {
  /// Runs `command` to its end.
  ///
  /// - Throws: ``MachineFault`` where it could not be started, and where the tool itself was interrupted or the program's scope
  ///   ended meanwhile.
  package static func run(_ command: Command, limits: ProcessLimits) throws(MachineFault) -> ProcessOutcome {
    let scope = ProgramScope.current
    if scope?.isEnded == true { throw ProgramScope.fault }
    let output = try Descriptor.memoryFile("output")
    let error = try Descriptor.memoryFile("error")
    let input = try Descriptor.null()
    let pipe = try Descriptor.pipe()
    let start = Clock.milliseconds
    let process = spawn(command, input, output, error, pipe.writing)
    pipe.writing.close()
    guard process > 0 else {
      throw MachineFault("cannot start \(command.executable): \(String(cString: strerror(-process)))")
    }
    if limits.mark != nil { scope?.countStart() }
    var watch = Watch(
      process: process, channel: pipe.reading, output: output, error: error, limits: limits, scope: scope, start: start)
    let end = watch.untilEnd()
    csystem_end_group(process)
    if Interrupts.isInterrupted { throw MachineFault("interrupted", cause: .interrupt) }
    if scope?.isEnded == true { throw ProgramScope.fault }
    return ProcessOutcome(
      end: end, output: output.contents(upTo: limits.outputBytes), error: error.contents(upTo: limits.outputBytes),
      messages: watch.messages, arrivals: watch.arrivals, milliseconds: Clock.milliseconds - start)
  }

  private static func spawn(
    _ command: Command, _ input: borrowing Descriptor, _ output: borrowing Descriptor, _ error: borrowing Descriptor,
    _ channel: borrowing Descriptor
  ) -> pid_t {
    var arguments = ([command.executable] + command.arguments).map { strdup($0) } + [nil]
    var environment = command.environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    return csystem_spawn(
      command.executable, &arguments, &environment, command.folder, input.number, output.number, error.number, channel.number)
  }
}

/// A clock that only goes forward.
package enum Clock {
  /// Milliseconds since some moment in the past.
  package static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }
}

/// The user's wish that the tool should stop: an interrupt, or that its terminal is gone.
package enum Interrupts {
  /// From now on an interrupt ends the running programs and is remembered; a second one ends the tool.
  ///
  /// Belongs where the tool starts, before its first thread.
  package static func catchThem() { csystem_catch_interrupts() }

  /// Whether one has come.
  package static var isInterrupted: Bool { csystem_interrupted() != 0 }
}
