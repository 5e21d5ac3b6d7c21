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
    guard let path = path(key), let bytes = CacheFile.read(path, upTo: Self.mostBytes) else { return nil }
    return SealedEntry.decode(bytes, kind: kind, key: key)
  }

  /// Keeps an entry, if the disk lets it: a cache that cannot be written makes the next run slower, never this one wrong.
  package func keep(_ fields: [[UInt8]], for key: String) {
    guard let folder, let path = path(key) else { return }
    try? CacheFile.write(SealedEntry.encode(kind: kind, key: key, fields: fields), to: path, in: folder)
  }

  private func path(_ key: String) -> String? { folder.map { "\($0)/\(kind)/\(key.prefix(2))/\(key)" } }
}

/// Many entries in one file, each with a digest of its own, so that one is read without the others.
///
/// The list of the entries is a ``SealedEntry`` behind its length; the entries follow in its order.
package struct SealedTable: Sendable {
  package struct Entry: Sendable, Equatable {
    /// What the list says of it.
    package var listing: Listing
    package var bytes: ArraySlice<UInt8>

    package var name: String { listing.name }

    fileprivate init(listing: Listing, bytes: ArraySlice<UInt8>) {
      self.listing = listing
      self.bytes = bytes
    }

    package init(name: String, bytes: [UInt8]) {
      self.init(listing: Listing(name: name, bytes: bytes), bytes: bytes[...])
    }
  }

  /// What the list of a table says of an entry.
  package struct Listing: Sendable, Equatable {
    package var name: String
    fileprivate var size: Int
    fileprivate var digest: [UInt8]
    /// Where it stands in the file of the table that it was read from: no part of what it is.
    package private(set) var place: Range<Int>?

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      size = bytes.count
      digest = SHA256.digestBytes(bytes)
    }

    fileprivate init(name: String, at place: Range<Int>, digest: [UInt8]) {
      self.name = name
      self.place = place
      size = place.count
      self.digest = digest
    }

    package static func == (left: Listing, right: Listing) -> Bool {
      left.name == right.name && left.size == right.size && left.digest == right.digest
    }
  }

  private let bytes: [UInt8]
  /// Names all that is in it.
  package var seal: [UInt8] { Self.seal(of: bytes) }
  private var places: [String: (range: Range<Int>, digest: [UInt8])] = [:]

  /// Reads the list; nil where anything about it is odd.
  package init?(_ bytes: [UInt8], kind: String, key: String) {
    guard bytes.count >= 8 else { return nil }
    let length = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(bytes.count - 8) else { return nil }
    var reached = 8 + Int(length)
    guard let fields = SealedEntry.decode(Array(bytes[8..<reached]), kind: kind, key: key), fields.count % 3 == 0 else {
      return nil
    }
    for start in stride(from: 0, to: fields.count, by: 3) {
      guard let size = Int(String(decoding: fields[start + 1], as: UTF8.self)), size >= 0, size <= bytes.count - reached
      else { return nil }
      places[String(decoding: fields[start], as: UTF8.self)] = (reached..<(reached + size), fields[start + 2])
      reached += size
    }
    guard reached == bytes.count else { return nil }
    self.bytes = bytes
  }

  /// An entry; nil where it is not there, or is not what was kept.
  package subscript(_ name: String) -> Entry? {
    guard let place = places[name], SHA256.digestBytes(bytes[place.range]) == place.digest else { return nil }
    let listing = Listing(name: name, at: place.range, digest: place.digest)
    return Entry(listing: listing, bytes: bytes[place.range])
  }

  /// What names a table, or its head: the digest of its list, which has the digests of all entries.
  package static func seal(of table: [UInt8]) -> [UInt8] { Array(table.dropFirst(8).prefix(64)) }

  /// What stands before the entries of a table: their list, behind its length.
  package static func head(kind: String, key: String, _ listings: [Listing]) -> [UInt8] {
    let fields = listings.flatMap { [Array($0.name.utf8), Array("\($0.size)".utf8), $0.digest] }
    let list = SealedEntry.encode(kind: kind, key: key, fields: fields)
    return (0..<8).map { UInt8(truncatingIfNeeded: list.count >> (56 - 8 * $0)) } + list
  }

  /// A table of some entries.
  package static func encode(kind: String, key: String, _ entries: [Entry]) -> [UInt8] {
    entries.reduce(into: head(kind: kind, key: key, entries.map(\.listing))) { $0 += $1.bytes }
  }
}
