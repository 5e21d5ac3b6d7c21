extension PlotDrawing {
  /// The cells of the area between two curves.
  mutating func draw(_ band: Chart.Band) {
    let low = Course(Chart.Series(name: "", xs: band.xs, ys: band.lows), x: layout.x, y: layout.y).columns
    let high = Course(Chart.Series(name: "", xs: band.xs, ys: band.highs), x: layout.x, y: layout.y).columns
    for case (let column, (let a?, let b?)) in zip(low, high).enumerated() where !a.isEmpty && !b.isEmpty {
      let (from, to) = (Swift.min(a.middle, b.middle), Swift.max(a.middle, b.middle))
      for row in layout.y.cells(from: from, through: to) { self[row, column] = glyphs == .ascii ? ":" : "░" }
    }
  }

  /// Upright bars on the axis: row k is full at k units.
  mutating func draw(_ histogram: Chart.Histogram) {
    guard !histogram.counts.isEmpty else { return }
    let perBin = (layout.x.cells - 1) / histogram.counts.count
    for (bin, count) in histogram.counts.enumerated() where count > 0 {
      guard let height = layout.y.place(Double(count)) else { continue }
      for column in (bin * perBin + 1)..<Swift.max(bin * perBin + 2, (bin + 1) * perBin) {
        for row in 0..<Swift.min(height >> 10, layout.y.cells - 1) { self[row + 1, column] = Fill.full(glyphs) }
        if let last = Fill.upright(height & 1023, isFirst: height < 1024, glyphs) { self[height >> 10 + 1, column] = last }
      }
    }
  }
}

extension PlotDrawing {
  /// Upright bars on the zero row, or hanging from it; the part of a cell at the end is the same for both.
  mutating func draw(_ bars: Chart.Bars, _ placed: PlacedMark) {
    guard case .character(let sign) = placed.sign else { return }
    let zero = layout.y.foot
    let base = AxisLayout.cell(at: zero)
    if layout.drawsZero(for: placed) { draw(Chart.Rule.y(0)) }
    let fill = sign == "#" ? Fill.full(glyphs) : sign
    for (columns, value) in zip(placed.barColumns, bars.values) where layout.y.hasBar(value) {
      let end = layout.y.place(value) ?? (value > 0 ? layout.y.reach.upperBound : layout.y.reach.lowerBound)
      let up = layout.y.scale == .log || value > 0 ? 1 : -1
      guard up * (end - zero) >= 0 else { continue }  // ends below a range that was fixed
      let length = Swift.max(1, up * (end - zero))
      for column in columns {
        for row in 0..<Swift.min(length >> 10, layout.y.cells) { self[base + up * (row + 1), column] = fill }
        if let last = Fill.upright(length & 1023, isFirst: length < 1024, up < 0 ? .ascii : glyphs) {
          self[base + up * (length >> 10 + 1), column] = last == "#" ? fill : last
        }
        if value == .infinity { self[layout.y.cells - 1, column] = "^" }
        if value == -.infinity { self[0, column] = "v" }
      }
    }
  }
}

extension PlotLayout {
  /// Whether bars that hang need their zero line, once for all bars of the plot.
  func drawsZero(for placed: PlacedMark) -> Bool {
    !zeroIsAxis && placed.index == marks.first { if case .bars = $0.mark { true } else { false } }?.index
  }
}

extension AxisLayout {
  /// Where bars begin: at zero, or where the axis comes nearest to it; a log axis does at the bottom.
  var foot: Int { Swift.max(0, Swift.min((cells - 1) * 1024, place(0) ?? 0)) }

  /// Whether a value makes a bar.
  func hasBar(_ value: Double) -> Bool { scale == .log ? value > 0 : value != 0 && !value.isNaN }
}

/// The characters of filled marks.
enum Fill {
  static func full(_ glyphs: Chart.Glyphs) -> Character {
    switch glyphs {
    case .ascii: "#"
    case .blocks: "█"
    case .braille: "⣿"
    }
  }

  /// The last cell of a bar, for a rest in 1024ths: `#` from 0.75, `:` from 0.5, `.` from 0.25; a bar that has no other cell
  /// always shows something.
  static func ascii(_ rest: Int, isFirst: Bool) -> Character? {
    rest >= 768 ? "#" : rest >= 512 ? ":" : rest >= 256 || isFirst ? "." : nil
  }

  static func upright(_ rest: Int, isFirst: Bool, _ glyphs: Chart.Glyphs) -> Character? {
    switch glyphs {
    case .ascii: ascii(rest, isFirst: isFirst)
    case .blocks: part(rest, of: 8, isFirst: isFirst).map { Array("▁▂▃▄▅▆▇█")[$0 - 1] }
    case .braille: part(rest, of: 4, isFirst: isFirst).map { Array("⣀⣤⣶⣿")[$0 - 1] }
    }
  }

  static func rightward(_ rest: Int, isFirst: Bool, _ glyphs: Chart.Glyphs) -> Character? {
    switch glyphs {
    case .ascii: ascii(rest, isFirst: isFirst)
    case .blocks: part(rest, of: 8, isFirst: isFirst).map { Array("▏▎▍▌▋▊▉█")[$0 - 1] }
    case .braille: part(rest, of: 2, isFirst: isFirst).map { Array("⡇⣿")[$0 - 1] }
    }
  }

  /// The nearest number of parts, nil for none.
  private static func part(_ rest: Int, of parts: Int, isFirst: Bool) -> Int? {
    let nearest = (rest * parts + 512) >> 10
    return nearest > 0 ? nearest : isFirst ? 1 : nil
  }
}
