extension Chart {
  /// The numbers behind the picture, in at most 24 rows: even steps, the first and the last always.
  ///
  /// Marks over the same x share their rows; otherwise each row says which mark it belongs to. Six significant digits.
  public var table: Table {
    let drawn = self.drawn
    if let table = ownFigure?.table { return table() }
    if drawn.marks.count == 1, let table = drawn.marks[0].traits.table { return table(drawn) }
    return MixedTable(drawn).table
  }
}

/// The data table of marks that share two axes.
private struct MixedTable {
  private let chart: Chart
  private let parts: [TablePart]
  /// The names under upright bars, which stand for the x 0, 1, 2 and so on.
  private let names: [String]

  init(_ chart: Chart) {
    self.chart = chart
    names = chart.ruling?.names ?? []
    parts = zip(chart.marks, chart.markNames).flatMap { mark, name in mark.traits.parts(chart, name) }
  }

  var table: Table {
    let xName = chart.x.label.isEmpty ? names.isEmpty ? "x" : "name" : chart.x.label
    guard let first = parts.first else { return Table(chart.title, columns: [xName], rows: [[Cell]]()) }
    if let columns = sharedColumns {
      let rows = Chart.evenIndices(count: first.count, atMost: Chart.tableRows).map { index in
        [x(columns[0].xs[index])] + columns.map { Cell.data($0.values[index]) }
      }
      return Table(chart.title, columns: [xName] + columns.map { $0.name.isEmpty ? "y" : $0.name }, rows: rows)
    }
    let yName = chart.y.label.isEmpty ? "y" : chart.y.label
    let rows = zip(parts, shares).flatMap { part, share in
      Chart.evenIndices(count: part.count, atMost: share).map { index in
        switch part {
        case .column(let column):
          [Cell.text(column.name.isEmpty ? column.noun : column.name), x(column.xs[index]), .data(column.values[index])]
        case .rows(let rows): rows[index]
        }
      }
    }
    let hasValues = parts.contains { $0.width > 3 }
    return Table(chart.title, columns: ["series", xName, yName] + (hasValues ? ["value"] : []), rows: rows)
  }

  /// The x of a row: a number, or the name of a place.
  private func x(_ value: Double) -> Cell {
    guard let place = Int(exactly: value), names.indices.contains(place) else { return .data(value) }
    return .text(names[place])
  }

  /// All parts as columns if they have the same x in each row.
  private var sharedColumns: [TableColumn]? {
    var columns: [TableColumn] = []
    for part in parts {
      guard case .column(let column) = part, columns.first.map({ column.stands(where: $0) }) ?? true else { return nil }
      columns.append(column)
    }
    return columns
  }

  /// How many rows each part may take: short ones all of theirs, the rest shares what they leave.
  private var shares: [Int] {
    var shares = [Int](repeating: 0, count: parts.count)
    var (room, waiting) = (Chart.tableRows, parts.count)
    for i in parts.indices.sorted(by: { (parts[$0].count, $0) < (parts[$1].count, $1) }) {
      shares[i] = min(parts[i].count, room / waiting)
      (room, waiting) = (room - shares[i], waiting - 1)
    }
    return shares
  }
}
