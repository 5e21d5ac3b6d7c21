extension Chart {
  /// Counts values in bins and draws the counts as upright bars.
  ///
  /// - Parameters:
  ///   - values: the sample; NaN is missing.
  ///   - bins: about how many bins; by default 1 + log2(n), rounded up. The width nearest to it that is 1, 2, 2.5 or 5 times
  ///     a power of ten is taken, so that edges are short decimals.
  ///   - range: what the bins cover, widened to whole bins; values beyond it are counted as outside. By default all data.
  ///
  /// The bins rule the x axis, so a chart draws one histogram; other marks are drawn over it and end where the bins end.
  ///
  /// Source of the default: H. A. Sturges, "The choice of a class interval", JASA 21 (1926).
  public func histogram(_ values: [Double], bins: Int? = nil, over range: ClosedRange<Double>? = nil) -> Chart {
    adding(.histogram(Histogram(values, bins: bins, over: range)))
  }

  /// Draws a box plot, one row for each sample: `|---[==|==]---|  o`.
  ///
  /// The box reaches from the lower to the upper quartile (linear interpolation between order statistics), the whiskers to
  /// the last value within 1.5 interquartile ranges of it; values beyond are outliers, `o`. The samples rule the y axis: boxes
  /// of several calls stand one under the other, and to other marks the lowest row is y = 0, the next y = 1.
  ///
  /// Source: J. W. Tukey, Exploratory Data Analysis (1977), section 2C; quartiles as type 7 of R. J. Hyndman and Y. Fan,
  /// "Sample quantiles in statistical packages" (1996).
  public func box(_ samples: KeyValuePairs<String, [Double]>) -> Chart {
    adding(.box(Boxes(boxes: samples.map { Box($0.key, $0.value) })))
  }

  /// Draws a box plot of samples in the order of the array.
  public func box(_ samples: [(String, [Double])]) -> Chart { adding(.box(Boxes(boxes: samples.map { Box($0.0, $0.1) }))) }
}

extension Chart.Histogram {
  init(_ values: [Double], bins: Int?, over range: ClosedRange<Double>?) {
    var extent = Extent(isLog: false)
    if let range {
      extent.add(range.lowerBound)
      extent.add(range.upperBound)
    } else {
      extent.add(values)
    }
    let isNumber = values.count { !$0.isNaN }
    self.init(width: TickStep(mantissa: 1, exponent: 0), first: 0, counts: [], outside: 0, missing: values.count - isNumber)
    guard let domain = extent.range else {
      outside = isNumber
      return
    }
    let wanted = Swift.min(64, Swift.max(1, bins ?? (1 + Chart.Histogram.ceilingOfLog2(isNumber))))
    width = TickStep.nearest(to: domain, parts: wanted)
    first = Int(width.steps(to: domain.lowerBound).rounded(.down, noise: 1e-9))
    let end = Int(width.steps(to: domain.upperBound).rounded(.up, noise: 1e-9))
    counts = Array(repeating: 0, count: Swift.max(1, end - first))
    for value in values where !value.isNaN {
      // An edge is a decimal: a value a hair below it because of rounding belongs to the bin above, as it is written.
      let bin = width.steps(to: value).rounded(.down, noise: 1e-9) - Double(first)
      if bin >= 0, bin < Double(counts.count) {
        counts[Int(bin)] += 1
      } else if bin == Double(counts.count), width.steps(to: value) <= Double(first + counts.count) + 1e-9 {
        counts[counts.count - 1] += 1
      } else {
        outside += 1
      }
    }
  }

  /// The lower edge of a bin, also of the one after the last.
  func edge(_ bin: Int) -> Double {
    TickStep.scaled(Double((first + bin) * width.mantissa), byTenTo: width.exponent)
  }

  private static func ceilingOfLog2(_ count: Int) -> Int { count < 2 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount }
}

extension Chart.Box {
  init(_ name: String, _ values: [Double]) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    func quantile(_ quarter: Int) -> Double {
      guard !sorted.isEmpty else { return .nan }
      let (index, rest) = ((sorted.count - 1) * quarter / 4, (sorted.count - 1) * quarter % 4)
      return rest == 0 ? sorted[index] : sorted[index] + (sorted[index + 1] - sorted[index]) * (Double(rest) / 4)
    }
    let (lower, upper) = (quantile(1), quantile(3))
    let reach = 1.5 * (upper - lower)
    // A value on a fence is inside, whatever rounding does to the fence.
    let (lowFence, highFence) = (lower - reach * (1 + 1e-9), upper + reach * (1 + 1e-9))
    let inside = sorted.filter { $0 >= lowFence && $0 <= highFence }
    self.init(
      name: name, low: inside.first ?? lower, lowerQuartile: lower, median: quantile(2), upperQuartile: upper,
      high: inside.last ?? upper, outliers: sorted.filter { $0 < lowFence || $0 > highFence }, count: sorted.count,
      missing: values.count - sorted.count)
  }
}
