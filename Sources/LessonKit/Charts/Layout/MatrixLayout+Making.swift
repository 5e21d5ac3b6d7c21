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
      lines.append(header(margin, shown).trimmed)
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
      lines.append(line.trimmed)
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
