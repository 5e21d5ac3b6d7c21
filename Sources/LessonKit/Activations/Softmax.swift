/// The softmax of a list of scores: pᵢ = e^zᵢ / Σ e^zⱼ.
///
/// The results are positive and sum to 1. The same number added to every score changes nothing; the largest score is
/// therefore subtracted first, and no exponential overflows. For two scores, p₁ = σ(z₁ − z₂).
///
/// ```swift
/// softmax([1.0, 2.0, 3.0])  // => [0.09003057317038046, 0.24472847105479764, 0.6652409557748218]
/// softmax([1000.0, 1000.0])  // => [0.5, 0.5]
/// ```
///
/// It is *not* unchanged when all scores are multiplied by a number: that sharpens or flattens it. Its results are not
/// calibrated probabilities merely because they sum to 1. Far below the maximum they underflow to 0, and their logarithm to
/// −∞; use ``logSoftmax(_:)`` there.
///
/// - Parameter scores: Finite numbers; −∞ counts as a score that is ruled out. +∞, NaN, or nothing but −∞ give NaN. An
///   empty list gives an empty list.
/// - Complexity: O(*n*).
/// - Source: Bridle (1990); Goodfellow et al., *Deep Learning*, section 6.2.2.3.
@_disfavoredOverload public func softmax<T: RealNumber>(_ scores: [T]) -> [T] {
  guard let largest = scores.max() else { return [] }
  let powers = scores.map { T.exponential(of: $0 - largest) }
  let sum = naiveSum(powers)
  return powers.map { $0 / sum }
}

/// The logarithm of the softmax: zᵢ − ln Σ e^zⱼ, finite for all finite scores.
///
/// ```swift
/// logSoftmax([1000.0, 0.0])  // => [0.0, -1000.0]
/// ```
///
/// - Complexity: O(*n*).
@_disfavoredOverload public func logSoftmax<T: RealNumber>(_ scores: [T]) -> [T] {
  guard let largest = scores.max() else { return [] }
  // The largest score is taken off first, so that a common shift costs no digits.
  let shifted = scores.map { $0 - largest }
  let normalizer = logSumExp(shifted)
  return shifted.map { $0 - normalizer }
}

/// The gradient with respect to the scores, when `upstream` is the gradient with respect to the log-softmax:
/// ∂L/∂zⱼ = gⱼ − pⱼ Σ gᵢ, with p the softmax.
///
/// ```swift
/// logSoftmaxGradient([0.0, 0.0], upstream: [1, 0])  // => [0.5, -0.5]
/// ```
///
/// For the cross-entropy −Σ yᵢ ln pᵢ the upstream gradient is −y, and this is the well-known p − y.
///
/// - Precondition: As many entries in `upstream` as scores.
/// - Complexity: O(*n*).
@_disfavoredOverload public func logSoftmaxGradient<T: RealNumber>(_ scores: [T], upstream: [T]) -> [T] {
  precondition(scores.count == upstream.count, "one upstream gradient is needed for each score")
  let total = naiveSum(upstream)
  return zip(softmax(scores), upstream).map { $1 - $0 * total }
}

/// The logarithm of a sum of exponentials: ln Σ e^zᵢ = m + ln Σ e^(zᵢ − m) with m the largest.
///
/// A smooth maximum: max z ≤ logSumExp(z) ≤ max z + ln *n*. Its gradient is the softmax.
///
/// ```swift
/// logSumExp([1000.0, 1000.0])  // => 1000.6931471805599
/// ```
///
/// - Parameter scores: Any numbers; of an empty list the result is −∞, the logarithm of an empty sum.
/// - Complexity: O(*n*).
/// - Source: Blanchard, Higham, Higham, "Accurately computing the log-sum-exp and softmax functions", IMA J. Numer. Anal.
///   41 (2021), 2311.
@_disfavoredOverload public func logSumExp<T: RealNumber>(_ scores: [T]) -> T {
  guard let largest = scores.max() else { return -.infinity }
  guard largest.isFinite else { return scores.contains { $0.isNaN } ? .nan : largest }
  // The maximum's own term is exactly 1 and goes into log1p, which keeps the digits of small rests.
  var rest: T = 0
  var skipped = false
  for score in scores {
    if !skipped, score == largest {
      skipped = true
    } else {
      rest += T.exponential(of: score - largest)
    }
  }
  return largest + T.logarithm(onePlus: rest)
}

/// The matrix of partial derivatives of the softmax: ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ), row i, column j.
///
/// Symmetric, every row sums to 0, and no diagonal entry exceeds ¼.
///
/// ```swift
/// softmaxJacobian([0.0, 0.0])  // => [[0.25, -0.25], [-0.25, 0.25]]
/// ```
///
/// - Complexity: O(*n*²); ``softmaxGradient(_:upstream:)`` multiplies by it in O(*n*).
@_disfavoredOverload public func softmaxJacobian<T: RealNumber>(_ scores: [T]) -> [[T]] {
  let p = softmax(scores)
  return p.indices.map { i in p.indices.map { j in p[i] * ((i == j ? 1 : 0) - p[j]) } }
}

/// The gradient with respect to the scores, when `upstream` is the gradient with respect to the softmax:
/// ∂L/∂zⱼ = pⱼ(gⱼ − Σ gᵢpᵢ).
///
/// ```swift
/// softmaxGradient([0.0, 0.0], upstream: [1, 0])  // => [0.25, -0.25]
/// ```
///
/// - Precondition: As many entries in `upstream` as scores.
/// - Complexity: O(*n*).
@_disfavoredOverload public func softmaxGradient<T: RealNumber>(_ scores: [T], upstream: [T]) -> [T] {
  precondition(scores.count == upstream.count, "one upstream gradient is needed for each score")
  let p = softmax(scores)
  var inner: T = 0
  for i in p.indices { inner += p[i] * upstream[i] }
  return p.indices.map { p[$0] * (upstream[$0] - inner) }
}
