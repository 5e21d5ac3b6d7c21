/// What can stand in a table: `Int`, `Double`, `String`, a ``Cell``, and any of these that may be missing.
///
/// ```swift
/// let (name, count, share) = ("oak", 12, 0.25)
/// Table(columns: ["tree", "number", "share"], rows: [(name, count, share), ("pine", 36, 0.75)]).text
/// // => "tree   number   share\noak        12    0.25\npine       36    0.75"
/// ```
public protocol CellConvertible {
  /// The entry that it is.
  var cell: Cell { get }
}

extension Cell: CellConvertible {
  public var cell: Cell { self }

  /// The entry that a variable is.
  ///
  /// ```swift
  /// let count = 12
  /// let row: [Cell] = ["oak", Cell(count)]
  /// row.map(\.text)  // => ["oak", "12"]
  /// ```
  public init(_ value: some CellConvertible) { self = value.cell }
}

extension Int: CellConvertible { public var cell: Cell { .integer(self) } }
extension Double: CellConvertible { public var cell: Cell { .number(self) } }
extension String: CellConvertible { public var cell: Cell { .text(self) } }

/// What is missing is an empty entry.
extension Optional: CellConvertible where Wrapped: CellConvertible {
  public var cell: Cell { self?.cell ?? .text("") }
}

/// A column of a table, with its name above it.
public struct CellColumn: Sendable, Hashable {
  var name: String
  var cells: [Cell]

  /// A column of entries of one kind.
  public init(_ name: String, _ values: [some CellConvertible]) {
    self.name = name
    cells = values.map { $0.cell }
  }

  /// A column of numbers in a format.
  public init(_ name: String, _ values: [Double], _ format: NumberFormat) {
    self.name = name
    cells = values.map { .number($0, format) }
  }
}

extension Table {
  // Embedded Swift cannot yet walk along a tuple of any types; there a row is a list of ``Cell``.
  #if !hasFeature(Embedded)
  /// A table of rows of variables: integers, numbers, words, in any order.
  ///
  /// ```swift
  /// let trees = [(name: "oak", age: 120), (name: "pine", age: 85)]
  /// Table("Trees", columns: ["tree", "age"], rows: trees.map { ($0.name, $0.age, Double($0.age) / 100) }).rows[1].map(\.text)
  /// // => ["pine", "85", "0.85"]
  /// ```
  @_disfavoredOverload
  public init<each Value: CellConvertible>(_ title: String = "", columns: [String], rows: [(repeat each Value)]) {
    var cells: [[Cell]] = []
    for row in rows {
      var line: [Cell] = []
      repeat line.append((each row).cell)
      cells.append(line)
    }
    self.init(title, columns: columns, rows: cells)
  }
  #endif

  /// A table of columns, each of entries of its own kind.
  ///
  /// ```swift
  /// Table("Trees", CellColumn("tree", ["oak", "pine"]), CellColumn("height", [21.5, 30.25], .fixed(1))).text
  /// // => "Trees\n\ntree   height\noak      21.5\npine     30.2"
  /// ```
  public init(_ title: String, _ columns: CellColumn...) {
    let height = columns.reduce(0) { max($0, $1.cells.count) }
    self.init(
      title, columns: columns.map { $0.name },
      rows: (0..<height).map { row in columns.map { row < $0.cells.count ? $0.cells[row] : .text("") } })
  }
}
