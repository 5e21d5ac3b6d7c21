/// The course of a curve through the columns of a plot, from one pass over its points.
struct Course {
  private(set) var columns: [ColumnSpan?]
  private let x: AxisLayout
  private let y: AxisLayout

  init(_ series: Chart.Series, x: AxisLayout, y: AxisLayout, isStaircase: Bool = false) {
    self.x = x
    self.y = y
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
    guard let column = x.place(px) else { return nil }
    if let row = y.place(py) { return (column, row) }
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

  /// Many evenly spaced values for each column: minimum and maximum of whole runs, without placing each value.
  ///
  /// The value next to the middle of a column stands for the middle. False when this does not hold.
  private mutating func addDense(_ series: Chart.Series) -> Bool {
    if case .values = series.xs { return false }
    guard series.count > 16 * x.cells, x.scale == .linear, let from = x.place(series.xs[0]),
      let to = x.place(series.xs[series.count - 1]), from < to, from >= -512, to <= x.cells * 1024
    else { return false }
    let perPlace = Double(series.count - 1) / Double(to - from)
    func index(_ place: Int) -> Int {
      Swift.min(series.count - 1, Swift.max(0, Int((Double(place - from) * perPlace).rounded())))
    }
    for column in columns.indices where column * 1024 + 512 >= from && column * 1024 - 512 <= to {
      let run = index(column * 1024 - 512)...index(column * 1024 + 512)
      addRun(series.ys, run, column: column, middle: index(column * 1024))
    }
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

extension ColumnSpan {
  /// No part of the curve yet.
  static let empty = ColumnSpan(center: nil, entry: 0, exit: 0, low: Int.max, high: Int.min)

  /// Whether only infinities are here.
  public var isEmpty: Bool { low > high }

  mutating func extend(_ from: Int, _ to: Int) {
    if isEmpty { entry = from }
    exit = to
    low = Swift.min(low, from, to)
    high = Swift.max(high, from, to)
  }
}
