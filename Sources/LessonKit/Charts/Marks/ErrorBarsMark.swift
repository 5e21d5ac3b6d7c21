extension Chart.Mark {
  /// A point and an interval around it for each x.
  public static func errorBars(_ bars: Chart.ErrorBars) -> Chart.Mark { Chart.Mark(.errorBars(bars)) { .errorBars(bars) } }
}

extension MarkTraits {
  /// A point and an interval around it for each x.
  static func errorBars(_ bars: Chart.ErrorBars) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Chart with error bars", one: "error bars", many: "error bars"), noun: "series", name: bars.name,
      extend: { extent in
        extent.add(bars.xs, bars.centers.count)
        extent.y.add(bars.centers + bars.lows + bars.highs)
      },
      signs: .point,
      drawAbove: { drawing, placed in drawing.draw(bars, placed.sign) },
      svgAbove: { svg, mark in svg.errorBars(bars, mark) }, sample: .marker,
      sentences: { words, name in words.sentences(bars, name) },
      parts: { _, name in bars.parts(name) })
  }
}

extension PlotDrawing {
  fileprivate mutating func draw(_ bars: Chart.ErrorBars, _ sign: PlacedMark.Sign) {
    guard case .character(let sign) = sign else { return }
    for i in bars.centers.indices {
      guard let across = layout.x.place(bars.xs[i]), layout.x.reach.contains(across) else { continue }
      let column = layout.x.cell(at: across)
      if let low = layout.y.place(bars.lows[i]), let high = layout.y.place(bars.highs[i]), low <= high {
        for row in layout.y.cells(from: low, through: high) { self[row, column] = "|" }
      }
      if let (row, column) = cell(bars.xs[i], bars.centers[i]) { self[row, column] = sign }
    }
  }
}

extension SVGBuilder {
  fileprivate mutating func errorBars(_ bars: Chart.ErrorBars, _ mark: FramedMark) {
    let frame = mark.frame
    for index in bars.centers.indices where index < bars.lows.count && index < bars.highs.count {
      if let low = frame.point(bars.xs[index], bars.lows[index]), let high = frame.point(bars.xs[index], bars.highs[index]) {
        var path = PolylinePath(in: frame.area)
        path.add(from: low, to: high)
        for end in [low, high] { path.add(from: (end.x - 4, end.y), to: (end.x + 4, end.y)) }
        stroke(path.commands, "chart-interval", color: mark.style.color, width: 1.6)
      }
      guard let center = frame.point(bars.xs[index], bars.centers[index]), frame.contains(center) else { continue }
      marker(mark.style, x: center.x, y: center.y)
    }
  }
}

extension MarkWords {
  /// The course of the centers, and the widest interval.
  fileprivate func sentences(_ bars: Chart.ErrorBars, _ name: String) -> [String] {
    let count = bars.xs.count(atMost: min(bars.centers.count, bars.lows.count, bars.highs.count))
    let centers = Chart.Series(name: name, xs: bars.xs, ys: Array(bars.centers.prefix(count)))
    let widths = (0..<count).map { bars.highs[$0] - bars.lows[$0] }
    let finite = widths.indices.filter { widths[$0].isFinite }
    guard let first = finite.first else { return [curve(centers, name)] + missing(centers) }
    let widest = finite.reduce(first) { widths[$1] > widths[$0] ? $1 : $0 }
    let interval = "\(bars.lows[widest].spoken) to \(bars.highs[widest].spoken)"
    return [curve(centers, name), "Widest interval \(interval) \(at(bars.xs[widest]))."] + missing(centers)
  }
}

extension Chart.ErrorBars {
  /// Three columns: the lower ends, the centers, the upper ends.
  fileprivate func parts(_ name: String) -> [TablePart] {
    let columns = [("low", lows), ("", centers), ("high", highs)]
    let count = xs.count(atMost: columns.reduce(Int.max) { min($0, $1.1.count) })
    return columns.map { part, values in
      let full = part.isEmpty || name.isEmpty ? name + part : "\(name) \(part)"
      return .column(TableColumn(name: full, noun: "series", xs: xs, values: values, count: count))
    }
  }
}
