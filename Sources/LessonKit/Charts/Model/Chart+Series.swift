extension Chart {
  /// How many points a function is sampled at: every column of the widest plot has at least two.
  public static let sampleCount = 241

  /// Draws a function, sampled at 241 evenly spaced points.
  ///
  /// ```swift
  /// Chart().line({ $0 * $0 }, over: -1...1, "square").summary
  /// // => "Line chart. x: -1 to 1. square falls from 1 to 0 at x = 0, then rises to 1."
  /// ```
  ///
  /// - Parameters:
  ///   - function: what is drawn.
  ///   - range: where it is sampled.
  ///   - name: what is written beside it, or in the key.
  ///   - sign: the character that draws it; by default the curve is smooth, or takes the next of `* o + x # @ % &`
  ///     where curves cross. One signed curve makes all curves of the chart signed.
  public func line(
    _ function: (Double) -> Double, over range: ClosedRange<Double>, _ name: String = "", sign: Character? = nil
  ) -> Chart {
    adding(.line(.sampling(function, over: range, name, sign)))
  }

  /// Draws values as a curve; the x of each is its index. NaN breaks the curve.
  public func line(_ values: [Double], _ name: String = "", sign: Character? = nil) -> Chart {
    adding(.line(Series(name: name, xs: .index, ys: values, sign: sign)))
  }

  /// Draws a curve through pairs (x, y), in their order.
  public func line(_ points: [(Double, Double)], _ name: String = "", sign: Character? = nil) -> Chart {
    adding(.line(Series(points, name, sign)))
  }

  /// Marks each pair (x, y) with the sign of its class, by default the next of `o x + * # @ % &`; a later class covers an
  /// earlier one in the same cell.
  public func points(_ points: [(Double, Double)], _ name: String = "", sign: Character? = nil) -> Chart {
    adding(.points(Series(points, name, sign)))
  }

  /// Marks each value; the x of each is its index.
  public func points(_ values: [Double], _ name: String = "", sign: Character? = nil) -> Chart {
    adding(.points(Series(name: name, xs: .index, ys: values, sign: sign)))
  }

  /// Draws a staircase: each value holds until the next index.
  public func step(_ values: [Double], _ name: String = "") -> Chart {
    adding(.step(Series(name: name, xs: .index, ys: values)))
  }

  /// Draws a staircase through pairs (x, y): each y holds until the next x.
  public func step(_ points: [(Double, Double)], _ name: String = "") -> Chart { adding(.step(Series(points, name))) }

  /// Numbers the steps of a walk: `0`...`9`, then `a`...`z`, then `*`; in a shared cell the earliest stays.
  public func path(_ points: [(Double, Double)], _ name: String = "") -> Chart { adding(.path(Series(points, name))) }

  /// Draws a mean and its interval for each x.
  ///
  /// - Parameters:
  ///   - points: x, lower end, center, upper end.
  ///   - name: what is written beside it, or in the key.
  public func errorBars(_ points: [(x: Double, low: Double, center: Double, high: Double)], _ name: String = "") -> Chart {
    adding(
      .errorBars(
        ErrorBars(
          name: name, xs: .values(points.map { $0.x }), centers: points.map { $0.center }, lows: points.map { $0.low },
          highs: points.map { $0.high })))
  }

  /// Shades the area between two curves, under all other marks.
  ///
  /// - Parameters:
  ///   - points: x, lower end, upper end.
  ///   - name: what is written beside it, or in the key.
  public func band(_ points: [(x: Double, low: Double, high: Double)], _ name: String = "") -> Chart {
    adding(
      .band(Band(name: name, xs: .values(points.map { $0.x }), lows: points.map { $0.low }, highs: points.map { $0.high })))
  }

  /// Shades the area between two functions.
  public func band(
    from lower: (Double) -> Double, to upper: (Double) -> Double, over range: ClosedRange<Double>, _ name: String = ""
  ) -> Chart {
    let low = Series.sampling(lower, over: range, name)
    return adding(.band(Band(name: name, xs: low.xs, lows: low.ys, highs: Series.sampling(upper, over: range, name).ys)))
  }

  /// Draws a flat line of `-` across the plot.
  public func rule(y: Double) -> Chart { adding(.rule(.y(y))) }

  /// Draws an upright line of `:` across the plot.
  public func rule(x: Double) -> Chart { adding(.rule(.x(x))) }

  /// Marks a point and writes words beside it: `o <- steepest`.
  public func label(_ text: String, x: Double, y: Double) -> Chart { adding(.label(Label(text: text, x: x, y: y))) }
}

extension Chart.Series {
  init(_ points: [(Double, Double)], _ name: String, _ sign: Character? = nil) {
    self.init(name: name, xs: .values(points.map { $0.0 }), ys: points.map { $0.1 }, sign: sign)
  }

  static func sampling(
    _ function: (Double) -> Double, over range: ClosedRange<Double>, _ name: String, _ sign: Character? = nil
  ) -> Chart.Series {
    let xs = Chart.Positions.even(from: range.lowerBound, through: range.upperBound, count: Chart.sampleCount)
    return Chart.Series(
      name: name, xs: xs, ys: (0..<Chart.sampleCount).map { function(xs[$0]) }, sign: sign, isSampled: true)
  }
}
