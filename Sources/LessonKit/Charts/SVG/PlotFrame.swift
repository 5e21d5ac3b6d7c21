/// The plot of a layout on the page of an SVG: places in cells become coordinates.
///
/// The plot fills the page: what tick labels leave on the left and names of curves on the right is divided among its columns.
struct PlotFrame {
  let layout: PlotLayout
  let page: SVGPage
  /// The first and the last column, the highest and the lowest row.
  let left: Double
  let right: Double
  let upper: Double
  private let lowest: Double
  /// What the horizontal axis says, in its lines.
  let xLabel: [String]

  /// - Parameters:
  ///   - top: The height of what stands above: a legend.
  ///   - margin: The room on the right for names of curves.
  init(_ layout: PlotLayout, _ page: SVGPage, top: Double, margin: Double) {
    self.layout = layout
    self.page = page
    let isNamed = layout.y.scale == .category
    let labels = layout.y.ticks.reduce(0) { max($0, page.width(of: $1.text)) }
    left = min(page.width / 3, labels) + (isNamed ? 14 : 12)
    let lastLabel = layout.x.ticks.last.map { page.width(of: $0.text) / 2 } ?? 0
    right = page.width - max(margin, min(lastLabel, 40) + 2, 8)
    upper = top + (layout.y.label.isEmpty ? 0 : page.line + 4) + page.fontSize * 0.6
    let row = isNamed ? 26.0 : page.isNarrow ? 15.0 : 19.0
    lowest = upper + Double(layout.y.cells - 1) * row
    xLabel = page.lines(of: layout.x.label.oneLine)
  }

  /// The x of a place on the horizontal axis.
  func x(_ place: Int) -> Double { left + Double(place) / 1024 * column }

  /// The y of a place on the vertical axis.
  func y(_ place: Int) -> Double { lowest - Double(place) / 1024 * row }

  /// The width of a column and the height of a row.
  var column: Double { (right - left) / Double(max(1, layout.x.cells - 1)) }
  var row: Double { (lowest - upper) / Double(max(1, layout.y.cells - 1)) }

  /// The horizontal axis: a little below the plot, or its lowest row.
  var bottom: Double { layout.zeroIsAxis ? lowest : lowest + min(row, page.fontSize) }

  /// The height of the whole picture.
  var height: Double {
    bottom + 8 + page.line * Double(1 + xLabel.count) + 2
  }

  /// The point for a pair of values, also beyond the plot; `nil` if one of them has no place.
  func point(_ px: Double, _ py: Double) -> (x: Double, y: Double)? {
    guard let across = layout.x.place(px), let up = layout.y.place(py) else { return nil }
    return (x(across), y(up))
  }

  /// Whether a point is on the plot.
  func contains(_ point: (x: Double, y: Double)) -> Bool { area.contains(point) }

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
}

extension Double {
  /// The nearest number in a range.
  func limited(to range: ClosedRange<Double>) -> Double { Swift.min(range.upperBound, Swift.max(range.lowerBound, self)) }
}

/// The commands of a path made of straight pieces, cut at the border of the plot.
struct PolylinePath {
  private var path = SVGPath()
  private var last: (x: String, y: String)?
  private let area: PlotFrame.Area

  var commands: String { path.commands }

  init(in area: PlotFrame.Area) { self.area = area }

  /// Adds a straight piece; it goes on from the piece before where that ended.
  mutating func add(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    guard let piece = area.clip(a, b) else { return }
    let (start, end) = ((piece.from.x.svg, piece.from.y.svg), (piece.to.x.svg, piece.to.y.svg))
    if last.map({ $0.x.isSame(as: start.0) && $0.y.isSame(as: start.1) }) != true { path.move(piece.from.x, piece.from.y) }
    if !start.0.isSame(as: end.0) || !start.1.isSame(as: end.1) || last == nil { path.line(piece.to.x, piece.to.y) }
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
