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
    let input = try Descriptor.reading(command.input ?? "/dev/null")
    let pipe = try Descriptor.pipe()
    let start = Clock.milliseconds
    let process = try spawn(command, input, output, error, pipe.writing)
    pipe.writing.close()
    guard process > 0 else {
      throw MachineFault("cannot start \(command.executable): \(String(cString: strerror(-process)))")
    }
    if limits.mark != nil { scope?.countStart() }
    var watch = Watch(
      process: process, channel: pipe.reading, output: output, error: error, limits: limits, scope: scope, start: start)
    var end = watch.untilEnd()
    if command.enclosure.isWrapper, case .exited(let status) = end, status > 128 { end = .signaled(status - 128) }
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
  ) throws(MachineFault) -> pid_t {
    let arguments = CStrings([command.name ?? command.executable] + command.arguments)
    let environment = CStrings(command.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    let path = CStrings([command.executable] + (command.folder.map { [$0] } ?? []))
    let limits = command.resources.limits
    let enclosure = try Enclosing(command.enclosure)
    return limits.withUnsafeBufferPointer { limits in
      var program = csystem_program(
        path: path.pointers[0], arguments: arguments.pointers, environment: environment.pointers, folder: path.pointers[1],
        input: input.number, output: output.number, error: error.number, channel: channel.number, filter: enclosure.filter,
        wrapped: command.enclosure.isWrapper ? 1 : 0, rules: enclosure.rules, limits: limits.baseAddress,
        limit_count: limits.count)
      return csystem_spawn(&program)
    }
  }
}

/// Texts as C takes them, with a null pointer at the end; they live as long as this value.
private struct CStrings: ~Copyable {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    pointers = .allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { (pointers + index).initialize(to: strdup(text)) }
    (pointers + texts.count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}

/// The descriptors of an enclosure, closed with this value.
private struct Enclosing: ~Copyable {
  private(set) var filter: Int32 = -1
  private(set) var rules: Int32 = -1

  init(_ enclosure: Enclosure) throws(MachineFault) {
    switch enclosure {
    case .none: break
    case .wrapper(let groups): filter = try Self.opened(csystem_filter_file(groups == .allowed ? 1 : 0))
    case .rules(let readable, let writable):
      let readable = CStrings(readable)
      let writable = CStrings(writable)
      rules = try Self.opened(
        readable.pointers.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 1) { readable in
          writable.pointers.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 1) { csystem_landlock(readable, $0) }
        })
    }
  }

  private static func opened(_ number: Int32) throws(MachineFault) -> Int32 {
    if number >= 0 { return try Descriptor.aboveStandard(number) }
    throw MachineFault("cannot contain a program: \(String(cString: strerror(-number)))")
  }

  deinit {
    if filter >= 0 { close(filter) }
    if rules >= 0 { close(rules) }
  }
}

extension ResourceLimits {
  fileprivate var limits: [csystem_limit] {
    let kinds: [(__rlimit_resource, Int?)] = [
      (RLIMIT_CORE, 0), (RLIMIT_CPU, processorSeconds), (RLIMIT_AS, memory), (RLIMIT_FSIZE, fileSize),
      (RLIMIT_NOFILE, openFiles),
    ]
    return kinds.compactMap { kind, most in
      most.map { csystem_limit(resource: Int32(bitPattern: kind.rawValue), most: UInt64($0)) }
    }
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
  /// Belongs where the tool starts, before its first thread. What programs leave behind is the tool's from then on too, which is
  /// no business of a program that only borrows the machine.
  package static func catchThem() {
    csystem_catch_interrupts()
    csystem_adopt_orphans()
  }

  /// Whether one has come.
  package static var isInterrupted: Bool { csystem_interrupted() != 0 }
}
