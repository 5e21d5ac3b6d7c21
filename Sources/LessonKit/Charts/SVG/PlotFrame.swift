/// The plot of a layout on the page of an SVG: places in cells become coordinates.
struct PlotFrame {
  let layout: PlotLayout
  /// The columns of the whole page.
  let width: Int
  /// The rows above the plot: a legend, the name of the y axis.
  let top: Int

  init(_ layout: PlotLayout, width: Int) {
    self.layout = layout
    self.width = width
    top = (layout.legend == nil ? 0 : 1) + (layout.y.label.isEmpty ? 0 : 1)
  }

  /// The x of a place on the horizontal axis.
  func x(_ place: Int) -> Double {
    (Double(layout.axisColumn) + 0.5 + Double(place) / 1024) * SVGBuilder.cellWidth
  }

  /// The y of a place on the vertical axis.
  func y(_ place: Int) -> Double {
    (Double(top + layout.y.cells) - 0.25 - Double(place) / 1024) * SVGBuilder.cellHeight
  }

  /// The place of the horizontal axis on the vertical one: a row below the plot, or its lowest row.
  var axisPlace: Int { layout.zeroIsAxis ? 0 : -1024 }

  var left: Double { x(0) }
  var right: Double { x((layout.x.cells - 1) * 1024) }
  var bottom: Double { y(axisPlace) }
  var upper: Double { y((layout.y.cells - 1) * 1024) }

  /// The rows of the whole picture.
  var rows: Int { top + layout.y.cells + (layout.zeroIsAxis ? 0 : 1) + 1 + (layout.x.label.isEmpty ? 0 : 1) }

  /// The point for a pair of values, also beyond the plot; `nil` if one of them has no place.
  func point(_ px: Double, _ py: Double) -> (x: Double, y: Double)? {
    guard let across = layout.x.place(px), let up = layout.y.place(py) else { return nil }
    return (x(across), y(up))
  }

  /// Whether a point is on the plot.
  func contains(_ point: (x: Double, y: Double)) -> Bool {
    area.contains(point)
  }

  /// What may be drawn on: half a cell around the outermost centers, but not beyond a fixed range.
  var area: Area {
    Area(
      x: x(layout.x.reach.lowerBound)...x(layout.x.reach.upperBound),
      y: y(layout.y.reach.upperBound)...y(layout.y.reach.lowerBound))
  }

  /// A rectangle that lines are cut at.
  struct Area {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    func contains(_ point: (x: Double, y: Double)) -> Bool { x.contains(point.x) && y.contains(point.y) }

    /// The part of a straight piece inside the rectangle (Liang and Barsky 1984), `nil` if there is none.
    func clip(
      _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
    ) -> (from: (x: Double, y: Double), to: (x: Double, y: Double))? {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      var (first, last) = (0.0, 1.0)
      for (step, room) in [
        (-dx, a.x - x.lowerBound), (dx, x.upperBound - a.x), (-dy, a.y - y.lowerBound), (dy, y.upperBound - a.y),
      ] {
        if step == 0 {
          if room < 0 { return nil }
        } else if step < 0 {
          first = max(first, room / step)
        } else {
          last = min(last, room / step)
        }
      }
      guard first <= last else { return nil }
      return ((a.x + first * dx, a.y + first * dy), (a.x + last * dx, a.y + last * dy))
    }
  }
}

/// A mark in the frame of a plot, with the style that it is drawn in.
struct FramedMark {
  let placed: PlacedMark
  let frame: PlotFrame
  let style: SeriesStyle
  /// Whether several curves are told apart by the shape of a few points on each.
  let showsMarkers: Bool
}

extension Double {
  /// The nearest number in a range.
  func limited(to range: ClosedRange<Double>) -> Double { Swift.min(range.upperBound, Swift.max(range.lowerBound, self)) }
}

/// The commands of a path made of straight pieces, cut at the border of the plot.
struct PolylinePath {
  private(set) var commands = ""
  private var last: (x: String, y: String)?
  private let area: PlotFrame.Area

  init(in area: PlotFrame.Area) { self.area = area }

  /// Adds a straight piece; it goes on from the piece before where that ended.
  mutating func add(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    guard let piece = area.clip(a, b) else { return }
    let (start, end) = ((piece.from.x.svg, piece.from.y.svg), (piece.to.x.svg, piece.to.y.svg))
    if last.map({ $0.x == start.0 && $0.y == start.1 }) != true { commands += "M\(start.0) \(start.1)" }
    if start != end || last == nil { commands += "L\(end.0) \(end.1)" }
    last = (end.0, end.1)
  }

  /// Adds a curve through points; `nil` breaks it. A point alone becomes a dot as wide as the line.
  mutating func add(_ points: [(x: Double, y: Double)?]) {
    for index in points.indices {
      guard let point = points[index] else { continue }
      if index + 1 < points.count, let next = points[index + 1] {
        add(from: point, to: next)
      } else if index == 0 || points[index - 1] == nil {
        add(from: (point.x - 1, point.y), to: (point.x + 1, point.y))
      }
    }
  }
}
