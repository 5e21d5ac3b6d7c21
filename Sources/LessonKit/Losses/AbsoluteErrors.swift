/// The absolute error, |e| with e = prediction − target.
///
/// Its derivative is the sign of e and does not shrink near the target, so descent with a fixed step does not settle. At
/// e = 0, the kink, the subgradient 0 is given. The best constant under it is the median.
///
/// ```swift
/// AbsoluteError().value([2.5, 0, 2, 8], targets: [3, -0.5, 2, 7], reduction: .mean)  // => 0.5
/// ```
///
/// - Source: Hastie, Tibshirani, Friedman, section 10.6.
public struct AbsoluteError: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    (prediction - target).magnitude
  }

  /// sign(e).
  ///
  /// ```swift
  /// AbsoluteError().derivative(2.5, target: 3)  // => -1.0
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    sign(prediction - target)
  }
}

/// The mean absolute error (MAE): Σ|ŷᵢ − yᵢ| / *n*, in the units of the targets.
///
/// ```swift
/// meanAbsoluteError([2.5, 0, 2, 8], targets: [3, -0.5, 2, 7])  // => 0.5
/// ```
///
/// - Precondition: As many targets as predictions.
/// - Complexity: O(*n*).
public func meanAbsoluteError(_ predictions: [Double], targets: [Double]) -> Double {
  AbsoluteError().value(predictions, targets: targets, reduction: .mean)
}

/// The gradient of the mean absolute error: sign(ŷᵢ − yᵢ) / *n*, 0 where they agree.
///
/// ```swift
/// meanAbsoluteErrorGradient([1, -3], targets: [0, 0])  // => [0.5, -0.5]
/// ```
public func meanAbsoluteErrorGradient(_ predictions: [Double], targets: [Double]) -> [Double] {
  AbsoluteError().gradient(predictions, targets: targets, reduction: .mean)
}

/// The pinball (quantile) loss: τ·(y − ŷ) if the target y is above the prediction ŷ, and (1 − τ)·(ŷ − y) if below.
///
/// The best constant under it is the τ-quantile: predicting too low costs τ, too high 1 − τ. For τ = ½ it is half the
/// absolute error. At the kink the subgradient 0 is given.
///
/// ```swift
/// Pinball(quantile: 0.75).value(1, target: 3)  // => 1.5
/// Pinball(quantile: 0.75).value(3, target: 1)  // => 0.5
/// ```
///
/// - Source: Koenker and Bassett, "Regression quantiles", Econometrica 46 (1978), 33.
public struct Pinball: Loss, Equatable {
  /// The quantile τ that is sought, between 0 and 1.
  public let quantile: Double

  /// Makes the loss for one quantile, above 0 and below 1.
  public init(quantile: Double) {
    precondition(quantile > 0 && quantile < 1, "a quantile lies between 0 and 1")
    self.quantile = quantile
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    let shortfall = target - prediction
    return shortfall >= 0 ? quantile * shortfall : (quantile - 1) * shortfall
  }

  /// −τ below the target, 1 − τ above it.
  ///
  /// ```swift
  /// Pinball(quantile: 0.75).derivative(1, target: 3)  // => -0.75
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    prediction == target ? 0 : prediction < target ? -quantile : 1 - quantile
  }
}

/// −1, 0 or 1, and NaN for NaN.
func sign(_ x: Double) -> Double {
  x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x
}
