extension SVGBuilder {
  /// Draws the level curves of a function, each with its level written at its lowest point.
  mutating func contour(_ contour: Chart.Contour, _ frame: PlotFrame) {
    group([("class", "chart-contour"), ("fill", "none"), ("stroke", "currentColor"), ("stroke-opacity", "0.75")])
    var labels: [(x: Double, y: Double, text: String)] = []
    for level in contour.levels where level.isFinite {
      let curves = ContourCurves(contour).curves(at: level).map { curve in
        curve.compactMap { frame.point($0.x, $0.y) }.thinned(to: 4)
      }
      var path = PolylinePath(in: frame.area)
      for curve in curves { path.add(curve.map { $0 }) }
      guard !path.commands.isEmpty else { continue }
      element("path", [("d", path.commands)])
      if let place = labelPlace(on: curves, in: frame) { labels.append((place.x, place.y, ShortNumber.text(level))) }
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

  /// Where a level is written: at the lowest turn of its curves, else in the middle of the longest.
  private func labelPlace(on curves: [[(x: Double, y: Double)]], in frame: PlotFrame) -> (x: Double, y: Double)? {
    var lowest: (x: Double, y: Double)?
    var longest: [(x: Double, y: Double)] = []
    for curve in curves {
      if curve.count > longest.count { longest = curve }
      guard let first = curve.first, let last = curve.last else { continue }
      let isClosed = first == last
      guard let turn = curve.max(by: { $0.y < $1.y }), frame.contains(turn), isClosed || (turn != first && turn != last) else {
        continue
      }
      if turn.y > lowest?.y ?? -1 { lowest = turn }
    }
    return lowest ?? longest.filter { frame.contains($0) }.middle
  }
}

extension [(x: Double, y: Double)] {
  fileprivate var middle: (x: Double, y: Double)? { isEmpty ? nil : self[count / 2] }

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
