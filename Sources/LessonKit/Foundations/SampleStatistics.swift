/// What the sum of squared deviations is divided by.
public enum VarianceDivisor: Sendable, Equatable {
  /// *n*: the values are the whole population.
  case population
  /// *n* − 1: the values are a sample, and the variance of its source is wanted without bias.
  case sample
}

/// The arithmetic mean, Σxᵢ / *n*, from a pairwise sum; NaN for no values.
///
/// ```swift
/// mean([1, 2, 3, 4, 100])  // => 22.0
/// ```
///
/// - Complexity: O(*n*).
@_disfavoredOverload public func mean<T: BinaryFloatingPoint>(_ values: [T]) -> T {
  values.isEmpty ? .nan : pairwiseSum(values) / T(values.count)
}

/// The mean squared deviation from the mean, in squared units of the values.
///
/// σ² = Σ(xᵢ − x̄)² / *n* for a population; s² = Σ(xᵢ − x̄)² / (*n* − 1) for a sample. Two passes are made, for the
/// one-pass formula mean(x²) − mean(x)² cancels when the mean is large.
///
/// ```swift
/// variance([2, 4, 4, 4, 5, 5, 7, 9], of: .population)  // => 4.0
/// variance([1, 2, 3, 4], of: .sample)  // => 1.6666666666666667
/// ```
///
/// NaN for no values, and for a sample of one.
///
/// - Complexity: O(*n*).
/// - Source: Chan, Golub, LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983).
@_disfavoredOverload public func variance<T: BinaryFloatingPoint>(_ values: [T], of divisor: VarianceDivisor) -> T {
  let center = mean(values)
  let squares = values.map { ($0 - center) * ($0 - center) }
  let count = divisor == .population ? values.count : values.count - 1
  return count > 0 ? pairwiseSum(squares) / T(count) : .nan
}

/// The square root of the variance, in the units of the values.
///
/// ```swift
/// standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], of: .population)  // => 2.0
/// ```
///
/// The square root of an unbiased variance is *not* an unbiased standard deviation.
@_disfavoredOverload public func standardDeviation<T: BinaryFloatingPoint>(_ values: [T], of divisor: VarianceDivisor) -> T {
  variance(values, of: divisor).squareRoot()
}

/// The middle value of the sorted values, or the mean of the middle two; NaN for no values or where one is NaN.
///
/// ```swift
/// median([1, 2, 3, 4, 100])  // => 3.0
/// ```
///
/// - Complexity: O(*n* log *n*).
@_disfavoredOverload public func median<T: BinaryFloatingPoint>(_ values: [T]) -> T {
  guard !values.isEmpty, !values.contains(where: { $0.isNaN }) else { return .nan }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
