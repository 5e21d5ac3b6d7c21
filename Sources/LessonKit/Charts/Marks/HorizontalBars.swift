/// Horizontal bars.
package struct BarsLayout: Sendable, Hashable {
  /// The bars from top to bottom.
  package var rows: [Row]
  /// The page column where the area of the bars begins.
  package var areaColumn: Int
  /// The columns of the area.
  package var areaWidth: Int
  /// Where the zero line stands in the area; nil when no value is negative and bars begin at the left.
  package var zeroColumn: Int?
  /// The value of one cell of a bar.
  package var unit: Double

  /// One bar.
  package struct Row: Sendable, Hashable {
    /// The name as drawn, right-aligned in its field by display width.
    package var name: String
    /// Its value.
    package var value: Double
    /// The value as written at the end of the bar.
    package var text: String
    /// The length in 1024ths of a cell, never negative; 0 for a missing value.
    package var length: Int
    /// Whether it goes left from the zero line.
    package var isNegative: Bool
  }
}

extension BarsLayout {
  /// Lays out bars: the longest takes the room between names and values; with negative values a zero line divides it.
  init(_ bars: Chart.Bars, width: Int) {
    let names = bars.names.map { $0.oneLine.truncated(to: width / 3) }
    let nameWidth = names.reduce(0) { Swift.max($0, $1.displayWidth) }
    let hasNegative = bars.values.contains { $0 < 0 }
    let decimals = ShortNumber.decimals(for: bars.values)
    let texts = bars.values.map { value in
      let text = ShortNumber.text(value, decimals: decimals)
      return value.isNaN ? "nan" : hasNegative && value > 0 ? "+" + text : text
    }
    let isSigned = hasNegative || texts.contains { $0.hasPrefix("-") }
    let textWidth = texts.reduce(0) { Swift.max($0, $1.utf8.count) } + (isSigned ? 0 : 1)
    areaColumn = nameWidth + 2
    let room = Swift.max(3, width - areaColumn - 1 - textWidth)
    let finite = bars.values.filter { $0.isFinite }
    let largest = finite.reduce(0) { Swift.max($0, $1.magnitude) }
    // Both sides of the zero line are equally long.
    let cells = hasNegative ? (room - 1) / 2 : room
    zeroColumn = hasNegative ? cells : nil
    areaWidth = hasNegative ? 2 * cells + 1 : cells
    unit = largest / Double(cells)
    let unit = unit
    rows = zip(zip(names, texts), bars.values).map { label, value in
      let length =
        value.isFinite && unit > 0 ? Swift.max(value == 0 ? 0 : 1, Int((value.magnitude / unit * 1024).rounded())) : 0
      return Row(
        name: label.0.padded(to: nameWidth, .trailing), value: value, text: label.1.padded(to: textWidth, .trailing),
        length: value.magnitude == .infinity ? room * 1024 : length, isNegative: value < 0)
    }
  }

  /// The bars as text.
  func lines(_ glyphs: Chart.Glyphs) -> [String] {
    guard !rows.isEmpty else { return ["(no data)"] }
    return rows.map { row in
      var area = [Character](repeating: " ", count: areaWidth)
      let start = zeroColumn.map { row.isNegative ? $0 - 1 : $0 + 1 } ?? 0
      let limit = zeroColumn.map { row.isNegative ? $0 : areaWidth - 1 - $0 } ?? areaWidth
      func put(_ i: Int, _ glyph: Character) { if i < limit { area[row.isNegative ? start - i : start + i] = glyph } }
      for i in 0..<Swift.min(limit, row.length >> 10) { put(i, Fill.full(glyphs)) }
      if row.length > 0,
        let last = Fill.rightward(row.length & 1023, isFirst: row.length < 1024, row.isNegative ? .ascii : glyphs)
      {
        put(row.length >> 10, last)
      }
      if let zeroColumn { area[zeroColumn] = "|" }
      return "\(row.name)  \(String(area)) \(row.text)".withoutTrailingSpaces
    }
  }
}

extension Chart {
  /// The bars of all calls as one list, for horizontal bars.
  var allBars: Bars {
    var result = Bars(name: "", names: [], values: [])
    for case .bars(let bars) in marks {
      result.names += bars.names
      result.values += bars.values
    }
    return result
  }
}

extension SVGBuilder {
  /// Horizontal bars with names on the left and values at the end. Returns the rows it takes.
  mutating func bars(_ layout: BarsLayout) -> Int {
    guard !layout.rows.isEmpty else {
      text("(no data)", x: 0, y: 0.75 * Self.cellHeight, .start, "chart-empty")
      return 1
    }
    let style = SeriesStyle.style(of: 0)
    let start = Double(layout.areaColumn) * Self.cellWidth
    let zero = start + (layout.zeroColumn.map { Double($0) + 0.5 } ?? 0) * Self.cellWidth
    for (index, row) in layout.rows.enumerated() {
      let y = (Double(index) + 0.75) * Self.cellHeight
      text(row.name.withoutLeadingSpaces, x: start - Self.cellWidth, y: y, .end, "chart-name")
      let length = Double(row.length) / 1024 * Self.cellWidth
      if row.length > 0 {
        let room = row.isNegative ? zero - start : start + Double(layout.areaWidth) * Self.cellWidth - zero
        let shown = min(length, room)
        element(
          "rect",
          [
            ("x", (row.isNegative ? zero - shown : zero).svg), ("y", (y - 6).svg), ("width", max(0.5, shown).svg),
            ("height", "12"), ("fill", style.color), ("class", "chart-bar"),
          ])
      }
      let end = Double(layout.areaColumn + layout.areaWidth + 1 + row.text.displayWidth) * Self.cellWidth
      text(row.text.withoutLeadingSpaces, x: end, y: y, .end, "chart-value")
    }
    let height = (Double(layout.rows.count) + 0.25) * Self.cellHeight
    rule(from: (zero, 0.25 * Self.cellHeight), to: (zero, height))
    return layout.rows.count
  }
}
