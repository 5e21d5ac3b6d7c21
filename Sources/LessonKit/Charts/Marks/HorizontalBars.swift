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
  /// What the values are called, below the bars; empty for nothing.
  package var valueLabel: String
  /// What the names are called, above them; empty for nothing.
  package var nameLabel: String

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
  ///
  /// Values run along the horizontal axis, and names stand on the vertical one.
  init(_ bars: Chart.Bars, width: Int, x: String = "", y: String = "") {
    valueLabel = x.oneLine
    nameLabel = y.oneLine
    let names = bars.names.map { $0.oneLine.truncated(to: width / 3) }
    let nameWidth = names.reduce(0) { Swift.max($0, $1.displayWidth) }
    let hasNegative = bars.values.contains { $0 < 0 }
    let decimals = ShortNumber.decimals(for: bars.values)
    let texts = bars.values.map { value in
      let text = ShortNumber.text(value, decimals: decimals)
      return value.isNaN ? "nan" : hasNegative && value > 0 ? "+" + text : text
    }
    let isSigned = hasNegative || texts.contains { $0.begins(with: "-") }
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

  /// The bars as text with the names of their axes.
  func lines(_ glyphs: Chart.Glyphs, width: Int) -> [String] {
    guard !rows.isEmpty else { return ["(no data)"] }
    func line(_ label: String, _ column: (_ labelWidth: Int) -> Int) -> [String] {
      let label = label.truncated(to: width)
      let start = Swift.max(0, Swift.min(column(label.displayWidth), width - label.displayWidth))
      return label.isEmpty ? [] : [(String(repeating: " ", count: start) + label).withoutTrailingSpaces]
    }
    return line(nameLabel) { areaColumn - 2 - $0 } + barLines(glyphs)
      + line(valueLabel) { areaColumn + (areaWidth - 1) / 2 - $0 / 2 }
  }

  private func barLines(_ glyphs: Chart.Glyphs) -> [String] {
    rows.map { row in
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

extension OwnFigure {
  /// The bars of all calls in one list.
  static func bars(_ chart: Chart) -> OwnFigure {
    let bars = chart.allBars
    let width = chart.size.width
    let layout = BarsLayout(bars, width: width, x: chart.x.label, y: chart.y.label)
    return OwnFigure(
      lines: { layout.lines($0, width: width) }, svg: { svg, page in svg.bars(layout, page) },
      table: { bars.table(chart.title, names: layout.nameLabel, values: layout.valueLabel) },
      sentences: [("x", layout.valueLabel), ("y", layout.nameLabel)].compactMap { letter, label in
        label.isEmpty ? nil : "\(letter): \(label)."
      })
  }
}

extension Chart {
  /// The bars of all calls as one list, for horizontal bars.
  var allBars: Bars {
    var result = Bars(name: "", names: [], values: [])
    for mark in marks {
      guard case .bars(let bars) = mark.content else { continue }
      result.names += bars.names
      result.values += bars.values
    }
    return result
  }
}

extension SVGBuilder {
  /// Horizontal bars with names on the left, values at the end and the names of both axes. Returns the height.
  mutating func bars(_ layout: BarsLayout, _ page: SVGPage) -> Double {
    guard !layout.rows.isEmpty else {
      text("(no data)", x: 0, y: page.line / 2, page, .start, "chart-empty")
      return page.line
    }
    let color = SeriesStyle.style(of: 0).color
    let names = layout.rows.map { page.fitting($0.name.withoutLeadingSpaces, page.width * 0.4) }
    let start = names.reduce(0) { max($0, page.width(of: $1)) } + 10
    let values = layout.rows.reduce(0) { max($0, page.width(of: $1.text.withoutLeadingSpaces)) }
    // With bars to the left, these have the room of their values on the left too.
    let sides = layout.zeroColumn == nil ? 1.0 : 2.0
    let reach = max(20, (page.width - start - 8 - values * sides - 8 * (sides - 1)) / sides)
    let zero = layout.zeroColumn == nil ? start : start + values + 8 + reach
    let full = Double(layout.zeroColumn ?? layout.areaWidth) * 1024
    let step = 26.0
    let top = layout.nameLabel.isEmpty ? 0 : page.line + 4
    let nameLabel = page.fitting(layout.nameLabel, page.width)
    if top > 0 {
      text(nameLabel, x: max(0, start - 10 - page.width(of: nameLabel)), y: page.line / 2, page, .start, "chart-y-label")
    }
    for (index, row) in layout.rows.enumerated() {
      let y = top + (Double(index) + 0.5) * step
      text(names[index], x: start - 10, y: y, page, .end, "chart-name")
      let shown = min(1, Double(row.length) / full) * reach
      let side = row.isNegative ? -1.0 : 1.0
      if row.length > 0 {
        rect(x: side < 0 ? zero - shown : zero, y: y - 8, width: shown, height: 16, "chart-bar", color: color)
      }
      text(
        row.text.withoutLeadingSpaces, x: zero + side * (shown + 7), y: y, page, side < 0 ? .end : .start, "chart-value")
    }
    let bottom = top + Double(layout.rows.count) * step
    var path = SVGPath()
    path.stroke(zero, top, zero, bottom)
    stroke(path.commands, "chart-axes", opacity: 0.75)
    let valueLabel = page.lines(of: layout.valueLabel)
    for (index, line) in valueLabel.enumerated() {
      let half = min(page.width, page.width(of: line)) / 2
      let middle = max(half, min(page.width - half, sides == 1 ? zero + reach / 2 : zero))
      text(line, x: middle, y: bottom + 4 + page.line * (Double(index) + 0.5), page, .middle, "chart-x-label")
    }
    return bottom + 2 + (valueLabel.isEmpty ? 0 : 4 + page.line * Double(valueLabel.count))
  }
}
