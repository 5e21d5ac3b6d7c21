/// Takes one row after the other from the bytes of comma-separated values.
struct CSVReader {
  /// A row, and the line on which it begins, from 1.
  struct Row {
    var cells: [String]
    var line: Int
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var next = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
  }

  /// The next row; nil where there is no more. Lines with nothing in them are passed over.
  mutating func nextRow() throws(CSVError) -> Row? {
    while takeLineEnd() {}
    if next >= bytes.count { return nil }
    var row = Row(cells: [], line: line)
    repeat { row.cells.append(try cell()) } while take(separator)
    if next < bytes.count, !takeLineEnd() { throw .strayText(line: line) }
    return row
  }

  private mutating func cell() throws(CSVError) -> String {
    if take(Self.quote) { return try quoted(from: line) }
    let start = next
    while next < bytes.count, bytes[next] != separator, bytes[next] != 10, bytes[next] != 13 { next += 1 }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  /// The rest of a cell in quotation marks.
  private mutating func quoted(from start: Int) throws(CSVError) -> String {
    var cell: [UInt8] = []
    while next < bytes.count {
      if take(Self.quote) {
        guard take(Self.quote) else { return String(decoding: cell, as: UTF8.self) }
        cell.append(Self.quote)
      } else if takeLineEnd() {
        cell.append(10)
      } else {
        cell.append(bytes[next])
        next += 1
      }
    }
    throw .unclosedQuote(line: start)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next < bytes.count, bytes[next] == byte else { return false }
    next += 1
    return true
  }

  private mutating func takeLineEnd() -> Bool {
    if take(13) {
      _ = take(10)
    } else if !take(10) {
      return false
    }
    line += 1
    return true
  }
}
