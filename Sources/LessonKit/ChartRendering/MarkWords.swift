/// Sentences about the marks of a chart.
struct MarkWords {
  private let x: Chart.Axis
  private let y: Chart.Axis
  private let isUpright: Bool

  init(_ chart: Chart) {
    x = chart.changed { $0.x.range = chart.xRange }.x
    y = chart.y
    isUpright = chart.upright.groups > 0
  }

  /// What a mark shows, with what is missing of it; `name` is what it is called, empty if it has no name.
  func sentences(for mark: Chart.Mark, name: String) -> [String] {
    switch mark {
    case .line(let series), .step(let series): [curve(series, name)] + missing(series)
    case .points(let series): [points(series, name)] + missing(series)
    case .path(let series): [path(series, name)] + missing(series)
    case .errorBars(let bars): errorBars(bars, name)
    case .band(let band): self.band(band, name)
    case .histogram(let histogram): histogram.sentences
    case .contour(let contour): self.contour(contour)
    case .box(let boxes): boxes.boxes.map { $0.sentence }
    case .bars(let bars): bars.sentences(named: name) + outside(bars)
    case .matrix(let matrix): matrix.sentences
    case .rule(.x(let value)): ["A line marks x = \(value.spoken)."]
    case .rule(.y(let value)): ["A line marks y = \(value.spoken)."]
    case .label(let label): ["At \(pair(label.x, label.y)): \(label.text.oneLine)."]
    }
  }

  /// "lr = 0.005 falls from 56 to 5.86."
  private func curve(_ series: Chart.Series, _ name: String) -> String {
    let subject = name.isEmpty ? "The line" : name.hasPrefix("the ") ? "T" + name.dropFirst() : name
    let values = (0..<series.count).map { hasPlace(series.xs[$0], x) ? series[$0].y : .nan }
    guard let trend = Trend(values, isLog: y.scale == .log) else { return "\(subject) has no values." }
    func value(_ index: Int) -> String { values[index].spoken }
    func placed(_ index: Int) -> String { "\(value(index)) \(at(series.xs[index]))" }
    let ends = "from \(value(trend.first)) to \(value(trend.last))"
    switch trend.shape {
    case .flat where trend.first == trend.last: return "\(subject) is \(placed(trend.first))."
    case .flat: return "\(subject) stays at \(value(trend.first))."
    case .rises: return "\(subject) rises \(ends)\(extremes(trend, values, series))."
    case .falls: return "\(subject) falls \(ends)\(extremes(trend, values, series))."
    case .fallsThenRises:
      return "\(subject) falls from \(value(trend.first)) to \(placed(trend.lowest)), then rises to \(value(trend.last))."
    case .risesThenFalls:
      return "\(subject) rises from \(value(trend.first)) to \(placed(trend.highest)), then falls to \(value(trend.last))."
    case .varies:
      return "\(subject) goes up and down \(ends)\(extremes(trend, values, series))."
    }
  }

  /// The extremes, where they are neither the first nor the last value.
  private func extremes(_ trend: Trend, _ values: [Double], _ series: Chart.Series) -> String {
    var words = ""
    let ends = [values[trend.first].spoken, values[trend.last].spoken]
    for (index, word) in [(trend.lowest, "lowest"), (trend.highest, "highest")] where !ends.contains(values[index].spoken) {
      words += ", \(word) \(values[index].spoken) \(at(series.xs[index]))"
    }
    return words
  }

  /// "at step 20", "at x = 20".
  private func at(_ value: Double) -> String {
    let label = x.label.oneLine
    return label.isEmpty || label == "x" ? "at x = \(value.spoken)" : "at \(label) \(value.spoken)"
  }

  private func pair(_ x: Double, _ y: Double) -> String { "(\(x.spoken), \(y.spoken))" }

  private func range(_ values: [Double]) -> String {
    let finite = values.filter { $0.isFinite }
    let low = finite.reduce(.infinity) { min($0, $1) }
    let high = finite.reduce(-.infinity) { max($0, $1) }
    return low == high ? low.spoken : "\(low.spoken) to \(high.spoken)"
  }

  private func points(_ series: Chart.Series, _ name: String) -> String {
    let start = name.isEmpty ? "" : "\(name): "
    let present = (0..<series.count).filter { series[$0].x.isFinite && series[$0].y.isFinite }
    guard !present.isEmpty else { return "\(start)no points." }
    let (xs, ys) = (present.map { series[$0].x }, present.map { series[$0].y })
    return "\(start)\(present.count.counted("point")), x \(range(xs)), y \(range(ys))."
  }

