internal import CSystem
internal import Glibc

/// Starts programs, watches them, and ends them: with ``SiteWriter`` and the file layer one of the places with effects.
///
/// Output goes to files in memory, not pipes, so that a mark can name an exact place in it and a flood cannot fill the
/// tool. A pipe carries the records; its end of file is how the end of the program is noticed at once.
package enum ProcessRunner {
  /// Runs `command` to its end.
  ///
  /// - Throws: ``MachineFault`` where it could not be started, and where the tool itself was interrupted meanwhile.
  package static func run(_ command: Command, limits: ProcessLimits) throws(MachineFault) -> ProcessOutcome {
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
    var watch = Watch(process: process, channel: pipe.reading, output: output, error: error, limits: limits, start: start)
    let end = watch.untilEnd()
    csystem_end_group(process)
    if csystem_interrupted() != 0 { throw MachineFault("interrupted", cause: .interrupt) }
    return ProcessOutcome(
      end: end, output: output.contents(upTo: limits.outputBytes), error: error.contents(upTo: limits.outputBytes),
      records: watch.records, arrivals: watch.arrivals, milliseconds: Clock.milliseconds - start)
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

enum Clock {
  static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }
}

/// The life of one program, seen from outside.
private struct Watch: ~Copyable {
  let process: pid_t
  let channel: Int32
  let output: Int32
  let error: Int32
  let limits: ProcessLimits
  let start: Double
  var records: [UInt8] = []
  var arrivals: [ProcessOutcome.Arrival] = []
  private var marks = MarkCounter()
  private var stop: ProcessOutcome.Stop?

  init(
    process: pid_t, channel: borrowing Descriptor, output: borrowing Descriptor, error: borrowing Descriptor,
    limits: ProcessLimits,
    start: Double
  ) {
    self.process = process
    self.channel = channel.number
    self.output = output.number
    self.error = error.number
    self.limits = limits
    self.start = start
  }

  mutating func untilEnd() -> ProcessOutcome.End {
    var deadline = start + Double(limits.time(afterMarks: 0).milliseconds)
    var isOpen = true
    var status: Int32 = 0
    while true {
      // A child of the program may hold the pipe open, so the process itself is asked now and then as well.
      if waitpid(process, &status, WNOHANG) == process {
        drain()
        return end(status)
      }
      let now = Clock.milliseconds
      if csystem_interrupted() != 0 { end(politely: false) }
      if stop == nil {
        if size(of: output) > limits.outputBytes || size(of: error) > limits.outputBytes {
          stop = .output
        } else if now >= deadline {
          stop = .time(limits.time(afterMarks: marks.count))
        }
        if let stop {
          // A program that is out of time may write out what it has printed; one that floods or is unwanted may not.
          if case .time = stop { end(politely: true) } else { end(politely: false) }
          deadline = now + Self.grace
        }
      } else if now >= deadline {
        end(politely: false)
        deadline = .infinity
      }
      var poller = pollfd(fd: isOpen ? channel : -1, events: Int16(POLLIN), revents: 0)
      let pause = isOpen ? min(max(deadline - now, 0), 50) : 1
      if poll(&poller, 1, Int32(pause.rounded(.up))) > 0 {
        let before = marks.count
        isOpen = read()
        if marks.count > before, stop == nil {
          deadline = Clock.milliseconds + Double(limits.time(afterMarks: marks.count).milliseconds)
        }
      }
    }
  }

  /// How long a program may take to write out what it has printed, in milliseconds.
  private static let grace = 200.0

  private func end(politely: Bool) {
    kill(-process, politely ? SIGTERM : SIGKILL)
    // A program that has stopped itself takes its signal when it goes on.
    if politely { kill(-process, SIGCONT) }
  }

  private func end(_ status: Int32) -> ProcessOutcome.End {
    if let stop { return .stopped(stop) }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
  }

  /// Reads what is there; false at the end of file.
  private mutating func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(channel, &buffer, buffer.count)
    if count <= 0 { return count < 0 && errno == EINTR }
    records += buffer[..<count]
    marks.read(buffer[..<count])
    arrivals.append(ProcessOutcome.Arrival(bytes: records.count, milliseconds: Clock.milliseconds - start))
    return records.count <= 64 << 20
  }

  /// Reads what the program left in the pipe when it ended.
  private mutating func drain() {
    var poller = pollfd(fd: channel, events: Int16(POLLIN), revents: 0)
    while poll(&poller, 1, 0) > 0, read() {}
  }

  private func size(of descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// Counts the marks in a stream of records without keeping them.
private struct MarkCounter {
  var count = 0
  private var header: [UInt8] = []
  private var skipping = 0

  mutating func read(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if skipping > 0 {
        let step = min(skipping, bytes.endIndex - index)
        skipping -= step
        index += step
      } else if bytes[index] == 10 {
        let fields = header.split(separator: 32)
        if fields.first?.elementsEqual("M".utf8) == true { count += 1 }
        skipping = (fields.last.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0) + 1
        header = []
        index += 1
      } else {
        header.append(bytes[index])
        index += 1
      }
    }
  }
}
