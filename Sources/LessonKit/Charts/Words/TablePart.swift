/// What one mark adds to a data table that several share.
enum TablePart {
  /// Values over positions.
  case column(TableColumn)
  /// Rows that say themselves where they stand: series, x, y and, of a contour, the value.
  case rows([[Cell]])

  /// The points of a series.
  static func points(_ series: Chart.Series, _ name: String, noun: String) -> TablePart {
    .column(TableColumn(name: name, noun: noun, xs: series.xs, values: series.ys, count: series.count))
  }

  /// How many rows it has.
  var count: Int {
    switch self {
    case .column(let column): column.count
    case .rows(let rows): rows.count
    }
  }

  /// The columns that its rows need: series, x, y and perhaps a value.
  var width: Int {
    switch self {
    case .column: 3
    case .rows(let rows): rows.reduce(3) { max($0, $1.count) }
    }
  }
}

/// Values over positions, as a column of a data table.
struct TableColumn {
  /// The author's name for it, or the y axis's; may be empty.
  var name: String
  /// What it is called among others when it has no name.
  var noun = ""
  var xs: Chart.Positions
  var values: [Double]
  var count: Int

  /// Whether both have the same x in each row.
  func stands(where other: TableColumn) -> Bool {
    count == other.count && (xs == other.xs || (0..<count).allSatisfy { xs[$0] == other.xs[$0] })
  }
}

extension Chart {
  /// The most rows of a data table.
  static let tableRows = 24

  /// At most `limit` of the indices below `count`, evenly spaced, always with the first and the last.
  ///
  /// A step that divides the whole way is taken if it leaves at least a third of the limit; otherwise the last step is
  /// shorter than the others.
  static func evenIndices(count: Int, atMost limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<max(0, count)) }
    guard limit > 1 else { return limit == 1 ? [0] : [] }
    let way = count - 1
    let most = limit - 1
    let steps = stride(from: most, through: max(1, limit / 3), by: -1).first { way % $0 == 0 }
    let step = steps.map { way / $0 } ?? (way + most - 1) / most
    let indices = Array(stride(from: 0, to: way, by: step))
    return indices + [way]
  }
}

extension Cell {
  /// A number of a data table.
  static func data(_ value: Double) -> Cell { .number(value, .significant(6)) }
}
