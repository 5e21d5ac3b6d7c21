extension Chart.Mark {
  /// The area between two curves.
  public static func band(_ band: Chart.Band) -> Chart.Mark { Chart.Mark(.band(band)) { .band(band) } }
}

extension MarkTraits {
  /// The area between two curves.
  static func band(_ band: Chart.Band) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Band chart", one: "a band", many: "bands"), noun: "band", name: band.name,
      extend: { extent in
        extent.add(band.xs, band.lows.count)
        extent.y.add(band.lows + band.highs)
      },
      signs: .own(":"), allowsSmoothLines: false,
      drawBelow: { drawing, _ in drawing.draw(band) },
      svgBelow: { svg, mark in svg.band(band, mark) }, sample: .area,
      sentences: { words, name in words.sentences(band, name) },
      parts: { _, name in band.parts(name) })
  }
}

extension PlotDrawing {
  /// The cells of the area between two curves.
  fileprivate mutating func draw(_ band: Chart.Band) {
    let low = Course(Chart.Series(name: "", xs: band.xs, ys: band.lows), x: layout.x, y: layout.y).columns
    let high = Course(Chart.Series(name: "", xs: band.xs, ys: band.highs), x: layout.x, y: layout.y).columns
    for case (let column, (let a?, let b?)) in zip(low, high).enumerated() where !a.isEmpty && !b.isEmpty {
      let (from, to) = (Swift.min(a.middle, b.middle), Swift.max(a.middle, b.middle))
      for row in layout.y.cells(from: from, through: to) { self[row, column] = glyphs == .ascii ? ":" : "░" }
    }
  }
}

extension SVGBuilder {
  /// The area between two curves, one piece for each stretch without gaps, cut at the border of the plot.
  fileprivate mutating func band(_ band: Chart.Band, _ mark: FramedMark) {
    let (frame, reach) = (mark.frame, mark.frame.area)
    var upper: [(x: Double, y: Double)] = []
    var lower: [(x: Double, y: Double)] = []
    func commands() -> String {
      var path = SVGPath()
      for (index, point) in (upper + lower.reversed()).enumerated() {
        if index == 0 { path.move(point.x, point.y) } else { path.line(point.x, point.y) }
      }
      path.close()
      return path.commands
    }
    for index in 0...band.lows.count {
      let isLast = index == band.lows.count || index >= band.highs.count
      let low = isLast ? nil : frame.point(band.xs[index], band.lows[index])
      let high = isLast ? nil : frame.point(band.xs[index], band.highs[index])
      if let low, let high, reach.x.contains(low.x) {
        lower.append((low.x, low.y.limited(to: reach.y)))
        upper.append((high.x, high.y.limited(to: reach.y)))
        continue
      }
      if upper.count > 1 { area(commands(), "chart-band", mark.style) }
      upper = []
      lower = []
      if isLast { return }
    }
  }
}

extension MarkWords {
  /// The first and the last interval.
  fileprivate func sentences(_ band: Chart.Band, _ name: String) -> [String] {
    let count = band.xs.count(atMost: min(band.lows.count, band.highs.count))
    guard count > 0 else { return [] }
    func interval(_ index: Int) -> String { "\(band.lows[index].spoken) to \(band.highs[index].spoken)" }
    let start = band.name.isEmpty ? "Band" : "Band \(name)"
    let (first, last) = (band.xs[0], band.xs[count - 1])
    return ["\(start): \(interval(0)) \(at(first)), \(interval(count - 1)) \(at(last))."]
  }
}

extension Chart.Band {
  /// Two columns: the lower curve and the upper one.
  fileprivate func parts(_ name: String) -> [TablePart] {
    let count = xs.count(atMost: min(lows.count, highs.count))
    return [("low", lows), ("high", highs)].map { part, values in
      .column(TableColumn(name: name.isEmpty ? part : "\(name) \(part)", xs: xs, values: values, count: count))
    }
  }
}
