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
}
