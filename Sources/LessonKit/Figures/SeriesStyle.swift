/// How the SVG tells series apart: by color, by dashes and by the shape of their points, so never by color alone.
struct SeriesStyle {
  /// A CSS variable that a page may set, with a color for pages that do not.
  var color: String
  /// Lengths of dashes and gaps; empty for a drawn-through line.
  var dashes: String
  var marker: Marker

  enum Marker {
    case circle, square, triangle, diamond, cross, plus
  }

  /// Six colors of which each has a contrast of at least 3:1 against white and against the dark gray `#1e1e1e`. They were
  /// chosen by a search for the largest smallest difference (CIELAB, as seen without and with red-green color blindness by
  /// the matrices of Machado, Oliveira and Fernandes 2009).
  static let colors = ["#5a4dff", "#cf7e00", "#00a585", "#96569a", "#0b93f6", "#726c34"]
  private static let dashes = ["", "6 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2 1 2"]
  private static let markers: [Marker] = [.circle, .square, .triangle, .diamond, .cross, .plus]

  /// The style of the n-th series; after six, the same colors come with other dashes and shapes.
  static func style(of series: Int) -> SeriesStyle {
    let turn = (series + series / 6) % 6
    return SeriesStyle(
      color: "var(--chart-\(series % 6 + 1), \(colors[series % 6]))", dashes: dashes[turn], marker: markers[turn])
  }

  /// The style of what belongs to no series: the color of the text.
  static let plain = SeriesStyle(color: "currentColor", dashes: "", marker: .circle)

  /// The attributes of an area in this style: see-through, so that what is under it stays visible.
  var area: [(String, String)] { [("fill", color), ("fill-opacity", "0.2")] }

  /// The attributes of a line in this style.
  var stroke: [(String, String)] {
    [("stroke", color), ("stroke-width", "2"), ("fill", "none")] + (dashes.isEmpty ? [] : [("stroke-dasharray", dashes)])
  }
}

extension SVGBuilder {
  /// A point of a series.
  mutating func marker(_ marker: SeriesStyle.Marker, x: Double, y: Double, color: String) {
    func path(_ commands: String) { element("path", [("d", commands), ("fill", color)]) }
    func at(_ dx: Double, _ dy: Double) -> String { "\((x + dx).svg) \((y + dy).svg)" }
    switch marker {
    case .circle: element("circle", [("cx", x.svg), ("cy", y.svg), ("r", "3.2"), ("fill", color)])
    case .square: path("M\(at(-3, -3))H\((x + 3).svg)V\((y + 3).svg)H\((x - 3).svg)Z")
    case .triangle: path("M\(at(0, -4))L\(at(3.7, 3))L\(at(-3.7, 3))Z")
    case .diamond: path("M\(at(0, -4.2))L\(at(4.2, 0))L\(at(0, 4.2))L\(at(-4.2, 0))Z")
    case .cross, .plus:
      let arm = marker == .cross ? [(-3.0, -3.0), (3.0, 3.0), (-3.0, 3.0), (3.0, -3.0)] : [(0, -4), (0, 4), (-4, 0), (4, 0)]
      let commands = "M\(at(arm[0].0, arm[0].1))L\(at(arm[1].0, arm[1].1))M\(at(arm[2].0, arm[2].1))L\(at(arm[3].0, arm[3].1))"
      element("path", [("d", commands), ("stroke", color), ("stroke-width", "1.8"), ("fill", "none")])
    }
  }
}
