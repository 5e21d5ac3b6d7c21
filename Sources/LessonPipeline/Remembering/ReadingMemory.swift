import LessonModel
import Machine
import SwiftReading
import Synchronization

/// What was read of the Swift of a course before: a reading of a text depends on the text alone and is kept by it.
///
/// One file for a course, with an entry for each lesson that is looked into when the lesson is read again.
final class ReadingMemory: Sendable {
  private let store: RememberedTable?
  private let table: SealedTable?
  /// How many texts of Swift had to be parsed.
  var parsed: Int { lessons.withLock { $0.values.reduce(0) { $0 + $1.parsed } } }
  private let lessons = Mutex<[String: LessonReadings]>([:])
  /// What an earlier build of this process has read.
  private let earlier: [String: LessonReadings]

  /// - Parameter store: Where the readings are kept; nil where nothing is.
  init(_ store: RememberedTable? = nil) {
    self.store = store
    table = store?.read()
    earlier = [:]
  }

  /// - Parameter last: The memory of the build before; what was read since is not kept.
  init(after last: ReadingMemory) {
    store = nil
    table = last.table
    earlier = last.earlier.merging(last.lessons.withLock { $0 }) { $1 }
  }

  /// The readings of one lesson.
  subscript(_ slug: String) -> LessonReadings {
    lessons.withLock { lessons in
      if let known = lessons[slug] { return known }
      let readings = LessonReadings(earlier[slug]?.used ?? table?[slug].flatMap { [KnownSwift](kept: $0.bytes) } ?? [])
      lessons[slug] = readings
      return readings
    }
  }

  /// Keeps what the lessons of a course needed this time, and what is known of those that were not read.
  func keep(for slugs: [String]) {
    let found = lessons.withLock { $0 }
    guard let store, found.values.contains(where: \.hasChanged) else { return }
    store.write(
      slugs.compactMap { slug in
        found[slug].map { SealedTable.Entry(name: slug, bytes: $0.used.keptBytes) } ?? table?[slug]
      })
  }
}

/// The readings of the Swift of one lesson.
final class LessonReadings: Sendable {
  private let state: Mutex<(known: [String: SwiftReading], used: [String: SwiftReading], parsed: Int)>

  init(_ readings: [KnownSwift]) {
    state = Mutex((Dictionary(readings.map { ($0.text, $0.reading) }) { $1 }, [:], 0))
  }

  /// Reads a text of Swift, or says what it read before.
  var swift: SwiftReadings {
    SwiftReadings { text in
      self.state.withLock { state in
        if let used = state.used[text] { return used }
        if state.known[text] == nil { state.parsed += 1 }
        let reading = state.known[text] ?? SwiftReading(text)
        state.used[text] = reading
        return reading
      }
    }
  }

  var parsed: Int { state.withLock { $0.parsed } }
  var hasChanged: Bool { state.withLock { $0.parsed > 0 || $0.used.count != $0.known.count } }

  /// What was asked for this time, in the order of the texts.
  var used: [KnownSwift] {
    state.withLock { $0.used }.map { KnownSwift(text: $0, reading: $1) }.sorted {
      $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
  }
}

/// What is known of a text of Swift.
struct KnownSwift: Sendable, Equatable, ByteCodable {
  var text: String
  var reading: SwiftReading

  init(text: String, reading: SwiftReading) {
    self.text = text
    self.reading = reading
  }

  func write(to writer: inout ByteWriter) {
    writer.write(text)
    writer.write(reading.outline)
    writer.write(reading.spans)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    text = try reader.read()
    reading = SwiftReading(outline: try reader.read(), spans: try reader.read())
  }
}

/// A sealed table in the cache.
struct RememberedTable: Sendable {
  var folder: String
  var kind: String
  var key: String

  private var path: String { "\(folder)/\(kind)/\(key)" }

  func read() -> SealedTable? {
    CacheFile.read(path).flatMap { SealedTable($0, kind: kind, key: key) }
  }

  /// The bytes of an entry that was read from this table, as they stand there now.
  func bytes(of listing: SealedTable.Listing) -> [UInt8]? { listing.place.flatMap { CacheFile.read($0, of: path) } }

  /// Keeps entries, if the disk lets it.
  func write(_ entries: [SealedTable.Entry]) { _ = write(entries.map(\.listing)) { entries[$0].bytes } }

  /// Keeps entries that are not all in memory at once, if the disk lets it.
  ///
  /// - Parameter bytes: Gives each of them.
  /// - Returns: What names the table as it is now.
  func write(_ listings: [SealedTable.Listing], _ bytes: (Int) -> ArraySlice<UInt8>) -> [UInt8] {
    let head = SealedTable.head(kind: kind, key: key, listings)
    try? CacheFile.write(head, followedBy: listings.count, to: path, in: folder, piece: bytes)
    return SealedTable.seal(of: head)
  }
}
