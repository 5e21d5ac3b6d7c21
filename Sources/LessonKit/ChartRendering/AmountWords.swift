// Sentences about marks that show amounts rather than curves.

extension Chart.Bars {
  /// All bars from high to low if they are few, else the three highest and the lowest; then the total.
  func sentences(named name: String) -> [String] {
    let start = name.isEmpty || name.hasPrefix("the ") ? "" : "\(name): "
    let all = zip(names, values).map { (name: $0.oneLine, value: $1) }
    let present = all.filter { !$0.value.isNaN }
    // Stable: equal bars stay in the order of the author.
    let sorted = present.enumerated().sorted { a, b in
      a.element.value == b.element.value ? a.offset < b.offset : a.element.value > b.element.value
    }.map { $0.element }
    func words(_ bar: (name: String, value: Double)) -> String { "\(bar.name) \(bar.value.spoken)" }
    guard let lowest = sorted.last else { return ["\(start.isEmpty ? "No" : start + "no") bars."] }
    let total = present.reduce(0) { $0 + $1.value }
    let list =
      sorted.count <= 8
      ? "\(start)\(present.count.counted("bar")) from high to low: \(sorted.map(words).joined(separator: ", "))."
      : "\(start)\(present.count.counted("bar")), highest \(sorted.prefix(3).map(words).joined(separator: ", ")), lowest \(words(lowest))."
    let missing = all.count - present.count
    return [list, "Total \(total.spoken)."] + (missing == 0 ? [] : ["\(missing.counted("value")) missing."])
  }
}

extension Chart.Histogram {
  /// How many values, in which bins, which bin holds most, how many lie outside.
  var sentences: [String] {
    let total = counts.reduce(0, +)
    guard let most = counts.max(), most > 0, let fullest = counts.firstIndex(of: most) else { return ["No values."] }
    let bins =
      "\(counts.count.counted("bin")) of width \(width.value.spoken) from \(edge(0).spoken) to \(edge(counts.count).spoken)"
    var sentences = [
      "\(total.counted("value")) in \(bins).",
      "Most, \(most), lie from \(edge(fullest).spoken) to \(edge(fullest + 1).spoken).",
    ]
    if outside > 0 { sentences.append("\(outside.counted("value")) outside the bins.") }
    if missing > 0 { sentences.append("\(missing.counted("value")) missing.") }
    return sentences
  }
}

extension Chart.Matrix {
  /// The size, the largest and the smallest cell with their row and column.
  var sentences: [String] {
    let width = rows.reduce(0) { max($0, $1.count) }
    var cells: [(row: Int, column: Int, value: Double)] = []
    var missing = 0
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        if value.isNaN { missing += 1 } else { cells.append((row, column, value)) }
      }
    }
    let size = "\(rows.count.counted("row")), \(width.counted("column"))."
    guard let first = cells.first else { return [size, "No values."] }
    let high = cells.reduce(first) { $1.value > $0.value ? $1 : $0 }
    let low = cells.reduce(first) { $1.value < $0.value ? $1 : $0 }
    func words(_ cell: (row: Int, column: Int, value: Double)) -> String {
      let row = cell.row < rowNames.count ? rowNames[cell.row].oneLine : "\(cell.row + 1)"
      let column = cell.column < columnNames.count ? columnNames[cell.column].oneLine : "\(cell.column + 1)"
      return "\(cell.value.spoken) in row \(row), column \(column)"
    }
    let extremes = "Largest \(words(high)); smallest \(words(low))."
    return [size, extremes] + (missing == 0 ? [] : ["\(missing.counted("cell")) missing."])
  }
}

extension Chart.Box {
  /// The five numbers, then what lies beyond.
  var sentence: String {
    let start = name.isEmpty ? "Sample" : name.oneLine
    guard count > 0 else { return "\(start): no values." }
    var words = "\(start): median \(median.spoken), quartiles \(lowerQuartile.spoken) and \(upperQuartile.spoken)"
    words += ", whiskers \(low.spoken) to \(high.spoken)"
    if !outliers.isEmpty {
      words += ", \(outliers.count.counted("outlier"))"
      if outliers.count <= 3 { words += " at " + outliers.map { $0.spoken }.joined(separator: ", ") }
    }
    if missing > 0 { words += ", \(missing) missing" }
    return words + "."
  }
}
