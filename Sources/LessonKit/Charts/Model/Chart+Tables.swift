extension Chart {
  /// Draws named amounts as bars in the order written: horizontal, each with its value at the end, or upright when the x
  /// axis is a `.category`.
  ///
  /// Horizontal bars stand alone: a chart that begins with them appends more of them and has no place for other marks; the
  /// text and the summary say which are not drawn. Upright ones of several calls stand side by side in groups, the k-th of
  /// each call in the k-th group; other marks are drawn over them, x = k in the middle of the k-th group.
  ///
  /// ```swift
  /// show(Chart("Next word").bars(["cat": 0.42, "dog": 0.27]).size(width: 30))
  /// ```
  ///
  /// ```output
  /// Next word
  ///
  /// cat  ###################  0.42
  /// dog  ############         0.27
  /// ```
  public func bars(_ pairs: KeyValuePairs<String, Double>, _ name: String = "") -> Chart {
    adding(.bars(Bars(name: name, names: pairs.map { $0.key }, values: pairs.map { $0.value })))
  }

  /// Draws named amounts as bars, in the order of the array.
  public func bars(_ pairs: [(String, Double)], _ name: String = "") -> Chart {
    adding(.bars(Bars(name: name, names: pairs.map { $0.0 }, values: pairs.map { $0.1 })))
  }

  /// Draws a table of numbers as shades, with a key line; a NaN leaves its cell empty.
  ///
  /// A matrix stands alone: beside it, or as a later mark, there is no place for another; the text and the summary say which
  /// marks are not drawn.
  ///
  /// - Parameters:
  ///   - rows: the numbers, row by row; rows may be shorter than others.
  ///   - names: the names of the rows, and of the columns unless those are given.
  ///   - columns: the names of the columns; nil for those of the rows.
  ///   - range: the values of the lightest and the darkest shade; by default the extremes of the data.
  ///   - numbers: whether each cell shows its number too.
  public func matrix(
    _ rows: [[Double]], rows names: [String] = [], columns: [String]? = nil, range: ClosedRange<Double>? = nil,
    numbers: Bool = true
  ) -> Chart {
    adding(
      .matrix(Matrix(rowNames: names, columnNames: columns ?? names, rows: rows, range: range, showsNumbers: numbers)))
  }

  /// Draws the curves on which a function of two variables has the given levels.
  ///
  /// The function is sampled on 241 by 97 points, between which it is taken as bilinear.
  public func contour(
    _ function: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>, at levels: [Double]
  ) -> Chart {
    let xs = Positions.even(from: x.lowerBound, through: x.upperBound, count: 241)
    let ys = Positions.even(from: y.lowerBound, through: y.upperBound, count: 97)
    var values: [Double] = []
    values.reserveCapacity(241 * 97)
    for row in 0..<97 {
      for column in 0..<241 { values.append(function(xs[column], ys[row])) }
    }
    return adding(.contour(Contour(x: x, y: y, columns: 241, rows: 97, values: values, levels: levels)))
  }
}
