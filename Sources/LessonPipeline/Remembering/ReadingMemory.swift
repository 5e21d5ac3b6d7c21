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

  /// - Parameter store: Where the readings are kept; nil where nothing is.
  init(_ store: RememberedTable? = nil) {
    self.store = store
    table = store?.read()
  }

  /// The readings of one lesson.
  subscript(_ slug: String) -> LessonReadings {
    lessons.withLock { lessons in
      if let known = lessons[slug] { return known }
      let readings = LessonReadings(table?[slug].flatMap { [KnownSwift](kept: $0) } ?? [])
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
        (found[slug].map { $0.used.keptBytes } ?? table?[slug]).map { (slug, $0) }
      })
  }
}

/// The readings of the Swift of one lesson.
final class LessonReadings: Sendable {
  private let state: Mutex<(known: [String: KnownSwift], used: [String: KnownSwift], parsed: Int)>

  init(_ readings: [KnownSwift]) {
    state = Mutex((Dictionary(readings.map { ($0.text, $0) }) { $1 }, [:], 0))
  }

  /// Reads a text of Swift, or says what it read before.
  var swift: SwiftReadings {
    SwiftReadings(
      outline: { text in self.value(of: text, \.outline) { SwiftReadings.parser.outline(text) } },
      spans: { text in self.value(of: text, \.spans) { SwiftReadings.parser.spans(text) } })
  }

  private func value<Value: Sendable>(
    of text: String, _ part: WritableKeyPath<KnownSwift, Value?>, _ parse: () -> Value
  ) -> Value {
    state.withLock { state in
      var reading = state.used[text] ?? state.known[text] ?? KnownSwift(text: text)
      let value: Value
      if let known = reading[keyPath: part] {
        value = known
      } else {
        value = parse()
        reading[keyPath: part] = value
        state.parsed += 1
      }
      state.used[text] = reading
      return value
    }
  }

  var parsed: Int { state.withLock { $0.parsed } }
  var hasChanged: Bool { state.withLock { $0.parsed > 0 || $0.used.count != $0.known.count } }

  /// What was asked for this time, in the order of the texts.
  var used: [KnownSwift] { state.withLock { $0.used.values.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) } } }
}

/// What is known of a text of Swift.
struct KnownSwift: Sendable, Equatable, ByteCodable {
  var text: String
  var outline: SwiftOutline?
  var spans: [SwiftSpan]?

  init(text: String) { self.text = text }

  func write(to writer: inout ByteWriter) {
    writer.write(text)
    writer.write(outline)
    writer.write(spans)
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    text = try reader.read()
    outline = try reader.read()
    spans = try reader.read()
  }
}

/// A sealed table in the cache.
struct RememberedTable: Sendable {
  var folder: String
  var kind: String
  var key: String

  private var path: String { "\(folder)/\(kind)/\(key)" }

  func read() -> SealedTable? {
    guard let bytes = FileSystem.read(path) else { return nil }
    FileSystem.touch(path)
    return SealedTable(bytes, kind: kind, key: key)
  }

  /// Keeps entries, if the disk lets it.
  ///
  /// - Returns: What names the table as it is now.
  @discardableResult
  func write(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let bytes = SealedTable.encode(kind: kind, key: key, entries)
    try? FileSystem.write(bytes, to: path)
    return SealedTable.seal(of: bytes)
  }
}
