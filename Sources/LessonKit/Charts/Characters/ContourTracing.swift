/// Where the level curves of a sampled function pass through the cells of a plot.
struct ContourTracing {
  struct Cell {
    var row: Int
    var column: Int
    var glyph: Character

    /// Whether the curve runs along the row.
    var isShallow: Bool { glyph.isSame(as: "'") || glyph.isSame(as: "-") || glyph.isSame(as: ".") }
  }

  private let contour: Chart.Contour
  private let rows: Int
  private let columns: Int
  /// For each column (row) of the plot its fractional index in the grid of samples, nil outside the grid.
  private let across: [Double?]
  private let up: [Double?]
  private let x: AxisLayout
  private let y: AxisLayout
  /// Differences smaller than this are noise.
  private let noise: Double

  init(_ contour: Chart.Contour, x: AxisLayout, y: AxisLayout) {
    self.contour = contour
    self.x = x
    self.y = y
    rows = y.cells
    columns = x.cells
    across = (0..<x.cells).map { ContourTracing.index(x.value(at: $0 * 1024), contour.x, contour.columns) }
    up = (0..<y.cells).map { ContourTracing.index(y.value(at: $0 * 1024), contour.y, contour.rows) }
    noise = contour.values.reduce(0) { $1.isFinite ? Swift.max($0, $1.magnitude) : $0 } * 1e-12
  }

  private static func index(_ value: Double, _ range: ClosedRange<Double>, _ count: Int) -> Double? {
    let span = range.upperBound - range.lowerBound
    guard span > 0 else { return nil }
    let index = (value - range.lowerBound) / span * Double(count - 1)
    return index < -1e-9 || index > Double(count - 1) + 1e-9 ? nil : Swift.min(Double(count - 1), Swift.max(0, index))
  }

  /// The cells of one level, first the shallow ones.
  func cells(at level: Double) -> [Cell] {
    var cells: [Cell] = []
    for column in 0..<columns { traceColumn(column, level, &cells) }
    for row in 0..<rows { traceRow(row, level, &cells) }
    straighten(&cells)
    return cells
  }

  /// A shallow cell alone in its row between a lower and a higher neighbour is a stroke, as in a smooth line.
  private func straighten(_ cells: inout [Cell]) {
    var taken = [Bool](repeating: false, count: (rows + 2) * (columns + 2))
    func index(_ row: Int, _ column: Int) -> Int { (row + 1) * (columns + 2) + column + 1 }
    for cell in cells { taken[index(cell.row, cell.column)] = true }
    for i in cells.indices where cells[i].isShallow {
      let (row, column) = (cells[i].row, cells[i].column)
      guard !taken[index(row, column - 1)], !taken[index(row, column + 1)] else { continue }
      if taken[index(row - 1, column - 1)], taken[index(row + 1, column + 1)] { cells[i].glyph = "/" }
      if taken[index(row + 1, column - 1)], taken[index(row - 1, column + 1)] { cells[i].glyph = "\\" }
    }
  }

  private func traceColumn(_ column: Int, _ level: Double, _ cells: inout [Cell]) {
    guard let at = across[column] else { return }
    var below = difference(at, 0, level)
    for j in 1..<contour.rows {
      let above = difference(at, Double(j), level)
      defer { below = above }
      guard (below < 0) != (above < 0), below.isFinite, above.isFinite else { continue }
      let index = Double(j - 1) + below / (below - above)
      guard let place = y.place(value(index, contour.y, contour.rows)), y.reach.contains(place), !isSteep(at, index) else {
        continue
      }
      let (row, glyph) = SmoothLine.shallow(place)
      cells.append(Cell(row: Swift.min(row, rows - 1), column: column, glyph: glyph))
    }
  }

  private func traceRow(_ row: Int, _ level: Double, _ cells: inout [Cell]) {
    guard let at = up[row] else { return }
    var before = difference(0, at, level)
    for i in 1..<contour.columns {
      let after = difference(Double(i), at, level)
      defer { before = after }
      guard (before < 0) != (after < 0), before.isFinite, after.isFinite else { continue }
      let index = Double(i - 1) + before / (before - after)
      guard let place = x.place(value(index, contour.x, contour.columns)), x.reach.contains(place), isSteep(index, at) else {
        continue
      }
      let (across, up) = slope(index, at)
      // Columns per row, in 1024ths: under half a column the stroke is upright.
      let lean = -up / across * 1024
      let glyph: Character = lean.magnitude.rounded() < 512 ? "|" : lean > 0 ? "/" : "\\"
      cells.append(Cell(row: row, column: x.cell(at: place), glyph: glyph))
    }
  }

  /// More than 0.75 rows for each column.
  private func isSteep(_ i: Double, _ j: Double) -> Bool {
    let (across, up) = slope(i, j)
    return up == 0 || (across / up * 1024).magnitude.rounded() > 768
  }

  /// The change of the function from one plot column to the next, and from one row to the next.
  private func slope(_ i: Double, _ j: Double) -> (across: Double, up: Double) {
    let perColumn = Double(contour.columns - 1) / Double(columns - 1)
    let perRow = Double(contour.rows - 1) / Double(rows - 1)
    let (left, right) = (Swift.max(0, i - 0.5), Swift.min(Double(contour.columns - 1), i + 0.5))
    let (low, high) = (Swift.max(0, j - 0.5), Swift.min(Double(contour.rows - 1), j + 0.5))
    return (
      (sample(right, j) - sample(left, j)) / (right - left) * perColumn,
      (sample(i, high) - sample(i, low)) / (high - low) * perRow
    )
  }

  private func value(_ index: Double, _ range: ClosedRange<Double>, _ count: Int) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * (index / Double(count - 1))
  }

  /// The function minus the level; exactly zero within noise, so that a level that only touches a sample is the same
  /// everywhere.
  private func difference(_ i: Double, _ j: Double, _ level: Double) -> Double {
    let difference = sample(i, j) - level
    return difference.magnitude <= noise ? 0 : difference
  }

  /// The bilinear interpolation between samples.
  private func sample(_ i: Double, _ j: Double) -> Double {
    let (left, low) = (Int(i), Int(j))
    let (right, high) = (Swift.min(left + 1, contour.columns - 1), Swift.min(low + 1, contour.rows - 1))
    let (u, v) = (i - Double(left), j - Double(low))
    func row(_ row: Int) -> Double {
      let start = contour.values[row * contour.columns + left]
      return u == 0 ? start : start + (contour.values[row * contour.columns + right] - start) * u
    }
    return v == 0 ? row(low) : row(low) + (row(high) - row(low)) * v
  }

  /// The runs of shallow cells in the order in which a label is tried on them: from the lowest up those that have room for
  /// it, then the others, the longest first.
  static func runs(_ cells: [Cell], atLeast length: Int) -> [(row: Int, columns: ClosedRange<Int>)] {
    let shallow = cells.filter { $0.isShallow }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    var runs: [(row: Int, columns: ClosedRange<Int>)] = []
    for cell in shallow {
      if let last = runs.last, last.row == cell.row, cell.column <= last.columns.upperBound + 1 {
        runs[runs.count - 1].columns = last.columns.lowerBound...Swift.max(cell.column, last.columns.upperBound)
      } else {
        runs.append((cell.row, cell.column...cell.column))
      }
    }
    let others = runs.filter { $0.columns.count < length }
    return runs.filter { $0.columns.count >= length }
      + others.sorted { ($1.columns.count, $0.row, $0.columns.lowerBound) < ($0.columns.count, $1.row, $1.columns.lowerBound) }
  }
}
