extension BinaryFloatingPoint {
  /// Whether two numbers agree to a relative or an absolute tolerance, whichever is looser.
  ///
  /// The test is |a − b| ≤ max(`absolute`, `relative` · max(|a|, |b|)).
  ///
  /// ```swift
  /// (0.1 + 0.2).isApproximatelyEqual(to: 0.3)  // => true
  /// 1e-20.isApproximatelyEqual(to: 0)  // => false
  /// 1e-20.isApproximatelyEqual(to: 0, absolute: 1e-12)  // => true
  /// ```
  ///
  /// It is symmetric, and unchanged when both numbers are multiplied by the same power of two and `absolute` is 0. It is
  /// *not* transitive: a ≈ b and b ≈ c do not give a ≈ c. With `absolute` 0, nothing but 0 is approximately 0. NaN equals
  /// nothing; an infinity equals itself alone.
  ///
  /// - Parameters:
  ///   - other: The number to compare with.
  ///   - relative: The share of the larger magnitude that may differ, in 0 ..< 1. The default, the square root of the
  ///     type's epsilon (1.5e−8 for `Double`), asks for half the digits.
  ///   - absolute: The difference that is always allowed, 0 or more.
  public func isApproximatelyEqual(
    to other: Self, relative: Self = Self.ulpOfOne.squareRoot(), absolute: Self = 0
  ) -> Bool {
    if self == other { return true }
    guard isFinite, other.isFinite else { return false }
    return (self - other).magnitude <= max(absolute, relative * max(magnitude, other.magnitude))
  }
}

/// The relative difference |a − b| / max(|a|, |b|): 0 for equal numbers, at most 2.
///
/// ```swift
/// relativeDifference(99, 100)  // => 0.01
/// ```
///
/// It is NaN where a number is NaN or just one is infinite. The sum of magnitudes as divisor, which some texts use, gives a
/// value up to twice as small.
///
/// - Source: CS231n notes, "Neural Networks Part 3", section on gradient checks.
@_disfavoredOverload public func relativeDifference<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> T {
  a == b ? 0 : (a - b).magnitude / max(a.magnitude, b.magnitude)
}
