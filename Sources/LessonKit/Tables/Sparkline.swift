/// A line of numbers as one line of text: four heights, `_` low, then `.`, `-` and `'` high.
///
/// Column c of w shows the value at index ⌊c n / w⌋ of n, so nothing is averaged. Give several sparklines the same `range`
/// to compare them; a value outside it is drawn at its edge. NaN, and on a log scale every value <= 0, leaves a space.
///
/// ```swift
/// print(sparkline([1, 2, 3, 4, 3, 2, 1]))  // Prints "_.-'-._"
/// ```
///
/// - Parameters:
///   - values: The numbers, in order.
///   - width: The columns of the result; by default one for each value, at most 30.
///   - scale: Linear or logarithmic heights.
///   - range: The values at the bottom and at the top; by default the least and the greatest finite value.
/// - Complexity: O(n) for n values.
public func sparkline(
  _ values: [Double], width: Int? = nil, scale: SparklineScale = .linear, over range: ClosedRange<Double>? = nil
) -> String {
  let heights = values.map { scale.height(of: $0) }
  let finite = heights.filter { $0.isFinite }
  let low = range.map { scale.height(of: $0.lowerBound) } ?? finite.reduce(.infinity) { min($0, $1) }
  let high = range.map { scale.height(of: $0.upperBound) } ?? finite.reduce(-.infinity) { max($0, $1) }
  let width = max(0, width ?? min(values.count, 30))
  var line = ""
  for column in 0..<(values.isEmpty ? 0 : width) {
    line += glyph(heights[column * values.count / width], low: low, high: high)
  }
  return line
}

/// How a sparkline turns values into heights.
public enum SparklineScale: Sendable, Hashable {
  /// Equal differences are equal heights.
  case linear
  /// Equal ratios are equal heights; only values above 0 have one.
  case log

  fileprivate func height(of value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: value > 0 ? LessonKit.log(value) : .nan
    }
  }
}

/// The glyph for a height between `low` and `high`.
///
/// The height is rounded to 1/1024 of a step first: logarithms differ in the last bit between systems, pictures must not.
private func glyph(_ height: Double, low: Double, high: Double) -> String {
  if height.isNaN { return " " }
  if height >= high { return high > low ? "'" : "-" }  // constant data lies in the middle
  if height <= low || low.isNaN || high.isNaN { return "_" }
  let share = (height - low) / (high - low)
  let step = Int((share * 4096).rounded(.toNearestOrAwayFromZero)) / 1024
  return ["_", ".", "-", "'"][min(step, 3)]
}
