extension Chart.Mark {
  /// A staircase: each value holds until the next x.
  public static func step(_ series: Chart.Series) -> Chart.Mark { Chart.Mark(.step(series)) { .step(series) } }
}

extension MarkTraits {
  /// A staircase: each value holds until the next x.
  static func step(_ series: Chart.Series) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Step chart", one: "steps", many: "steps"), noun: "staircase", name: series.name,
      extend: { $0.add(series) }, signs: .curve,
      course: { x, y in Course(series, x: x, y: y, isStaircase: true).columns },
      svgAbove: { svg, mark in svg.staircase(series, mark) },
      sentences: { words, name in [words.curve(series, name)] + words.missing(series) },
      parts: { _, name in [.points(series, name, noun: "staircase")] })
  }
}

extension SVGBuilder {
  fileprivate mutating func staircase(_ series: Chart.Series, _ mark: FramedMark) {
    let frame = mark.frame
    var path = PolylinePath(in: frame.area)
    var last: (x: Double, y: Double)?
    for index in 0..<series.count {
      let point = frame.point(series[index].x, series[index].y)
      if let last, let x = frame.layout.x.place(series[index].x).map({ frame.x($0) }) {
        path.add(from: last, to: (x, last.y))
        if let point { path.add(from: (x, last.y), to: point) }
      }
      if let point, last == nil, index == series.count - 1 { path.add([point]) }
      last = point
    }
    stroke(path.commands, "chart-line", mark.style)
    infinities(mark)
  }
}
