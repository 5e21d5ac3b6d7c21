/// One message of a running program, as the lesson runtime writes it: `type id number kind count`, then `count` bytes.
package struct RunRecord: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case begin
    case mark
    case value(Reported)
    case figure(Exhibit)
  }

  package var kind: Kind
  /// The place in the program, an index into its probes.
  package var probe: Int
  /// Bytes of standard output so far; negative where it is no longer the tool's file.
  package var offset: Int
  /// Where the record ends among the bytes of the channel.
  package var end: Int

  /// The records in what the channel carried; what is cut off at the end or makes no sense is dropped.
  package static func records(in bytes: [UInt8]) -> [RunRecord] {
    var records: [RunRecord] = []
    var index = 0
    while index < bytes.count, let lineEnd = bytes[index...].firstIndex(of: 10) {
      let fields = bytes[index..<lineEnd].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5, let probe = Int(fields[1]), let offset = Int(fields[2]), let count = Int(fields[4]), count >= 0,
        lineEnd + 1 + count < bytes.count
      else { break }
      let payload = Array(bytes[(lineEnd + 1)..<(lineEnd + 1 + count)])
      if let kind = kind(fields[0], form: fields[3], payload) {
        records.append(RunRecord(kind: kind, probe: probe, offset: offset, end: lineEnd + 2 + count))
      }
      index = lineEnd + 1 + count + 1
    }
    return records
  }

  private static func kind(_ type: String, form: String, _ payload: [UInt8]) -> Kind? {
    switch type {
    case "L": return .begin
    case "M", "S": return .mark
    case "V": return Reported(form: form, payload).map { .value($0) }
    case "F":
      var reader = FieldReader(bytes: payload)
      return reader.exhibit().map { .figure($0) }
    default: return nil
    }
  }
}

/// A value as a program reported it: with its type where the comparison of numbers needs one.
package enum Reported: Sendable, Equatable {
  case nothing
  case float64(UInt64, text: String)
  case float32(UInt32, text: String)
  case integer(String)
  case bool(Bool)
  case text(String)
  case exhibit(Exhibit)

  init?(form: String, _ payload: [UInt8]) {
    let text = String(decoding: payload, as: UTF8.self)
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch form {
    case "v": self = .nothing
    case "d":
      guard parts.count == 2, let bits = UInt64(parts[0], radix: 16) else { return nil }
      self = .float64(bits, text: parts[1])
    case "f":
      guard parts.count == 2, let bits = UInt32(parts[0], radix: 16) else { return nil }
      self = .float32(bits, text: parts[1])
    case "i": self = .integer(text)
    case "b": self = .bool(text == "true")
    case "g":
      var reader = FieldReader(bytes: payload)
      guard let exhibit = reader.exhibit() else { return nil }
      self = .exhibit(exhibit)
    default: self = .text(text)
    }
  }

  /// What `print` would write; nil where there is no value.
  package var description: String? {
    switch self {
    case .nothing: nil
    case .float64(_, let text), .float32(_, let text), .integer(let text), .text(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .exhibit(let exhibit): exhibit.text
    }
  }
}

/// A chart, table or diagram that a lesson showed, in every form that a page needs.
package struct Exhibit: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable { case chart, table, diagram }

  package var kind: Kind
  package var title: String
  package var text: String
  package var svg: String?
  package var summary: String
  package var data: Data?

  /// The numbers behind the picture.
  package struct Data: Sendable, Equatable {
    package var columns: [String]
    package var isNumeric: [Bool]
    package var rows: [[String]]

    package init(columns: [String], isNumeric: [Bool], rows: [[String]]) {
      self.columns = columns
      self.isNumeric = isNumeric
      self.rows = rows
    }
  }

  package init(kind: Kind, title: String, text: String, svg: String?, summary: String, data: Data?) {
    self.kind = kind
    self.title = title
    self.text = text
    self.svg = svg
    self.summary = summary
    self.data = data
  }
}

/// Reads fields that carry their length before a colon.
struct FieldReader {
  var bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func exhibit() -> Exhibit? {
    guard let kind = field().flatMap({ Exhibit.Kind(rawValue: $0) }), let title = field(), let text = field(),
      let svg = field(),
      let summary = field()
    else { return nil }
    return Exhibit(kind: kind, title: title, text: text, svg: svg.isEmpty ? nil : svg, summary: summary, data: data())
  }

  private mutating func data() -> Exhibit.Data? {
    guard let columns = number(), let rows = number(), columns <= 10_000, rows <= 100_000, index + columns <= bytes.count else {
      return nil
    }
    let alignments = bytes[index..<(index + columns)].map { $0 == UInt8(ascii: "r") }
    index += columns
    let names = (0..<columns).compactMap { _ in field() }
    let cells = (0..<rows).map { _ in (0..<columns).compactMap { _ in field() } }
    guard names.count == columns, cells.allSatisfy({ $0.count == columns }) else { return nil }
    return Exhibit.Data(columns: names, isNumeric: alignments, rows: cells)
  }

  private mutating func number() -> Int? { Int(prefix(upTo: 32)) }

  private mutating func field() -> String? {
    guard let count = Int(prefix(upTo: UInt8(ascii: ":"))), count >= 0, index + count <= bytes.count else { return nil }
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  private mutating func prefix(upTo end: UInt8) -> String {
    guard let stop = bytes[index...].firstIndex(of: end) else { return "" }
    defer { index = stop + 1 }
    return String(decoding: bytes[index..<stop], as: UTF8.self)
  }
}
