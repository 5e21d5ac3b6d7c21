/// The L1 penalty on weights: λ Σ|wᵢ|.
///
/// Added to a loss, it makes some weights exactly 0 (``softThreshold(_:by:)`` shows how). The sparsity comes from this
/// penalty on *weights*, not from the absolute error as a loss.
///
/// ```swift
/// l1Penalty([0.25, 0.25, -0.25, 0.25], strength: 1)  // => 1.0
/// ```
///
/// - Source: Tibshirani, "Regression shrinkage and selection via the lasso", J. R. Stat. Soc. B 58 (1996), 267.
public func l1Penalty(_ weights: [Double], strength: Double) -> Double {
  strength * pairwiseSum(weights.map { $0.magnitude })
}

/// A subgradient of the L1 penalty: λ·sign(wᵢ), with 0 chosen at 0.
///
/// ```swift
/// l1PenaltyGradient([0.5, 0, -2], strength: 0.1)  // => [0.1, 0.0, -0.1]
/// ```
public func l1PenaltyGradient(_ weights: [Double], strength: Double) -> [Double] {
  weights.map { strength * sign($0) }
}

/// The L2 penalty on weights: λ Σwᵢ², without a factor ½.
///
/// It prefers many small weights to one large one, shrinks all and makes none 0. With the gradient step w − η·2λw it is
/// *weight decay*, as long as the step is that of plain gradient descent.
///
/// ```swift
/// l2Penalty([1, 0, 0, 0], strength: 1)  // => 1.0
/// l2Penalty([0.25, 0.25, 0.25, 0.25], strength: 1)  // => 0.25
/// ```
///
/// - Source: Hoerl and Kennard, "Ridge regression", Technometrics 12 (1970), 55; CS231n, "Linear classification".
public func l2Penalty(_ weights: [Double], strength: Double) -> Double {
  strength * pairwiseSum(weights.map { $0 * $0 })
}

/// The gradient of the L2 penalty: 2λwᵢ.
///
/// ```swift
/// l2PenaltyGradient([0.5, 0, -2], strength: 0.5)  // => [0.5, 0.0, -2.0]
/// ```
public func l2PenaltyGradient(_ weights: [Double], strength: Double) -> [Double] {
  weights.map { 2 * strength * $0 }
}

/// The minimizer of ½(w − a)² + λ|w|: sign(a)·max(0, |a| − λ).
///
/// Exactly 0 for |a| ≤ λ, and λ closer to 0 than a otherwise.
///
/// ```swift
/// softThreshold(0.7, by: 1)  // => 0.0
/// softThreshold(-3, by: 1)  // => -2.0
/// ```
///
/// - Source: Donoho and Johnstone, "Ideal spatial adaptation by wavelet shrinkage", Biometrika 81 (1994), 425.
public func softThreshold(_ a: Double, by strength: Double) -> Double {
  a.magnitude <= strength ? 0 : sign(a) * (a.magnitude - strength)
}

/// The minimizer of ½(w − a)² + λw²: a / (1 + 2λ), which is 0 only for a = 0.
///
/// ```swift
/// ridgeShrinkage(3, by: 1)  // => 1.0
/// ```
public func ridgeShrinkage(_ a: Double, by strength: Double) -> Double {
  a / (1 + 2 * strength)
}
