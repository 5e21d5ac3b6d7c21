/// A program to start: everything that its behavior depends on, and nothing of this process's own environment.
package struct Command: Sendable, Equatable {
  package var executable: String
  package var arguments: [String]
  package var environment: [String: String]
  package var folder: String?

  package init(_ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}

/// What a program may use before it is ended.
package struct ProcessLimits: Sendable, Equatable {
  /// Wall time from the start to the first mark, then from mark to mark by the number of marks seen, the last one repeated.
  package var times: [TimeLimit]
  /// Bytes of standard output, and of standard error.
  package var outputBytes: Int

  package static let outputBytes = 2 << 20

  package init(times: [TimeLimit], outputBytes: Int = ProcessLimits.outputBytes) {
    self.times = times
    self.outputBytes = outputBytes
  }

  func time(afterMarks count: Int) -> TimeLimit { times.isEmpty ? .block : times[min(count, times.count - 1)] }
}

/// How a program ended and what it left. A status other than zero is a normal result, not an error.
package struct ProcessOutcome: Sendable, Equatable {
  package enum End: Sendable, Equatable {
    case exited(Int32)
    case signaled(Int32)
    /// Ended by the tool, for want of time or for too much output.
    case stopped(Stop)
  }

  package enum Stop: Sendable, Equatable { case time(TimeLimit), output }

  package var end: End
  package var output: [UInt8]
  package var error: [UInt8]
  package var records: [UInt8]
  /// When each chunk of records arrived: bytes so far, milliseconds since the start.
  package var arrivals: [Arrival]
  package var milliseconds: Double

  package struct Arrival: Sendable, Equatable {
    package var bytes: Int
    package var milliseconds: Double
  }
}

/// Why the tool could not do its work at all: one sentence, and what to do.
package struct MachineFault: Error, Sendable, Equatable {
  package enum Cause: Sendable, Equatable { case machine, usage, interrupt }

  package var message: String
  package var cause: Cause

  package init(_ message: String, cause: Cause = .machine) {
    self.message = message
    self.cause = cause
  }
}
