package import Machine

/// What a run of a program left: enough to know every result without running it again.
package struct Recording: Sendable, Equatable {
  package let output: [UInt8]
  /// What the program wrote to its channel.
  package let stream: [UInt8]
  /// What that says.
  package let records: [RunRecord]
  /// The message of a program that failed as it should.
  package var message: String

  /// - Throws: ``MachineFault`` where the stream is of another version.
  package init(
    output: [UInt8], stream: [UInt8], arrivals: [ProcessOutcome.Arrival] = [], message: String = ""
  ) throws(MachineFault) {
    self.output = output
    self.stream = stream
    self.records = try RunRecord.records(in: stream, arrivals: arrivals)
    self.message = message
  }

  /// The recording of a program that never ran.
  package init(message: String) {
    self.output = []
    self.stream = []
    self.records = []
    self.message = message
  }
}

/// Good runs by the digest of everything that they depend on. A failure is never kept.
package struct RunCache: Sendable, Equatable {
  private let store: SealedStore

  /// - Parameter folder: The cache; nil where nothing is kept.
  package init(folder: String?) { store = SealedStore(folder: folder, kind: "runs") }

  /// What was kept; nil for a miss.
  package func recording(for key: String) -> Recording? {
    guard let fields = store.fields(for: key), fields.count == 3 else { return nil }
    return try? Recording(output: fields[0], stream: fields[1], message: String(decoding: fields[2], as: UTF8.self))
  }

  /// Keeps the recording of a good run.
  package func keep(_ recording: Recording, for key: String) {
    store.keep([recording.output, recording.stream, Array(recording.message.utf8)], for: key)
  }
}
