extension Chart {
  /// At most `limit` of the indices below `count`, evenly spaced, always with the first and the last.
  ///
  /// A step that divides the whole way is taken if it leaves at least a third of the limit; otherwise the last step is
  /// shorter than the others.
  static func evenIndices(count: Int, atMost limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<max(0, count)) }
    guard limit > 1 else { return limit == 1 ? [0] : [] }
    let way = count - 1
    let most = limit - 1
    let steps = stride(from: most, through: max(1, limit / 3), by: -1).first { way % $0 == 0 }
    let step = steps.map { way / $0 } ?? (way + most - 1) / most
    let indices = Array(stride(from: 0, to: way, by: step))
    return indices + [way]
  }
}
