extension SVGBuilder {
  /// Draws what lies under all other marks.
  mutating func area(_ placed: PlacedMark, _ frame: PlotFrame, _ styles: PlotStyles) {
    switch placed.mark {
    case .band(let band): if let style = styles.byMark[at(placed, frame)] { self.band(band, frame, styles.area(style)) }
    case .contour(let contour): self.contour(contour, frame)
    case .histogram(let histogram):
      if let style = styles.byMark[at(placed, frame)] { self.histogram(histogram, frame, style) }
    case .bars(let bars): if let style = styles.byMark[at(placed, frame)] { self.bars(bars, placed, frame, style) }
    case .rule(.x(let value)):
      guard let place = frame.layout.x.place(value), frame.layout.x.reach.contains(place) else { return }
      rule(from: (frame.x(place), frame.upper), to: (frame.x(place), frame.bottom), [("stroke-dasharray", "2 4")])
    case .rule(.y(let value)):
      guard let place = frame.layout.y.place(value), frame.layout.y.reach.contains(place) else { return }
      rule(from: (frame.left, frame.y(place)), to: (frame.right, frame.y(place)), [("stroke-dasharray", "2 4")])
    default: break
    }
  }

  /// Draws a mark on top of the areas.
  mutating func mark(_ placed: PlacedMark, _ frame: PlotFrame, _ styles: PlotStyles) {
    guard let style = styles.byMark[at(placed, frame)] else {
      if case .label(let label) = placed.mark { self.label(label, frame) }
      return
    }
    switch placed.mark {
    case .line(let series): curve(series, placed, frame, style, withMarkers: styles.showsMarkers)
    case .step(let series): staircase(series, placed, frame, style)
    case .points(let series): points(series, frame, style)
    case .path(let series): path(series, frame, style)
    case .errorBars(let bars): errorBars(bars, frame, style)
    case .box(let boxes): self.boxes(boxes, frame, style)
    case .band, .contour, .histogram, .bars, .rule, .label, .matrix: break
    }
  }

  private func at(_ placed: PlacedMark, _ frame: PlotFrame) -> Int {
    frame.layout.marks.firstIndex { $0.index == placed.index } ?? 0
  }

  private mutating func curve(
    _ series: Chart.Series, _ placed: PlacedMark, _ frame: PlotFrame, _ style: SeriesStyle, withMarkers: Bool
  ) {
    var path = PolylinePath(in: frame.area)
    let isDense = series.count > 8 * frame.layout.x.cells
    let points = isDense ? frame.envelope(placed.course) : (0..<series.count).map { frame.point(series[$0].x, series[$0].y) }
    path.add(points)
    element("path", [("d", path.commands), ("class", "chart-line"), ("stroke-linejoin", "round")] + style.stroke)
    infinities(placed.course, frame, style)
    guard withMarkers else { return }
    let visible = points.compactMap { $0 }.filter { frame.contains($0) }
    for index in Chart.evenIndices(count: visible.count, atMost: 7) {
      marker(style.marker, x: visible[index].x, y: visible[index].y, color: style.color)
    }
  }

  /// An arrow head at each column where a value of a curve is infinite.
  private mutating func infinities(_ course: [ColumnSpan?], _ frame: PlotFrame, _ style: SeriesStyle) {
    for column in course.indices {
      guard let span = course[column] else { continue }
      if span.isAbove { infinity(frame, x: frame.x(column * 1024), isAbove: true, style.color) }
      if span.isBelow { infinity(frame, x: frame.x(column * 1024), isAbove: false, style.color) }
    }
  }

  /// An arrow head where a value is infinite.
  mutating func infinity(_ frame: PlotFrame, x: Double, isAbove: Bool, _ color: String) {
    let (tip, tail) = isAbove ? (frame.upper - 4, frame.upper + 4) : (frame.y(0) + 4, frame.y(0) - 4)
    element(
      "path",
      [("d", "M\((x - 4).svg) \(tail.svg)L\(x.svg) \(tip.svg)L\((x + 4).svg) \(tail.svg)"), ("class", "chart-infinite")]
        + [("stroke", color), ("stroke-width", "2"), ("fill", "none")])
  }

