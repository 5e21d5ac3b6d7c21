/// The smallest and the largest of the values seen that have a place on an axis.
struct Extent {
  var isLog: Bool
  private(set) var range: ClosedRange<Double>?

  init(isLog: Bool) { self.isLog = isLog }

  mutating func add(_ value: Double) {
    guard value.isFinite, !isLog || value > 0 else { return }
    range = range.map { Swift.min($0.lowerBound, value)...Swift.max($0.upperBound, value) } ?? value...value
  }

  /// One pass over many values, kept free of optionals because a curve may have a million.
  mutating func add(_ values: [Double]) {
    let least = isLog ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where value >= least && value <= Double.greatestFiniteMagnitude {
      if value < low { low = value }
      if value > high { high = value }
    }
    if low <= high {
      add(low)
      add(high)
    }
  }

  mutating func add(_ positions: Chart.Positions, count: Int) {
    guard count > 0 else { return }
    switch positions {
    case .index, .even:
      add(positions[0])
      if isLog, positions[0] <= 0, count > 1 { add(positions[1]) }
      add(positions[count - 1])
    case .values(let values): add(values)
    }
  }
}

/// The domain of a plot as its data demand it.
struct PlotExtent {
  var x: Extent
  var y: Extent
  /// Whether every x is an index.
  private(set) var isIndexed = true
  private var hasInfinity = false

  /// Whether there is a mark with a place.
  var hasData: Bool { x.range != nil && (y.range != nil || hasInfinity) }

  init(_ chart: Chart) {
    x = Extent(isLog: chart.x.scale == .log)
    y = Extent(isLog: chart.y.scale == .log)
    for mark in chart.marks { add(mark) }
    if x.range == nil { isIndexed = false }
  }

  private mutating func add(_ positions: Chart.Positions, _ count: Int) {
    x.add(positions, count: count)
    if case .index = positions {} else { isIndexed = false }
  }

  private mutating func add(_ mark: Chart.Mark) {
    switch mark {
    case .line(let series), .points(let series), .step(let series), .path(let series):
      add(series.xs, series.count)
      y.add(series.ys)
      if y.range == nil, series.ys.contains(where: { $0.magnitude == .infinity }) { hasInfinity = true }
    case .histogram(let histogram):
      guard !histogram.counts.isEmpty else { return }
      x.add(Double(histogram.first) * histogram.width.value)
      x.add(Double(histogram.first + histogram.counts.count) * histogram.width.value)
      y.add(0)
      y.add(Double(Swift.max(1, histogram.counts.max() ?? 0)))
    case .contour(let contour):
      isIndexed = false
      x.add([contour.x.lowerBound, contour.x.upperBound])
      y.add([contour.y.lowerBound, contour.y.upperBound])
    case .box(let boxes):
      isIndexed = false
      for box in boxes.boxes { x.add([box.low, box.high] + box.outliers) }
    case .errorBars(let bars):
      add(bars.xs, bars.centers.count)
      y.add(bars.centers + bars.lows + bars.highs)
    case .band(let band):
      add(band.xs, band.lows.count)
      y.add(band.lows + band.highs)
    case .rule(.x(let value)): x.add(value)
    case .rule(.y(let value)): y.add(value)
    case .label(let label):
      x.add(label.x)
      y.add(label.y)
    case .bars(let bars):
      guard !bars.values.isEmpty else { return }
      isIndexed = false
      x.add([0, Double(bars.values.count - 1)])
      y.add([0] + bars.values)
    case .matrix: break
    }
  }
}
