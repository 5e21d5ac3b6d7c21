/// The data table of marks that share two axes.
struct MixedTable {
  private let chart: Chart
  private let parts: [Part]
  /// The names under upright bars, which stand for the x 0, 1, 2 and so on.
  private let names: [String]

  init(_ chart: Chart) {
    self.chart = chart
    names = chart.upright.groups > 0 ? chart.upright.names : []
    parts = zip(chart.marks, chart.markNames).flatMap { mark, name in mark.parts(named: name, chart) }
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
    let hasValues = chart.marks.contains { ChartKind($0) == .contour }
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

  /// Values over positions, or rows that say themselves where they stand: series, x, y and, of a contour, the value.
  fileprivate enum Part {
    case column(TableColumn)
    case rows([[Cell]])

    var count: Int {
      switch self {
      case .column(let column): column.count
      case .rows(let rows): rows.count
      }
    }
  }
}

/// Values over positions, as a column of a data table.
private struct TableColumn {
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

extension Chart.Mark {
  fileprivate func parts(named name: String, _ chart: Chart) -> [MixedTable.Part] {
    let (name, noun) = (name.oneLine, noun ?? "")
    let prefix = name.isEmpty ? "" : name + " "
    switch self {
    case .line(let series), .points(let series), .step(let series), .path(let series):
      return [.column(TableColumn(name: name, noun: noun, xs: series.xs, values: series.ys, count: series.count))]
    case .errorBars(let bars):
      let parts = [("low", bars.lows), ("", bars.centers), ("high", bars.highs)]
      let count = bars.xs.count(atMost: parts.reduce(Int.max) { min($0, $1.1.count) })
      return parts.map { part, values in
        .column(TableColumn(name: part.isEmpty ? name : prefix + part, noun: noun, xs: bars.xs, values: values, count: count))
      }
    case .band(let band):
      let count = band.xs.count(atMost: min(band.lows.count, band.highs.count))
      return [("low", band.lows), ("high", band.highs)].map { part, values in
        .column(TableColumn(name: prefix + part, xs: band.xs, values: values, count: count))
      }
    case .bars(let bars):
      let groups = chart.upright.groups
      let values = bars.values + [Double](repeating: .nan, count: groups - bars.values.count)
      return [.column(TableColumn(name: name, noun: noun, xs: .index, values: values, count: groups))]
    case .histogram(let histogram): return [.rows(histogram.mixedRows)]
    case .box(let boxes): return [.rows(boxes.boxes.flatMap { $0.mixedRows })]
    case .contour(let contour): return [.rows(contour.mixedRows)]
    case .rule(.x(let value)): return [.rows([["rule", .data(value), ""]])]
    case .rule(.y(let value)): return [.rows([["rule", "", .data(value)]])]
    case .label(let label): return [.rows([[.text(label.text), .data(label.x), .data(label.y)]])]
    case .matrix: return []
    }
  }
}

extension Chart.Histogram {
  fileprivate var mixedRows: [[Cell]] {
    counts.indices.map { ["count", .text("\(edge($0).withDigits(6)) to \(edge($0 + 1).withDigits(6))"), .integer(counts[$0])] }
  }
}

extension Chart.Box {
  fileprivate var mixedRows: [[Cell]] {
    var places = [
      ("low", low), ("lower quartile", lowerQuartile), ("median", median), ("upper quartile", upperQuartile), ("high", high),
    ]
    for outlier in outliers { places.append(("outlier", outlier)) }
    return places.map { place, value in [.text(place), .data(value), .text(name)] }
  }
}

extension Chart.Contour {
  /// The function on three rows and three columns, the largest y first.
  fileprivate var mixedRows: [[Cell]] {
    let xs = Chart.Positions.even(from: x.lowerBound, through: x.upperBound, count: columns)
    let ys = Chart.Positions.even(from: y.lowerBound, through: y.upperBound, count: rows)
    var result: [[Cell]] = []
    for row in [rows - 1, (rows - 1) / 2, 0] {
      for column in [0, (columns - 1) / 2, columns - 1] {
        result.append(["function", .data(xs[column]), .data(ys[row]), .data(values[row * columns + column])])
      }
    }
    return result
  }
}
