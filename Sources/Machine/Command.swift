/// A program to start: everything that its behavior depends on, and nothing of this process's own environment.
package struct Command: Sendable, Equatable {
  package var executable: String
  package var arguments: [String]
  package var environment: [String: String]
  package var folder: String?
  /// What the program is told to be called; its path where nothing is said.
  package var name: String?
  /// The file that it reads as its standard input; nil for none.
  package var input: String?
  /// What the kernel holds it to.
  package var resources = ResourceLimits()
  package var enclosure = Enclosure.none

  package init(_ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}

/// How the kernel keeps a program apart from the rest of the machine.
package enum Enclosure: Sendable, Equatable {
  case none
  /// The program makes an enclosure, reads the filter of system calls from descriptor 4, and starts another in it, whose signal it
  /// reports as a status above 128.
  case wrapper(ProcessGroups)
  /// Landlock: it can read the first and write the second, and lives under the filter.
  case rules(readable: [String], writable: [String])

  var isWrapper: Bool { if case .wrapper = self { true } else { false } }
}

/// Whether a program may put processes that it starts into groups of their own.
package enum ProcessGroups: Sendable, Equatable {
  case refused
  /// As package managers and shells do. Only where the enclosure itself ends all that was started in it.
  case allowed
}

/// What the kernel holds a program to, whatever it does.
package struct ResourceLimits: Sendable, Equatable {
  /// Seconds of processor time.
  package var processorSeconds: Int?
  /// Bytes of memory that it may have mapped.
  package var memory: Int?
  /// Bytes of one file.
  package var fileSize: Int?
  package var openFiles: Int?

  package init(processorSeconds: Int? = nil, memory: Int? = nil, fileSize: Int? = nil, openFiles: Int? = nil) {
    self.processorSeconds = processorSeconds
    self.memory = memory
    self.fileSize = fileSize
    self.openFiles = openFiles
  }
}

/// What a program may use before it is ended.
package struct ProcessLimits: Sendable, Equatable {
  /// Wall time from the start to the first mark, then from mark to mark by the number of marks seen, the last one repeated;
  /// without any, a program may take as long as it likes.
  package var times: [Duration]
  /// Bytes of standard output, and of standard error.
  package var outputBytes: Int
  /// The first word of the messages that count as marks.
  package var mark: String?

  /// What a program may print unless it is said otherwise.
  package static let outputBytes = 2 << 20

  package init(times: [Duration], outputBytes: Int = ProcessLimits.outputBytes, mark: String? = nil) {
    self.times = times
    self.outputBytes = outputBytes
    self.mark = mark
  }

  func time(afterMarks count: Int) -> Duration? { times.isEmpty ? nil : times[min(count, times.count - 1)] }
}

/// How a program ended and what it left. A status other than zero is a normal result, not an error.
package struct ProcessOutcome: Sendable, Equatable {
  package enum End: Sendable, Equatable {
    case exited(Int32)
    case signaled(Int32)
    /// Ended by the tool, for want of time or for too much output.
    case stopped(Stop)
  }

  package enum Stop: Sendable, Equatable { case time(Duration), output }

  package var end: End
  package var output: [UInt8]
  package var error: [UInt8]
  /// What the program wrote to its channel, descriptor 3: see ``ChannelMessage``.
  package var messages: [UInt8]
  /// When each chunk of messages arrived.
  package var arrivals: [Arrival]
  package var milliseconds: Double

  /// How many bytes of messages had arrived, and when, since the start.
  package struct Arrival: Sendable, Equatable {
    package var bytes: Int
    package var milliseconds: Double

    package init(bytes: Int, milliseconds: Double) {
      self.bytes = bytes
      self.milliseconds = milliseconds
    }
  }
}

/// One message on a program's channel: a line of words of which the last counts bytes, then so many bytes, then a line feed.
package struct ChannelMessage: Sendable, Equatable {
  /// The words of its line but the count.
  package var words: [String]
  package var payload: Range<Int>

  /// Where the message ends, its line feed included.
  package var end: Int { payload.upperBound + 1 }

  /// No line of a message is longer.
  private static let longestLine = 256

  /// The message that begins at `start`; nil where it is not whole yet, or is none.
  package init?(in bytes: [UInt8], from start: Int) {
    guard start < bytes.count,
      let lineEnd = bytes[start..<min(start + Self.longestLine, bytes.count)].firstIndex(of: 10)
    else { return nil }
    let words = bytes[start..<lineEnd].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    let first = lineEnd + 1
    guard let last = words.last, let count = Int(last), count >= 0, count < bytes.count - first else { return nil }
    self.words = words.dropLast()
    self.payload = first..<(first + count)
  }
}
