/// The form of an entry of a cache: its own digest, then its kind, its key and its fields, each with its length.
///
/// An entry names what it is and carries a digest of its contents, so that one that was cut, swapped or changed is a miss.
package enum SealedEntry {
  private static let version = "sealed 1\n"
  private static let digestLength = 64

  /// An entry of some fields.
  package static func encode(kind: String, key: String, fields: [[UInt8]]) -> [UInt8] {
    var body = Array(version.utf8)
    for field in [Array(kind.utf8), Array(key.utf8)] + fields {
      body += Array("\(field.count):".utf8)
      body += field
    }
    return Array(SHA256.digest(body).utf8) + [10] + body
  }

  /// The fields of an entry; nil where anything about it is odd.
  package static func decode(_ bytes: [UInt8], kind: String, key: String) -> [[UInt8]]? {
    let body = bytes.dropFirst(digestLength + 1)
    guard body.starts(with: version.utf8), bytes[digestLength] == 10,
      SHA256.digest(body).utf8.elementsEqual(bytes[..<digestLength])
    else { return nil }
    var fields: [[UInt8]] = []
    var rest = body.dropFirst(version.utf8.count)
    while !rest.isEmpty {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), rest[..<colon].allSatisfy({ (48...57).contains($0) }),
        let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count <= rest.endIndex - colon - 1
      else { return nil }
      fields.append(Array(rest[(colon + 1)...].prefix(count)))
      rest = rest[(colon + 1 + count)...]
    }
    guard fields.count >= 2, fields[0].elementsEqual(kind.utf8), fields[1].elementsEqual(key.utf8) else { return nil }
    return Array(fields[2...])
  }
}

/// Entries of one kind in a folder of their own, by the digest of everything that they depend on.
package struct SealedStore: Sendable, Equatable {
  private let folder: String?
  private let kind: String

  private static let mostBytes = 128 << 20

  /// - Parameters:
  ///   - folder: The cache; nil where nothing is kept.
  ///   - kind: What the entries are, and the name of their folder.
  package init(folder: String?, kind: String) {
    self.folder = folder
    self.kind = kind
  }

  /// What was kept; nil for a miss.
  package func fields(for key: String) -> [[UInt8]]? {
    guard let path = path(key), FileSystem.isRegularFile(path), let size = FileSystem.size(of: path), size <= Self.mostBytes,
      let bytes = FileSystem.read(path)
    else { return nil }
    return SealedEntry.decode(bytes, kind: kind, key: key)
  }

  /// Keeps an entry, if the disk lets it: a cache that cannot be written makes the next run slower, never this one wrong.
  package func keep(_ fields: [[UInt8]], for key: String) {
    guard let path = path(key) else { return }
    try? FileSystem.write(SealedEntry.encode(kind: kind, key: key, fields: fields), to: path)
  }

  private func path(_ key: String) -> String? { folder.map { "\($0)/\(kind)/\(key.prefix(2))/\(key)" } }
}
