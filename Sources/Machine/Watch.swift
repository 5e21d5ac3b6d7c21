import Glibc

/// The life of one program, seen from outside.
struct Watch: ~Copyable {
  private let process: pid_t
  private let channel: Int32
  private let output: Int32
  private let error: Int32
  private let limits: ProcessLimits
  private let scope: ProgramScope?
  private let start: Double
  private(set) var messages: [UInt8] = []
  private(set) var arrivals: [ProcessOutcome.Arrival] = []
  /// How many marks have come, and where the first message begins that was not looked at for them.
  private var marks = 0
  private var counted = 0
  private var stop: ProcessOutcome.Stop?

  init(
    process: pid_t, channel: borrowing Descriptor, output: borrowing Descriptor, error: borrowing Descriptor,
    limits: ProcessLimits, scope: ProgramScope?, start: Double
  ) {
    self.process = process
    self.channel = channel.number
    self.output = output.number
    self.error = error.number
    self.limits = limits
    self.scope = scope
    self.start = start
  }

  mutating func untilEnd() -> ProcessOutcome.End {
    var deadline = nextDeadline(from: start)
    var isOpen = true
    var status: Int32 = 0
    while true {
      // A child of the program may hold the pipe open, so the process itself is asked now and then as well.
      if waitpid(process, &status, WNOHANG) == process {
        drain()
        return end(status)
      }
      let now = Clock.milliseconds
      if Interrupts.isInterrupted || scope?.isEnded == true { end(politely: false) }
      if stop == nil {
        if isFlooded {
          stop = .output
        } else if now >= deadline, let limit = limits.time(afterMarks: marks) {
          stop = .time(limit)
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
        let before = marks
        isOpen = read()
        if marks > before, stop == nil { deadline = nextDeadline(from: Clock.milliseconds) }
      }
    }
  }

  private func nextDeadline(from moment: Double) -> Double {
    limits.time(afterMarks: marks).map { moment + $0 / .milliseconds(1) } ?? .infinity
  }

  private var isFlooded: Bool { size(of: output) > limits.outputBytes || size(of: error) > limits.outputBytes }

  /// How long a program may take to write out what it has printed, in milliseconds.
  private static let grace = 200.0

  private func end(politely: Bool) {
    kill(-process, politely ? SIGTERM : SIGKILL)
    // A program that has stopped itself takes its signal when it goes on.
    if politely { kill(-process, SIGCONT) }
  }

  private func end(_ status: Int32) -> ProcessOutcome.End {
    // A program may have printed too much and ended before that was seen: it is cut all the same.
    if let stop = stop ?? (isFlooded ? .output : nil) { return .stopped(stop) }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
  }

  /// Reads what is there; false at the end of file.
  private mutating func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(channel, &buffer, buffer.count)
    if count <= 0 { return count < 0 && errno == EINTR }
    messages += buffer[..<count]
    while let message = ChannelMessage(in: messages, from: counted) {
      if let mark = limits.mark, message.words.first == mark { marks += 1 }
      counted = message.end
    }
    arrivals.append(ProcessOutcome.Arrival(bytes: messages.count, milliseconds: Clock.milliseconds - start))
    return messages.count <= 64 << 20
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
