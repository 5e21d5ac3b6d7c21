/// Adds from left to right, rounding at every step: the sum that everyone writes first.
///
/// The error can grow with *n*: |error| ≤ (*n* − 1)·u·Σ|xᵢ| to first order, with the unit roundoff u = 2⁻⁵³ for `Double`.
///
/// ```swift
/// naiveSum([1, 1e100, 1, -1e100])  // => 0.0
/// ```
///
/// - Complexity: O(*n*).
/// - Source: Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., section 4.2.
@_disfavoredOverload public func naiveSum<T: BinaryFloatingPoint>(_ values: [T]) -> T {
  var total: T = 0
  for value in values { total += value }
  return total
}

/// Adds by halves, so that each term passes through about log₂ *n* additions instead of *n*.
///
/// |error| ≤ ⌈log₂ *n*⌉·u·Σ|xᵢ| to first order. Blocks of up to 8 terms are added from left to right, which keeps it about
/// as fast as the plain loop. It does not cure cancellation: `pairwiseSum([1, 1e100, 1, -1e100])` is still 0.
///
/// ```swift
/// naiveSum([Float](repeating: 0.1, count: 1_000_000))  // => 100958.34
/// pairwiseSum([Float](repeating: 0.1, count: 1_000_000))  // => 100000.01
/// ```
///
/// - Complexity: O(*n*).
/// - Source: Higham, section 4.1.
@_disfavoredOverload public func pairwiseSum<T: BinaryFloatingPoint>(_ values: [T]) -> T {
  pairwiseSum(values, from: 0, to: values.count)
}

private func pairwiseSum<T: BinaryFloatingPoint>(_ values: [T], from start: Int, to end: Int) -> T {
  guard end - start > 8 else {
    var total: T = 0
    for i in start..<end { total += values[i] }
    return total
  }
  let middle = start + (end - start) / 2
  return pairwiseSum(values, from: start, to: middle) + pairwiseSum(values, from: middle, to: end)
}

/// Adds while carrying the rounding error of each step into the next (Kahan).
///
/// |error| ≤ 2u·Σ|xᵢ| to first order, whatever *n*. A term larger than the running sum loses the carried part; see
/// ``neumaierSum(_:)``.
///
/// ```swift
/// kahanSum([Double](repeating: 0.1, count: 10))  // => 1.0
/// kahanSum([1, 1e100, 1, -1e100])  // => 0.0
/// ```
///
/// - Complexity: O(*n*), four additions a term.
/// - Source: Kahan, "Further remarks on reducing truncation errors", CACM 8 (1965), 40.
@_disfavoredOverload public func kahanSum<T: BinaryFloatingPoint>(_ values: [T]) -> T {
  var total: T = 0
  var compensation: T = 0
  for value in values {
    let corrected = value - compensation
    let next = total + corrected
    compensation = (next - total) - corrected
    total = next
  }
  return total
}

/// Adds while keeping the rounding errors in a sum of their own, also where a term exceeds the running sum (Neumaier).
///
/// |error| ≤ u·|Σxᵢ| + (*n*u)²·Σ|xᵢ| about: the errors are themselves added plainly. For a million terms in `Float`, where
/// *n*u is 0.06, Kahan's sum is the better one; in `Double` the second term hardly ever shows.
///
/// A sum with an infinite or NaN term, or one that overflows, is what the plain loop gives.
///
/// ```swift
/// neumaierSum([1, 1e100, 1, -1e100])  // => 2.0
/// ```
///
/// - Complexity: O(*n*).
/// - Source: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974), 39–51.
@_disfavoredOverload public func neumaierSum<T: BinaryFloatingPoint>(_ values: [T]) -> T {
  var total: T = 0
  var compensation: T = 0
  for value in values {
    let next = total + value
    if total.magnitude >= value.magnitude {
      compensation += (total - next) + value
    } else {
      compensation += (value - next) + total
    }
    total = next
  }
  return total.isFinite ? total + compensation : total
}