  private mutating func staircase(_ series: Chart.Series, _ placed: PlacedMark, _ frame: PlotFrame, _ style: SeriesStyle) {
    var path = PolylinePath(in: frame.area)
    var last: (x: Double, y: Double)?
    for index in 0..<series.count {
      let point = frame.point(series[index].x, series[index].y)
      if let last, let x = frame.layout.x.place(series[index].x).map({ frame.x($0) }) {
        path.add(from: last, to: (x, last.y))
        if let point { path.add(from: (x, last.y), to: point) }
      }
      if let point, last == nil, index == series.count - 1 { path.add([point]) }
      last = point
    }
    element("path", [("d", path.commands), ("class", "chart-line")] + style.stroke)
    infinities(placed.course, frame, style)
  }

  private mutating func points(_ series: Chart.Series, _ frame: PlotFrame, _ style: SeriesStyle) {
    group([("class", "chart-points")])
    var drawn: Set<Int> = []
    for index in 0..<series.count {
      let (px, py) = (series[index].x, series[index].y)
      if py.magnitude == .infinity, let place = frame.layout.x.place(px), frame.layout.x.reach.contains(place) {
        infinity(frame, x: frame.x(place), isAbove: py > 0, style.color)
      }
      guard let point = frame.point(px, py), frame.contains(point) else { continue }
      // Points in the same pixel are one point, so that a million of them do not make a page of megabytes.
      guard drawn.insert(Int(point.x) << 20 + Int(point.y)).inserted else { continue }
      marker(style.marker, x: point.x, y: point.y, color: style.color)
    }
    close()
  }

  private mutating func path(_ series: Chart.Series, _ frame: PlotFrame, _ style: SeriesStyle) {
    let points = (0..<series.count).map { frame.point(series[$0].x, series[$0].y) }
    var path = PolylinePath(in: frame.area)
    path.add(points)
    element("path", [("d", path.commands), ("class", "chart-path"), ("stroke-opacity", "0.7")] + style.stroke)
    let signs = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    var labeled: [(x: Double, y: Double)] = []
    for (index, point) in points.enumerated() {
      guard let point, frame.contains(point) else { continue }
      if index == 0 || index == points.count - 1 || points.count <= signs.count {
        marker(.circle, x: point.x, y: point.y, color: style.color)
      }
      let isFree = labeled.allSatisfy { ($0.x - point.x).magnitude > 10 || ($0.y - point.y).magnitude > 14 }
      guard index < signs.count, isFree else { continue }
      labeled.append(point)
      text(String(signs[index]), x: point.x + 5, y: point.y - 8, .start, "chart-step")
    }
  }

  private mutating func errorBars(_ bars: Chart.ErrorBars, _ frame: PlotFrame, _ style: SeriesStyle) {
    for index in bars.centers.indices where index < bars.lows.count && index < bars.highs.count {
      if let low = frame.point(bars.xs[index], bars.lows[index]), let high = frame.point(bars.xs[index], bars.highs[index]) {
        var path = PolylinePath(in: frame.area)
        path.add(from: low, to: high)
        for end in [low, high] { path.add(from: (end.x - 4, end.y), to: (end.x + 4, end.y)) }
        element("path", [("d", path.commands), ("stroke", style.color), ("stroke-width", "1.6"), ("fill", "none")])
      }
      guard let center = frame.point(bars.xs[index], bars.centers[index]), frame.contains(center) else { continue }
      marker(style.marker, x: center.x, y: center.y, color: style.color)
    }
  }

  /// A point with words on its right, or on its left where the right has no room.
  private mutating func label(_ label: Chart.Label, _ frame: PlotFrame) {
    guard let point = frame.point(label.x, label.y), frame.contains(point) else { return }
    element("circle", [("cx", point.x.svg), ("cy", point.y.svg), ("r", "4"), ("fill", "none"), ("stroke", "currentColor")])
    let words = label.text.oneLine
    let isOnRight = point.x + 12 + Double(words.displayWidth) * Self.cellWidth <= Double(frame.width) * Self.cellWidth
    text(words, x: point.x + (isOnRight ? 9 : -9), y: point.y, isOnRight ? .start : .end, "chart-label")
  }
}

extension PlotFrame {
  /// A curve of very many values as its extremes in each column.
  fileprivate func envelope(_ course: [ColumnSpan?]) -> [(x: Double, y: Double)?] {
    var points: [(x: Double, y: Double)?] = []
    for column in course.indices {
      guard let span = course[column], !span.isEmpty else {
        points.append(nil)
        continue
      }
      let isRising = span.exit >= span.entry
      points.append((x(column * 1024 - 256), y(isRising ? span.low : span.high)))
      points.append((x(column * 1024 + 256), y(isRising ? span.high : span.low)))
    }
    return points
  }
}
