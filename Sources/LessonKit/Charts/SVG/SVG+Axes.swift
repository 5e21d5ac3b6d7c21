extension SVGBuilder {
  /// Both axes with their ticks and labels, and a faint line across the plot at each tick of the vertical one.
  mutating func axes(_ frame: PlotFrame) {
    let (layout, page) = (frame.layout, frame.page)
    let isNamed = layout.y.scale == .category
    var (lines, grid) = (SVGPath(), SVGPath())
    if !isNamed { lines.stroke(frame.left, frame.upper, frame.left, frame.bottom) }
    lines.stroke(frame.left, frame.bottom, frame.right, frame.bottom)
    for tick in layout.y.ticks where !isNamed {
      let y = frame.y(tick.place)
      lines.stroke(frame.left - 4, y, frame.left, y)
      if (y - frame.bottom).magnitude > 1 { grid.stroke(frame.left, y, frame.right, y) }
    }
    for tick in layout.x.ticks {
      let x = frame.x(tick.place)
      lines.stroke(x, frame.bottom, x, frame.bottom + 4)
      if isNamed { grid.stroke(x, frame.upper - 10, x, frame.bottom) }
    }
    stroke(grid.commands, "chart-grid", opacity: 0.12)
    stroke(lines.commands, "chart-axes", opacity: 0.75)
    for tick in layout.y.ticks {
      let label = page.fitting(tick.text, frame.left - 8)
      text(label, x: frame.left - (isNamed ? 10 : 8), y: frame.y(tick.place), page, .end, "chart-y-tick")
    }
    for tick in labeled(layout.x.ticks, frame) {
      text(tick.text, x: frame.x(tick.place), y: frame.bottom + 8 + page.line / 2, page, .middle, "chart-x-tick")
    }
    let yLabel = layout.y.label.oneLine
    let wanted = frame.left - page.width(of: yLabel)
    text(page.fitting(yLabel, page.width), x: max(0, wanted), y: frame.upper - page.line, page, .start, "chart-y-label")
    for (index, line) in frame.xLabel.enumerated() {
      let half = min(page.width, page.width(of: line)) / 2
      let middle = max(half, min(page.width - half, (frame.left + frame.right) / 2))
      text(line, x: middle, y: frame.bottom + 8 + page.line * (Double(index) + 1.5), page, .middle, "chart-x-label")
    }
  }

  /// The ticks whose labels have room: all, or every second, third and so on.
  private func labeled(_ ticks: [AxisLayout.Tick], _ frame: PlotFrame) -> [AxisLayout.Tick] {
    let page = frame.page
    func overlaps(_ shown: [AxisLayout.Tick]) -> Bool {
      zip(shown, shown.dropFirst()).contains { a, b in
        frame.x(b.place) - frame.x(a.place) < (page.width(of: a.text) + page.width(of: b.text)) / 2 + 6
      }
    }
    for step in 1...Swift.max(1, ticks.count) {
      // Zero keeps its label.
      let start = (ticks.firstIndex { $0.value == 0 } ?? 0) % step
      let shown = stride(from: start, to: ticks.count, by: step).map { ticks[$0] }
      if !overlaps(shown) { return shown.filter { frame.x($0.place) + page.width(of: $0.text) / 2 <= page.width + 2 } }
    }
    return []
  }

  /// An arrow head at each column where a value of a curve is infinite.
  mutating func infinities(_ mark: FramedMark) {
    let (frame, course) = (mark.frame, mark.placed.course)
    for column in course.indices {
      guard let span = course[column] else { continue }
      if span.isAbove { infinity(frame, x: frame.x(column * 1024), isAbove: true, mark.style.color) }
      if span.isBelow { infinity(frame, x: frame.x(column * 1024), isAbove: false, mark.style.color) }
    }
  }

  /// An arrow head where a value is infinite.
  mutating func infinity(_ frame: PlotFrame, x: Double, isAbove: Bool, _ color: String) {
    let (tip, tail) = isAbove ? (frame.upper - 4, frame.upper + 4) : (frame.y(0) + 4, frame.y(0) - 4)
    var path = SVGPath()
    path.stroke(x - 4, tail, x, tip)
    path.line(x + 4, tail)
    stroke(path.commands, "chart-infinite", color: color, width: 2)
  }

  /// A straight line across the plot, dotted.
  mutating func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    var path = SVGPath()
    path.stroke(x1, y1, x2, y2)
    stroke(path.commands, "chart-rule", width: 1.2, dashes: "3 3", opacity: 0.8)
  }
}
