import Machine

extension Toolchain {
  /// Runs a tool on the sources of this tool, which must not fail.
  ///
  /// - Parameters:
  ///   - minutes: How long it may take.
  ///   - reason: What is told of a failure, before what the tool says.
  func run(_ command: Command, in folder: String, minutes: Int, orElse reason: String) throws(MachineFault) {
    var command = command
    command.environment = environment(temporary: folder)
    command.folder = folder
    let outcome = try ProcessRunner.run(command, limits: ProcessLimits(times: [.seconds(60 * minutes)]))
    if case .stopped(.time) = outcome.end {
      throw MachineFault("\(reason) within \(minutes) minutes; is this machine very busy? Start again when it is not")
    }
    guard outcome.end == .exited(0) else {
      let text = String(decoding: outcome.error + outcome.output, as: UTF8.self)
      throw MachineFault("\(reason):\n\(text.prefix(4_000))")
    }
  }
}
