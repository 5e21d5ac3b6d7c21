/// How the SVG tells series apart: by color, by dashes and by the shape of their points, so never by color alone.
///
/// Four can be told apart; what comes after them is gray.
struct SeriesStyle {
  /// A CSS variable that a page may set, with a color for pages that do not.
  var color: String
  /// Lengths of dashes and gaps; empty for a drawn-through line.
  var dashes: String
  var marker: Marker

  enum Marker {
    case circle, square, triangle, diamond, cross
  }

  /// How many series have a style of their own.
  static let limit = 4

  /// Four colors and gray, of which each has a contrast of at least 3:1 against white and against the dark gray `#1e1e1e`. The
  /// four were chosen by a search for the largest smallest difference (CIELAB, as seen without and with red-green color
  /// blindness by the matrices of Machado, Oliveira and Fernandes 2009).
  static let colors = ["#5a4dff", "#cf7e00", "#00a585", "#96569a", "#7d7d7d"]
  private static let dashes = ["", "8 4", "2.5 3.5", "12 3 2.5 3"]
  private static let markers: [Marker] = [.circle, .diamond, .triangle, .square, .cross]

  /// The style of the n-th series.
  static func style(of series: Int) -> SeriesStyle {
    guard series < limit else {
      return SeriesStyle(color: "var(--chart-6, \(colors[limit]))", dashes: "", marker: markers[limit])
    }
    return SeriesStyle(
      color: "var(--chart-\(series + 1), \(colors[series]))", dashes: dashes[series], marker: markers[series])
  }

  /// The style of what belongs to no series: the color of the text.
  static let plain = SeriesStyle(color: "currentColor", dashes: "", marker: .circle)
}

extension SVGBuilder {
  /// A line in the style of a series.
  mutating func stroke(_ commands: String, _ kind: String, _ style: SeriesStyle, opacity: Double = 1) {
    stroke(commands, kind, color: style.color, width: 2.2, dashes: style.dashes, opacity: opacity)
  }

  /// An area in the style of a series: see-through, so that what is under it stays visible.
  mutating func area(_ commands: String, _ kind: String, _ style: SeriesStyle) {
    fill(commands, kind, color: style.color, opacity: 0.18)
  }

  /// A point of a series.
  mutating func marker(_ style: SeriesStyle, x: Double, y: Double) {
    var path = SVGPath()
    func polygon(_ corners: [(Double, Double)]) {
      for (index, corner) in corners.enumerated() {
        if index == 0 { path.move(x + corner.0, y + corner.1) } else { path.line(x + corner.0, y + corner.1) }
      }
      path.close()
    }
    switch style.marker {
    case .circle: return dot(x: x, y: y, radius: 3.4, color: style.color)
    case .square: polygon([(-3, -3), (3, -3), (3, 3), (-3, 3)])
    case .triangle: polygon([(0, -4.2), (4, 3), (-4, 3)])
    case .diamond: polygon([(0, -4.6), (4.6, 0), (0, 4.6), (-4.6, 0)])
    case .cross:
      path.stroke(x - 3.2, y - 3.2, x + 3.2, y + 3.2)
      path.stroke(x - 3.2, y + 3.2, x + 3.2, y - 3.2)
      return stroke(path.commands, "chart-point", color: style.color, width: 1.8)
    }
    fill(path.commands, "chart-point", color: style.color)
  }
}
