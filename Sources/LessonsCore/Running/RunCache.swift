internal import Foundation

/// What a good run of a program left: enough to know every result without running it again.
package struct Recording: Sendable, Equatable {
  package var output: [UInt8]
  package var records: [UInt8]
  /// The message of a program that failed as it should.
  package var message: String

  package init(output: [UInt8], records: [UInt8], message: String = "") {
    self.output = output
    self.records = records
    self.message = message
  }
}

/// Good runs by the digest of everything that they depend on. A failure is never kept.
///
/// An entry names its own key and carries a digest of its contents, so that one that was cut, swapped or changed is a miss.
package struct RunCache: Sendable {
  /// The folder; nil where nothing is kept.
  var folder: String?

  func recording(for key: String) -> Recording? {
    guard let path = path(key), FileSystem.isRegularFile(path), let size = FileSystem.size(of: path), size < 128 << 20,
      let bytes = FileSystem.read(path)
    else { return nil }
    return Self.decode(bytes, key: key)
  }

  func keep(_ recording: Recording, for key: String) {
    guard let path = path(key) else { return }
    // A cache that cannot be written makes the next run slower, never this one wrong.
    try? FileSystem.write(Self.encode(recording, key: key), to: path)
  }

  private func path(_ key: String) -> String? { folder.map { "\($0)/runs/\(key.prefix(2))/\(key)" } }

  package static func encode(_ recording: Recording, key: String) -> [UInt8] {
    let message = Array(recording.message.utf8)
    let body =
      Array("run 1 \(key) \(recording.output.count) \(recording.records.count) \(message.count)\n".utf8)
      + recording.output + recording.records + message
    return Array(SHA256.digest(body).utf8) + [10] + body
  }

  package static func decode(_ bytes: [UInt8], key: String) -> Recording? {
    guard bytes.count > 65, bytes[64] == 10, SHA256.digest(Array(bytes[65...])).utf8.elementsEqual(bytes[..<64]),
      let lineEnd = bytes[65...].firstIndex(of: 10)
    else { return nil }
    let fields = bytes[65..<lineEnd].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 6, fields[0] == "run", fields[1] == "1", fields[2] == key, let output = Int(fields[3]),
      let records = Int(fields[4]), let message = Int(fields[5]), lineEnd + 1 + output + records + message == bytes.count
    else { return nil }
    let first = lineEnd + 1
    return Recording(
      output: Array(bytes[first..<(first + output)]), records: Array(bytes[(first + output)..<(first + output + records)]),
      message: String(decoding: bytes[(first + output + records)...], as: UTF8.self))
  }
}
