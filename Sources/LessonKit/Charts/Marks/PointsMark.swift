extension Chart.Mark {
  /// One sign for each point, not joined.
  public static func points(_ series: Chart.Series) -> Chart.Mark { Chart.Mark(.points(series)) { .points(series) } }
}

extension MarkTraits {
  /// One sign for each point, not joined.
  static func points(_ series: Chart.Series) -> MarkTraits {
    MarkTraits(
      kind: MarkKind(chart: "Scatter plot", one: "points", many: "points"), noun: "group", name: series.name,
      extend: { $0.add(series) }, signs: .point, sign: series.sign,
      drawAbove: { drawing, placed in drawing.draw(series, placed.sign) },
      svgAbove: { svg, mark in svg.points(series, mark) }, sample: .marker,
      sentences: { words, name in [words.points(series, name)] + words.missing(series) },
      hidden: { $0.hiddenPoints },
      parts: { _, name in [.points(series, name, noun: "group")] })
  }
}

extension PlotDrawing {
  fileprivate mutating func draw(_ series: Chart.Series, _ sign: PlacedMark.Sign) {
    guard case .character(let sign) = sign else { return }
    let (x, y) = (AxisPlaces(layout.x), AxisPlaces(layout.y))
    var isTaken = [Bool](repeating: false, count: layout.x.cells * layout.y.cells)
    for i in 0..<series.count {
      let point = series[i]
      guard let across = x[point.x], layout.x.reach.contains(across) else { continue }
      if let up = y[point.y] {
        guard layout.y.reach.contains(up) else { continue }
        isTaken[layout.y.cell(at: up) * layout.x.cells + layout.x.cell(at: across)] = true
      } else if point.y.magnitude == .infinity {
        drawInfinity(column: layout.x.cell(at: across), isAbove: point.y > 0)
      }
    }
    for (i, isTaken) in isTaken.enumerated() where isTaken { self[i / layout.x.cells, i % layout.x.cells] = sign }
  }
}

extension SVGBuilder {
  fileprivate mutating func points(_ series: Chart.Series, _ mark: FramedMark) {
    let frame = mark.frame
    group("chart-points")
    var drawn: Set<Int> = []
    for index in 0..<series.count {
      let (px, py) = (series[index].x, series[index].y)
      if py.magnitude == .infinity, let place = frame.layout.x.place(px), frame.layout.x.reach.contains(place) {
        infinity(frame, x: frame.x(place), isAbove: py > 0, mark.style.color)
      }
      guard let point = frame.point(px, py), frame.contains(point) else { continue }
      // Points in the same pixel are one point, so that a million of them do not make a page of megabytes.
      guard drawn.insert(Int(point.x) << 20 + Int(point.y)).inserted else { continue }
      marker(mark.style, x: point.x, y: point.y)
    }
    close()
  }
}

extension MarkWords {
  fileprivate func points(_ series: Chart.Series, _ name: String) -> String {
    let start = name.isEmpty ? "" : "\(name): "
    let present = (0..<series.count).filter { series[$0].x.isFinite && series[$0].y.isFinite }
    guard !present.isEmpty else { return "\(start)no points." }
    let (xs, ys) = (present.map { series[$0].x }, present.map { series[$0].y })
    return "\(start)\(present.count.counted("point")), x \(range(xs)), y \(range(ys))."
  }

  private func range(_ values: [Double]) -> String {
    let finite = values.filter { $0.isFinite }
    let low = finite.reduce(.infinity) { min($0, $1) }
    let high = finite.reduce(-.infinity) { max($0, $1) }
    return low == high ? low.spoken : "\(low.spoken) to \(high.spoken)"
  }
}

extension PlotLayout {
  /// How many points lie under points of a later class, where the text shows only the later; nil for none.
  var hiddenPoints: String? {
    var owners = [Int](repeating: -1, count: x.cells * y.cells)
    var cells: [(mark: Int, cell: Int)] = []
    for (index, placed) in marks.enumerated() {
      guard case .points(let series) = placed.mark.content else { continue }
      for point in 0..<series.count {
        guard let across = x.place(series[point].x), let up = y.place(series[point].y), x.reach.contains(across),
          y.reach.contains(up)
        else { continue }
        let cell = y.cell(at: up) * x.cells + x.cell(at: across)
        owners[cell] = index
        cells.append((index, cell))
      }
    }
    let hidden = cells.count { owners[$0.cell] != $0.mark }
    return hidden == 0 ? nil : "\(hidden.counted("point")) hidden under points of a later class."
  }
}
