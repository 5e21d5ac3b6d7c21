extension Chart.Mark {
  /// A table of shades and numbers.
  public static func matrix(_ matrix: Chart.Matrix) -> Chart.Mark { Chart.Mark(.matrix(matrix)) { .matrix(matrix) } }
}

extension MarkTraits {
  /// A table of shades and numbers: a figure of its own, so nothing of it is on a plot.
  static func matrix(_ matrix: Chart.Matrix) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Matrix", one: "a matrix", many: "matrices"), standing: { _ in .soloist(joins: false) },
      figure: { chart in
        let layout = MatrixLayout(matrix, width: chart.size.width)
        return OwnFigure(
          lines: { layout.lines(width: chart.size.width, $0) }, svg: { svg, page in svg.matrix(layout, page) }, table: nil)
      },
      isColored: false,
      sentences: { _, _ in matrix.sentences }, table: { matrix.table($0.title) })
  }
}

/// A table of shades.
package struct MatrixLayout: Sendable, Hashable {
  /// The names left of the rows, cut to their room.
  package var rowNames: [String]
  /// The names above the columns, cut to their room.
  package var columnNames: [String]
  /// Shade 0...9 and number of each cell, nil where the value is missing.
  package var cells: [[Cell?]]
  /// The page columns of the row names.
  package var nameWidth: Int
  /// The page columns of one cell with its number.
  package var cellWidth: Int
  /// The page columns between two cells.
  package var gap: Int
  /// The value of the lightest shade as written in the key line.
  package var low: String
  /// The value of the darkest shade as written.
  package var high: String

  /// One value.
  package struct Cell: Sendable, Hashable {
    /// 0, exactly the low end, to 9.
    package var shade: Int
    /// The number beside the shade; empty for none.
    package var text: String
  }
}

extension MatrixLayout {
  init(_ matrix: Chart.Matrix, width: Int) {
    let values = matrix.rows.flatMap { $0 }.filter { $0.isFinite }
    let low = matrix.range?.lowerBound ?? values.min() ?? 0
    let high = matrix.range?.upperBound ?? values.max() ?? 1
    let decimals = ShortNumber.decimals(for: values)
    let columns = matrix.rows.reduce(0) { Swift.max($0, $1.count) }
    cells = matrix.rows.map { row in
      (0..<columns).map { column in
        guard column < row.count, !row[column].isNaN else { return nil }
        return Cell(
          shade: MatrixLayout.shade(row[column], low, high),
          text: matrix.showsNumbers ? ShortNumber.text(row[column], decimals: decimals) : "")
      }
    }
    self.low = ShortNumber.text(low)
    self.high = ShortNumber.text(high)
    let names = (0..<matrix.rows.count).map { $0 < matrix.rowNames.count ? matrix.rowNames[$0].oneLine : "" }
    nameWidth = Swift.min(width / 4, names.reduce(0) { Swift.max($0, $1.displayWidth) })
    let number = cells.reduce(0) { $1.reduce($0) { Swift.max($0, $1?.text.utf8.count ?? 0) } }
    let heads = (0..<columns).map { $0 < matrix.columnNames.count ? matrix.columnNames[$0].oneLine : "" }
    let head = heads.reduce(0) { Swift.max($0, $1.displayWidth) }
    // The room of a column: shade and number as wide as the names need and the page has, four columns apart if possible.
    let room = columns == 0 ? 0 : (width - MatrixLayout.margin(nameWidth)) / columns
    let full = matrix.showsNumbers ? 2 + number : 2
    cellWidth = full <= room ? full : Swift.max(1, Swift.min(2, room))
    gap = Swift.max(0, Swift.min(Swift.max(matrix.showsNumbers ? 4 : 0, head + 1 - cellWidth), room - cellWidth))
    let (width, nameWidth) = (cellWidth + gap, nameWidth)
    rowNames = names.map { $0.truncated(to: nameWidth) }
    columnNames = heads.map { $0.truncated(to: Swift.max(1, width - 1)) }
  }

  /// The table as text, with its key line.
  func lines(width: Int, _ glyphs: Chart.Glyphs) -> [String] {
    guard cells.contains(where: { $0.contains { $0 != nil } }) else { return ["(no data)"] }
    let margin = MatrixLayout.margin(nameWidth)
    let shown = Swift.min(columnNames.count, (width - margin + gap) / (cellWidth + gap))
    let shades = MatrixLayout.shades(glyphs)
    var lines: [String] = []
    if columnNames.contains(where: { !$0.isEmpty }), cellWidth + gap > 2 {
      lines.append(header(margin, shown).withoutTrailingSpaces)
    }
    for (name, row) in zip(rowNames, cells) {
      var line = String(repeating: " ", count: nameWidth == 0 ? 2 : 2 + nameWidth - name.displayWidth) + name
      if nameWidth > 0 { line += "   " }
      for (column, cell) in row.prefix(shown).enumerated() {
        if column > 0 { line += String(repeating: " ", count: gap) }
        guard let cell else {
          line += String(repeating: " ", count: cellWidth)
          continue
        }
        let shade = String(repeating: shades[cell.shade], count: Swift.min(2, cellWidth))
        line += cellWidth > 2 ? shade + cell.text.padded(to: cellWidth - 2, .trailing) : shade
      }
      lines.append(line.withoutTrailingSpaces)
    }
    let hidden = columnNames.count - shown
    let rest = hidden > 0 ? "   (\(hidden) columns not shown)" : ""
    let key = ["key, \(low) to \(high): \(String(shades))", "   (a space is exactly \(low))\(rest)"]
    lines += key[0].displayWidth + key[1].displayWidth <= width ? [key.joined()] : key.map { $0.truncated(to: width) }
    return lines
  }

