import LessonModel
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
  /// What the compiler warned of.
  package var warnings: [CompilerWarning] = []
  /// What the program wrote to standard error, where that is no part of its output; the beginning of it.
  package var standardError: [UInt8] = []

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
package struct RunCache: Sendable {
  private static let kind = "runs"
  private let store: SealedStore
  private let remote: RemoteStore?

  /// - Parameters:
  ///   - folder: The cache; nil where nothing is kept.
  ///   - remote: What other machines have run.
  package init(folder: String?, remote: RemoteStore? = nil) {
    store = SealedStore(folder: folder, kind: Self.kind)
    self.remote = folder == nil ? nil : remote
  }

  /// What was kept; nil for a miss.
  package func recording(for key: String) -> Recording? {
    if let recording = store.fields(for: key).flatMap(Self.recording) { return recording }
    guard let fields = remote?.fields(for: key, kind: Self.kind), let recording = Self.recording(fields) else { return nil }
    store.keep(fields, for: key)
    return recording
  }

  /// Keeps the recording of a good run.
  package func keep(_ recording: Recording, for key: String) {
    let fields = [
      recording.output, recording.stream, Array(recording.message.utf8), recording.warnings.keptBytes, recording.standardError,
    ]
    store.keep(fields, for: key)
    remote?.keep(fields, for: key, kind: Self.kind)
  }

  private static func recording(_ fields: [[UInt8]]) -> Recording? {
    guard fields.count == 5, let warnings = [CompilerWarning](kept: fields[3]) else { return nil }
    var recording = try? Recording(output: fields[0], stream: fields[1], message: String(decoding: fields[2], as: UTF8.self))
    recording?.warnings = warnings
    recording?.standardError = fields[4]
    return recording
  }
}
