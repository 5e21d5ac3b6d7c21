extension Chart.Mark {
  /// A curve through the points, in their order.
  public static func line(_ series: Chart.Series) -> Chart.Mark { Chart.Mark(.line(series)) { .line(series) } }
}

extension MarkTraits {
  /// A curve through the points, in their order.
  static func line(_ series: Chart.Series) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Line chart", one: "a line", many: "lines"), noun: "line", name: series.name,
      extend: { $0.add(series) }, signs: .curve, sign: series.sign,
      course: { x, y in Course(series, x: x, y: y).columns },
      svgAbove: { svg, mark in svg.line(series, mark) },
      sentences: { words, name in [words.curve(series, name)] + words.missing(series) },
      parts: { _, name in [.points(series, name, noun: "line")] })
  }
}

extension SVGBuilder {
  /// A line through the points; dots where there are few of them and they are data, not samples of a function.
  fileprivate mutating func line(_ series: Chart.Series, _ mark: FramedMark) {
    let frame = mark.frame
    var path = PolylinePath(in: frame.area)
    let isDense = series.count > 8 * frame.layout.x.cells
    let points =
      isDense ? frame.envelope(mark.placed.course) : (0..<series.count).map { frame.point(series[$0].x, series[$0].y) }
    path.add(points)
    stroke(path.commands, "chart-line", mark.style)
    infinities(mark)
    guard !series.isSampled, Double(series.count) * 14 < frame.right - frame.left else { return }
    for case let point? in points where frame.contains(point) {
      dot(x: point.x, y: point.y, radius: 3, color: mark.style.color)
    }
  }
}

extension PlotFrame {
  /// A curve of very many values as its extremes in each column.
  fileprivate func envelope(_ course: [ColumnSpan?]) -> [(x: Double, y: Double)?] {
    var points: [(x: Double, y: Double)?] = []
    for column in course.indices {
      guard let span = course[column], !span.isEmpty else {
        points.append(nil)
        continue
      }
      let isRising = span.exit >= span.entry
      points.append((x(column * 1024 - 256), y(isRising ? span.low : span.high)))
      points.append((x(column * 1024 + 256), y(isRising ? span.high : span.low)))
    }
    return points
  }
}
