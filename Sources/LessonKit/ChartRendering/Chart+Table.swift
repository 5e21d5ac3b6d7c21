extension Chart {
  /// The numbers behind the picture, in at most 24 rows: even steps, the first and the last always.
  ///
  /// Curves over the same x share their rows; otherwise each series has its own rows. Six significant digits.
  public var table: Table {
    for mark in marks {
      switch mark {
      case .bars(let bars): return bars.table(title)
      case .matrix(let matrix): return matrix.table(title)
      case .histogram(let histogram): return histogram.table(title)
      case .box(let boxes): return boxes.table(title)
      default: break
      }
    }
    let columns = zip(marks, markNames).flatMap { $0.columns(named: $1.isEmpty ? "y" : $1) }
    if columns.isEmpty {
      for case .contour(let contour) in marks { return contour.table(self) }
    }
    return Chart.table(columns, of: self)
  }

  /// The most rows of a data table.
  static let tableRows = 24

  private static func table(_ columns: [TableColumn], of chart: Chart) -> Table {
    let xName = chart.x.label.isEmpty ? "x" : chart.x.label
    guard let first = columns.first else { return Table(chart.title, columns: [xName], rows: [[Cell]]()) }
    if columns.allSatisfy({ $0.stands(where: first) }) {
      let rows = evenIndices(count: first.count, atMost: tableRows).map { index in
        [Cell.data(first.xs[index])] + columns.map { Cell.data($0.values[index]) }
      }
      return Table(chart.title, columns: [xName] + columns.map { $0.name }, rows: rows)
    }
    let room = max(1, tableRows / columns.count)
    let rows = columns.prefix(tableRows).flatMap { column in
      evenIndices(count: column.count, atMost: room).map { index in
        [Cell.text(column.name), .data(column.xs[index]), .data(column.values[index])]
      }
    }
    return Table(chart.title, columns: ["series", xName, chart.y.label.isEmpty ? "y" : chart.y.label], rows: rows)
  }
}

/// Values over positions, as a column of a data table.
private struct TableColumn {
  var name: String
  var xs: Chart.Positions
  var values: [Double]
  var count: Int

  /// Whether both have the same x in each row.
  func stands(where other: TableColumn) -> Bool {
    count == other.count && (xs == other.xs || (0..<count).allSatisfy { xs[$0] == other.xs[$0] })
  }
}

extension Chart.Mark {
  fileprivate func columns(named name: String) -> [TableColumn] {
    switch self {
    case .line(let series), .points(let series), .step(let series), .path(let series):
      return [TableColumn(name: name, xs: series.xs, values: series.ys, count: series.count)]
    case .errorBars(let bars):
      let parts = [("low", bars.lows), ("", bars.centers), ("high", bars.highs)]
      let count = bars.xs.count(atMost: parts.reduce(Int.max) { min($0, $1.1.count) })
      return parts.map { part, values in
        TableColumn(
          name: part.isEmpty ? name : "\(name) \(part)", xs: bars.xs, values: values, count: count)
      }
    case .band(let band):
      let count = band.xs.count(atMost: min(band.lows.count, band.highs.count))
      return [("low", band.lows), ("high", band.highs)].map { part, values in
        TableColumn(name: "\(name) \(part)", xs: band.xs, values: values, count: count)
      }
    case .bars, .histogram, .matrix, .contour, .box, .rule, .label: return []
    }
  }
}

extension Cell {
  /// A number of a data table.
  fileprivate static func data(_ value: Double) -> Cell { .number(value, .significant(6)) }
}

extension Chart.Bars {
  fileprivate func table(_ title: String) -> Table {
    let rows = Chart.evenIndices(count: min(names.count, values.count), atMost: Chart.tableRows).map { index in
      [Cell.text(names[index]), .data(values[index])]
    }
    return Table(title, columns: ["name", "value"], rows: rows)
  }
}

extension Chart.Histogram {
  fileprivate func table(_ title: String) -> Table {
    let rows = Chart.evenIndices(count: counts.count, atMost: Chart.tableRows).map { bin in
      [Cell.data(edge(bin)), .data(edge(bin + 1)), .integer(counts[bin])]
    }
    return Table(title, columns: ["from", "to", "count"], rows: rows)
  }
}

extension Chart.Matrix {
  fileprivate func table(_ title: String) -> Table {
    let width = Chart.evenIndices(count: rows.reduce(0) { max($0, $1.count) }, atMost: Chart.tableRows)
    let lines = Chart.evenIndices(count: rows.count, atMost: Chart.tableRows).map { row in
      [Cell.text(row < rowNames.count ? rowNames[row] : "\(row + 1)")]
        + width.map { $0 < rows[row].count && !rows[row][$0].isNaN ? Cell.data(rows[row][$0]) : "" }
    }
    return Table(
      title, columns: [""] + width.map { $0 < columnNames.count ? columnNames[$0] : "\($0 + 1)" }, rows: lines)
  }
}

extension Chart.Boxes {
  fileprivate func table(_ title: String) -> Table {
    let rows = Chart.evenIndices(count: boxes.count, atMost: Chart.tableRows).map { index in
      let box = boxes[index]
      let numbers = [box.low, box.lowerQuartile, box.median, box.upperQuartile, box.high].map { Cell.data($0) }
      return [Cell.text(box.name), .integer(box.count)] + numbers + [.integer(box.outliers.count)]
    }
    let columns = ["name", "values", "low", "lower quartile", "median", "upper quartile", "high", "outliers"]
    return Table(title, columns: columns, rows: rows)
  }
}

extension Chart.Contour {
  /// The function on nine rows and nine columns, the largest y on top as in the picture.
  fileprivate func table(_ chart: Chart) -> Table {
    let across = Chart.evenIndices(count: columns, atMost: 9)
    let names = across.map { Chart.Positions.even(from: x.lowerBound, through: x.upperBound, count: columns)[$0].withDigits(6) }
    let ys = Chart.Positions.even(from: y.lowerBound, through: y.upperBound, count: rows)
    let lines = Chart.evenIndices(count: rows, atMost: 9).reversed().map { row in
      [Cell.data(ys[row])] + across.map { Cell.data(values[row * columns + $0]) }
    }
    let corner = "\(chart.y.label.isEmpty ? "y" : chart.y.label) \\ \(chart.x.label.isEmpty ? "x" : chart.x.label)"
    return Table(chart.title, columns: [corner] + names, rows: lines)
  }
}
