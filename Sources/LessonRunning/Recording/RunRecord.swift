package import LessonModel
package import Machine

/// One message of a running program: `kind place offset form count`, then `count` bytes, as `Record` of the lesson runtime
/// writes it.
package struct RunRecord: Sendable, Equatable {
  /// The form of the records: the runtime says it first, for a reader that knows another would misread the rest.
  package static let version = 3

  /// What a record is, by the letter that it begins with.
  package enum Kind: String, Sendable {
    /// The first record; its place is the version.
    case begin = "L"
    /// The program has come to the beginning or the end of a block: its time begins anew.
    case mark = "M"
    /// It has come to a statement inside a block.
    case statement = "S"
    case value = "V"
    case figure = "F"
    /// A value at a line that is watched; its place is the line.
    case traced = "T"
    /// The program ends by itself; its place is the status.
    case exit = "X"
  }

  package enum Event: Sendable, Equatable {
    /// The program has come to a place: an index into its probes.
    case place(Int)
    /// It has computed the value at a place.
    case value(Int, ComputedValue)
    /// It has shown something, wherever it was.
    case figure(Exhibit)
    /// Something had a value at a line.
    case traced(TracedValue)
    /// It ends by itself, with a status.
    case exit(Int32)
  }

  package var event: Event
  /// Bytes of standard output so far; negative where it is no longer the tool's file.
  package var offset: Int
  /// When it arrived, since the start of the program; 0 where nobody knows.
  package var milliseconds: Double

  /// The place that the program has come to.
  package var place: Int? {
    switch event {
    case .place(let place), .value(let place, _): place
    case .figure, .traced, .exit: nil
    }
  }

  /// The records in what the channel carried; what is cut off at the end or makes no sense is dropped.
  ///
  /// - Throws: ``MachineFault`` where a runtime of another version wrote them.
  package static func records(
    in bytes: [UInt8], arrivals: [ProcessOutcome.Arrival] = []
  ) throws(MachineFault) -> [RunRecord] {
    var records: [RunRecord] = []
    var arrivals = arrivals[...]
    var place = 0
    while let message = ChannelMessage(in: bytes, from: place) {
      guard message.words.count == 4, let number = Int(message.words[1]), let offset = Int(message.words[2]) else { break }
      let kind = Kind(rawValue: message.words[0])
      if kind == .begin { try check(number) } else if place == 0 { break }
      arrivals = arrivals.drop { $0.bytes < message.end }
      let payload = Array(bytes[message.payload])
      if let event = kind.flatMap({ event($0, number, form: message.words[3], payload) }) {
        records.append(RunRecord(event: event, offset: offset, milliseconds: arrivals.first?.milliseconds ?? 0))
      }
      place = message.end
    }
    return records
  }

  private static func check(_ found: Int) throws(MachineFault) {
    if found == version { return }
    throw MachineFault(
      "the lesson runtime reports in version \(found), and the tool reads version \(version); install both together")
  }

  private static func event(_ kind: Kind, _ place: Int, form: String, _ payload: [UInt8]) -> Event? {
    switch kind {
    case .begin: nil
    case .mark, .statement: .place(place)
    case .value: ValueForm(rawValue: form)?.value(payload).map { .value(place, $0) }
    case .figure: Exhibit(payload).map { .figure($0) }
    case .traced: TracedValue(line: place, payload).map { .traced($0) }
    case .exit: Int32(exactly: place).map { .exit($0) }
    }
  }
}

/// How a value is written in a record, by the letter of its form.
private enum ValueForm: String {
  case nothing = "v"
  /// The bits, in hexadecimal digits.
  case float64 = "d"
  case float32 = "f"
  case integer = "i"
  case bool = "b"
  case exhibit = "g"
  /// The description of a value of any other type.
  case text = "t"

