/// What a sequence of values does, told by its ends and its extremes.
///
/// A reversal counts only if it is larger than a twentieth of the whole range (on a log axis of the range in logarithms),
/// so that noise does not hide a trend. What is not true: nothing is fitted; the trend is no statistical statement.
struct Trend: Equatable {
  enum Shape: Equatable {
    case flat, rises, falls, fallsThenRises, risesThenFalls, varies
  }

  var shape: Shape
  /// Indices of the first and the last value that has a place, and of the extremes (the first of equals).
  var first: Int
  var last: Int
  var lowest: Int
  var highest: Int

  /// The trend of the values that have a place; `nil` without any.
  init?(_ values: [Double], isLog: Bool) {
    let present = values.indices.filter { values[$0].isFinite && (!isLog || values[$0] > 0) }
    guard let first = present.first, let last = present.last else { return nil }
    (self.first, self.last) = (first, last)
    lowest = present.reduce(first) { values[$1] < values[$0] ? $1 : $0 }
    highest = present.reduce(first) { values[$1] > values[$0] ? $1 : $0 }
    let heights = present.map { isLog ? log(values[$0]) : values[$0] }
    let size = (isLog ? log(values[highest]) : values[highest]) - (isLog ? log(values[lowest]) : values[lowest])
    let scale = isLog ? 1 : max(values[highest].magnitude, values[lowest].magnitude)
    guard size > 1e-9 * scale else {
      shape = .flat
      return
    }
    let tolerance = size / 20
    let (low, high) = (present.firstIndex(of: lowest) ?? 0, present.firstIndex(of: highest) ?? 0)
    func rises(_ part: Range<Int>) -> Bool { heights[part].largestDrop <= tolerance }
    func falls(_ part: Range<Int>) -> Bool { heights[part].map { -$0 }[...].largestDrop <= tolerance }
    if rises(0..<heights.count) {
      shape = .rises
    } else if falls(0..<heights.count) {
      shape = .falls
    } else if falls(0..<(low + 1)), rises(low..<heights.count) {
      shape = .fallsThenRises
    } else if rises(0..<(high + 1)), falls(high..<heights.count) {
      shape = .risesThenFalls
    } else {
      shape = .varies
    }
  }
}

extension ArraySlice<Double> {
  /// The most that a value lies below an earlier one.
  fileprivate var largestDrop: Double {
    var peak = -Double.infinity
    var drop = 0.0
    for value in self {
      peak = Swift.max(peak, value)
      drop = Swift.max(drop, peak - value)
    }
    return drop
  }
}