  private func path(_ series: Chart.Series, _ name: String) -> String {
    let start = series.name.isEmpty ? "Path" : "\(name): path"
    guard series.count > 0 else { return "\(start) without points." }
    let (from, to) = (series[0], series[series.count - 1])
    return "\(start) of \(series.count.counted("point")) from \(pair(from.x, from.y)) to \(pair(to.x, to.y))."
  }

  private func errorBars(_ bars: Chart.ErrorBars, _ name: String) -> [String] {
    let count = bars.xs.count(atMost: min(bars.centers.count, bars.lows.count, bars.highs.count))
    let centers = Chart.Series(name: name, xs: bars.xs, ys: Array(bars.centers.prefix(count)))
    let widths = (0..<count).map { bars.highs[$0] - bars.lows[$0] }
    let finite = widths.indices.filter { widths[$0].isFinite }
    guard let first = finite.first else { return [curve(centers, name)] + missing(centers) }
    let widest = finite.reduce(first) { widths[$1] > widths[$0] ? $1 : $0 }
    let interval = "\(bars.lows[widest].spoken) to \(bars.highs[widest].spoken)"
    return [curve(centers, name), "Widest interval \(interval) \(at(bars.xs[widest]))."] + missing(centers)
  }

  private func band(_ band: Chart.Band, _ name: String) -> [String] {
    let count = band.xs.count(atMost: min(band.lows.count, band.highs.count))
    guard count > 0 else { return [] }
    func interval(_ index: Int) -> String { "\(band.lows[index].spoken) to \(band.highs[index].spoken)" }
    let start = band.name.isEmpty ? "Band" : "Band \(name)"
    let (first, last) = (band.xs[0], band.xs[count - 1])
    return ["\(start): \(interval(0)) \(at(first)), \(interval(count - 1)) \(at(last))."]
  }

  private func contour(_ contour: Chart.Contour) -> [String] {
    let finite = contour.values.indices.filter { contour.values[$0].isFinite }
    guard let first = finite.first else { return ["The function has no values."] }
    let low = finite.reduce(first) { contour.values[$1] < contour.values[$0] ? $1 : $0 }
    let high = finite.reduce(first) { contour.values[$1] > contour.values[$0] ? $1 : $0 }
    func place(_ index: Int) -> String {
      let xs = Chart.Positions.even(from: contour.x.lowerBound, through: contour.x.upperBound, count: contour.columns)
      let ys = Chart.Positions.even(from: contour.y.lowerBound, through: contour.y.upperBound, count: contour.rows)
      return "\(contour.values[index].spoken) at \(pair(xs[index % contour.columns], ys[index / contour.columns]))"
    }
    let levels = contour.levels.filter { $0.isFinite }.map { $0.spoken }.joined(separator: ", ")
    return [levels.isEmpty ? "No levels." : "Levels \(levels).", "Lowest \(place(low)), highest \(place(high))."]
  }

  /// How many upright bars have no place on the axis or end beyond it.
  private func outside(_ bars: Chart.Bars) -> [String] {
    guard isUpright else { return [] }
    let missing = y.scale == .log ? bars.values.count { $0 <= 0 } : 0
    let outside = y.range.map { range in bars.values.count { $0.isFinite && !range.contains($0) } } ?? 0
    return (missing == 0 ? [] : ["\(missing.counted("bar")) without a place on the log axis."])
      + (outside == 0 ? [] : ["\(outside.counted("value")) outside the axes."])
  }

  private func hasPlace(_ value: Double, _ axis: Chart.Axis) -> Bool {
    value.isFinite && (axis.scale != .log || value > 0)
  }

  /// What of a series has no place in the picture, and why.
  private func missing(_ series: Chart.Series) -> [String] {
    var (missing, infinite, outside) = (0, 0, 0)
    for index in 0..<series.count {
      let (px, py) = series[index]
      if px.isNaN || py.isNaN || (y.scale == .log && py <= 0) || (x.scale == .log && px <= 0) {
        missing += 1
      } else if !py.isFinite || !px.isFinite {
        infinite += 1
      } else if !series.isSampled, x.range?.contains(px) == false || y.range?.contains(py) == false {  // a function has no ends
        outside += 1
      }
    }
    return [(missing, "missing"), (infinite, "infinite"), (outside, "outside the axes")].compactMap { count, what in
      count == 0 ? nil : "\(count.counted("value")) \(what)."
    }
  }
}
