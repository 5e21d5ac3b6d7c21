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
      return "\(row.name)  \(String(area)) \(row.text)".trimmed
    }
  }
}

extension String {
  /// This text without trailing spaces.
  var trimmed: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
