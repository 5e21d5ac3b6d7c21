/// The course of a curve through the columns of a plot, from one pass over its points.
struct Course {
  private(set) var columns: [ColumnSpan?]
  private let x: AxisLayout
  private let y: AxisLayout
  private let xPlaces: AxisPlaces
  private let yPlaces: AxisPlaces

  init(_ series: Chart.Series, x: AxisLayout, y: AxisLayout, isStaircase: Bool = false) {
    self.x = x
    self.y = y
    xPlaces = AxisPlaces(x)
    yPlaces = AxisPlaces(y)
    columns = Array(repeating: nil, count: x.cells)
    if isStaircase {
      addStaircase(series)
    } else if !addDense(series) {
      addPoints(series)
    }
  }

  private mutating func addPoints(_ series: Chart.Series) {
    var last: (x: Int, y: Int)?
    for i in 0..<series.count {
      let (px, py) = series[i]
      guard let point = point(px, py) else {
        last = nil
        continue
      }
      if let last { add(from: last, to: point) } else { add(from: point, to: point) }
      last = point
    }
  }

  private mutating func addStaircase(_ series: Chart.Series) {
    var last: (x: Int, y: Int)?
    for i in 0..<series.count {
      let (px, py) = series[i]
      let point = point(px, py)
      if let last {
        let end = point?.x ?? x.place(px) ?? last.x
        add(from: last, to: (end, last.y))
        if let point { add(from: (end, last.y), to: point) }
      }
      if let point { add(from: point, to: point) }
      last = point
    }
  }

  /// Notes a point beyond the plot's values, else gives its place.
  private mutating func point(_ px: Double, _ py: Double) -> (x: Int, y: Int)? {
    guard let column = xPlaces[px] else { return nil }
    if let row = yPlaces[py] { return (column, row) }
    if py.magnitude == .infinity, x.reach.contains(column) {
      mark(x.cell(at: column), above: py > 0)
    }
    return nil
  }

  private mutating func mark(_ column: Int, above: Bool) {
    var span = columns[column] ?? ColumnSpan.empty
    if above { span.isAbove = true } else { span.isBelow = true }
    columns[column] = span
  }

  /// Adds the straight piece between two points to every column it touches.
  private mutating func add(from a: (x: Int, y: Int), to b: (x: Int, y: Int)) {
    let column = AxisLayout.cell(at: b.x)
    if AxisLayout.cell(at: a.x) == column, x.reach.contains(a.x), x.reach.contains(b.x), column < x.cells,
      (a.x < column * 1024) == (b.x < column * 1024)
    {
      // Both in the same half of a column, as most are in long series.
      if columns[column]?.extend(a.y, b.y) == nil {
        columns[column] = ColumnSpan.empty
        columns[column]?.extend(a.y, b.y)
      }
      if b.x == column * 1024 { columns[column]?.center = b.y }
      return
    }
    let first = AxisLayout.cell(at: Swift.max(x.reach.lowerBound, Swift.min(a.x, b.x)))
    let last = Swift.min(x.cells - 1, AxisLayout.cell(at: Swift.min(x.reach.upperBound, Swift.max(a.x, b.x))))
    guard first <= last, Swift.max(a.x, b.x) >= x.reach.lowerBound, Swift.min(a.x, b.x) <= x.reach.upperBound else { return }
    func height(at place: Int) -> Int {
      guard b.x != a.x else { return b.y }
      let scaled = Double(b.y - a.y) * (Double(place - a.x) / Double(b.x - a.x))
      return a.y + Int(scaled.rounded())
    }
    let isForward = b.x >= a.x
    for column in isForward ? Array(first...last) : Array((first...last).reversed()) {
      let (left, right) = (column * 1024 - 512, column * 1024 + 512)
      let start = isForward ? Swift.max(a.x, left) : Swift.min(a.x, right)
      let end = isForward ? Swift.min(b.x, right) : Swift.max(b.x, left)
      let (from, to) = (start == a.x ? a.y : height(at: start), end == b.x ? b.y : height(at: end))
      var span = columns[column] ?? ColumnSpan.empty
      span.extend(from, to)
      let middle = column * 1024
      if Swift.min(start, end) <= middle, middle <= Swift.max(start, end) { span.center = height(at: middle) }
      columns[column] = span
    }
  }

  /// Many values from left to right in each column: minimum and maximum of whole runs, without placing each value.
  ///
  /// The value next to the middle of a column stands for the middle. False when this does not hold.
  private mutating func addDense(_ series: Chart.Series) -> Bool {
    let count = series.count
    guard count > 16 * x.cells, series.xs.isAscending, let from = xPlaces[series.xs[0]], let to = xPlaces[series.xs[count - 1]]
    else { return false }
    /// The first index from `start` on at or beyond a place.
    func index(_ place: Int, from start: Int) -> Int {
      var (low, high) = (start, count)
      while low < high {
        let middle = (low + high) / 2
        if (xPlaces[series.xs[middle]] ?? 0) < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var runs: [(column: Int, run: ClosedRange<Int>, middle: Int)] = []
    for column in columns.indices where column * 1024 + 512 >= from && column * 1024 - 512 <= to {
      let first = index(Swift.max(x.reach.lowerBound, column * 1024 - 512), from: runs.last?.run.upperBound ?? 0)
      let end = index(Swift.min(x.reach.upperBound + 1, column * 1024 + 512), from: first)
      guard first < end else { return false }
      runs.append((column, first...Swift.min(count - 1, end), index(column * 1024, from: first)))
    }
    for (column, run, middle) in runs { addRun(series.ys, run, column: column, middle: Swift.min(middle, run.upperBound)) }
    return true
  }

  private mutating func addRun(_ values: [Double], _ run: ClosedRange<Int>, column: Int, middle: Int) {
    let least = y.scale == .log ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values[run] {
      if value >= least, value <= Double.greatestFiniteMagnitude {
        if value < low { low = value }
        if value > high { high = value }
      } else if value.magnitude == .infinity {
        mark(column, above: value > 0)
      }
    }
    guard let lowest = y.place(low), let highest = y.place(high) else { return }
    var span = columns[column] ?? ColumnSpan.empty
    let entry = y.place(values[run.lowerBound]) ?? lowest
    span.extend(entry, lowest)
    span.extend(highest, y.place(values[run.upperBound]) ?? highest)
    span.center = y.place(values[middle])
    columns[column] = span
  }
}
