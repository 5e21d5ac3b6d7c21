/// How the losses of single examples become one number.
///
/// A gradient is reduced like its loss. Papers and libraries differ here more than anywhere else, and a sum has a gradient
/// *n* times as long as a mean, so the choice is always written at the call. Without reduction, use `values`.
public enum Reduction: Sendable, Equatable {
  /// The mean over the examples: the empirical risk.
  case mean
  /// The sum over the examples.
  case sum

  /// The number that belongs to these losses: NaN for the mean of none.
  public func callAsFunction<T: BinaryFloatingPoint>(_ losses: [T]) -> T {
    switch self {
    case .mean: LessonKit.mean(losses)
    case .sum: pairwiseSum(losses)
    }
  }

  /// The number of computed literals; see ``DoubleNumber``.
  @_documentation(visibility: private)
  public func callAsFunction<T: DoubleNumber>(_ losses: [T]) -> Double {
    func general<R: BinaryFloatingPoint>(_ losses: [R]) -> R { self(losses) }
    return general(losses.map { $0.asDouble })
  }

  /// What the derivative of one example's loss is multiplied by, among `count` examples: 1/`count` for the mean.
  public func weight(count: Int) -> Double {
    switch self {
    case .mean: 1 / Double(count)
    case .sum: 1
    }
  }
}
