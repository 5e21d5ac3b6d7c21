/// Rows and columns that print as aligned text in a lesson and become an HTML table in its page.
///
/// ```swift
/// print(Table("Surprise", columns: ["outcome", "p", "bits"], rows: [["heads", 0.5, 1.0], ["edge", 0.125, 3.0]]))
/// // Prints "Surprise"
/// // Prints ""
/// // Prints "outcome       p   bits"
/// // Prints "heads     0.5      1.0"
/// // Prints "edge      0.125    3.0"
/// ```
public struct Table: Sendable, Hashable {
  /// The caption, or an empty text.
  public var title: String
  /// The names above the columns.
  public var columns: [String]
  /// The entries, row by row; every row has as many as there are columns.
  public private(set) var rows: [[Cell]]

  /// A table of words and numbers.
  ///
  /// Rows of different lengths are allowed: missing entries are empty, and a longer row adds columns without names.
  public init(_ title: String = "", columns: [String], rows: [[Cell]]) {
    let width = rows.reduce(columns.count) { max($0, $1.count) }
    self.title = title
    self.columns = columns + Array(repeating: "", count: width - columns.count)
    self.rows = rows.map { $0 + Array(repeating: .text(""), count: width - $0.count) }
  }

  /// A table of numbers, each written with `format`.
  @_disfavoredOverload  // literals make a table of cells, where 3 stays an integer
  public init(_ title: String = "", columns: [String], rows: [[Double]], format: NumberFormat = .shortest) {
    self.init(title, columns: columns, rows: rows.map { row in row.map { Cell.number($0, format) } })
  }

  /// A table of numbers, each with `digits` digits after the point.
  public init(_ title: String = "", columns: [String], rows: [[Double]], digits: Int) {
    self.init(title, columns: columns, rows: rows, format: .fixed(digits))
  }

  /// A table made of named columns of numbers, in the order written.
  ///
  /// ```swift
  /// Table(["step": [0, 1], "loss": [56, 12.25]], format: .significant(3)).text
  /// // => "step   loss\n   0   56.0\n   1   12.2"
  /// ```
  public init(_ columns: KeyValuePairs<String, [Double]>, format: NumberFormat = .shortest) {
    self.init("", columns, format: format)
  }

  /// A table made of named columns of numbers, in the order written, under a title.
  public init(_ title: String, _ columns: KeyValuePairs<String, [Double]>, format: NumberFormat = .shortest) {
    let height = columns.reduce(0) { max($0, $1.value.count) }
    let rows = (0..<height).map { row in
      columns.map { row < $0.value.count ? Cell.number($0.value[row], format) : Cell.text("") }
    }
    self.init(title, columns: columns.map { $0.key }, rows: rows)
  }

  /// How each column stands: numbers to the right with their decimal points in line, words to the left.
  ///
  /// One number makes a column a column of numbers.
  public var alignments: [TextAlignment] {
    columns.indices.map { column in
      rows.contains { $0[column].isNumber } ? .trailing : .leading
    }
  }

  /// The names of the columns and the number of rows: "Table of x, y, 3 rows."
  public var summary: String {
    let names = columns.filter { !$0.isEmpty }.map { $0.oneLine }
    let what = names.isEmpty ? "Table" : "Table of " + names.joined(separator: ", ")
    return "\(what), \(rows.count.counted("row"))."
  }
}

extension Table: CustomStringConvertible {
  public var description: String { text }
}
