/// A small table of data, read from comma-separated values: a line of names, then rows.
///
/// ```swift
/// let trees = try CSV("kind,height,age\noak,21.5,120\n\"pine, red\",30,85\nbirch,,40\n")
/// trees.columns  // => ["kind", "height", "age"]
/// try trees.strings("kind")  // => ["oak", "pine, red", "birch"]
/// try trees.ints("age")  // => [120, 85, 40]
/// try trees.doubles("height", missing: .nan)  // => [21.5, 30.0, nan]
/// try trees.complete("height").doubles("height")  // => [21.5, 30.0]
/// ```
///
/// Where tables have decimal commas, cells stand between semicolons:
///
/// ```swift
/// let prices = try CSV("year;cpi\n2020;101,5\n2021;104,2\n", separator: ";")
/// try prices.doubles("cpi", decimal: ",")  // => [101.5, 104.2]
/// ```
///
/// Lines end with LF, CRLF or CR; a cell in quotation marks may hold commas, line ends and, doubled, quotation marks. A byte order
/// mark and lines with nothing in them count for nothing. Every row has as many cells as there are names. A cell is missing where
/// it is empty or `NA`.
///
/// - Source: Y. Shafranovich, RFC 4180, "Common Format and MIME Type for CSV Files" (2005).
public struct CSV: Sendable, Hashable {
  /// The names of the columns, in their order.
  public let columns: [String]
  /// The cells as they are written, row by row, without the line of names.
  public let rows: [[String]]

  /// Reads a text.
  ///
  /// - Parameter separator: What stands between cells, such as `";"` or `"\t"`; one ASCII character.
  public init(_ text: String, separator: Unicode.Scalar = ",") throws(CSVError) {
    precondition(separator.isASCII, "a separator is one ASCII character")
    var reader = CSVReader(Array(text.utf8), separator: UInt8(truncatingIfNeeded: separator.value))
    guard let names = try reader.nextRow() else { throw .empty }
    for (place, name) in names.cells.enumerated() where names.cells[..<place].contains(name) { throw .repeatedColumn(name) }
    var rows: [[String]] = []
    while let row = try reader.nextRow() {
      guard row.cells.count == names.cells.count else {
        if let other = CSVError.separator(in: names.cells) { throw .otherSeparator(other) }
        throw .ragged(line: row.line, count: row.cells.count, expected: names.cells.count)
      }
      rows.append(row.cells)
    }
    columns = names.cells
    self.rows = rows
  }

  private init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The cells of a column as they are written; a missing one is empty.
  public func strings(_ column: String) throws(CSVError) -> [String] {
    let place = try place(of: column)
    return rows.map { Self.isMissing($0[place]) ? "" : $0[place] }
  }

  /// The numbers of a column, each the nearest `Double`.
  ///
  /// - Parameters:
  ///   - missing: What stands for a missing cell; without it one is an error.
  ///   - decimal: What stands before the fraction, `"."` or `","`.
  public func doubles(
    _ column: String, missing: Double? = nil, decimal: Unicode.Scalar = "."
  ) throws(CSVError) -> [Double] {
    precondition(decimal == "." || decimal == ",", "a decimal mark is a point or a comma")
    let mark = UInt8(truncatingIfNeeded: decimal.value)
    var numbers: [Double] = []
    for (row, text) in try strings(column).enumerated() {
      if text.isEmpty {
        guard let missing else { throw .missing(row: row + 1, column: column) }
        numbers.append(missing)
      } else {
        guard let number = DecimalNumeral(Self.trimmed(text), mark: mark), number.value.isFinite else {
          throw .notANumber(text, row: row + 1, column: column)
        }
        numbers.append(number.value)
      }
    }
    return numbers
  }

  /// The whole numbers of a column.
  ///
  /// - Parameter missing: What stands for a missing cell; without it one is an error.
  public func ints(_ column: String, missing: Int? = nil) throws(CSVError) -> [Int] {
    var numbers: [Int] = []
    for (row, text) in try strings(column).enumerated() {
      if text.isEmpty {
        guard let missing else { throw .missing(row: row + 1, column: column) }
        numbers.append(missing)
      } else {
        guard let number = Int(String(decoding: Self.trimmed(text), as: UTF8.self)) else {
          throw .notAnInteger(text, row: row + 1, column: column)
        }
        numbers.append(number)
      }
    }
    return numbers
  }

  /// The rows in which none of some columns is missing; without names, none of any.
  public func complete(_ columns: String...) throws(CSVError) -> CSV {
    var places: [Int] = []
    for column in columns { places.append(try place(of: column)) }
    if columns.isEmpty { places = Array(self.columns.indices) }
    return CSV(columns: self.columns, rows: rows.filter { row in !places.contains { Self.isMissing(row[$0]) } })
  }

  private func place(of column: String) throws(CSVError) -> Int {
    guard let place = columns.firstIndex(of: column) else { throw .noColumn(column, columns: columns) }
    return place
  }

  private static func isMissing(_ cell: String) -> Bool {
    let text = trimmed(cell)
    return text.isEmpty || text.elementsEqual("NA".utf8)
  }

  /// The bytes of a cell without blanks around them.
  static func trimmed(_ cell: String) -> ArraySlice<UInt8> {
    var bytes = Array(cell.utf8)[...]
    while let first = bytes.first, first == 32 || first == 9 { bytes.removeFirst() }
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    return bytes
  }
}
