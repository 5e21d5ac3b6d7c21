/// What sentences about marks have in common.
struct MarkWords {
  /// The axes, x with the range that a mark gives it.
  let x: Chart.Axis
  let y: Chart.Axis
  /// Whether bars stand upright on the x axis.
  let isUpright: Bool

  /// "lr = 0.005 falls from 56 to 5.86."
  func curve(_ series: Chart.Series, _ name: String) -> String {
    let subject = name.isEmpty ? "The line" : name.beginningSentence
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
    for (index, word) in [(trend.lowest, "lowest"), (trend.highest, "highest")]
    where !ends.contains(where: values[index].spoken.isSame) {
      words += ", \(word) \(values[index].spoken) \(at(series.xs[index]))"
    }
    return words
  }

  /// "at step 20", "at x = 20".
  func at(_ value: Double) -> String {
    let label = x.label.oneLine
    return label.isEmpty || label.isSame(as: "x") ? "at x = \(value.spoken)" : "at \(label) \(value.spoken)"
  }

  /// "(1, 2)".
  func pair(_ x: Double, _ y: Double) -> String { "(\(x.spoken), \(y.spoken))" }

  /// Whether an axis has a place for a value.
  private func hasPlace(_ value: Double, _ axis: Chart.Axis) -> Bool {
    value.isFinite && (axis.scale != .log || value > 0)
  }

  /// What of a series has no place in the picture, and why.
  func missing(_ series: Chart.Series) -> [String] {
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

extension String {
  /// This name at the beginning of a sentence: `The line`.
  fileprivate var beginningSentence: String {
    guard begins(with: "the ") else { return self }
    return "T" + String(decoding: Array(utf8)[1...], as: UTF8.self)
  }
}

extension Double {
  /// A number for the ear: three significant digits, but integers below a million whole.
  var spoken: String {
    if isInfinite { return self < 0 ? "minus infinity" : "infinity" }
    return magnitude < 1e6 && self == rounded() ? String(Int(self)) : withDigits(3)
  }
}