  func value(_ payload: [UInt8]) -> ComputedValue? {
    let text = String(decoding: payload, as: UTF8.self)
    return switch self {
    case .nothing: .nothing
    case .float64: UInt64(text, radix: 16).map { .float64(Double(bitPattern: $0)) }
    case .float32: UInt32(text, radix: 16).map { .float32(Float(bitPattern: $0)) }
    case .integer: .integer(text)
    case .bool: Bool(text).map { .bool($0) }
    case .exhibit: Exhibit(payload).map { .exhibit($0) }
    case .text: .text(text)
    }
  }
}

/// A value at a line, as a running program told it.
package struct TracedValue: Sendable, Equatable {
  /// Of which of the traced blocks it is, in their order.
  package var block: Int
  /// The line of the block, and how many lines behind it the last one is.
  package var line: Int
  package var lines: Int
  /// The column where what has the value begins in the first line, and the one behind it in the last, from 1.
  package var column: Int
  package var endColumn: Int
  package var name: String
  package var text: String
  package var isExact: Bool

  package init(
    block: Int = 0, line: Int, lines: Int = 0, column: Int, endColumn: Int, name: String, text: String, isExact: Bool = true
  ) {
    self.block = block
    self.line = line
    self.lines = lines
    self.column = column
    self.endColumn = endColumn
    self.name = name
    self.text = text
    self.isExact = isExact
  }

  /// Nil where the payload makes no sense.
  fileprivate init?(line: Int, _ payload: [UInt8]) {
    var fields = FieldReader(bytes: payload)
    guard let block = fields.next().flatMap({ Int($0) }), let lines = fields.next().flatMap({ Int($0) }),
      let column = fields.next().flatMap({ Int($0) }),
      let endColumn = fields.next().flatMap({ Int($0) }), let isExact = fields.next(), let name = fields.next(),
      let text = fields.next(), line >= 0, lines >= 0, column > 0
    else { return nil }
    self.init(
      block: block, line: line, lines: lines, column: column, endColumn: endColumn, name: name,
      text: PrintedText.text(Array(text.utf8)),
      isExact: isExact == "1")
  }
}

extension Exhibit {
  /// What the payload of a record shows; nil where it makes no sense.
  fileprivate init?(_ payload: [UInt8]) {
    var fields = FieldReader(bytes: payload)
    guard let kind = fields.next().flatMap({ Kind(rawValue: $0) }), let title = fields.next(), let text = fields.next(),
      let svg = fields.next(), let narrow = fields.next(), let summary = fields.next()
    else { return nil }
    self.init(
      kind: kind, title: title, text: text, svg: svg.isEmpty ? nil : svg, narrowSVG: narrow.isEmpty ? nil : narrow,
      summary: summary, data: Data(&fields))
  }
}

extension Exhibit.Data {
  fileprivate init?(_ fields: inout FieldReader) {
    guard let columns = fields.number(), let rows = fields.number(), columns <= 10_000, rows <= 100_000,
      let alignments = fields.bytes(columns), let names = fields.next(columns)
    else { return nil }
    var cells: [[String]] = []
    for _ in 0..<rows {
      guard let row = fields.next(columns) else { return nil }
      cells.append(row)
    }
    self.init(columns: names, isNumeric: alignments.map { $0 == UInt8(ascii: "r") }, rows: cells)
  }
}

/// Reads fields that carry their length before a colon.
private struct FieldReader {
  private let source: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.source = bytes }

  mutating func next() -> String? {
    Int(prefix(upTo: UInt8(ascii: ":"))).flatMap { bytes($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func next(_ count: Int) -> [String]? {
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = next() else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// A number that a blank ends.
  mutating func number() -> Int? { Int(prefix(upTo: 32)).flatMap { $0 < 0 ? nil : $0 } }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= source.count - index else { return nil }
    defer { index += count }
    return source[index..<(index + count)]
  }

  private mutating func prefix(upTo end: UInt8) -> String {
    guard let stop = source[index...].firstIndex(of: end) else { return "" }
    defer { index = stop + 1 }
    return String(decoding: source[index..<stop], as: UTF8.self)
  }
}
