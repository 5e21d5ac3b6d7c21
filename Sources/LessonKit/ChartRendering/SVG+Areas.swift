extension SVGBuilder {
  /// The area between two curves, one piece for each stretch without gaps, cut at the border of the plot.
  mutating func band(_ band: Chart.Band, _ frame: PlotFrame, _ attributes: [(String, String)]) {
    let area = frame.area
    var upper: [(x: Double, y: Double)] = []
    var lower: [(x: Double, y: Double)] = []
    func commands() -> String {
      let points = upper + lower.reversed()
      return points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\($0.element.x.svg) \($0.element.y.svg)" }.joined() + "Z"
    }
    for index in 0...band.lows.count {
      let isLast = index == band.lows.count || index >= band.highs.count
      let low = isLast ? nil : frame.point(band.xs[index], band.lows[index])
      let high = isLast ? nil : frame.point(band.xs[index], band.highs[index])
      if let low, let high, area.x.contains(low.x) {
        lower.append((low.x, low.y.limited(to: area.y)))
        upper.append((high.x, high.y.limited(to: area.y)))
        continue
      }
      if upper.count > 1 { element("path", [("d", commands()), ("class", "chart-band")] + attributes) }
      upper = []
      lower = []
      if isLast { return }
    }
  }

  /// Upright bars on the axis, a pixel apart.
  mutating func histogram(_ histogram: Chart.Histogram, _ frame: PlotFrame, _ style: SeriesStyle) {
    for (bin, count) in histogram.counts.enumerated() where count > 0 {
      let (from, to) = (histogram.edge(bin), histogram.edge(bin + 1))
      guard let left = frame.layout.x.place(from), let right = frame.layout.x.place(to),
        let top = frame.layout.y.place(Double(count))
      else { continue }
      let (x, y) = (frame.x(left) + 0.5, frame.y(top).limited(to: frame.area.y))
      element(
        "rect",
        [
          ("x", x.svg), ("y", y.svg), ("width", max(0.5, frame.x(right) - x - 0.5).svg),
          ("height", max(0, frame.bottom - y).svg), ("fill", style.color), ("class", "chart-bar"),
        ])
    }
  }

  /// Upright bars on the zero line, or hanging from it; an infinite one ends at the border.
  mutating func bars(_ bars: Chart.Bars, _ placed: PlacedMark, _ frame: PlotFrame, _ style: SeriesStyle) {
    let axis = frame.layout.y
    let foot = frame.y(axis.foot)
    if frame.layout.drawsZero(for: placed), let zero = axis.place(0), axis.reach.contains(zero) {
      rule(from: (frame.left, foot), to: (frame.right, foot))
    }
    for (columns, value) in zip(placed.barColumns, bars.values) where axis.hasBar(value) {
      let end = axis.place(value) ?? (value > 0 ? axis.reach.upperBound : axis.reach.lowerBound)
      let isUp = axis.scale == .log || value > 0
      guard isUp ? end >= axis.foot : end <= axis.foot, columns.upperBound < frame.layout.x.cells else { continue }
      let top = frame.y(end).limited(to: frame.area.y)
      // Half a cell around the centers of its columns, a pixel less for the gap.
      let (left, right) = (frame.x(columns.lowerBound * 1024 - 512) + 0.5, frame.x(columns.upperBound * 1024 + 512) - 0.5)
      element(
        "rect",
        [
          ("x", left.svg), ("y", min(top, foot).svg), ("width", (right - left).svg),
          ("height", max(0.5, (top - foot).magnitude).svg), ("fill", style.color), ("class", "chart-bar"),
        ])
      if value.isInfinite { infinity(frame, x: (left + right) / 2, isAbove: value > 0, "currentColor") }
    }
  }

  /// Boxes with whiskers, one in a row.
  mutating func boxes(_ boxes: Chart.Boxes, _ frame: PlotFrame, _ style: SeriesStyle) {
    for (index, box) in boxes.boxes.enumerated() where box.count > 0 {
      let y = frame.y((frame.layout.y.cells - 1 - index) * 1024)
      func x(_ value: Double) -> Double? { frame.layout.x.place(value).map { frame.x($0).limited(to: frame.area.x) } }
      group([("class", "chart-box"), ("stroke", style.color), ("stroke-width", "1.6"), ("fill", "none")])
      if let low = x(box.low), let q1 = x(box.lowerQuartile), let median = x(box.median), let q3 = x(box.upperQuartile),
        let high = x(box.high)
      {
        var commands = "M\(low.svg) \(y.svg)H\(q1.svg)M\(q3.svg) \(y.svg)H\(high.svg)"
        for end in [low, high] { commands += "M\(end.svg) \((y - 4).svg)V\((y + 4).svg)" }
        element("path", [("d", commands)])
        element(
          "rect",
          [("x", q1.svg), ("y", (y - 6).svg), ("width", (q3 - q1).svg), ("height", "12"), ("fill", style.color)]
            + [("fill-opacity", "0.2")])
        element("path", [("d", "M\(median.svg) \((y - 6).svg)V\((y + 6).svg)"), ("stroke-width", "2.5")])
      }
      for outlier in box.outliers {
        guard let place = frame.layout.x.place(outlier), frame.layout.x.reach.contains(place) else { continue }
        element("circle", [("cx", frame.x(place).svg), ("cy", y.svg), ("r", "3")])
      }
      close()
    }
  }

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

extension Chart.Histogram {
  /// The lower edge of a bin, also of the one after the last.
  func edge(_ bin: Int) -> Double {
    TickStep.scaled(Double((first + bin) * width.mantissa), byTenTo: width.exponent)
  }
}

extension Double {
  /// The nearest number in a range.
  func limited(to range: ClosedRange<Double>) -> Double { Swift.min(range.upperBound, Swift.max(range.lowerBound, self)) }
}

extension String {
  var withoutLeadingSpaces: String { String(drop { $0 == " " }) }
}
