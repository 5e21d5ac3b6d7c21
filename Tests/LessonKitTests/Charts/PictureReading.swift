import LessonKit

/// A plot read back from its text alone, without any of the code that drew it.
struct PictureReading {
  /// The lines of the plot from the top row to the bottom row, each from the axis on.
  var rows: [[Character]]
  /// The value of each row's center and of each column's center.
  var rowValues: [Double]
  var columnValues: [Double]
  /// Row and value of each labeled row; column and value of each labeled column.
  var rowTicks: [(cell: Int, value: Double)]
  var columnTicks: [(cell: Int, value: Double)]

  struct Unreadable: Error { var reason: String }

  /// Reads a picture with linear axes; `zeroIsAxis` when the bottom axis is the zero row of bars.
  init(_ text: String, zeroIsAxis: Bool = false) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    guard let axisLine = lines.lastIndex(where: { PictureReading.isAxis($0) }) else { throw Unreadable(reason: "no axis") }
    let axis = lines[axisLine]
    guard let left = axis.firstIndex(of: "+"), axisLine + 1 < lines.count else { throw Unreadable(reason: "no labels") }
    let columns = axis.count - left

    var top = axisLine
    while top > 0, lines[top - 1].count > left, "+|'-./\\*o#:^v".contains(lines[top - 1][left]),
      lines[top - 1].prefix(left).allSatisfy({ " -+.0123456789e".contains($0) })
    {
      top -= 1
    }
    let plot = lines[top..<(zeroIsAxis ? axisLine + 1 : axisLine)]
    rows = plot.map { line in (0..<columns).map { left + $0 < line.count ? line[left + $0] : " " } }
    rowTicks = plot.enumerated().compactMap { row, line in
      Double(String(line.prefix(left)).filter { $0 != " " }).map { (row, $0) }
    }
    columnTicks = try PictureReading.labels(lines[axisLine + 1], under: axis).map { ($0.column - left, $0.value) }
    guard let a = rowTicks.first, let b = rowTicks.last, a.cell < b.cell else { throw Unreadable(reason: "rows") }
    guard let c = columnTicks.first, let d = columnTicks.last, c.cell < d.cell else { throw Unreadable(reason: "columns") }
    rowValues = rows.indices.map { a.value + (b.value - a.value) * Double($0 - a.cell) / Double(b.cell - a.cell) }
    columnValues = (0..<columns).map { c.value + (d.value - c.value) * Double($0 - c.cell) / Double(d.cell - c.cell) }
  }

  var rowHeight: Double { (rowValues[0] - rowValues[1]).magnitude }
  var columnWidth: Double { columnValues[1] - columnValues[0] }

  private static func isAxis(_ line: [Character]) -> Bool {
    guard let plus = line.firstIndex(of: "+") else { return false }
    return line.count > plus + 6 && line[plus...].allSatisfy { $0 == "+" || $0 == "-" }
  }

  /// The numbers below an axis with the columns of their ticks: the `+` nearest to the middle of the text.
  private static func labels(_ line: [Character], under axis: [Character]) throws -> [(column: Int, value: Double)] {
    var result: [(Int, Double)] = []
    var start = 0
    while start < line.count {
      guard line[start] != " " else {
        start += 1
        continue
      }
      var end = start
      while end < line.count, line[end] != " " { end += 1 }
      let middle = start + (end - start) / 2
      guard let value = Double(String(line[start..<end])), middle < axis.count, axis[middle] == "+" else {
        throw Unreadable(reason: "label \(String(line[start..<end]))")
      }
      result.append((middle, value))
      start = end
    }
    return result
  }
}

/// The straight pieces between points, as an independent reference for a drawn line.
struct Polyline {
  var points: [(x: Double, y: Double)]

  func value(at x: Double) -> Double? {
    for (a, b) in zip(points, points.dropFirst()) where a.x <= x && x <= b.x {
      return a.x == b.x ? a.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    }
    return nil
  }

  /// The extremes between two x, which lie within the points or are taken at their ends.
  func extremes(from: Double, through: Double) -> ClosedRange<Double>? {
    guard let first = points.first, let last = points.last else { return nil }
    let (from, through) = (max(from, first.x), min(through, last.x))
    guard from <= through else { return nil }
    let values =
      [value(at: from), value(at: through)].compactMap { $0 } + points.filter { from <= $0.x && $0.x <= through }.map(\.y)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }
}
