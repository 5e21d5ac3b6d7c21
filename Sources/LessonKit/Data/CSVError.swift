/// Why a text is no table, or a cell not what was asked for; lines and rows count from 1, and the line of names is no row.
public enum CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is nothing in it, not even a line of names.
  case empty
  /// The file cannot be read.
  case unreadable(path: String)
  /// A quoted cell has no end.
  case unclosedQuote(line: Int)
  /// Letters follow the end of a quoted cell.
  case strayText(line: Int)
  /// A row has more or fewer cells than there are names.
  case ragged(line: Int, count: Int, expected: Int)
  /// The header has one column and rows have more; in it stands what seems to separate them.
  case otherSeparator(Unicode.Scalar)
  /// Two columns have one name.
  case repeatedColumn(String)
  /// There is no such column.
  case noColumn(String, columns: [String])
  /// A cell is empty that must not be.
  case missing(row: Int, column: String)
  /// A cell is no number.
  case notANumber(String, row: Int, column: String)
  /// A cell is no whole number, or one that no `Int` can hold.
  case notAnInteger(String, row: Int, column: String)

  public var description: String {
    switch self {
    case .empty: "the table is empty: its first line must name the columns"
    case .unreadable(let path): "'\(path)' cannot be read; a lesson reads the files that its 'data' declares"
    case .unclosedQuote(let line): "the quotation mark in line \(line) is never closed"
    case .strayText(let line): "in line \(line) something follows a closing quotation mark; inside quotes write it twice"
    case .ragged(let line, let count, let expected):
      "line \(line) has \(count.counted("cell")), and there \(expected == 1 ? "is" : "are") \(expected.counted("column"))"
    case .otherSeparator(let separator): Self.words(separator)
    case .repeatedColumn(let name): "two columns are named '\(name)'"
    case .noColumn(let name, let columns): "there is no column '\(name)'; \(Self.words(columns))"
    case .missing(let row, let column): "row \(row) has no '\(column)'; say what stands for it with missing:"
    case .notANumber(let text, let row, let column):
      "'\(text)' in row \(row) of '\(column)' is not a number\(Self.hasDecimalComma(text) ? Self.commaWords : "")"
    case .notAnInteger(let text, let row, let column): "'\(text)' in row \(row) of '\(column)' is not a whole number"
    }
  }
}

extension CSVError {
  /// What seems to separate the columns of a header that was read as one.
  static func separator(in columns: [String]) -> Unicode.Scalar? {
    guard columns.count == 1 else { return nil }
    return columns[0].unicodeScalars.first { $0 == ";" || $0 == "\t" }
  }

  private static func words(_ separator: Unicode.Scalar) -> String {
    let (name, literal) = separator == "\t" ? ("tab", "\\t") : ("'\(separator)'", "\(separator)")
    return "the header has one column and a \(name) in it; give separator: \"\(literal)\""
  }

  private static func words(_ columns: [String]) -> String {
    if let separator = separator(in: columns) { return words(separator) }
    return columns.count == 1 ? "the only column is '\(columns[0])'" : "the columns are \(columns.joined(separator: ", "))"
  }

  private static let commaWords = "; if its comma is a decimal one, say decimal: \",\""

  private static func hasDecimalComma(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ",")) && DecimalNumeral(CSV.trimmed(text), mark: UInt8(ascii: ",")) != nil
  }
}
