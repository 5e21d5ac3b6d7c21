extension SVGBuilder {
  /// Draws the level curves of a function, each with its level written at its lowest point.
  mutating func contour(_ contour: Chart.Contour, _ frame: PlotFrame) {
    group([("class", "chart-contour"), ("fill", "none"), ("stroke", "currentColor"), ("stroke-opacity", "0.75")])
    var labels: [(x: Double, y: Double, text: String)] = []
    for level in contour.levels where level.isFinite {
      var path = PolylinePath(in: frame.area)
      var lowest: (x: Double, y: Double)?
      for curve in ContourCurves(contour).curves(at: level) {
        let points = curve.compactMap { frame.point($0.x, $0.y) }.thinned(to: 4)
        path.add(points.map { $0 })
        for point in points where frame.contains(point) && point.y > lowest?.y ?? -1 { lowest = point }
      }
      guard let lowest else { continue }
      element("path", [("d", path.commands)])
      labels.append((lowest.x, lowest.y, ShortNumber.text(level)))
    }
    close()
    for label in labels {
      // The color of the page around the letters takes the line away under them.
      element(
        "text",
        [
          ("x", label.x.svg), ("y", (label.y + Self.fontSize * 0.35).svg), ("text-anchor", "middle"),
          ("class", "chart-level"), ("paint-order", "stroke"), ("stroke", "var(--chart-page, Canvas)"), ("stroke-width", "4"),
        ], label.text)
    }
  }
}

extension [(x: Double, y: Double)] {
  /// The first and the last point, and of those between only points at least `distance` from the one kept before.
  fileprivate func thinned(to distance: Double) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    for (index, point) in enumerated() {
      if index > 0, index < count - 1, let last = kept.last {
        let (dx, dy) = (point.x - last.x, point.y - last.y)
        if dx * dx + dy * dy < distance * distance { continue }
      }
      kept.append(point)
    }
    return kept
  }
}
