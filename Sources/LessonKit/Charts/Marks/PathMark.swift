extension MarkTraits {
  /// Numbered points, the steps of a walk.
  static func path(_ series: Chart.Series) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Path", one: "a path", many: "paths"), noun: "path", name: series.name,
      extend: { $0.add(series) }, signs: .own("0-9"),
      drawAbove: { drawing, _ in drawing.draw(series) },
      svgAbove: { svg, mark in svg.path(series, mark) },
      sentences: { words, name in [words.path(series, name)] + words.missing(series) },
      parts: { _, name in [.points(series, name, noun: "path")] })
  }
}

/// The signs of the first steps: 0...9, then a...z.
private let stepSigns = Array("0123456789abcdefghijklmnopqrstuvwxyz")

extension PlotDrawing {
  /// Steps 0...9, then a...z, then `*`; drawn from the last to the first, so the earliest stays in a shared cell.
  fileprivate mutating func draw(_ series: Chart.Series) {
    for i in (0..<series.count).reversed() {
      if let (row, column) = cell(series[i].x, series[i].y) { self[row, column] = i < stepSigns.count ? stepSigns[i] : "*" }
    }
  }
}

extension SVGBuilder {
  fileprivate mutating func path(_ series: Chart.Series, _ mark: FramedMark) {
    let frame = mark.frame
    let points = (0..<series.count).map { frame.point(series[$0].x, series[$0].y) }
    var path = PolylinePath(in: frame.area)
    path.add(points)
    element("path", [("d", path.commands), ("class", "chart-path"), ("stroke-opacity", "0.7")] + mark.style.stroke)
    var labeled: [(x: Double, y: Double)] = []
    for (index, point) in points.enumerated() {
      guard let point, frame.contains(point) else { continue }
      if index == 0 || index == points.count - 1 || points.count <= stepSigns.count {
        marker(.circle, x: point.x, y: point.y, color: mark.style.color)
      }
      let isFree = labeled.allSatisfy { ($0.x - point.x).magnitude > 10 || ($0.y - point.y).magnitude > 14 }
      guard index < stepSigns.count, isFree else { continue }
      labeled.append(point)
      text(String(stepSigns[index]), x: point.x + 5, y: point.y - 8, .start, "chart-step")
    }
  }
}

extension MarkWords {
  fileprivate func path(_ series: Chart.Series, _ name: String) -> String {
    let start = series.name.isEmpty ? "Path" : "\(name): path"
    guard series.count > 0 else { return "\(start) without points." }
    let (from, to) = (series[0], series[series.count - 1])
    return "\(start) of \(series.count.counted("point")) from \(pair(from.x, from.y)) to \(pair(to.x, to.y))."
  }
}
