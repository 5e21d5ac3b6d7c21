import Glibc
import Machine
import TestSupport
import Testing

@Suite("Entries of the cache")
struct SealedEntryTests {
  private static let key = SHA256.digest(Array("key".utf8))
  private static let fields = [Array("a\n0.5\n".utf8), [], Array("é:3:\n".utf8), [0, 255]]

  private func encoded(_ fields: [[UInt8]] = Self.fields) -> [UInt8] {
    SealedEntry.encode(kind: "runs", key: Self.key, fields: fields)
  }

  private func decoded(_ bytes: [UInt8]) -> [[UInt8]]? { SealedEntry.decode(bytes, kind: "runs", key: Self.key) }

  @Test(arguments: [fields, [], [[]], [[], []], [Array(repeating: 58, count: 1_000)]])
  func comeBackAsTheyWere(fields: [[UInt8]]) {
    #expect(decoded(encoded(fields)) == fields)
  }

  @Test func areMissesWhenCutAtAnyLength() {
    let bytes = encoded()
    for length in 0..<bytes.count { #expect(decoded(Array(bytes[..<length])) == nil) }
  }

  @Test func areMissesWhenAnyBitIsFlipped() {
    let bytes = encoded()
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        #expect(decoded(damaged) == nil)
      }
    }
  }

  @Test func areMissesWithMoreBehindThem() {
    for byte in UInt8.min...UInt8.max { #expect(decoded(encoded() + [byte]) == nil) }
  }

  @Test func areMissesUnderAnotherKeyOrKind() {
    #expect(SealedEntry.decode(encoded(), kind: "runs", key: SHA256.digest(Array("other".utf8))) == nil)
    #expect(SealedEntry.decode(encoded(), kind: "formulas", key: Self.key) == nil)
    #expect(SealedEntry.decode(SealedEntry.encode(kind: "a", key: "bc", fields: []), kind: "ab", key: "c") == nil)
  }

  /// Entries whose digest is right, and nothing else.
  @Test(arguments: [
    "", "sealed 1\n", "sealed 1\n4:runs", "sealed 2\n4:runs1:k", "sealed 1\n4:runs1:k1", "sealed 1\n4:runs1:k:",
    "sealed 1\n4:runs1:k-1:",
    "sealed 1\n4:runs1:k+1:a", "sealed 1\n4:runs1:k2:a", "sealed 1\n4:runs1:k99999999999999999999:a",
    "sealed 1\n4:runs1:k9223372036854775807:a",
  ])
  func areMissesWhenTheyMakeNoSense(body: String) {
    let bytes = Array((SHA256.digest(Array(body.utf8)) + "\n" + body).utf8)
    #expect(SealedEntry.decode(bytes, kind: "runs", key: "k") == nil)
  }

  @Test func areKeptByKindAndKey() throws {
    let folder = try TemporaryFolder()
    let store = SealedStore(folder: folder.path, kind: "runs")
    #expect(store.fields(for: Self.key) == nil)
    store.keep(Self.fields, for: Self.key)
    #expect(store.fields(for: Self.key) == Self.fields)
    #expect(folder.files == ["runs/\(Self.key.prefix(2))/\(Self.key)"])
    #expect(SealedStore(folder: folder.path, kind: "formulas").fields(for: Self.key) == nil)
    store.keep([], for: Self.key)
    #expect(store.fields(for: Self.key) == [])
  }

  @Test func areMissesWhereTheyCannotBeKept() throws {
    SealedStore(folder: nil, kind: "runs").keep(Self.fields, for: Self.key)
    #expect(SealedStore(folder: nil, kind: "runs").fields(for: Self.key) == nil)
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "runs")
    let store = SealedStore(folder: folder.path, kind: "runs")
    store.keep(Self.fields, for: Self.key)
    #expect(store.fields(for: Self.key) == nil)
    #expect(folder.read("runs") == "a file")
  }
}

@Suite("Sealed folders")
struct SealedFolderTests {
  private func made(in folder: TemporaryFolder) throws -> String {
    let place = folder.path + "/cache/entry"
    let draft = try SealedFolder.Draft(for: place)
    try FileSystem.write([1, 2], to: draft.path + "/a")
    try FileSystem.write([3], to: draft.path + "/deep/b")
    try draft.seal()
    return place
  }

  @Test func areWholeOnceSealed() throws {
    let folder = try TemporaryFolder()
    let place = try made(in: folder)
    #expect(SealedFolder.isWhole(place))
    #expect(folder.files == ["cache/entry/a", "cache/entry/deep/b", "cache/entry/digests.txt"])
  }

