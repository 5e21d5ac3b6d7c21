extension Chart {
  /// The data of one thing drawn.
  public enum Content: Sendable, Hashable {
    /// A curve through the points, in their order.
    case line(Series)
    /// One sign for each point, not joined.
    case points(Series)
    /// A staircase: each value holds until the next x.
    case step(Series)
    /// Named amounts.
    case bars(Bars)
    /// How many values fall into each bin.
    case histogram(Histogram)
    /// A table of shades and numbers.
    case matrix(Matrix)
    /// Level curves of a function of two variables.
    case contour(Contour)
    /// Numbered points, the steps of a walk.
    case path(Series)
    /// Five-number summaries, one row for each name.
    case box(Boxes)
    /// A point and an interval around it for each x.
    case errorBars(ErrorBars)
    /// A straight line across the whole plot.
    case rule(Rule)
    /// The area between two curves.
    case band(Band)
    /// A point with words beside it.
    case label(Label)
  }

  /// Points with a name.
  public struct Series: Sendable, Hashable {
    /// What the text and the SVG call it; empty for none.
    public var name: String
    /// Where each value stands.
    public var xs: Positions
    /// The values; NaN is a missing one.
    public var ys: [Double]
    /// The author's choice of a sign; nil for a smooth line, or the next sign where lines cross.
    public var sign: Character?
    /// True when the values are samples of a function that has a value everywhere between them.
    public var isSampled = false

    /// How many points there are.
    public var count: Int { xs.count(atMost: ys.count) }
    /// The i-th point.
    public subscript(i: Int) -> (x: Double, y: Double) { (xs[i], ys[i]) }
  }

  /// The x of each point of a series.
  public enum Positions: Sendable, Hashable {
    /// 0, 1, 2 and so on.
    case index
    /// Evenly spaced, the first value at `from`, the last of `count` at `through`.
    case even(from: Double, through: Double, count: Int)
    /// Given one by one.
    case values([Double])

    /// The x of the i-th point.
    public subscript(i: Int) -> Double {
      switch self {
      case .index: Double(i)
      case .even(let from, let through, let count):
        i == count - 1 ? through : from + (through - from) * (Double(i) / Double(Swift.max(1, count - 1)))
      case .values(let values): values[i]
      }
    }

    /// Whether no x is smaller than the one before and none is missing or infinite.
    var isAscending: Bool {
      guard case .values(let values) = self else { return true }
      guard let first = values.first, let last = values.last, first.isFinite, last.isFinite else { return false }
      var isAscending = true
      for i in values.indices.dropFirst() { isAscending = isAscending && values[i - 1] <= values[i] }
      return isAscending
    }

    func count(atMost limit: Int) -> Int {
      switch self {
      case .index: limit
      case .even(_, _, let count): Swift.min(limit, count)
      case .values(let values): Swift.min(limit, values.count)
      }
    }
  }

  /// Named amounts, in the order given.
  public struct Bars: Sendable, Hashable {
    /// What all of them are, for the legend of grouped bars; empty for none.
    public var name: String
    /// What each amount belongs to.
    public var names: [String]
    /// The amounts; NaN is a missing one.
    public var values: [Double]
  }

  /// Counts of values in bins of equal width.
  ///
  /// The k-th bin holds `(first + k) * width <= v < (first + k + 1) * width`; the last one holds its end too.
  public struct Histogram: Sendable, Hashable {
    /// The width of a bin: 1, 2, 2.5 or 5 times a power of ten, so that edges are short decimals.
    public var width: TickStep
    /// The lower edge of the first bin, counted in bin widths from zero.
    public var first: Int
    /// How many values each bin holds.
    public var counts: [Int]
    /// Values beyond the bins, infinities included.
    public var outside: Int
    /// NaN values.
    public var missing: Int
  }

  /// A table of numbers drawn as shades.
  public struct Matrix: Sendable, Hashable {
    /// The names left of the rows; may be fewer than rows.
    public var rowNames: [String]
    /// The names above the columns; may be fewer than columns.
    public var columnNames: [String]
    /// Row by row; a NaN leaves its cell empty.
    public var rows: [[Double]]
    /// The values of the lightest and the darkest shade, or nil for the extremes of the data.
    public var range: ClosedRange<Double>?
    /// Whether each cell has its number beside the shade.
    public var showsNumbers: Bool
  }

  /// A function of two variables on a grid of samples, and the levels to trace.
  public struct Contour: Sendable, Hashable {
    /// Where the function was sampled from left to right.
    public var x: ClosedRange<Double>
    /// Where the function was sampled from bottom to top.
    public var y: ClosedRange<Double>
    /// Samples from left to right, ends included.
    public var columns: Int
    /// Samples from bottom to top, ends included.
    public var rows: Int
    /// Row by row from the lowest y, `columns` values in each.
    public var values: [Double]
    /// The values whose curves are traced.
    public var levels: [Double]
  }

  /// Samples summarized as boxes.
  public struct Boxes: Sendable, Hashable {
    /// The samples from top to bottom.
    public var boxes: [Box]
  }

  /// The summary of one sample after Tukey: quartiles, whiskers to the last value within 1.5 interquartile ranges, outliers.
  public struct Box: Sendable, Hashable {
    /// What the sample is called.
    public var name: String
    /// The end of the lower whisker.
    public var low: Double
    /// A quarter of the values are below it.
    public var lowerQuartile: Double
    /// Half of the values are below it.
    public var median: Double
    /// Three quarters of the values are below it.
    public var upperQuartile: Double
    /// The end of the upper whisker.
    public var high: Double
    /// The values beyond the whiskers, in ascending order.
    public var outliers: [Double]
    /// Values that took part.
    public var count: Int
    /// NaN values, which did not take part.
    public var missing: Int
  }

  /// Points with an interval around each.
  public struct ErrorBars: Sendable, Hashable {
    /// What the legend calls them; empty for none.
    public var name: String
    /// Where each point stands.
    public var xs: Positions
    /// The point of each interval.
    public var centers: [Double]
    /// The lower end of each interval.
    public var lows: [Double]
    /// The upper end of each interval.
    public var highs: [Double]
  }

  /// A straight line across the plot.
  public enum Rule: Sendable, Hashable {
    /// Flat, at this y.
    case y(Double)
    /// Upright, at this x.
    case x(Double)
  }

  /// The area between two curves over the same x.
  public struct Band: Sendable, Hashable {
    /// What the legend calls it; empty for none.
    public var name: String
    /// Where each pair of values stands.
    public var xs: Positions
    /// The lower curve.
    public var lows: [Double]
    /// The upper curve.
    public var highs: [Double]
  }

  /// A marked point with words.
  public struct Label: Sendable, Hashable {
    /// The words.
    public var text: String
    /// Where the point stands from left to right.
    public var x: Double
    /// Where the point stands from bottom to top.
    public var y: Double
  }
}
