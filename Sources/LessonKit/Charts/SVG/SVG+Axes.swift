extension SVGBuilder {
  /// Both axes with their ticks and labels.
  mutating func axes(_ frame: PlotFrame) {
    let layout = frame.layout
    group([("class", "chart-axes"), ("fill", "none"), ("stroke", "currentColor")])
    let isNamed = layout.y.scale == .category
    if !isNamed { rule(from: (frame.left, frame.upper), to: (frame.left, frame.bottom)) }
    rule(from: (frame.left, frame.bottom), to: (frame.right, frame.bottom))
    for tick in layout.y.ticks where !isNamed {
      let y = frame.y(tick.place)
      rule(from: (frame.left - 4, y), to: (frame.left, y))
    }
    for tick in layout.x.ticks {
      let x = frame.x(tick.place)
      rule(from: (x, frame.bottom), to: (x, frame.bottom + 4))
    }
    close()
    for tick in layout.y.ticks { text(tick.text, x: frame.left - 7, y: frame.y(tick.place), .end, "chart-y-tick") }
    for tick in layout.x.ticks where tick.isLabeled {
      text(tick.text, x: frame.x(tick.place), y: frame.bottom + Self.cellHeight, .middle, "chart-x-tick")
    }
    let labelY = (Double(frame.top) - 0.25) * Self.cellHeight
    text(
      layout.y.label.oneLine, x: max(0, frame.left - Double(layout.y.label.oneLine.displayWidth) * Self.cellWidth), y: labelY)
    text(layout.x.label.oneLine, x: (frame.left + frame.right) / 2, y: frame.bottom + 2 * Self.cellHeight, .middle)
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
    element(
      "path",
      [("d", "M\((x - 4).svg) \(tail.svg)L\(x.svg) \(tip.svg)L\((x + 4).svg) \(tail.svg)"), ("class", "chart-infinite")]
        + [("stroke", color), ("stroke-width", "2"), ("fill", "none")])
  }
}
