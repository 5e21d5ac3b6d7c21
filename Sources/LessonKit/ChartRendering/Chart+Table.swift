extension Chart {
  /// The numbers behind the picture, in at most 24 rows: even steps, the first and the last always.
  ///
  /// Marks over the same x share their rows; otherwise each row says which mark it belongs to. Six significant digits.
  public var table: Table {
    let drawn = self.drawn
    if hasHorizontalBars { return drawn.allBars.table(title) }
    switch drawn.marks.first {
    case .matrix(let matrix): return matrix.table(title)
    case .histogram(let histogram) where drawn.marks.count == 1: return histogram.table(title)
    case .box(let boxes) where drawn.marks.count == 1: return boxes.table(title)
    case .contour(let contour) where drawn.marks.count == 1: return contour.table(self)
    default: return MixedTable(drawn).table
    }
  }

  /// The most rows of a data table.
  static let tableRows = 24
}

extension Cell {
  /// A number of a data table.
  static func data(_ value: Double) -> Cell { .number(value, .significant(6)) }
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
