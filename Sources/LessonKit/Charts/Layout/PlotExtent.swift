/// The domain of a plot as its data demand it.
struct PlotExtent {
  var x: Extent
  var y: Extent
  /// Whether every x is an index.
  var isIndexed = true
  private var hasInfinity = false

  /// No data yet.
  init(_ chart: Chart) {
    x = Extent(isLog: chart.x.scale == .log)
    y = Extent(isLog: chart.y.scale == .log)
  }

  /// Whether there is a mark with a place.
  var hasData: Bool { x.range != nil && (y.range != nil || hasInfinity) }

  /// Adds points with their names.
  mutating func add(_ series: Chart.Series) {
    add(series.xs, series.count)
    y.add(series.ys)
    if y.range == nil, series.ys.contains(where: { $0.magnitude == .infinity }) { hasInfinity = true }
  }

  /// Adds the first `count` of the places along x.
  mutating func add(_ positions: Chart.Positions, _ count: Int) {
    if case .index = positions {} else { isIndexed = false }
    guard count > 0 else { return }
    switch positions {
    case .index, .even:
      x.add(positions[0])
      if x.isLog, positions[0] <= 0, count > 1 { x.add(positions[1]) }
      x.add(positions[count - 1])
    case .values(let values): x.add(values)
    }
  }
}
