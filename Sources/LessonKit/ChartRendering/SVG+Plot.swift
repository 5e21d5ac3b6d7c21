extension SVGBuilder {
  /// Draws a plot: axes, then areas, then marks, then names. Returns the rows it takes.
  mutating func plot(_ layout: PlotLayout, width: Int) -> Int {
    let frame = PlotFrame(layout, width: width)
    axes(frame)
    guard layout.hasData else {
      text("(no data)", x: (frame.left + frame.right) / 2, y: (frame.upper + frame.bottom) / 2, .middle, "chart-empty")
      return frame.rows
    }
    let styles = PlotStyles(layout.marks)
    for placed in layout.marks { area(placed, frame, styles) }
    for placed in layout.marks { mark(placed, frame, styles) }
    if layout.legend == nil { names(frame) } else { legend(frame, styles) }
    return frame.rows
  }

  private mutating func axes(_ frame: PlotFrame) {
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

  /// The names at the ends of their curves.
  private mutating func names(_ frame: PlotFrame) {
    for placed in frame.layout.marks {
      guard let place = placed.namePlace else { continue }
      var name = placed.name
      if case .character(let sign) = placed.sign, name.hasPrefix("\(sign) ") { name.removeFirst(2) }
      let column = frame.layout.axisColumn + place.column + (name == placed.name ? 0 : 1)
      text(name, x: Double(column) * Self.cellWidth, y: frame.y(place.row * 1024), .start, "chart-name")
    }
  }

  /// All names in a line above the plot, each with a sample of its line or its point.
  private mutating func legend(_ frame: PlotFrame, _ styles: PlotStyles) {
    var x = Double(frame.layout.axisColumn) * Self.cellWidth
    let y = 0.75 * Self.cellHeight
    for (placed, style) in zip(frame.layout.marks, styles.byMark) where !placed.name.isEmpty {
      guard let style else { continue }
      let end = x + Double(4 + placed.name.displayWidth) * Self.cellWidth
      guard end <= Double(frame.width) * Self.cellWidth else { return }
      switch placed.mark {
      case .points, .errorBars: marker(style.marker, x: x + 14, y: y, color: style.color)
      case .band: element("rect", [("x", x.svg), ("y", (y - 5).svg), ("width", "24"), ("height", "10")] + styles.area(style))
      case .bars:
        element("rect", [("x", x.svg), ("y", (y - 5).svg), ("width", "24"), ("height", "10"), ("fill", style.color)])
      default:
        element("path", [("d", "M\(x.svg) \(y.svg)H\((x + 28).svg)")] + style.stroke)
        if styles.showsMarkers, case .line = placed.mark { marker(style.marker, x: x + 14, y: y, color: style.color) }
      }
      text(placed.name, x: x + 4 * Self.cellWidth, y: y, .start, "chart-name")
      x = end + 2 * Self.cellWidth
    }
  }
}

/// Which style each mark of a plot has.
struct PlotStyles {
  /// `nil` for marks that are drawn in the color of the text.
  let byMark: [SeriesStyle?]
  /// Several curves are told apart by the shape of a few points on each.
  let showsMarkers: Bool

  init(_ marks: [PlacedMark]) {
    var count = 0
    var byMark: [SeriesStyle?] = []
    for placed in marks {
      switch placed.mark {
      case .line, .points, .step, .path, .errorBars, .band, .histogram, .bars, .box:
        byMark.append(SeriesStyle.style(of: count))
        count += 1
      case .contour, .rule, .label, .matrix: byMark.append(nil)
      }
    }
    self.byMark = byMark
    showsMarkers = marks.count { $0.mark.isCurve } > 1
  }

  /// The attributes of an area: see-through, so that what is under it stays visible.
  func area(_ style: SeriesStyle) -> [(String, String)] { [("fill", style.color), ("fill-opacity", "0.2")] }
}
