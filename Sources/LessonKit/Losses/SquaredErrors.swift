/// The squared error, e² with e = prediction − target, in squared units of the target.
///
/// Its derivative, 2e, grows with the error, so a single outlier can lead the fit. The best constant under it is the mean.
///
/// ```swift
/// SquaredError().value([2.5, 0, 2, 8], targets: [3, -0.5, 2, 7], reduction: .mean)  // => 0.375
/// ```
///
/// The *mean*, the *sum* and the root of the sum (the Euclidean distance) of squares are three different things that all go
/// by "L2 loss"; see also ``HalfSquaredError``.
///
/// - Source: Hastie, Tibshirani, Friedman, *The Elements of Statistical Learning*, 2nd ed., section 2.4.
public struct SquaredError: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    (prediction - target) * (prediction - target)
  }

  /// 2e.
  ///
  /// ```swift
  /// SquaredError().derivative(2.5, target: 3)  // => -1.0
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    2 * (prediction - target)
  }
}

/// Half of the squared error, ½e², whose derivative is e without a factor.
///
/// Texts on backpropagation sum it over the outputs and often call it MSE, which for other than two outputs it is not.
///
/// ```swift
/// HalfSquaredError().value(0.75136507, target: 0.01)  // => 0.27481108350805245
/// ```
///
/// - Source: Bishop, *Pattern Recognition and Machine Learning*, eq. (1.2).
public struct HalfSquaredError: Loss, Equatable {
  /// Makes the loss.
  public init() {}

  public func value(_ prediction: Double, target: Double) -> Double {
    (prediction - target) * (prediction - target) / 2
  }

  /// e.
  ///
  /// ```swift
  /// HalfSquaredError().derivative(0.75136507, target: 0.01)  // => 0.74136507
  /// ```
  public func derivative(_ prediction: Double, target: Double) -> Double {
    prediction - target
  }
}

/// The mean squared error (MSE): Σ(ŷᵢ − yᵢ)² / *n*.
///
/// ```swift
/// meanSquaredError([2.5, 0, 2, 8], targets: [3, -0.5, 2, 7])  // => 0.375
/// ```
///
/// - Precondition: As many targets as predictions.
/// - Complexity: O(*n*).
public func meanSquaredError(_ predictions: [Double], targets: [Double]) -> Double {
  SquaredError().value(predictions, targets: targets, reduction: .mean)
}

/// The gradient of the mean squared error with respect to the predictions: 2(ŷᵢ − yᵢ) / *n*.
///
/// ```swift
/// meanSquaredErrorGradient([1, 3], targets: [0, 0])  // => [1.0, 3.0]
/// ```
public func meanSquaredErrorGradient(_ predictions: [Double], targets: [Double]) -> [Double] {
  SquaredError().gradient(predictions, targets: targets, reduction: .mean)
}

/// The root of the mean squared error (RMSE), in the units of the targets.
///
/// MAE ≤ RMSE ≤ √*n* · MAE. It has the same minimizer as the MSE, but it is no mean of losses of single examples, so it has
/// no place among the ``Loss`` types: the RMSE of a set is not the mean of the RMSE of its halves.
///
/// ```swift
/// rootMeanSquaredError([2.5, 0, 2, 8], targets: [3, -0.5, 2, 7])  // => 0.6123724356957945
/// ```
public func rootMeanSquaredError(_ predictions: [Double], targets: [Double]) -> Double {
  meanSquaredError(predictions, targets: targets).squareRoot()
}

/// The gradient of the root mean squared error: (ŷᵢ − yᵢ) / (*n* · RMSE).
///
/// At RMSE = 0 there is none, and the result is NaN.
///
/// ```swift
/// rootMeanSquaredErrorGradient([3, 1], targets: [0, 1])  // => [0.7071, 0.0]
/// ```
public func rootMeanSquaredErrorGradient(_ predictions: [Double], targets: [Double]) -> [Double] {
  let root = rootMeanSquaredError(predictions, targets: targets)
  return zip(predictions, targets).map { ($0 - $1) / (Double(predictions.count) * root) }
}