  /// The column names, each ending where its cells end.
  private func header(_ margin: Int, _ shown: Int) -> String {
    var line = ""
    for column in 0..<shown {
      let end = margin + column * (cellWidth + gap) + cellWidth
      let missing = end - line.displayWidth - columnNames[column].displayWidth
      line += String(repeating: " ", count: Swift.max(column == 0 ? 0 : 1, missing)) + columnNames[column]
    }
    return line
  }

  private static func shades(_ glyphs: Chart.Glyphs) -> [Character] {
    switch glyphs {
    case .ascii: Array(" .:-=+*#%@")
    case .blocks: Array("  ░░▒▒▓▓██")
    case .braille: Array(" ⡀⡄⡆⡇⣇⣧⣷⣿⣿")
    }
  }

  static func margin(_ nameWidth: Int) -> Int { nameWidth == 0 ? 2 : nameWidth + 5 }

  /// Ten shades of equal width; 0 is kept for exactly the low end and below it.
  private static func shade(_ value: Double, _ low: Double, _ high: Double) -> Int {
    let noise = Swift.max(low.magnitude, high.magnitude) * 1e-12
    guard value - low > noise else { return 0 }
    guard high - value > noise else { return 9 }
    let tenths = (value / 2 - low / 2) / (high / 2 - low / 2) * 10
    return Swift.min(9, Swift.max(1, Int((tenths * 1024).rounded()) >> 10))
  }
}

extension SVGBuilder {
  /// Draws a table of shades with its key. Returns the height.
  mutating func matrix(_ layout: MatrixLayout, _ page: SVGPage) -> Double {
    let names = layout.rowNames.map { page.fitting($0, page.width * 0.3) }
    let left = names.reduce(0) { max($0, page.width(of: $1)) } + (names.allSatisfy { $0.isEmpty } ? 1 : 13)
    let columns = Double(max(1, layout.columnNames.count))
    let pitch = min(110, (page.width - left) / columns)
    let height = min(34, max(22, pitch * 0.6))
    let top = layout.columnNames.allSatisfy { $0.isEmpty } ? 0 : page.line + 4
    let numbers = layout.cells.reduce(0.0) { $1.reduce($0) { max($0, page.width(of: $1?.text ?? "")) } }
    for (column, name) in layout.columnNames.enumerated() {
      text(
        page.fitting(name, pitch), x: left + (Double(column) + 0.5) * pitch, y: page.line / 2, page, .middle, "chart-name")
    }
    for (row, cells) in layout.cells.enumerated() {
      let y = top + Double(row) * height
      text(row < names.count ? names[row] : "", x: left - 10, y: y + height / 2, page, .end, "chart-name")
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        let x = left + Double(column) * pitch
        shade(cell.shade, x: x, y: y, width: pitch - 1, height: height - 1)
        if numbers < pitch - 2 { text(cell.text, x: x + pitch / 2, y: y + height / 2, page, .middle, "chart-value") }
      }
    }
    let bottom = top + Double(layout.cells.count) * height
    key(layout, x: left, y: bottom + 8 + page.line / 2, page)
    return bottom + 8 + page.line + 2
  }

  /// Ten shades from low to high between their two numbers.
  private mutating func key(_ layout: MatrixLayout, x: Double, y: Double, _ page: SVGPage) {
    let start = x + page.width(of: layout.low) + 8
    text(layout.low, x: x, y: y, page, .start, "chart-key")
    for step in 0...9 { shade(step, x: start + Double(step) * 16, y: y - 7, width: 16, height: 14) }
    text(layout.high, x: start + 168, y: y, page, .start, "chart-key")
  }

  /// The strongest shade still leaves text on it readable, because it is half see-through.
  private mutating func shade(_ shade: Int, x: Double, y: Double, width: Double, height: Double) {
    rect(
      x: x, y: y, width: width, height: height, "chart-cell", color: SeriesStyle.style(of: 0).color,
      opacity: 0.03 + Double(shade) * 0.052)
  }
}

extension Chart.Matrix {
  /// The size, the largest and the smallest cell with their row and column.
  fileprivate var sentences: [String] {
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