  /// The same size and another bit, wherever it is: a wrong number would come of it.
  @Test func areNotWholeWithAnyBitFlipped() throws {
    let folder = try TemporaryFolder()
    let place = try made(in: folder)
    for name in ["a", "deep/b", "digests.txt"] {
      let good = try #require(FileSystem.read(place + "/" + name))
      for index in good.indices {
        for bit in 0..<8 {
          var damaged = good
          damaged[index] ^= 1 << UInt8(bit)
          try FileSystem.write(damaged, to: place + "/" + name)
          #expect(!SealedFolder.isWhole(place), "\(name) \(index) \(bit)")
        }
      }
      try FileSystem.write(good, to: place + "/" + name)
      #expect(SealedFolder.isWhole(place))
    }
  }

  @Test func areNotWholeInThePlaceOfAnother() throws {
    let folder = try TemporaryFolder()
    try FileSystem.move(try made(in: folder), to: folder.path + "/cache/other")
    #expect(!SealedFolder.isWhole(folder.path + "/cache/other"))
  }

  @Test(arguments: ["gone", "cut", "more", "unlisted", "linked", "folder"])
  func areNotWholeOnceChanged(damage: String) throws {
    let folder = try TemporaryFolder()
    let place = try made(in: folder)
    switch damage {
    case "gone": FileSystem.remove(place + "/a")
    case "cut": try FileSystem.write([], to: place + "/a")
    case "more": try FileSystem.write([1], to: place + "/c")
    case "linked":
      FileSystem.remove(place + "/a")
      try #require(symlink("deep/b", place + "/a") == 0)
    case "folder":
      FileSystem.remove(place + "/a")
      try FileSystem.makeFolder(place + "/a")
    default: FileSystem.remove(place + "/digests.txt")
    }
    #expect(!SealedFolder.isWhole(place))
  }

  @Test func replaceOneThatIsNotWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: "cache/entry/a")
    #expect(!SealedFolder.isWhole(folder.path + "/cache/entry"))
    #expect(SealedFolder.isWhole(try made(in: folder)))
  }

  @Test func leaveNothingWhereTheyAreNotSealed() throws {
    let folder = try TemporaryFolder()
    do {
      let draft = try SealedFolder.Draft(for: folder.path + "/cache/entry")
      try FileSystem.write([1], to: draft.path + "/a")
      #expect(folder.files.count == 1)
    }
    #expect(folder.files == [])
    #expect(!SealedFolder.isWhole(folder.path + "/cache/entry"))
  }
}

@Suite("Tables of the cache")
struct SealedTableTests {
  private static let entries = [
    SealedTable.Entry(name: "a", bytes: [1, 2, 3]), .init(name: "é", bytes: []), .init(name: "c", bytes: [0, 255, 10, 58]),
  ]

  private func table(_ bytes: [UInt8]) -> SealedTable? { SealedTable(bytes, kind: "records", key: "key") }

  private func encoded() -> [UInt8] { SealedTable.encode(kind: "records", key: "key", Self.entries) }

  @Test func entriesComeBackAsTheyWere() throws {
    let table = try #require(self.table(encoded()))
    for entry in Self.entries { #expect(table[entry.name] == entry) }
    #expect(table["b"] == nil)
    #expect(self.table(SealedTable.encode(kind: "records", key: "key", [])) != nil)
  }

  @Test func areMissesWhenCutAtAnyLengthOrLonger() {
    let bytes = encoded()
    for length in 0..<bytes.count { #expect(table(Array(bytes[..<length])) == nil) }
    #expect(table(bytes + [0]) == nil)
  }

  @Test func areMissesOfAnotherKindOrKey() {
    #expect(SealedTable(encoded(), kind: "readings", key: "key") == nil)
    #expect(SealedTable(encoded(), kind: "records", key: "other") == nil)
  }

  /// A changed bit is a miss of the table or of the entry that it stands in, and of no other.
  @Test func aChangedBitIsAMiss() {
    let bytes = encoded()
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        guard let table = self.table(damaged) else { continue }
        #expect(Self.entries.count { table[$0.name] != $0 } == 1)
        for entry in Self.entries { #expect(table[entry.name] == nil || table[entry.name] == entry) }
      }
    }
  }

  @Test func theSealNamesAllEntries() throws {
    let others = [.init(name: "a", bytes: [1, 9, 3])] + Self.entries.dropFirst()
    let other = try #require(self.table(SealedTable.encode(kind: "records", key: "key", others)))
    let table = try #require(self.table(encoded()))
    #expect(table.seal != other.seal)
    // An entry that was read goes into the next table as it is.
    let again = try Self.entries.map { try #require(table[$0.name]) }
    #expect(SealedTable.encode(kind: "records", key: "key", again) == encoded())
  }
}
