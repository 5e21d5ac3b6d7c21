/// The names at the ends of curves, in the order of the curves.
enum EndLabels {
  /// The marks with names among curves, the one that ends lowest first; of two that end together the one that comes from
  /// below.
  static func order(_ marks: [PlacedMark], _ indices: [Int]) -> [Int] {
    indices.sorted { a, b in
      let order = compare(marks[a].course, marks[b].course)
      return order == 0 ? a > b : order < 0
    }
  }

  /// Where a curve ends: the last column and the place; nil for a curve without a place.
  static func end(of course: [ColumnSpan?], on axis: AxisLayout) -> (column: Int, place: Int)? {
    guard let column = course.lastIndex(where: { $0 != nil }), let span = course[column] else { return nil }
    let place = span.isEmpty ? (span.isAbove ? axis.reach.upperBound : axis.reach.lowerBound) : span.exit
    return (column, Swift.min(axis.reach.upperBound, Swift.max(axis.reach.lowerBound, place)))
  }

  /// Negative where the first curve ends below the second one.
  private static func compare(_ a: [ColumnSpan?], _ b: [ColumnSpan?]) -> Int {
    guard let endA = a.lastIndex(where: { $0 != nil }), let endB = b.lastIndex(where: { $0 != nil }) else { return 0 }
    for back in 0...Swift.min(endA, endB) {
      guard let left = a[endA - back], let right = b[endB - back] else { continue }
      let (low, high) = back == 0 ? (left.height(atEnd: true), right.height(atEnd: true)) : (left.height(), right.height())
      if low != high { return low < high ? -1 : 1 }
    }
    return 0
  }

  /// Places in ascending order, at least `gap` apart and within a range if they fit, as near as can be to those wanted.
  ///
  /// What is wanted less the gaps before it must not fall: neighbors that do are drawn together to their mean (M. Ayer and
  /// others, "An empirical distribution function for sampling with incomplete information", 1955).
  static func spread(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
    var groups: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      var group = (sum: place - Double(index) * gap, count: 1)
      while let last = groups.last, last.sum / Double(last.count) > group.sum / Double(group.count) {
        group = (group.sum + last.sum, group.count + last.count)
        groups.removeLast()
      }
      groups.append(group)
    }
    let most = Swift.max(range.lowerBound, range.upperBound - Double(wanted.count - 1) * gap)
    var places: [Double] = []
    for group in groups {
      let start = Swift.min(most, Swift.max(range.lowerBound, group.sum / Double(group.count)))
      for _ in 0..<group.count { places.append(start + Double(places.count) * gap) }
    }
    return places
  }
}

extension ColumnSpan {
  /// The height that a curve has in a column, or where it leaves it; beyond all places for infinities.
  fileprivate func height(atEnd: Bool = false) -> Int {
    isEmpty ? (isAbove ? Int.max : Int.min) : atEnd ? exit : middle
  }
}
