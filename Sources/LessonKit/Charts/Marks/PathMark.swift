extension Chart.Mark {
  /// Numbered points, the steps of a walk.
  public static func path(_ series: Chart.Series) -> Chart.Mark { Chart.Mark(.path(series)) { .path(series) } }
}

extension MarkTraits {
  /// Numbered points, the steps of a walk.
  static func path(_ series: Chart.Series) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Path", one: "a path", many: "paths"), noun: "path", name: series.name,
      extend: { $0.add(series) }, signs: .own("0-9"),
      drawAbove: { drawing, _ in drawing.draw(series) },
      svgAbove: { svg, mark in svg.path(series, mark) }, svgWords: { svg, mark in svg.pathNumbers(series, mark) },
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
    stroke(path.commands, "chart-path", color: mark.style.color, width: 1.6, opacity: 0.8)
    for (index, point) in points.enumerated() {
      guard let point, frame.contains(point) else { continue }
      let isEnd = index == 0 || index == points.count - 1
      if isEnd || points.count <= stepSigns.count {
        dot(x: point.x, y: point.y, radius: isEnd ? 4 : 3, color: mark.style.color)
      }
    }
  }

  /// The numbers of the steps, where they have room.
  fileprivate mutating func pathNumbers(_ series: Chart.Series, _ mark: FramedMark) {
    let (frame, page) = (mark.frame, mark.frame.page)
    var labeled: [(x: Double, y: Double)] = []
    for index in 0..<min(series.count, stepSigns.count) {
      guard let point = frame.point(series[index].x, series[index].y), frame.contains(point) else { continue }
      let isFree = labeled.allSatisfy { ($0.x - point.x).magnitude > page.fontSize || ($0.y - point.y).magnitude > page.line }
      guard isFree else { continue }
      labeled.append(point)
      let y = point.y - page.fontSize * 0.8
      text(
        String(stepSigns[index]), x: min(point.x + 5, page.width - 10), y: max(y, frame.upper - 2), page, .start, "chart-step",
        color: mark.style.color,
        hasHalo: true)
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
